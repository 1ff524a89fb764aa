import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { WebSocket, WebSocketServer } from 'ws';
import { createTurnLog, type TurnLog } from '../../../chat/turn-log.ts';
import { createFrameWriter } from './frame-writer.ts';
import { openChat } from './test-chat-client.ts';
import { sendTurn } from './turn-frames.ts';

const IDS = {
  turnId: '019a0000-0000-7000-8000-000000000001',
  threadId: '019a0000-0000-7000-8000-000000000002',
};
const token = (content: string) => ({ event: 'token', data: { content } });
const failure = {
  event: 'error',
  data: { message: 'Again, please.', code: 'interrupted', retryable: true },
};

interface Served {
  address: string;
  /** The server's ends. */
  sockets: WebSocket[];
  /** How many turns are being sent. */
  sending: number;
  allClosed(): Promise<unknown>;
}

async function serve(
  t: TestContext,
  log: TurnLog,
  { after = 0, stalledAfterMs = 30_000 } = {},
): Promise<Served> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  t.after(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  const closed: Promise<void>[] = [];
  const served: Served = {
    address: '',
    sockets: [],
    sending: 0,
    allClosed: () => Promise.all(closed),
  };
  server.on('connection', (socket) => {
    served.sockets.push(socket);
    served.sending += 1;
    const ended = (): void => {
      served.sending -= 1;
    };
    const writer = createFrameWriter({ socket, stalledAfterMs, onRoom: () => turn.sendNew() });
    const turn = sendTurn({ log, after, writer, clock: () => new Date(), onEnd: ended });
    closed.push(
      new Promise((resolve) => {
        socket.once('close', () => {
          turn.stop();
          resolve();
        });
      }),
    );
    turn.sendNew();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  served.address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return served;
}

/** A client that shakes hands and then never reads. */
async function connectWithoutReading(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('open', resolve));
  socket.pause();
  return socket;
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}

/** Counts who listens to a log. */
function countListeners(t: TestContext, log: TurnLog): { count: number } {
  const listeners = { count: 0 };
  const subscribe = log.onChange;
  t.mock.method(log, 'onChange', (listener: () => void) => {
    const unsubscribe = subscribe(listener);
    listeners.count += 1;
    let isSubscribed = true;
    return () => {
      unsubscribe();
      if (isSubscribed) listeners.count -= 1;
      isSubscribed = false;
    };
  });
  return listeners;
}

describe('a turn sent as frames', () => {
  it('cuts 20 readers that take nothing, buffers little for each and leaves no listener', async (t) => {
    const log = createTurnLog(IDS);
    const listeners = countListeners(t, log);
    const served = await serve(t, log, { stalledAfterMs: 200 });
    const clients = await Promise.all(
      Array.from({ length: 20 }, () => connectWithoutReading(served.address)),
    );
    await until(() => served.sockets.length === 20);
    for (let count = 0; count < 600; count += 1) log.append(token('x'.repeat(20_000)));
    await until(() => served.sockets.every(({ bufferedAmount }) => bufferedAmount > 0));
    for (const { bufferedAmount } of served.sockets) assert.ok(bufferedAmount < 400_000);
    await served.allClosed();
    assert.equal(listeners.count, 0);
    for (const client of clients) client.terminate();
  });

  it('gives a slow reader every event once and in order, without cutting it', async (t) => {
    const log = createTurnLog(IDS);
    const served = await serve(t, log);
    const client = await openChat(served.address);
    const pieces = Array.from({ length: 400 }, (_, index) => `${index}:${'é'.repeat(20_000)};`);
    for (const piece of pieces) log.append(token(piece));
    log.append(failure);
    const [server] = served.sockets;
    assert.ok(server);
    let most = 0;
    for (let seq = 1; seq <= 400; seq += 1) {
      most = Math.max(most, server.bufferedAmount);
      assert.deepEqual(await client.next(), {
        type: 'chunk',
        turn_id: IDS.turnId,
        seq,
        content: pieces[seq - 1],
      });
    }
    const last = await client.next();
    assert.ok(last.type === 'error' && last.seq === 401);
    assert.ok(most < 200_000, `${most} bytes were buffered`);
    assert.equal(served.sending, 0);
  });

  it('numbers a conclusion after what the reader has', async (t) => {
    const log = createTurnLog(IDS);
    log.append(token('Half'));
    log.conclude([{ event: 'snapshot', data: { content: 'Half' } }, failure]);
    for (const [after, numbers] of [
      [0, [1, 2, 3]],
      [1, [2, 3]],
      [9, [10, 11]],
    ] as const) {
      const served = await serve(t, log, { after });
      const frames = await (await openChat(served.address)).turn();
      assert.deepEqual(
        frames.map((frame) => ('seq' in frame ? frame.seq : undefined)),
        numbers,
      );
      assert.deepEqual(
        frames.slice(-2).map(({ type }) => type),
        ['snapshot', 'error'],
      );
    }
  });
});
