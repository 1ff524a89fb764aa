import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { readChatEvents, textOf } from '@deskbell/testing/chat-stream.ts';
import { createTurnLog, type TurnLog } from './turn-log.ts';
import { streamTurn } from './turn-stream.ts';

const IDS = {
  turnId: '019a0000-0000-7000-8000-000000000001',
  threadId: '019a0000-0000-7000-8000-000000000002',
};

interface Served {
  url: string;
  port: number;
  responses: ServerResponse[];
  allClosed(): Promise<void>;
}

async function serve(
  t: TestContext,
  log: TurnLog,
  options: { stalledAfterMs?: number; keepAliveEveryMs?: number; after?: number } = {},
): Promise<Served> {
  const responses: ServerResponse[] = [];
  const closed: Promise<void>[] = [];
  const server = createServer((_request, response) => {
    responses.push(response);
    closed.push(new Promise((resolve) => response.once('close', resolve)));
    streamTurn({ response, headers: {}, log, after: 0, ...options });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const allClosed = async (): Promise<void> => void (await Promise.all(closed));
  return { url: `http://127.0.0.1:${port}`, port, responses, allClosed };
}

/** A log whose listeners the test can count. */
function createCountedLog(): TurnLog & { listenerCount: number } {
  const log = createTurnLog(IDS);
  const counted = Object.create(log, {
    listenerCount: { value: 0, writable: true },
    isEnded: { get: () => log.isEnded },
    conclusion: { get: () => log.conclusion },
    onChange: {
      value: (listener: () => void) => {
        const unsubscribe = log.onChange(listener);
        counted.listenerCount += 1;
        let isSubscribed = true;
        return () => {
          unsubscribe();
          if (isSubscribed) counted.listenerCount -= 1;
          isSubscribed = false;
        };
      },
    },
  }) as TurnLog & { listenerCount: number };
  return counted;
}

const token = (content: string) => ({ event: 'token', data: { content } });
const failure = {
  event: 'error',
  data: { message: 'Call us.', code: 'interrupted', retryable: true },
};

/** Sends a request and never reads the answer. */
async function connectWithoutReading(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.pause();
  socket.on('error', () => {});
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  return socket;
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}

describe('streamTurn', () => {
  it('cuts 50 readers that take nothing, buffers little for each and leaves no listener', async (t) => {
    const log = createCountedLog();
    const served = await serve(t, log, { stalledAfterMs: 200 });
    const sockets = await Promise.all(
      Array.from({ length: 50 }, () => connectWithoutReading(served.port)),
    );
    await until(() => served.responses.length === 50);
    const piece = 'x'.repeat(20_000);
    for (let count = 0; count < 600; count += 1) log.append(token(piece));
    await until(() => served.responses.every((response) => response.writableNeedDrain));
    for (const { writableLength } of served.responses) assert.ok(writableLength < 400_000);
    await served.allClosed();
    assert.equal(log.listenerCount, 0);
    for (const socket of sockets) socket.destroy();
  });

  it('cuts a reader that stalls after the end of the turn', async (t) => {
    const log = createCountedLog();
    const served = await serve(t, log, { stalledAfterMs: 200 });
    for (let count = 0; count < 600; count += 1) log.append(token('x'.repeat(20_000)));
    log.append(failure);
    const socket = await connectWithoutReading(served.port);
    await until(() => served.responses.length === 1);
    await served.allClosed();
    assert.equal(log.listenerCount, 0);
    socket.destroy();
  });

  it('leaves nothing behind when its reader vanishes', async (t) => {
    const log = createCountedLog();
    const served = await serve(t, log);
    for (let count = 0; count < 200; count += 1) {
      const leaving = new AbortController();
      await fetch(served.url, { signal: leaving.signal });
      leaving.abort();
    }
    await served.allClosed();
    assert.equal(log.listenerCount, 0);
    for (const response of served.responses) {
      assert.equal(response.listenerCount('drain'), 0);
    }
  });

  it('gives a slow reader every event once and in order', async (t) => {
    const log = createTurnLog(IDS);
    const served = await serve(t, log);
    const response = await fetch(served.url);
    const pieces = Array.from({ length: 400 }, (_, index) => `${index}:${'é'.repeat(20_000)};`);
    for (const piece of pieces) log.append(token(piece));
    log.append(failure);
    const events = await Array.fromAsync(readChatEvents(response));
    assert.equal(textOf(events), pieces.join(''));
    assert.deepEqual(
      events.map(({ number }) => number),
      Array.from({ length: 401 }, (_, index) => index + 1),
    );
  });

  it('makes one write of a burst and keeps a silent stream open with comments', async (t) => {
    const log = createTurnLog(IDS);
    const served = await serve(t, log, { keepAliveEveryMs: 10 });
    const response = await fetch(served.url);
    assert.ok(response.body);
    const reader = response.body.getReader();
    const first = await reader.read();
    assert.equal(new TextDecoder().decode(first.value), ': ping\n\n');
    const writes: string[] = [];
    const [raw] = served.responses;
    assert.ok(raw);
    const write = raw.write.bind(raw);
    t.mock.method(raw, 'write', (text: string) => {
      if (text.startsWith('id:')) writes.push(text);
      return write(text);
    });
    log.append(token('a'));
    log.append(token('b'));
    await until(() => writes.length > 0);
    assert.equal(writes.length, 1);
    await reader.cancel();
  });

  it('numbers a conclusion after what the reader has, and ends', async (t) => {
    const log = createTurnLog(IDS);
    log.append(token('Half'));
    log.conclude([{ event: 'snapshot', data: { content: 'Half' } }, failure]);
    for (const [after, numbers] of [
      [0, [1, 2, 3]],
      [1, [2, 3]],
      [9, [10, 11]],
    ] as const) {
      const served = await serve(t, log, { after });
      const events = await Array.fromAsync(readChatEvents(await fetch(served.url)));
      assert.deepEqual(
        events.map(({ number }) => number),
        numbers,
      );
    }
  });
});
