import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import Anthropic, { InternalServerError } from '@anthropic-ai/sdk';
import { stallAfter } from './delivery.ts';
import { post, requestWith } from './example-requests.ts';
import { type FakeClaude, startFakeClaude } from './fake-claude.ts';
import { httpError, text } from './replies.ts';

let fake: FakeClaude;
let client: Anthropic;

beforeEach(async () => {
  fake = await startFakeClaude();
  client = new Anthropic({ apiKey: 'test-key', baseURL: fake.url });
});
afterEach(() => fake.close());

async function ask(content = 'Hi') {
  const message = await client.messages.create(
    requestWith({ messages: [{ role: 'user', content }] }),
  );
  return message.content.map((block) => (block.type === 'text' ? block.text : block.type)).join('');
}

test('steps answer in their order, one for each request', async () => {
  fake.script(text('one'), text('two'));
  assert.equal(await ask(), 'one');
  assert.equal(await ask(), 'two');
  fake.assertDone();
});

test('a step that is left over fails assertDone, which names the refusals', async () => {
  fake.script(text('one'));
  await post(fake, { ...requestWith(), foo: 1 });
  assert.throws(() => fake.assertDone(), /1 step\(s\) were not used; .*foo: Extra inputs/);
});

test('a request beyond the script gets a 500 of its own, without retries, and fails assertDone', async () => {
  await assert.rejects(ask(), (error) => {
    assert.ok(error instanceof InternalServerError);
    assert.match(error.message, /no step for this request/);
    return true;
  });
  assert.equal(fake.requests.length, 1);
  assert.equal(fake.requests[0]?.unexpected, true);
  assert.throws(() => fake.assertDone(), /no step was left/);
});

test('a step may be a function of the accepted request', async () => {
  fake.script(({ messages }) => text(`You said: ${messages[0]?.content}`));
  assert.equal(await ask('Good day'), 'You said: Good day');
});

test('a step function that throws gives a 500 and fails assertDone', async () => {
  fake.script(() => {
    throw new Error('no idea');
  });
  await assert.rejects(ask(), InternalServerError);
  assert.throws(() => fake.assertDone(), /its step failed: Error: no idea/);
});

test('always answers whatever the script does not', async () => {
  fake.always(text('always'));
  fake.script(text('first'));
  assert.deepEqual([await ask(), await ask(), await ask()], ['first', 'always', 'always']);
  fake.assertDone();
});

test('requests are recorded with headers and a frozen body', async () => {
  fake.script(text('one'));
  await ask('Good day');
  const [request] = fake.requests;
  assert.ok(request);
  assert.equal(request.accepted, true);
  assert.equal(request.path, '/v1/messages');
  assert.equal(request.headers.authorization, 'Bearer test-key');
  assert.deepEqual(
    request.body,
    requestWith({ messages: [{ role: 'user', content: 'Good day' }] }),
  );
  const { messages } = request.body as { messages: unknown[] };
  assert.throws(() => messages.push({}), TypeError);
  await request.closed;
  assert.equal(request.aborted, false);
});

test('the SDK honours retry-after and its retry counts as a request', async () => {
  fake.script(httpError(429, { retryAfterSeconds: 0 }), text('one'));
  assert.equal(await ask(), 'one');
  assert.equal(fake.requests.length, 2);
  assert.equal(fake.requests[1]?.headers['x-stainless-retry-count'], '1');
});

test('a client that leaves in the middle of an answer is seen as aborted', async () => {
  fake.script(stallAfter(text('one two'), { events: 3 }));
  const stop = new AbortController();
  const stream = await client.messages.create(
    { ...requestWith(), stream: true },
    { signal: stop.signal },
  );
  for await (const event of stream) {
    if (event.type === 'content_block_delta') stop.abort();
  }
  const request = await fake.request(0);
  await request.closed;
  assert.equal(request.aborted, true);
  assert.ok((request.closedAtMs ?? 0) >= request.receivedAtMs);
});

test('request(n) waits for a request that is still to come and rejects when none will', async () => {
  fake.always(text('one'));
  const second = fake.request(1);
  await ask();
  await ask('the second');
  assert.equal((await second).body, fake.requests[1]?.body);
  const third = assert.rejects(fake.request(2), /closed/);
  await fake.close();
  await third;
});

test('only the newest requests are kept when a limit is set', async () => {
  const small = await startFakeClaude({ maxRecordedRequests: 1 });
  small.always(text('one'));
  for (const content of ['a', 'b']) {
    const { status } = await post(small, requestWith({ messages: [{ role: 'user', content }] }));
    assert.equal(status, 200);
  }
  assert.equal(small.requests.length, 1);
  assert.equal(await small.request(1), small.requests[0]);
  await small.close();
});

test('a port that is taken rejects the start', async () => {
  const port = Number(new URL(fake.url).port);
  await assert.rejects(startFakeClaude({ port }), { code: 'EADDRINUSE' });
});
