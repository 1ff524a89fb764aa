import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Anthropic, { APIConnectionError, APIError, APIUserAbortError } from '@anthropic-ai/sdk';
import {
  cutAfter,
  endAfter,
  errorAfter,
  garbage,
  hangup,
  holdAfter,
  insertAfter,
  paced,
  silence,
  splitBytesAt,
  stallAfter,
  withInvalidJson,
} from './delivery.ts';
import { exampleHeaders, requestWith } from './example-requests.ts';
import { type FakeClaude, startFakeClaude } from './fake-claude.ts';
import { httpError, text } from './replies.ts';
import type { Step } from './step.ts';

let fake: FakeClaude;
let client: Anthropic;

before(async () => {
  fake = await startFakeClaude();
  const logLevel = 'off';
  client = new Anthropic({ apiKey: 'test-key', baseURL: fake.url, maxRetries: 0, logLevel });
});
after(() => fake.close());

const words = text('one two three');

/** The types of the events that arrived, and the error that ended the stream, if any. */
async function read(step: Step): Promise<{ types: string[]; error: unknown }> {
  fake.script(step);
  const types: string[] = [];
  try {
    const stream = await client.messages.create({ ...requestWith(), stream: true });
    for await (const event of stream) types.push(event.type);
    return { types, error: undefined };
  } catch (error) {
    return { types, error };
  }
}

/** The body as it came over the wire, and whether it came to its proper end. */
async function readRaw(step: Step): Promise<{ body: string; isComplete: boolean }> {
  fake.script(step);
  const response = await fetch(`${fake.url}/v1/messages`, {
    method: 'POST',
    headers: exampleHeaders,
    body: JSON.stringify({ ...requestWith(), stream: true }),
  });
  const decoder = new TextDecoder();
  let body = '';
  try {
    for await (const chunk of response.body ?? []) body += decoder.decode(chunk, { stream: true });
    return { body, isComplete: true };
  } catch {
    return { body, isComplete: false };
  }
}

for (const [status, type] of [
  [400, 'invalid_request_error'],
  [401, 'authentication_error'],
  [403, 'permission_error'],
  [404, 'not_found_error'],
  [413, 'request_too_large'],
  [429, 'rate_limit_error'],
  [500, 'api_error'],
  [504, 'timeout_error'],
  [529, 'overloaded_error'],
] as const) {
  test(`a scripted ${status} is the SDK's error of that status and type`, async () => {
    const { types, error } = await read(httpError(status));
    assert.deepEqual(types, []);
    assert.ok(error instanceof APIError);
    assert.deepEqual([error.status, error.type], [status, type]);
    assert.match(error.requestID ?? '', /^req_/);
    assert.equal(error.headers?.get('retry-after'), null);
  });
}

test('retry-after is sent when it is asked for', async () => {
  const { error } = await read(httpError(429, { retryAfterSeconds: 7 }));
  assert.ok(error instanceof APIError);
  assert.equal(error.headers?.get('retry-after'), '7');
});

test('an error at content comes right after message_start', async () => {
  const { types, error } = await read(errorAfter(words, 1));
  assert.deepEqual(types, ['message_start']);
  assert.ok(error instanceof APIError);
  assert.deepEqual([error.status, error.type], [undefined, 'overloaded_error']);
});

test('an error after content comes after exactly as many events', async () => {
  for (let count = 1; count <= 8; count += 1) {
    const { types, error } = await read(errorAfter(words, count, { type: 'api_error' }));
    assert.equal(types.length, count);
    assert.ok(error instanceof APIError);
    assert.equal(error.type, 'api_error');
  }
});

test('a cut after n events delivers them, then breaks the connection', async () => {
  for (let count = 0; count <= 7; count += 1) {
    const { types, error } = await read(cutAfter(words, { events: count }));
    assert.equal(types.length, count);
    assert.ok(error instanceof Error, `no error after ${count} events`);
  }
  assert.equal(fake.requests.at(-1)?.aborted, false);
});

test('a cut after n bytes delivers exactly n bytes', async () => {
  for (const bytes of [0, 1, 100, 777]) {
    const { body, isComplete } = await readRaw(cutAfter(words, { bytes }));
    assert.equal(Buffer.byteLength(body), bytes);
    assert.equal(isComplete, false);
  }
});

test('a stream may end properly without message_stop, also inside a line', async () => {
  const { types, error } = await read(endAfter(words, { events: 4 }));
  assert.equal(types.length, 4);
  assert.equal(error, undefined);
  const { body, isComplete } = await readRaw(endAfter(words, { bytes: 100 }));
  assert.equal(Buffer.byteLength(body), 100);
  assert.equal(isComplete, true);
});

