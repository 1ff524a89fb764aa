import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { after, before, describe, it } from 'node:test';
import {
  type FakeCompletion,
  type FakeOpenAi,
  startFakeOpenAi,
} from '@deskbell/testing/fake-openai/fake-openai.ts';
import type { Message } from '../../message.ts';
import { ModelError, type ModelErrorCode } from '../../model-error.ts';
import { collect, modelRequest } from '../test-support.ts';
import { createOpenAiModel, type OpenAiModelOptions } from './create-openai-model.ts';

const delta = (content: object, finish_reason: string | null = null) => ({
  choices: [{ index: 0, delta: content, finish_reason }],
});
const finish = (reason: string) => delta({}, reason);
const calls = (...tool_calls: object[]) => delta({ tool_calls });
const usage = {
  choices: [],
  usage: {
    prompt_tokens: 30,
    completion_tokens: 5,
    total_tokens: 35,
    prompt_tokens_details: { cached_tokens: 10 },
  },
};

describe('an OpenAI-compatible model', () => {
  let fake: FakeOpenAi;

  before(async () => {
    fake = await startFakeOpenAi();
  });

  after(() => fake.close());

  const createModel = (options: Partial<OpenAiModelOptions> = {}) =>
    createOpenAiModel({ baseUrl: fake.url, model: 'llama3.3', maxRetries: 0, ...options });

  async function answer(
    chunks: readonly unknown[],
    changes: Parameters<typeof modelRequest>[0] = {},
    ending: FakeCompletion['ending'] = 'done',
  ) {
    fake.script({ chunks, ending });
    const result = await collect(createModel().stream(modelRequest(changes)));
    assert.equal(result.error, undefined);
    assert.ok(result.end);
    return { ...result, end: result.end };
  }

  it('yields text as it comes, without reasoning, then one end with usage', async () => {
    const { events } = await answer([
      delta({ role: 'assistant', content: '' }),
      delta({ reasoning_content: 'Hm.', content: null }),
      delta({ content: 'Hé' }),
      delta({ content: 'llo' }),
      finish('stop'),
      usage,
    ]);
    assert.deepEqual(events, [
      { type: 'text', text: 'Hé' },
      { type: 'text', text: 'llo' },
      {
        type: 'end',
        stop: 'end_turn',
        message: { role: 'assistant', content: [{ type: 'text', text: 'Héllo' }] },
        usage: { inputTokens: 20, cacheReadTokens: 10, cacheWriteTokens: 0, outputTokens: 5 },
      },
    ]);
  });

  it('is content with a server that ends without [DONE] and without usage', async () => {
    const { end } = await answer([delta({ content: 'Hi' }), finish('stop')], {}, 'end');
    assert.deepEqual(end.usage, {
      inputTokens: 0,
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: 0,
    });
  });

  it('joins the arguments of parallel calls by index', async () => {
    const { events, end } = await answer([
      calls({ index: 0, id: 'a', type: 'function', function: { name: 'lookup', arguments: '' } }),
      calls({ index: 0, function: { arguments: '{"key":' } }),
      calls({ index: 1, id: 'b', function: { name: 'lookup', arguments: '{"ke' } }),
      calls({ index: 0, function: { arguments: '"x"}' } }),
      calls({ index: 1, id: 'b', function: { name: 'lookup', arguments: 'y":"y"}' } }),
      finish('tool_calls'),
    ]);
    assert.equal(end.stop, 'tool_use');
    assert.deepEqual(
      events.filter(({ type }) => type === 'tool_call_start'),
      [
        { type: 'tool_call_start', callId: 'a', tool: 'lookup' },
        { type: 'tool_call_start', callId: 'b', tool: 'lookup' },
      ],
    );
    assert.deepEqual(end.message.content, [
      { type: 'tool_call', callId: 'a', tool: 'lookup', input: { key: 'x' } },
      { type: 'tool_call', callId: 'b', tool: 'lookup', input: { key: 'y' } },
    ]);
  });

  it('takes whole calls at once, with wrong indexes and no ids, from a server that says stop', async () => {
    const whole = (key: string) => ({
      index: 0,
      function: { name: 'lookup', arguments: JSON.stringify({ key }) },
    });
    const { end } = await answer([
      calls(whole('x'), whole('y')),
      calls({ function: { name: 'lookup', arguments: { key: 'z' } } }),
      finish('stop'),
    ]);
    assert.equal(end.stop, 'tool_use');
    const ids = new Set<string>();
    const inputs = end.message.content.map((block) => {
      assert.ok(block.type === 'tool_call');
      assert.match(block.callId, /^call_\w+$/);
      ids.add(block.callId);
      return block.input;
    });
    assert.deepEqual(inputs, [{ key: 'x' }, { key: 'y' }, { key: 'z' }]);
    assert.equal(ids.size, 3);
  });

  it('replaces an id that the conversation has already or that no other provider takes', async () => {
    const messages: Message[] = [
      { role: 'user', text: 'one' },
      {
        role: 'assistant',
        content: [{ type: 'tool_call', callId: 'call_0', tool: 'lookup', input: {} }],
      },
    ];
    for (const id of ['call_0', 'functions.lookup:0']) {
      const { end } = await answer(
        [calls({ index: 0, id, function: { name: 'lookup', arguments: '' } }), finish('stop')],
        { messages },
      );
      const [block] = end.message.content;
      assert.ok(block?.type === 'tool_call');
      assert.match(block.callId, /^call_[0-9a-f]{32}$/);
      assert.deepEqual(block.input, {});
    }
  });

  it('leaves the input out when the arguments are cut off', async () => {
    const { end } = await answer([
      calls({ index: 0, id: 'a', function: { name: 'lookup', arguments: '{"key":' } }),
      finish('length'),
    ]);
    assert.equal(end.stop, 'max_tokens');
    assert.deepEqual(end.message.content, [{ type: 'tool_call', callId: 'a', tool: 'lookup' }]);
  });

  it('ignores a call that was not allowed', async () => {
    const { events } = await answer(
      [
        calls({ index: 0, id: 'a', function: { name: 'lookup', arguments: '{}' } }),
        delta({ content: 'Hi' }),
        finish('tool_calls'),
      ],
      { toolChoice: 'none' },
    );
    assert.deepEqual(
      events.map((event) => (event.type === 'end' ? event.stop : event.type)),
      ['text', 'end_turn'],
    );
  });

  it('reports filtered content as a refusal', async () => {
    const { end } = await answer([finish('content_filter')]);
    assert.deepEqual([end.stop, end.message.content], ['refusal', []]);
  });

  const said = delta({ content: 'Hi' });
  const stall = { timeouts: { firstByteMs: 150, stallMs: 150 } };
  const failures: [string, FakeCompletion, ModelErrorCode, boolean, object?][] = [
    ['400', { status: 400, body: {} }, 'invalid_request', false],
    ['401', { status: 401, body: {} }, 'authentication', false],
    ['an unknown model', { status: 404, body: {} }, 'model_not_found', false],
    ['429', { status: 429, body: {} }, 'rate_limited', false],
    ['500', { status: 500, body: {} }, 'server_error', false],
    ['a model still loading', { status: 503, body: {} }, 'overloaded', false],
    ['an error as a chunk', { chunks: [{ error: { code: 429 } }] }, 'rate_limited', false],
    ['an error in words', { chunks: [said, { error: 'out of memory' }] }, 'server_error', true],
    ['invalid JSON', { chunks: [said, '{"choices":'] }, 'malformed_stream', true],
    ['[DONE] without a finish reason', { chunks: [said] }, 'malformed_stream', true],
    ['an early end', { chunks: [said], ending: 'end' }, 'malformed_stream', true],
    ['a cut socket', { chunks: [said], ending: 'cut' }, 'connection', true],
    ['a stall', { chunks: [said], ending: 'stall' }, 'timeout', true, stall],
  ];
  for (const [name, step, code, afterContent, options] of failures) {
    it(`reports ${name} as ${code}`, async () => {
      fake.script(step);
      const { error, end } = await collect(createModel(options).stream(modelRequest()));
      assert.ok(error instanceof ModelError, String(error));
      assert.deepEqual([error.code, error.afterContent, end], [code, afterContent, undefined]);
    });
  }

  it('closes its socket and leaves no listener when aborted', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    fake.script({ chunks: [said], ending: 'stall' });
    const events = createModel().stream(modelRequest({ signal }))[Symbol.asyncIterator]();
    await events.next();
    assert.equal(fake.openAnswers, 1);
    const next = events.next();
    controller.abort();
    await assert.rejects(next, { name: 'AbortError' });
    assert.equal(getEventListeners(signal, 'abort').length, 0);
    while (fake.openAnswers > 0) await new Promise(setImmediate);
  });

  it('needs no key, and takes none from the environment', async () => {
    const { OPENAI_API_KEY } = process.env;
    process.env.OPENAI_API_KEY = 'secret';
    try {
      await answer([finish('stop')]);
    } finally {
      if (OPENAI_API_KEY === undefined) delete process.env.OPENAI_API_KEY;
      else process.env.OPENAI_API_KEY = OPENAI_API_KEY;
    }
    assert.equal(fake.authorizations.at(-1), 'Bearer none');
  });
});
