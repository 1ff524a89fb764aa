import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pino } from 'pino';
import { chooseModel } from './choose-model.ts';

const choose = (name: string, env: Record<string, string> = {}) =>
  chooseModel({ name, env, now: new Date('2026-11-22'), log: pino({ level: 'silent' }) });

it('a model that cannot be asked is refused with what to do', () => {
  const key = { ANTHROPIC_API_KEY: 'a-key' };
  assert.throws(
    () => choose('claude-sonnet-5-5'),
    /^ArgumentsError: To ask .* set ANTHROPIC_API_KEY/,
  );
  assert.throws(
    () => choose('gpt-x', key),
    /^ArgumentsError: There is no model gpt-x.*OPENAI_MODEL/,
  );
  assert.throws(
    () => choose('local', { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1', OPENAI_MODEL: 'other' }),
    /no model local/,
  );
  assert.throws(() => choose('claude-sonnet-4-0', key), /^ArgumentsError: .*retired/);
  assert.throws(() => choose('clerc', key), /no model clerc/);
});

it('the one that is named is made, whatever else the environment configures', () => {
  const env = {
    ANTHROPIC_API_KEY: 'a-key',
    CHAT_MODEL: 'claude-opus-5-5',
    OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
    OPENAI_MODEL: 'local',
  };
  assert.equal(choose('clerk', env), undefined);
  const claude = choose('claude-haiku-5-5', env);
  assert.deepEqual([claude?.name, claude?.provider], ['claude-haiku-5-5', 'anthropic']);
  const local = choose('local', env);
  assert.deepEqual([local?.name, local?.provider], ['local', 'openai']);
});
