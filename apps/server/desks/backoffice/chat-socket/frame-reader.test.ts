import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { WebSocket, WebSocketServer } from 'ws';
import { type FrameReader, type IncomingFrame, readFrames } from './frame-reader.ts';

interface Reading {
  client: WebSocket;
  server: WebSocket;
  reader: FrameReader;
  handled: IncomingFrame[];
  /** Lets frames be handled; until then the first one is being handled. */
  release(): void;
}

async function startReading(t: TestContext): Promise<Reading> {
  const listening = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  t.after(() => {
    for (const socket of listening.clients) socket.terminate();
    listening.close();
  });
  const gate = Promise.withResolvers<void>();
  const handled: IncomingFrame[] = [];
  const connected = Promise.withResolvers<{ server: WebSocket; reader: FrameReader }>();
  listening.on('connection', (server) => {
    const reader = readFrames(server, async (frame) => {
      await gate.promise;
      handled.push(frame);
    });
    connected.resolve({ server, reader });
  });
  await new Promise((resolve) => listening.once('listening', resolve));
  const client = new WebSocket(`ws://127.0.0.1:${(listening.address() as AddressInfo).port}`);
  await new Promise((resolve) => client.once('open', resolve));
  return { client, ...(await connected.promise), handled, release: gate.resolve };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}

describe('the frames of a socket', () => {
  it('are not read while many wait, and are all handled in order', async (t) => {
    const { client, server, reader, handled, release } = await startReading(t);
    const padding = 'x'.repeat(60_000);
    for (let count = 1; count <= 1_000; count += 1) client.send(`${count} ${padding}`);
    await until(() => server.isPaused);
    // Time for anything that would still be read.
    for (let turns = 0; turns < 1_000; turns += 1) await new Promise(setImmediate);
    assert.ok(reader.latest <= 34, `${reader.latest} frames were taken`);
    assert.ok(client.bufferedAmount > 30_000_000, 'the rest waits at the client');
    release();
    await until(() => handled.length === 1_000);
    for (const [index, frame] of handled.entries()) {
      assert.ok(frame.kind === 'text' && frame.text.startsWith(`${index + 1} `));
      assert.equal(frame.number, index + 1);
    }
    assert.equal(server.isPaused, false);
  });

  it('are dropped after a stop, which waits for the one being handled and sees the peer leave', async (t) => {
    const { client, server, reader, handled, release } = await startReading(t);
    for (let count = 1; count <= 40; count += 1) client.send(`${count}`);
    await until(() => server.isPaused);
    const stopped = reader.stop();
    client.send('41');
    release();
    await stopped;
    assert.deepEqual(handled, [{ number: 1, kind: 'text', text: '1' }]);
    const closed = new Promise((resolve) => server.once('close', resolve));
    client.close();
    await closed;
    assert.equal(handled.length, 1);
  });
});
