import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { queryObjects } from 'node:v8';
import { holdAfter } from '@deskbell/testing/fake-claude/delivery.ts';
import { type FakeClaude, startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import { httpError, text } from '@deskbell/testing/fake-claude/replies.ts';
import type { Model, ModelEvent } from '../../model.ts';
import { ModelError } from '../../model-error.ts';
import { createModelDispatcher } from '../http/model-dispatcher.ts';
import { collect, modelRequest } from '../test-support.ts';
import { createClaudeModel } from './create-claude-model.ts';

const never = new Promise<never>(() => {});
const answer = text('one two three');
/** Holds after the first delta. */
const held = holdAfter(answer, 3, never);
const MAX_CLOSE_MS = 250;

describe('the connection to Claude', () => {
  let fake: FakeClaude;
  let model: Model;
  let index = -1;

  before(async () => {
    fake = await startFakeClaude();
    model = createClaudeModel({
      apiKey: 'test-key',
      baseUrl: fake.url,
      model: 'claude-sonnet-5-5',
    });
  });

  beforeEach(() => {
    index = fake.requests.length;
  });

  after(() => fake.close());

  const open = (signal: AbortSignal) =>
    model.stream(modelRequest({ signal }))[Symbol.asyncIterator]();

  async function assertClosedQuickly(sinceMs: number): Promise<void> {
    const request = await fake.request(index);
    await request.closed;
    assert.equal(request.aborted, true);
    assert.ok((request.closedAtMs ?? Number.POSITIVE_INFINITY) - sinceMs < MAX_CLOSE_MS);
  }

  it('sends nothing when the signal has aborted already', async () => {
    const reason = new Error('stopped');
    await assert.rejects(open(AbortSignal.abort(reason)).next(), reason);
    assert.equal(fake.requests.length, index);
  });

  it('closes its socket when aborted before the first byte, and rejects with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped');
    fake.script(holdAfter(answer, 0, never));
    const next = open(controller.signal).next();
    await fake.request(index);
    const sinceMs = performance.now();
    controller.abort(reason);
    await assert.rejects(next, reason);
    await assertClosedQuickly(sinceMs);
  });

  it('closes its socket when aborted in the middle, and rejects with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped');
    fake.script(held);
    const events = open(controller.signal);
    await events.next();
    assert.deepEqual((await events.next()).value, { type: 'text', text: 'one' });
    const next = events.next();
    const sinceMs = performance.now();
    controller.abort(reason);
    await assert.rejects(next, reason);
    assert.deepEqual(await events.next(), { done: true, value: undefined });
    await assertClosedQuickly(sinceMs);
  });

  it('closes its socket when aborted while nobody pulls', async () => {
    const controller = new AbortController();
    fake.script(held);
    const events = open(controller.signal);
    await events.next();
    const sinceMs = performance.now();
    controller.abort();
    await assertClosedQuickly(sinceMs);
    await assert.rejects(events.next(), { name: 'AbortError' });
  });

  it('drops what was received but not yet pulled when aborted', async () => {
    const controller = new AbortController();
    fake.script(answer);
    const events = open(controller.signal);
    await events.next();
    await (await fake.request(index)).closed;
    controller.abort();
    const { events: rest } = await collect({ [Symbol.asyncIterator]: () => events });
    assert.deepEqual(
      rest.filter(({ type }) => type === 'end'),
      [],
    );
  });

  it('closes its socket when the consumer leaves, also while it waits', async () => {
    const { signal } = new AbortController();
    fake.script(held, held);
    for await (const _ of model.stream(modelRequest({ signal }))) break;
    await assertClosedQuickly(performance.now());

    index += 1;
    const events = open(signal);
    await events.next();
    await events.next();
    const waiting = events.next();
    const sinceMs = performance.now();
    await events.return?.();
    assert.deepEqual(await waiting, { done: true, value: undefined });
    await assertClosedQuickly(sinceMs);
  });

  it('stops waiting for the next attempt when aborted', async () => {
    const controller = new AbortController();
    fake.script(httpError(529));
    const next = open(controller.signal).next();
    await (await fake.request(index)).closed;
    controller.abort();
    await assert.rejects(next, { name: 'AbortError' });
    assert.equal(fake.requests.length, index + 1);
  });

  it('leaves no listener on the signal, however the call ends', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    fake.script(answer, httpError(400), held, answer);
    const count = () => getEventListeners(signal, 'abort').length;
    await collect(model.stream(modelRequest({ signal })));
    assert.equal(count(), 0);
    await collect(model.stream(modelRequest({ signal })));
    assert.equal(count(), 0);
    for await (const _ of model.stream(modelRequest({ signal }))) {
      assert.equal(count(), 1);
      break;
    }
    assert.equal(count(), 0);
    for await (const { type } of model.stream(modelRequest({ signal }))) if (type === 'end') break;
    assert.equal(count(), 0);
  });

  it('leaves nothing of a stopped call in memory', async () => {
    const stopCalls = async (count: number) => {
      for (let call = 0; call < count; call += 1) {
        const controller = new AbortController();
        fake.script(held);
        const events = open(controller.signal);
        await events.next();
        controller.abort();
        await assert.rejects(events.next());
        await (await fake.request(index + call)).closed;
      }
      index += count;
    };
    // Collects garbage before it counts.
    const countControllers = () => queryObjects(AbortController, { format: 'count' });
    await stopCalls(5);
    const before = countControllers();
    await stopCalls(40);
    let left = 80;
    // What a finalizer frees is collected in the round after.
    for (let round = 0; round < 10 && left >= 10; round += 1) {
      await new Promise(setImmediate);
      left = countControllers() - before;
    }
    assert.ok(left < 10, `${left} controllers are left of 40 calls`);
  });

  it('is kept for the next call after an answer or an error, also when the consumer leaves at the end', async () => {
    const dispatcher = createModelDispatcher({ connectMs: 1_000 });
    let connections = 0;
    dispatcher.on('connect', () => {
      connections += 1;
    });
    const own = createClaudeModel({
      apiKey: 'test-key',
      baseUrl: fake.url,
      model: 'claude-sonnet-5-5',
      maxRetries: 0,
      dispatcher,
    });
    for (let call = 0; call < 5; call += 1) {
      fake.script(call === 2 ? httpError(500) : answer);
      const request = modelRequest();
      try {
        for await (const { type } of own.stream(request)) if (type === 'end') break;
      } catch (error) {
        assert.ok(error instanceof ModelError);
      }
      await (await fake.request(index + call)).closed;
      await new Promise(setImmediate);
    }
    assert.equal(connections, 1);
    await dispatcher.close();
  });

  it('reads the answer only as fast as its events are pulled', async () => {
    const server = await startEndlessServer();
    const endless = createClaudeModel({
      apiKey: 'test-key',
      baseUrl: server.url,
      model: 'claude-sonnet-5-5',
    });
    const events = endless.stream(modelRequest())[Symbol.asyncIterator]();
    const first = await events.next();
    await server.full;
    const writtenBytes = server.writtenBytes();
    // What the kernel's socket buffers, one read and the waiting events may hold.
    assert.ok(writtenBytes < 16 * 1024 * 1024, `${writtenBytes} bytes were taken unread`);
    for (let count = 0; count < 20_000; count += 1) {
      assert.equal(((await events.next()).value as ModelEvent).type, 'text');
    }
    assert.ok(server.writtenBytes() > writtenBytes, 'reading goes on when events are pulled');
    assert.equal(first.done, false);
    await events.return?.();
    await server.close();
  });
});

/** Writes deltas for as long as the client takes them; `full` resolves when it no longer does. */
async function startEndlessServer() {
  const start = [
    '{"type":"message_start","message":{"usage":{"input_tokens":1,"output_tokens":1}}}',
    '{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}',
  ];
  const delta = JSON.stringify({
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'text_delta', text: 'x'.repeat(1024) },
  });
  const block = `data: ${delta}\n\n`.repeat(16);
  const full = Promise.withResolvers<void>();
  let writtenBytes = 0;
  let quiet: NodeJS.Timeout | undefined;

  function pump(response: ServerResponse): void {
    clearTimeout(quiet);
    while (response.write(block)) writtenBytes += block.length;
    writtenBytes += block.length;
    response.once('drain', () => pump(response));
    quiet = setTimeout(() => full.resolve(), 200);
  }

  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(start.map((data) => `data: ${data}\n\n`).join(''));
    pump(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    full: full.promise,
    writtenBytes: () => writtenBytes,
    close: async () => {
      clearTimeout(quiet);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
