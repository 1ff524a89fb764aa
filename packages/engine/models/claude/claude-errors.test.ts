import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  cutAfter,
  endAfter,
  errorAfter,
  garbage,
  hangup,
  insertAfter,
  silence,
  stallAfter,
  withInvalidJson,
} from '@deskbell/testing/fake-claude/delivery.ts';
import { type FakeClaude, startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import { httpError, text } from '@deskbell/testing/fake-claude/replies.ts';
import type { StepSource } from '@deskbell/testing/fake-claude/step.ts';
import { ModelError, type ModelErrorCode } from '../../model-error.ts';
import type { FailedAttempt } from '../http/undici-fetch.ts';
import { collect, modelRequest } from '../test-support.ts';
import { type ClaudeModelOptions, createClaudeModel } from './create-claude-model.ts';

const answer = text('one two three');
/** message_start, content_block_start and the first delta. */
const AFTER_TEXT = 3;
const IMPATIENT = { timeouts: { firstByteMs: 150, stallMs: 150 } };

type FailingCase = [string, StepSource, ModelErrorCode, Partial<ClaudeModelOptions>?];

describe('a failing Claude', () => {
  let fake: FakeClaude;

  before(async () => {
    fake = await startFakeClaude();
  });

  after(() => fake.close());

  const createModel = (options: Partial<ClaudeModelOptions> = {}) =>
    createClaudeModel({
      apiKey: 'test-key',
      baseUrl: fake.url,
      model: 'claude-sonnet-5-5',
      maxRetries: 0,
      ...options,
    });

  async function failure(step: StepSource, options?: Partial<ClaudeModelOptions>) {
    fake.script(step);
    const {
      error,
      text: received,
      end,
    } = await collect(createModel(options).stream(modelRequest()));
    assert.ok(error instanceof ModelError, String(error));
    assert.equal(end, undefined);
    return { code: error.code, afterContent: error.afterContent, text: received, error };
  }

  const beforeContent: FailingCase[] = [
    ['400', httpError(400), 'invalid_request'],
    ['401', httpError(401), 'authentication'],
    ['402', httpError(402), 'authentication'],
    ['403', httpError(403), 'authentication'],
    ['404', httpError(404), 'model_not_found'],
    ['413', httpError(413), 'invalid_request'],
    ['429', httpError(429), 'rate_limited'],
    ['500', httpError(500), 'server_error'],
    ['503 from a proxy', garbage('<html>', { status: 503 }), 'overloaded'],
    ['504', httpError(504), 'timeout'],
    ['529', httpError(529), 'overloaded'],
    ['a redirect', garbage('', { status: 302 }), 'server_error'],
    ['no answer', silence(), 'timeout', IMPATIENT],
    ['a hangup', hangup(), 'connection'],
    ['a page instead of a stream', garbage('<html>Sign in</html>'), 'malformed_stream'],
    ['an empty answer', garbage(''), 'malformed_stream'],
    ['rubbish as data', garbage('data: [1]\n\ndata: null\n\n'), 'malformed_stream'],
    ['a stream cut before its first event', cutAfter(answer, { bytes: 10 }), 'connection'],
    ['an error event at the start', errorAfter(answer, 1), 'overloaded'],
    ['a stall before any content', stallAfter(answer, { events: 1 }), 'timeout', IMPATIENT],
  ];
  for (const [name, step, code, options] of beforeContent) {
    it(`reports ${name} as ${code}, before any content`, async () => {
      const { error, ...rest } = await failure(step, options);
      assert.deepEqual(rest, { code, afterContent: false, text: '' });
    });
  }

  const afterContent: FailingCase[] = [
    ['an overload', errorAfter(answer, AFTER_TEXT), 'overloaded'],
    ['a server error', errorAfter(answer, AFTER_TEXT, { type: 'api_error' }), 'server_error'],
    ['a timeout', errorAfter(answer, AFTER_TEXT, { type: 'timeout_error' }), 'timeout'],
    ['an unknown error', errorAfter(answer, AFTER_TEXT, { type: 'new_error' }), 'server_error'],
    ['a cut socket', cutAfter(answer, { events: AFTER_TEXT }), 'connection'],
    ['an early end', endAfter(answer, { events: AFTER_TEXT }), 'malformed_stream'],
    ['a stall', stallAfter(answer, { events: AFTER_TEXT }), 'timeout', IMPATIENT],
    ['invalid JSON', withInvalidJson(answer, AFTER_TEXT), 'malformed_stream'],
    [
      'a delta of a block that never began',
      insertAfter(
        answer,
        AFTER_TEXT,
        'data: {"type":"content_block_delta","index":9,"delta":{"type":"text_delta","text":"x"}}\n\n',
      ),
      'malformed_stream',
    ],
  ];
  for (const [name, step, code, options] of afterContent) {
    it(`reports ${name} in the middle as ${code}, after content`, async () => {
      const { error, ...rest } = await failure(step, options);
      assert.deepEqual(rest, { code, afterContent: true, text: 'one' });
    });
  }

  it('is never taken for an answer when the stream ends anywhere before message_stop', async () => {
    // message_start, content_block_start, 3 deltas, content_block_stop, message_delta.
    for (let events = 1; events <= 7; events += 1) {
      for (const [step, code] of [
        [endAfter(answer, { events }), 'malformed_stream'],
        [cutAfter(answer, { events }), 'connection'],
      ] as const) {
        const { code: reported, afterContent: isAfter } = await failure(step);
        assert.deepEqual([events, reported, isAfter], [events, code, events >= AFTER_TEXT]);
      }
    }
  });

  it('reports a server that is not there', async () => {
    const gone = await startFakeClaude();
    await gone.close();
    const model = createModel({ baseUrl: gone.url });
    const { error } = await collect(model.stream(modelRequest()));
    assert.ok(error instanceof ModelError);
    assert.deepEqual([error.code, error.afterContent], ['connection', false]);
  });

  it('tells the log the status and the request, and keeps the key out', async () => {
    const { error } = await failure(httpError(529), { apiKey: 'test-key' });
    assert.match(error.message, /^Claude call failed: overloaded \(status 529, request req_\w+\)$/);
    assert.equal(JSON.stringify([error, error.cause]).includes('test-key'), false);
  });

  it('tries again before the first byte, and tells of the attempt that failed', async () => {
    const attempts: FailedAttempt[] = [];
    fake.script(httpError(529, { headers: { 'retry-after-ms': '1' } }), hangup(), answer);
    const model = createModel({ maxRetries: 2, onFailedAttempt: (at) => attempts.push(at) });
    const { text: received, error } = await collect(model.stream(modelRequest()));
    assert.deepEqual([received, error], ['one two three', undefined]);
    assert.deepEqual(
      attempts.map(({ status }) => status),
      [529, null],
    );
  });

  it('never tries again once anything was said', async () => {
    const before = fake.requests.length;
    await failure(errorAfter(answer, AFTER_TEXT), { maxRetries: 5 });
    assert.equal(fake.requests.length, before + 1);
  });

  it('gives up at once when it is told to wait longer than a customer would', async () => {
    const before = fake.requests.length;
    const { code } = await failure(httpError(429, { retryAfterSeconds: 3 }), { maxRetries: 5 });
    assert.equal(code, 'rate_limited');
    assert.equal(fake.requests.length, before + 1);
  });

  it('bounds all attempts together', async () => {
    // The wait before the second attempt is longer than what is left after the first.
    fake.script(silence());
    const timeouts = { firstByteMs: 100, startMs: 250, stallMs: 1_000 };
    const model = createModel({ maxRetries: 9, timeouts });
    const startedAt = performance.now();
    const { error } = await collect(model.stream(modelRequest()));
    assert.ok(error instanceof ModelError);
    assert.equal(error.code, 'timeout');
    assert.ok(performance.now() - startedAt < 2_000);
    fake.assertDone();
  });
});
