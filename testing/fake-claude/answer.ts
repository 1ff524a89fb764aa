import type { ServerResponse } from 'node:http';
import type { Billing } from './billing.ts';
import { buildReply } from './message-events.ts';
import { planDelivery } from './plan.ts';
import { play } from './player.ts';
import { errorDocument, type Refusal } from './refusal.ts';
import type { SentMessages } from './sent-messages.ts';
import type { RawAnswer, Reply, Step } from './step.ts';
import type { MessagesRequest } from './validation/request-shape.ts';

/** Where an answer goes. `onFinished` is called when the fake has done its part of the exchange. */
export interface Exchange {
  response: ServerResponse;
  requestId: string;
  onFinished: () => void;
}

export interface AnswerState {
  billing: Billing;
  sent: SentMessages;
  createId(prefix: string): string;
}

/** Answers an accepted request with a step. */
export function answer(
  exchange: Exchange,
  { step, request }: { step: Step; request: MessagesRequest },
  state: AnswerState,
): void {
  switch (step.kind) {
    case 'reply':
      answerWithReply(exchange, { step, request }, state);
      break;
    case 'http_error':
      answerWithError(exchange, step, step.headers);
      break;
    case 'raw':
      answerWithBytes(exchange, step);
      break;
    case 'hangup':
      exchange.onFinished();
      exchange.response.destroy();
      break;
    case 'silence':
      break;
  }
}

export function answerWithError(
  { response, requestId, onFinished }: Exchange,
  refusal: Refusal,
  headers: Readonly<Record<string, string>> = {},
): void {
  const document = errorDocument(refusal, requestId);
  response.writeHead(refusal.status, { ...headers, ...jsonHeaders(document, requestId) });
  onFinished();
  response.end(document);
}

function answerWithReply(
  exchange: Exchange,
  { step, request }: { step: Reply; request: MessagesRequest },
  { billing, sent, createId }: AnswerState,
): void {
  const { response, requestId, onFinished } = exchange;
  const { model } = request;
  const built = buildReply(step, { model, input: billing.bill(request), createId });
  sent.remember({ model, blocks: built.blocks });
  if (request.stream) {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
      'request-id': requestId,
    });
    play(planDelivery(built.events, step.delivery, requestId), response, onFinished);
    return;
  }
  const { ending } = step.delivery;
  if (ending.kind === 'stall') return;
  if (ending.kind === 'cut' || ending.kind === 'end') {
    onFinished();
    response.destroy();
  } else if (ending.kind === 'error') {
    const status = ending.type === 'overloaded_error' ? 529 : 500;
    answerWithError(exchange, { status, type: ending.type, message: ending.message });
  } else {
    const document = JSON.stringify(built.message);
    response.writeHead(200, jsonHeaders(document, requestId));
    onFinished();
    response.end(document);
  }
}

function answerWithBytes({ response, requestId, onFinished }: Exchange, step: RawAnswer): void {
  response.writeHead(step.status, { 'content-type': step.contentType, 'request-id': requestId });
  const writes = step.body.length === 0 ? [] : [{ bytes: step.body }];
  play({ writes, ending: step.ending }, response, onFinished);
}

function jsonHeaders(document: string, requestId: string): Record<string, string | number> {
  return {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(document),
    'request-id': requestId,
  };
}
