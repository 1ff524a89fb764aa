import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnswerState, answer, answerWithError, type Exchange } from './answer.ts';
import { createBilling } from './billing.ts';
import { readBody } from './read-body.ts';
import {
  describeRequest,
  freezeDeep,
  type OpenRequest,
  type RecordedRequest,
} from './recorded-request.ts';
import { invalidRequest, type Refusal } from './refusal.ts';
import { createSentMessages } from './sent-messages.ts';
import type { StepSource } from './step.ts';
import { validate } from './validation/validate.ts';

export interface FakeClaudeOptions {
  /** The only key that is let in; 'test-key' unless given. */
  apiKey?: string;
  /** The fake's time, which retires models and lets caches expire; stands at 2026-11-22 unless given. */
  clock?: () => Date;
  /** 0, a free port, unless given. */
  port?: number;
  /** Larger bodies get 413; 32 MiB, the API's own limit, unless given. */
  maxBodyBytes?: number;
  /** `requests` keeps the newest of so many; all unless given. */
  maxRecordedRequests?: number;
}

export interface FakeClaude {
  /** For the SDK's `baseURL`. */
  readonly url: string;
  /** Queues answers, one for each request that is valid. */
  script(...steps: StepSource[]): void;
  /** Answers every valid request for which nothing is queued. */
  always(step: StepSource): void;
  /** Every request received, refused ones too, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** The nth request (0 is the first), as soon as it has been read; rejects when the fake closes first. */
  request(index: number): Promise<RecordedRequest>;
  /** Throws when steps are left over, a request came beyond the script, or a step function failed. */
  assertDone(): void;
  /** Ends every connection and resolves when none is left. Safe to call twice. */
  close(): Promise<void>;
}

const defaultTime = new Date('2026-11-22T12:00:00Z');

/**
 * Starts a strict stand-in for the Messages API on 127.0.0.1. It refuses what the API refuses
 * before it uses up a step. A valid request beyond the script gets a 500 that the SDK does not
 * retry and makes `assertDone` throw.
 */
export async function startFakeClaude(options: FakeClaudeOptions = {}): Promise<FakeClaude> {
  const clock = options.clock ?? (() => defaultTime);
  const apiKey = options.apiKey ?? 'test-key';
  const maxBodyBytes = options.maxBodyBytes ?? 32 * 1024 * 1024;
  const maxRecordedRequests = options.maxRecordedRequests ?? Number.POSITIVE_INFINITY;
  const sent = createSentMessages();
  const steps: StepSource[] = [];
  const requests: RecordedRequest[] = [];
  const complaints: string[] = [];
  const waiting = new Map<number, PromiseWithResolvers<RecordedRequest>>();
  let everyStep: StepSource | undefined;
  let received = 0;
  let idCount = 0;
  let closing: Promise<void> | undefined;

  const createId = (prefix: string) => {
    idCount += 1;
    return `${prefix}${idCount.toString(36).padStart(24, '0')}`;
  };
  const state: AnswerState = { billing: createBilling(clock), sent, createId };

  // Idle connections stay: one that times out just as it is used again would fail a test at random.
  const server = createServer({ keepAliveTimeout: 0 }, (incoming, response) => {
    void receive(incoming, response);
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port } = server.address() as AddressInfo;

  async function receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    let bytes: Buffer | undefined;
    try {
      bytes = await readBody(incoming, maxBodyBytes);
    } catch {
      // The client left while it was still sending: there is nobody to answer.
      return;
    }
    const request = openRequest(incoming, bytes === undefined ? undefined : parseJson(bytes));
    const exchange = track(request, response);
    const misplaced = bytes === undefined ? tooLarge() : checkPlace(incoming);
    const checked = misplaced
      ? { refusal: misplaced }
      : validate(request, { apiKey, now: clock(), sent });
    if ('refusal' in checked) {
      request.refusal = checked.refusal;
      record(request);
      answerWithError(exchange, checked.refusal);
      return;
    }
    const source = steps.shift() ?? everyStep;
    request.accepted = source !== undefined;
    request.unexpected = source === undefined;
    record(request);
    if (source === undefined) {
      complaints.push(`${describeRequest(request)}: no step was left for it`);
      answerWithError(exchange, outOfScript(), { 'x-should-retry': 'false' });
      return;
    }
    try {
      const step = typeof source === 'function' ? await source(checked.request) : source;
      if (!response.destroyed) answer(exchange, { step, request: checked.request }, state);
    } catch (error) {
      complaints.push(`${describeRequest(request)}: its step failed: ${String(error)}`);
      answerWithError(exchange, outOfScript(), { 'x-should-retry': 'false' });
    }
  }

  function openRequest(incoming: IncomingMessage, body: unknown): OpenRequest {
    return {
      id: createId('req_'),
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: maxRecordedRequests > 0 ? freezeDeep(body) : body,
      accepted: false,
      unexpected: false,
      refusal: undefined,
      aborted: false,
      closed: Promise.resolve(),
      receivedAtMs: performance.now(),
      closedAtMs: undefined,
    };
  }

  function track(request: OpenRequest, response: ServerResponse): Exchange {
    let isFinished = false;
    // A write that meets a socket just closed by the client; its 'close' tells what is to tell.
    response.on('error', () => {});
    request.closed = new Promise((resolve) => {
      response.once('close', () => {
        request.closedAtMs = performance.now();
        request.aborted = !isFinished && closing === undefined;
        resolve();
      });
    });
    const onFinished = () => {
      isFinished = true;
    };
    return { response, requestId: request.id, onFinished };
  }

  function record(request: RecordedRequest): void {
    requests.push(request);
    if (requests.length > maxRecordedRequests) requests.shift();
    waiting.get(received)?.resolve(request);
    waiting.delete(received);
    received += 1;
  }

  async function stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeAllConnections();
    for (const { reject } of waiting.values()) reject(new Error('The fake was closed.'));
    waiting.clear();
    await closed;
    await Promise.all(requests.map((request) => request.closed));
  }

  return {
    url: `http://127.0.0.1:${port}`,
    script: (...more) => void steps.push(...more),
    always: (step) => {
      everyStep = step;
    },
    requests,
    request: (index) => {
      const known = requests[index - (received - requests.length)];
      if (known) return Promise.resolve(known);
      const promised = waiting.get(index) ?? Promise.withResolvers<RecordedRequest>();
      waiting.set(index, promised);
      return promised.promise;
    },
    assertDone: () => {
      const problems = [...complaints];
      if (steps.length > 0) {
        const refused = requests.filter(({ refusal }) => refusal).map(describeRequest);
        problems.push(`${steps.length} step(s) were not used`, ...refused);
      }
      if (problems.length > 0) throw new Error(`Fake Claude: ${problems.join('; ')}`);
    },
    close: () => {
      closing ??= stop();
      return closing;
    },
  };
}

function checkPlace({ method, url }: IncomingMessage): Refusal | undefined {
  if (url?.split('?')[0] !== '/v1/messages') {
    return { status: 404, type: 'not_found_error', message: 'Not Found' };
  }
  return method === 'POST' ? undefined : { ...invalidRequest('Method Not Allowed'), status: 405 };
}

function tooLarge(): Refusal {
  const message = 'Request exceeds the maximum size';
  return { status: 413, type: 'request_too_large', message };
}

function outOfScript(): Refusal {
  return { status: 500, type: 'api_error', message: 'Fake Claude has no step for this request.' };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
