import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer: chunks as server-sent events, or any status with a JSON body. */
export interface FakeCompletion {
  /** Objects become JSON; strings are sent as they are. Each is one `data:` event. */
  chunks?: readonly unknown[];
  /** What comes after the chunks: `[DONE]`, nothing, silence, or a destroyed socket. */
  ending?: 'done' | 'end' | 'stall' | 'cut';
  status?: number;
  body?: unknown;
}

export interface FakeOpenAi {
  /** For the SDK's `baseURL`, with its `/v1`. */
  readonly url: string;
  /** The parsed bodies of all requests, in order. */
  readonly requests: readonly Record<string, unknown>[];
  /** The `authorization` headers of all requests, in order. */
  readonly authorizations: readonly (string | undefined)[];
  /** How many answers are under way. */
  readonly openAnswers: number;
  /** One answer for each request to come; a request without one gets a 500. */
  script(...answers: FakeCompletion[]): void;
  close(): Promise<void>;
}

/** A stand-in for an OpenAI-compatible server on 127.0.0.1. It checks no request. */
export async function startFakeOpenAi(): Promise<FakeOpenAi> {
  const answers: FakeCompletion[] = [];
  const requests: Record<string, unknown>[] = [];
  const authorizations: (string | undefined)[] = [];
  let openAnswers = 0;

  const server = createServer(async (request, response) => {
    let json = '';
    for await (const part of request.setEncoding('utf8')) json += part;
    requests.push(JSON.parse(json));
    authorizations.push(request.headers.authorization);
    openAnswers += 1;
    response.once('close', () => {
      openAnswers -= 1;
    });
    send(response, answers.shift() ?? { status: 500, body: { error: { message: 'no script' } } });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    authorizations,
    get openAnswers() {
      return openAnswers;
    },
    script: (...more) => void answers.push(...more),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function send(response: ServerResponse, answer: FakeCompletion): void {
  const { status = 200, body, chunks = [], ending = 'done' } = answer;
  if (body !== undefined) {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    return;
  }
  response.writeHead(status, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  for (const chunk of chunks) {
    response.write(`data: ${typeof chunk === 'string' ? chunk : JSON.stringify(chunk)}\n\n`);
  }
  if (ending === 'done') response.end('data: [DONE]\n\n');
  else if (ending === 'end') response.end();
  else if (ending === 'cut') setImmediate(() => response.destroy());
}
