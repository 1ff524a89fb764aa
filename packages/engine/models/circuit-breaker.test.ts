import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { holdAfter } from '@deskbell/testing/fake-claude/delivery.ts';
import { startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import { httpError, text } from '@deskbell/testing/fake-claude/replies.ts';
import type { Model, ModelEvent } from '../model.ts';
import { ModelError, type ModelErrorCode } from '../model-error.ts';
import { withCircuitBreaker } from './circuit-breaker.ts';
import { createClaudeModel } from './claude/create-claude-model.ts';
import { collect, modelRequest } from './test-support.ts';

const usage = { inputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 1 };
const hello: ModelEvent = { type: 'text', text: 'Hello' };
const end: ModelEvent = {
  type: 'end',
  stop: 'end_turn',
  message: { role: 'assistant', content: [{ type: 'text', text: 'Hello' }] },
  usage,
};
const FAILURES = 3;
const OPEN_MS = 10_000;

const fails = (code: ModelErrorCode, afterContent = false) =>
  new ModelError(code, { message: code, afterContent });

/** Each call plays the next script: events and promises to wait for, or an error to throw. */
type Script = readonly (ModelEvent | Error | Promise<unknown>)[];

describe('withCircuitBreaker', () => {
  let scripts: Script[];
  let started: number;
  let returned: number;
  let model: Model;

  beforeEach(() => {
    mock.timers.enable({ apis: ['Date'], now: 0 });
    scripts = [];
    started = 0;
    returned = 0;
    model = withCircuitBreaker(
      {
        name: 'scripted',
        provider: 'anthropic',
        isAvailable: () => true,
        async *stream() {
          started += 1;
          let isOver = false;
          try {
            for (const step of scripts.shift() ?? [hello, end]) {
              if (step instanceof Error) throw step;
              if (step instanceof Promise) await step;
              else yield step;
            }
            isOver = true;
          } finally {
            if (!isOver) returned += 1;
          }
        },
      },
      { failures: FAILURES, openMs: OPEN_MS },
    );
  });

  afterEach(() => mock.timers.reset());

  const call = (signal?: AbortSignal) =>
    collect(model.stream(modelRequest(signal === undefined ? {} : { signal })));

  const codeOf = ({ error }: { error: unknown }) =>
    error instanceof ModelError ? error.code : error;

  async function openCircuit(): Promise<void> {
    for (let count = 0; count < FAILURES; count += 1) {
      scripts.push([fails('overloaded')]);
      assert.equal(codeOf(await call()), 'overloaded');
    }
    assert.equal(model.isAvailable(), false);
  }

  /** A probe that waits until it is let go on. */
  async function startProbe(rest: Script) {
    mock.timers.tick(OPEN_MS);
    const gate = Promise.withResolvers<void>();
    scripts.push([hello, gate.promise, ...rest]);
    const controller = new AbortController();
    const events = model
      .stream(modelRequest({ signal: controller.signal }))
      [Symbol.asyncIterator]();
    assert.deepEqual((await events.next()).value, hello);
    return { events, release: gate.resolve, controller };
  }

  it('opens after so many failures in a row and then fails at once, untouched by content', async () => {
    await openCircuit();
    const { error, events } = await call();
    assert.ok(error instanceof ModelError);
    assert.deepEqual([error.code, error.afterContent, events], ['circuit_open', false, []]);
    assert.equal(started, FAILURES);
  });

  it('counts a wrong key, a missing model and a stream that broke, too', async () => {
    scripts.push(
      [fails('authentication')],
      [fails('model_not_found')],
      [hello, fails('connection', true)],
    );
    for (let count = 0; count < FAILURES; count += 1) await call();
    assert.equal(model.isAvailable(), false);
  });

  it('does not count our own bad requests, nor anything that is no ModelError', async () => {
    for (let count = 0; count < 10; count += 1) {
      scripts.push([count % 2 ? fails('invalid_request') : new TypeError('a bug')]);
      await call();
    }
    assert.equal(model.isAvailable(), true);
  });

  it('forgets failures after a call that worked, even when the consumer leaves at its end', async () => {
    for (let round = 0; round < 3; round += 1) {
      scripts.push([fails('timeout')], [fails('timeout')], [hello, end]);
      await call();
      await call();
      for await (const { type } of model.stream(modelRequest())) if (type === 'end') break;
    }
    assert.equal(model.isAvailable(), true);
  });

  it('counts a call that was stopped or left neither way', async () => {
    scripts.push([fails('timeout')], [fails('timeout')]);
    await call();
    await call();
    for await (const _ of model.stream(modelRequest())) break;
    const controller = new AbortController();
    scripts.push([hello, fails('connection', true)]);
    const stopped = model.stream(modelRequest({ signal: controller.signal }));
    await assert.rejects(async () => {
      for await (const _ of stopped) controller.abort();
    });
    assert.equal(model.isAvailable(), true, 'neither was a failure');
    scripts.push([fails('timeout')]);
    await call();
    assert.equal(model.isAvailable(), false, 'neither was a success');
  });

  it('lets exactly one probe through when its time is up, and closes when that works', async () => {
    await openCircuit();
    mock.timers.tick(OPEN_MS - 1);
    assert.equal(codeOf(await call()), 'circuit_open');
    mock.timers.tick(1);
    assert.equal(model.isAvailable(), true);
    const probe = await startProbe([end]);
    assert.equal(model.isAvailable(), false);
    assert.deepEqual((await Promise.all([call(), call()])).map(codeOf), [
      'circuit_open',
      'circuit_open',
    ]);
    assert.equal(started, FAILURES + 1);
    probe.release();
    await collect({ [Symbol.asyncIterator]: () => probe.events });
    assert.equal(model.isAvailable(), true);
    assert.equal(codeOf(await call()), undefined);
  });

  it('stays open for another while when the probe fails', async () => {
    await openCircuit();
    const probe = await startProbe([fails('overloaded', true)]);
    probe.release();
    await collect({ [Symbol.asyncIterator]: () => probe.events });
    assert.equal(model.isAvailable(), false);
    assert.equal(codeOf(await call()), 'circuit_open');
    mock.timers.tick(OPEN_MS);
    assert.equal(model.isAvailable(), true);
  });

  for (const [name, leave] of [
    ['its consumer left', async (probe) => void (await probe.events.return?.())],
    ['it was stopped while nobody pulled', async (probe) => probe.controller.abort()],
  ] satisfies [string, (probe: Awaited<ReturnType<typeof startProbe>>) => Promise<void>][]) {
    it(`lets the next call be the probe when ${name}`, async () => {
      await openCircuit();
      const probe = await startProbe([end]);
      if (name.startsWith('its')) probe.release();
      await leave(probe);
      assert.equal(model.isAvailable(), true);
      scripts.push([fails('overloaded')]);
      assert.equal(codeOf(await call()), 'overloaded', 'the circuit was not closed');
      assert.equal(model.isAvailable(), false);
      mock.timers.tick(OPEN_MS);
      assert.equal(codeOf(await call()), undefined);
      assert.equal(model.isAvailable(), true);
    });
  }

  it('returns the model’s stream and leaves no listener behind', async () => {
    const { signal } = new AbortController();
    scripts.push([hello, end], [fails('timeout')], [hello, end]);
    await call(signal);
    await call(signal);
    for await (const _ of model.stream(modelRequest({ signal }))) break;
    assert.equal(getEventListeners(signal, 'abort').length, 0);
    assert.equal(returned, 2);
  });
});

describe('withCircuitBreaker around Claude', () => {
  it('stops calling after repeated 529s and closes the socket of a call that is left', async (t) => {
    const fake = await startFakeClaude();
    t.after(() => fake.close());
    const model = withCircuitBreaker(
      createClaudeModel({
        apiKey: 'test-key',
        baseUrl: fake.url,
        model: 'claude-sonnet-5-5',
        maxRetries: 0,
      }),
      { failures: 2 },
    );
    fake.script(holdAfter(text('one two'), 3, new Promise(() => {})));
    for await (const _ of model.stream(modelRequest())) break;
    const left = await fake.request(0);
    await left.closed;
    assert.equal(left.aborted, true);

    fake.script(httpError(529), httpError(529));
    for (let count = 0; count < 5; count += 1) await collect(model.stream(modelRequest()));
    assert.equal(fake.requests.length, 3);
    assert.equal(model.isAvailable(), false);
    fake.assertDone();
  });
});
