import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { holdAfter, paced, silence, stallAfter } from './delivery.ts';
import { exampleHeaders, requestWith } from './example-requests.ts';
import { startFakeClaude } from './fake-claude.ts';
import { text } from './replies.ts';

/** Sends a request over a bare socket, so that no client library leaves anything open. */
function send(url: string, body: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const headers = Object.entries({ ...exampleHeaders, 'content-length': Buffer.byteLength(body) });
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`POST /v1/messages HTTP/1.1\r\nhost: fake\r\n${head}\r\n${body}`);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => {});
  socket.resume();
  return closed;
}

const openKinds = () =>
  process
    .getActiveResourcesInfo()
    .filter((kind) => /^(Timeout|TCP)/.test(kind))
    .toSorted();

test('close ends every kind of answer at once and leaves no socket and no timer', async () => {
  const before = openKinds();
  const fake = await startFakeClaude();
  const never = new Promise(() => {});
  const steps = [
    stallAfter(text('one two'), { events: 3 }),
    silence(),
    paced(text('one two'), { everyMs: 60_000 }),
    holdAfter(text('one two'), 2, never),
    text('done'),
  ];
  fake.script(...steps);
  const body = JSON.stringify({ ...requestWith(), stream: true });
  const sockets = steps.map(() => send(fake.url, body));
  await fake.request(steps.length - 1);
  await fake.close();
  await fake.close();
  await Promise.all(sockets);
  assert.ok(fake.requests.every(({ aborted, closedAtMs }) => !aborted && closedAtMs !== undefined));
  assert.deepEqual(openKinds(), before);
});

test('a client that leaves in the middle leaves no timer behind', async () => {
  const fake = await startFakeClaude();
  const before = openKinds();
  fake.script(paced(text('one two'), { everyMs: 60_000 }));
  const { hostname, port } = new URL(fake.url);
  const body = JSON.stringify({ ...requestWith(), stream: true });
  const socket = connect(Number(port), hostname);
  const head = Object.entries(exampleHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(
    `POST /v1/messages HTTP/1.1\r\nhost: fake\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${head.join('')}\r\n${body}`,
  );
  await new Promise((resolve) => socket.once('data', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.destroy();
  await closed;
  const request = await fake.request(0);
  await request.closed;
  assert.equal(request.aborted, true);
  assert.deepEqual(openKinds(), before);
  await fake.close();
});
