import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { LiveChanges, LiveEvent } from '@deskbell/protocol';

/** A server of one stream, which says what a test wants it to say. */
export interface LiveServer {
  url: string;
  /** The streams that are open now. */
  open: ReadonlySet<ServerResponse>;
  /** How many requests have come. */
  requests: () => number;
  /** What later requests get instead of a stream: a status, or no answer at all. */
  answerWith: (
    answer: { status: number; headers?: Record<string, string> } | 'nothing' | 'stream',
  ) => void;
  send: (event: LiveEvent) => void;
  /** Ends every stream without a word. */
  cut: () => void;
}

export const noChanges: LiveChanges = {
  executions: [],
  emails: [],
  tasks: [],
  deadlines: [],
  reviews: [],
  notifications: [],
  bookings: [],
};

/** Of the fields of a record only what a test is about. */
export const changesOf = (changes: { [Kind in keyof LiveChanges]?: object[] }): LiveChanges =>
  ({ ...noChanges, ...changes }) as LiveChanges;

export async function startLiveServer(t: TestContext): Promise<LiveServer> {
  const open = new Set<ServerResponse>();
  let requests = 0;
  let answer: Parameters<LiveServer['answerWith']>[0] = 'stream';
  const write = (response: ServerResponse, { event, data }: LiveEvent) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const server = createServer((_request: IncomingMessage, response) => {
    requests += 1;
    if (answer === 'nothing') return;
    if (answer !== 'stream') {
      response.writeHead(answer.status, answer.headers).end('{}');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    open.add(response);
    response.once('close', () => open.delete(response));
    write(response, {
      event: 'hello',
      data: { server_time: new Date().toISOString(), heartbeat_ms: 5_000 },
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/live`,
    open,
    requests: () => requests,
    answerWith: (next) => {
      answer = next;
    },
    send: (event) => {
      for (const response of open) write(response, event);
    },
    cut: () => {
      for (const response of open) response.destroy();
    },
  };
}
