import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { createLanguageModels } from './language-models.ts';

const log = pino({ level: 'silent' });
const NOW = new Date('2026-11-22T12:00:00Z');
const modelsFor = (env: Record<string, string>) =>
  createLanguageModels({ config: readConfig(env), now: NOW, log });

describe('createLanguageModels', () => {
  it('names a retired model in a sentence and leaves it out', () => {
    const { models, warnings } = modelsFor({
      ANTHROPIC_API_KEY: 'key',
      CHAT_MODEL: 'claude-sonnet-4-20250514',
    });
    assert.deepEqual(models, []);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /claude-sonnet-4-20250514.*retired.* Set CHAT_MODEL to/);
  });

  it('keeps a model that ends soon, with a warning', () => {
    const { models, warnings } = modelsFor({
      ANTHROPIC_API_KEY: 'key',
      CHAT_MODEL: 'claude-sonnet-4-5',
    });
    assert.equal(models.length, 1);
    assert.match(warnings[0] ?? '', /2026-11-30|November 30/);
  });

  it('asks Claude first, then the other Claude, then the OpenAI-compatible server', () => {
    const { models, warnings } = modelsFor({
      ANTHROPIC_API_KEY: 'key',
      CHAT_FALLBACK_MODEL: 'claude-haiku-5-5',
      OPENAI_BASE_URL: 'http://localhost:11434/v1',
      OPENAI_MODEL: 'llama',
    });
    assert.deepEqual(
      models.map(({ name, provider }) => [name, provider]),
      [
        ['claude-sonnet-5-5', 'anthropic'],
        ['claude-haiku-5-5', 'anthropic'],
        ['llama', 'openai'],
      ],
    );
    assert.deepEqual(warnings, []);
  });

  it('names the setting that holds a retired model', () => {
    const { warnings } = modelsFor({ CHAT_FALLBACK_MODEL: 'claude-sonnet-4-20250514' });
    assert.match(warnings.join(), /Set CHAT_FALLBACK_MODEL to/);
  });

  it('has none without a key, and warns of a retired model all the same', () => {
    assert.deepEqual(modelsFor({}), { models: [], warnings: [] });
    const { models, warnings } = modelsFor({ CHAT_MODEL: 'claude-sonnet-4-20250514' });
    assert.deepEqual(models, []);
    assert.equal(warnings.length, 1);
  });
});