test('a stall sends what came before and then nothing until the client leaves', async () => {
  fake.script(stallAfter(words, { events: 3 }));
  const stop = new AbortController();
  const stream = await client.messages.create(
    { ...requestWith(), stream: true },
    { signal: stop.signal },
  );
  const types: string[] = [];
  for await (const event of stream) {
    types.push(event.type);
    if (types.length === 3) stop.abort();
  }
  const request = fake.requests.at(-1);
  await request?.closed;
  assert.deepEqual(types, ['message_start', 'content_block_start', 'content_block_delta']);
  assert.equal(request?.aborted, true);
});

test('silence answers with nothing at all until the client leaves', async () => {
  fake.script(silence());
  const stop = new AbortController();
  const index = fake.requests.length;
  const asking = client.messages.create(requestWith(), { signal: stop.signal });
  const rejected = assert.rejects(asking, APIUserAbortError);
  const request = await fake.request(index);
  stop.abort();
  await rejected;
  await request.closed;
  assert.equal(request.aborted, true);
});

test('a hangup is a connection error', async () => {
  const { error } = await read(hangup());
  assert.ok(error instanceof APIConnectionError);
  assert.equal(fake.requests.at(-1)?.aborted, false);
});

test('a held stream goes on when the test says so', async () => {
  const gate = Promise.withResolvers<void>();
  fake.script(holdAfter(words, 3, gate.promise));
  const stream = await client.messages.create({ ...requestWith(), stream: true });
  const types: string[] = [];
  for await (const event of stream) {
    types.push(event.type);
    if (types.length === 3) gate.resolve();
  }
  assert.equal(types.length, 8);
});

test('a gate that is rejected opens too', async () => {
  const { types } = await read(holdAfter(words, 3, Promise.reject(new Error('gate'))));
  assert.equal(types.length, 8);
});

test('garbage is sent byte for byte', async () => {
  const page = '<html>Bad gateway</html>';
  assert.equal((await readRaw(garbage(page))).body, page);
  const { types, error } = await read(garbage(page));
  assert.deepEqual([types, error], [[], undefined]);
  const proxy = await read(garbage(page, { status: 502, contentType: 'text/html' }));
  assert.ok(proxy.error instanceof APIError);
  assert.equal(proxy.error.status, 502);
  assert.equal((await readRaw(garbage(page, { ending: 'cut' }))).isComplete, false);
});

test('invalid JSON in the middle of a stream breaks the client there', async () => {
  const { types, error } = await read(withInvalidJson(words, 3));
  assert.equal(types.length, 3);
  assert.ok(error instanceof SyntaxError);
});

test('inserted bytes stand where they were put', async () => {
  const { body } = await readRaw(insertAfter(text('one'), 1, ': a comment\n\n'));
  assert.match(body, /^event: message_start\n.*\n\n: a comment\n\nevent: content_block_start/);
});

test('a burst is one read, and its bursts are apart in time', async () => {
  fake.script(paced(words, { everyMs: 20, events: 4, startAfterMs: 10 }));
  const startedAt = performance.now();
  const response = await client.messages.create({ ...requestWith(), stream: true }).asResponse();
  const reads = await Array.fromAsync(response.body ?? [], (chunk: Uint8Array) => ({
    events: Buffer.from(chunk)
      .toString()
      .match(/^event: /gm)?.length,
    atMs: performance.now() - startedAt,
  }));
  assert.deepEqual(
    reads.map(({ events }) => events),
    [4, 4],
  );
  assert.ok((reads[0]?.atMs ?? 0) >= 9);
  assert.ok((reads[1]?.atMs ?? 0) >= 29);
});

test('splits, holds, inserts and pacing combine', async () => {
  const gate = Promise.withResolvers<void>();
  const step = insertAfter(
    paced(splitBytesAt(holdAfter(words, 5, gate.promise), 10, 500, 900), { everyMs: 1 }),
    2,
    'event: ping\ndata: {}\n\n',
  );
  gate.resolve();
  const { types, error } = await read(step);
  assert.equal(error, undefined);
  assert.equal(types.length, 8);
});

test('a client that reads slowly gets everything', async () => {
  const long = text('x'.repeat(4_000_000), { deltas: 400_000 });
  const { body, isComplete } = await readRaw(long);
  assert.equal(isComplete, true);
  assert.ok(body.length > 4_000_000);
});
