import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTick } from 'node:timers/promises';
import type { AssistantProfile } from '@deskbell/protocol';
import { type StoredTurn, storedThread, type Wire } from './scripted-thread.ts';

/** A turn whose every event is written by the test. */
export type ScriptedTurn = {
  readonly turnId: string;
  readonly threadId: string;
  readonly message: string;
  readonly idempotencyKey: string;
  /** How many streams (first and resumed) are open. */
  readerCount(): number;
  token(content: string): void;
  toolCall(tool: string, callId: string, label: string): void;
  toolResult(tool: string, callId: string, result: Record<string, unknown>): void;
  snapshot(content: string): void;
  done(reason?: string): void;
  error(error: { message: string; code: string; retryable: boolean }): void;
  /** Any event, also ones the protocol does not know. */
  emit(event: Wire): void;
  /** Destroys every open stream of the turn; the turn runs on. */
  cut(): void;
};

export type Refusal = {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
};

export type FrontDeskRequest = {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
};

export type ScriptedFrontDesk = {
  readonly url: string;
  readonly requests: readonly FrontDeskRequest[];
  /** The next turn that is accepted (or was, and nobody has taken it yet). */
  nextTurn(): Promise<ScriptedTurn>;
  /** Answers the next chat POST with a refusal. */
  refuseNext(refusal: Refusal): void;
  /** Cuts the next chat POST: before it is accepted, or after that but before a byte is answered. */
  dropNext(when: 'before_accept' | 'after_accept'): void;
  /** One write per byte, each in its own event-loop pass. */
  splitEveryByte(isOn: boolean): void;
  /** Every stream is destroyed after one event, unless that event ends the turn. */
  cutAfterEveryEvent(isOn: boolean): void;
  /** Whether POST answers name the turn in `X-Turn-Id`. On at the start. */
  nameTurnInHeader(isOn: boolean): void;
  /** Resumes and stops of this turn answer 404 from now on. */
  expireTurn(turnId: string): void;
  /** The thread answers 404 from now on. */
  expireThread(threadId: string): void;
  stoppedTurnIds(): readonly string[];
  /** Answers the next hand-over with a refusal; without one each leads to `/book?handoff=…`. */
  refuseNextHandoff(refusal: Refusal): void;
  close(): Promise<void>;
};

type Turn = ScriptedTurn &
  StoredTurn & { readers: Set<{ response: ServerResponse; sent: number; isWriting: boolean }> };

export type ScriptedFrontDeskOptions = {
  /** Serves everything outside `/api/assistant/`; true when it has answered. */
  fallback?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
};

const terminal = new Set(['done', 'error']);
const usage = { input_tokens: 0, cache_read_tokens: 0, cache_write_tokens: 0, output_tokens: 0 };

