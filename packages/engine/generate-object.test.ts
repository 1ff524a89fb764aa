import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type FakeClaude, startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import { httpError, maxTokens, refusal, text } from '@deskbell/testing/fake-claude/replies.ts';
import { z } from 'zod';
import { generateObject } from './generate-object.ts';
import type { Model } from './model.ts';
import { ModelError } from './model-error.ts';
import { createClaudeModel } from './models/claude/create-claude-model.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(20),
  count: z.int().min(0).nullable(),
  kind: z.enum(['a', 'b']),
  days: z.array(z.iso.date()).max(3),
});
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('generateObject', () => {
  let fake: FakeClaude;
  let model: Model;

  before(async () => {
    fake = await startFakeClaude();
    model = createClaudeModel({
      apiKey: 'test-key',
      baseUrl: fake.url,
      model: 'claude-sonnet-5-5',
      maxRetries: 0,
    });
  });
  after(() => fake.close());

  const ask = (signal = new AbortController().signal) =>
    generateObject({
      model,
      system: 'Read the mail.',
      input: '{"subject":"hello"}',
      files: [
        { mediaType: 'image/png', base64: PIXEL },
        { mediaType: 'application/pdf', base64: 'JVBERi0xLjQK' },
      ],
      schema,
      maxOutputTokens: 500,
      signal,
    });

  const unusable = [
    ['a refusal', refusal({ text: 'I would rather not.' }), 'refused'],
    ['a cut', maxTokens('{"name":"x"'), 'cut_off'],
    ['prose', text('Here is your object!'), 'not_json'],
    ['an empty answer', text(' '), 'not_json'],
    [
      'a foreign field',
      text('{"name":"x","count":1,"kind":"a","days":[],"extra":1}'),
      'against_schema',
    ],
    ['a broken limit', text('{"name":"","count":1,"kind":"a","days":[]}'), 'against_schema'],
  ] as const;
  for (const [what, step, reason] of unusable) {
    it(`tells ${what} apart from an object, with what it cost`, async () => {
      fake.script(step);
      const outcome = await ask();
      assert.equal(outcome.kind === 'unusable' && outcome.reason, reason);
      assert.ok(outcome.usage.inputTokens > 0);
    });
  }

  it('rejects with a ModelError when the provider fails', async () => {
    fake.script(httpError(529));
    await assert.rejects(
      ask(),
      (error) => error instanceof ModelError && error.code === 'overloaded',
    );
  });

  it('rejects with the reason when it is aborted', async () => {
    const reason = new Error('no longer wanted');
    await assert.rejects(ask(AbortSignal.abort(reason)), reason);
  });

  it('gives the object, asked for by a schema that Claude takes, with files before the words', async () => {
    const object = { name: 'x', count: null, kind: 'b', days: ['2026-11-22'] };
    fake.script(text(JSON.stringify(object)));
    const outcome = await ask();
    assert.deepEqual(outcome.kind === 'object' && outcome.object, object);
    const { body } = fake.requests.at(-1) as unknown as {
      body: {
        messages: { content: { type: string }[] }[];
        output_config: { effort: string; format: { type: string; schema: { required: string[] } } };
        tools?: unknown;
      };
    };
    assert.deepEqual(
      body.messages[0]?.content.map(({ type }) => type),
      ['image', 'document', 'text'],
    );
    assert.equal(body.output_config.effort, 'low');
    assert.deepEqual(body.output_config.format.schema.required, ['name', 'count', 'kind', 'days']);
    assert.equal(body.tools, undefined);
  });
});
