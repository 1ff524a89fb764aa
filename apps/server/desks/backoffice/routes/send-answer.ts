import type { FastifyReply } from 'fastify';
import type { TurnEnd } from '../../../chat/turn-end.ts';
import { readTurnEnd } from '../../../chat/turn-end.ts';
import type { TurnLog } from '../../../chat/turn-log.ts';
import { streamTurn } from '../../../chat/turn-stream.ts';
import { HttpProblem } from '../../../platform/http/problem.ts';
import { textFrame } from './text-frame.ts';

type Done = Extract<TurnEnd['terminal'], { event: 'done' }>['data'];

/** Sends a turn's events after number `after`. From here on the response is the stream's. */
export function streamAnswer(reply: FastifyReply, log: TurnLog, after: number): void {
  reply.header('x-session-id', log.threadId).hijack();
  streamTurn({
    response: reply.raw,
    headers: reply.getHeaders(),
    log,
    after,
    frame: textFrame,
  });
}

/**
 * Waits for the whole answer of a turn. Undefined when the client has left: the turn runs on, and
 * nothing can be answered. Throws `HttpProblem` for a turn that failed.
 */
export async function readAnswer(
  reply: FastifyReply,
  log: TurnLog,
): Promise<{ message: string; done: Done } | undefined> {
  reply.headers({ 'x-session-id': log.threadId, 'x-turn-id': log.turnId });
  const end = await readTurnEnd(log, leftSignal(reply));
  if (end === undefined) {
    reply.hijack();
    return undefined;
  }
  const { text, terminal } = end;
  if (terminal.event === 'done') return { message: text, done: terminal.data };
  const { code, message, retryable } = terminal.data;
  throw new HttpProblem({ code, detail: message, isRetryable: retryable });
}

/** Aborts once the response is closed, sent or not. */
function leftSignal({ raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  raw.once('close', () => left.abort());
  if (raw.destroyed) left.abort();
  return left.signal;
}