const profile: AssistantProfile = {
  name: 'ToteTaxi',
  tagline: 'Luggage and small moves between New York City and the Hamptons',
  phone: '(631) 595-5100',
  email: 'info@totetaxi.example',
  suggestions: [
    'Do you pick up in 10001?',
    'What does a petite move cost?',
    'Send 3 suitcases to East Hampton',
    'Can you bring my bags to JFK?',
  ],
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const sendJson = (response: ServerResponse, answer: Refusal): void => {
  response.writeHead(answer.status, {
    'content-type': answer.status < 400 ? 'application/json' : 'application/problem+json',
    ...answer.headers,
  });
  response.end(JSON.stringify(answer.body));
};

export const problem = (status: number, detail: string, code: string): Refusal => ({
  status,
  body: { type: 'about:blank', title: detail, status, detail, instance: '/', code, error: detail },
});

/**
 * The front desk's wire over real HTTP with a test's hand on every event: same paths, ids, resume,
 * idempotency and thread rules as the server, no database and no model behind it.
 */
export const startScriptedFrontDesk = async (
  options: ScriptedFrontDeskOptions = {},
): Promise<ScriptedFrontDesk> => {
  const turns = new Map<string, Turn>();
  const turnByKey = new Map<string, Turn>();
  const expired = new Set<string>();
  const stopped: string[] = [];
  const requests: FrontDeskRequest[] = [];
  const untaken: Turn[] = [];
  const waiting: ((turn: Turn) => void)[] = [];
  const refusals: Refusal[] = [];
  const handoffRefusals: Refusal[] = [];
  let drop: 'before_accept' | 'after_accept' | null = null;
  let isByteWise = false;
  let isCutting = false;
  let isNaming = true;

  const pump = async (turn: Turn, reader: Turn['readers'] extends Set<infer R> ? R : never) => {
    if (reader.isWriting) return;
    reader.isWriting = true;
    while (turn.readers.has(reader) && reader.sent < turn.events.length) {
      const event = turn.events[reader.sent];
      if (event === undefined) break;
      reader.sent += 1;
      const frame = Buffer.from(
        `id: ${turn.turnId}:${reader.sent}\nevent: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`,
      );
      if (isByteWise) {
        for (const byte of frame) {
          reader.response.write(Buffer.of(byte));
          await nextTick();
        }
      } else {
        reader.response.write(frame);
      }
      if (terminal.has(event.name)) {
        turn.readers.delete(reader);
        reader.response.end();
      } else if (isCutting) {
        turn.readers.delete(reader);
        // The bytes have to leave the machine before the line is cut.
        await new Promise((resolve) => reader.response.write(': cut\n\n', resolve));
        await nextTick();
        reader.response.destroy();
      }
    }
    reader.isWriting = false;
  };

  const attach = (turn: Turn, response: ServerResponse, after: number): void => {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      ...(isNaming && { 'x-turn-id': turn.turnId }),
    });
    response.flushHeaders();
    const reader = { response, sent: after, isWriting: false };
    turn.readers.add(reader);
    response.on('close', () => turn.readers.delete(reader));
    void pump(turn, reader);
  };

  const createTurn = (message: string, threadId: string, idempotencyKey: string): Turn => {
    const turnId = randomUUID();
    const emit = (event: Wire) => {
      if (turn.isOver) throw new Error('The turn has ended: no event may follow.');
      turn.events.push(event);
      turn.isOver = terminal.has(event.name);
      for (const reader of turn.readers) void pump(turn, reader);
    };
    const turn: Turn = {
      turnId,
      threadId,
      message,
      idempotencyKey,
      events: [],
      readers: new Set(),
      isOver: false,
      createdAt: new Date().toISOString(),
      readerCount: () => turn.readers.size,
      emit,
      token: (content) => emit({ name: 'token', data: { content } }),
      toolCall: (tool, callId, label) =>
        emit({ name: 'tool_call', data: { tool, call_id: callId, label } }),
      toolResult: (tool, callId, result) =>
        emit({ name: 'tool_result', data: { tool, call_id: callId, result } }),
      snapshot: (content) => emit({ name: 'snapshot', data: { content } }),
      done: (reason = 'answered') =>
        emit({
          name: 'done',
          data: {
            thread_id: threadId,
            turn_id: turnId,
            model: 'scripted',
            degraded: false,
            reason,
            ...(reason === 'stopped' && { stopped: true }),
            usage,
          },
        }),
      error: (data) => emit({ name: 'error', data }),
      cut: () => {
        for (const reader of turn.readers) reader.response.destroy();
        turn.readers.clear();
      },
    };
    return turn;
  };

  const acceptChat = (request: FrontDeskRequest, response: ServerResponse): void => {
    const refusal = refusals.shift();
    if (refusal) {
      sendJson(response, refusal);
      return;
    }
    const dropping = drop;
    drop = null;
    if (dropping === 'before_accept') {
      response.destroy();
      return;
    }
    const { message, thread_id } = JSON.parse(request.body) as {
      message: string;
      thread_id?: string;
    };
    const threadId = thread_id ?? randomUUID();
    const key = String(request.headers['idempotency-key'] ?? randomUUID());
    let turn = turnByKey.get(key);
    if (turn === undefined) {
      if (expired.has(threadId)) {
        sendJson(response, problem(404, 'There is no such conversation.', 'thread_not_found'));
        return;
      }
      if ([...turns.values()].some((other) => other.threadId === threadId && !other.isOver)) {
        sendJson(response, problem(409, 'The assistant is still answering.', 'turn_running'));
        return;
      }
      turn = createTurn(message, threadId, key);
      turns.set(turn.turnId, turn);
      turnByKey.set(key, turn);
      const taker = waiting.shift();
      if (taker) taker(turn);
      else untaken.push(turn);
    }
    if (dropping === 'after_accept') response.destroy();
    else attach(turn, response, 0);
  };

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://desk.test');
    if (!pathname.startsWith('/api/assistant/')) {
      if (!(await options.fallback?.(incoming, response)))
        sendJson(response, problem(404, 'Not found.', 'not_found'));
      return;
    }
    const request: FrontDeskRequest = {
      method: incoming.method ?? 'GET',
      path: pathname,
      headers: incoming.headers,
      body: await readBody(incoming),
    };
    requests.push(request);
    if (pathname === '/api/assistant/profile/') {
      sendJson(response, { status: 200, body: profile });
      return;
    }
    if (pathname === '/api/assistant/handoffs/') {
      const id = randomUUID();
      sendJson(
        response,
        handoffRefusals.shift() ?? {
          status: 201,
          body: {
            handoff_id: id,
            expires_at: new Date(Date.now() + 300_000).toISOString(),
            booking_url: `/book?handoff=${id}`,
          },
        },
      );
      return;
    }
    const route = /^\/api\/assistant\/(chat|threads)\/(?:([^/]+)\/)?(stop\/)?$/.exec(pathname);
    const id = route?.[2] ?? '';
    const turn = expired.has(id) ? undefined : turns.get(id);
    if (route?.[1] === 'threads') {
      const thread = expired.has(id) ? null : storedThread(id, turns.values());
      sendJson(
        response,
        thread
          ? { status: 200, body: thread }
          : problem(404, 'There is no such conversation.', 'thread_not_found'),
      );
    } else if (request.method === 'POST' && id === '') {
      acceptChat(request, response);
    } else if (turn === undefined) {
      sendJson(response, problem(404, 'There is no such turn.', 'turn_not_found'));
    } else if (route?.[3]) {
      stopped.push(turn.turnId);
      if (!turn.isOver) turn.done('stopped');
      sendJson(response, { status: 202, body: {} });
    } else {
      const after = /:(\d+)$/.exec(String(request.headers['last-event-id'] ?? ''))?.[1];
      attach(turn, response, Number(after ?? 0));
    }
  };

  const server: Server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    nextTurn: () => {
      const turn = untaken.shift();
      return turn ? Promise.resolve(turn) : new Promise((resolve) => waiting.push(resolve));
    },
    refuseNext: (refusal) => refusals.push(refusal),
    dropNext: (when) => {
      drop = when;
    },
    splitEveryByte: (isOn) => {
      isByteWise = isOn;
    },
    cutAfterEveryEvent: (isOn) => {
      isCutting = isOn;
    },
    nameTurnInHeader: (isOn) => {
      isNaming = isOn;
    },
    expireTurn: (turnId) => expired.add(turnId),
    expireThread: (threadId) => expired.add(threadId),
    stoppedTurnIds: () => stopped,
    refuseNextHandoff: (refusal) => handoffRefusals.push(refusal),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};
