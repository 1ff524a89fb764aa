import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemSchema } from '@deskbell/protocol';
import { createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { readStaffEvents } from '@deskbell/testing/staff-chat-stream.ts';
import { HttpProblem } from '../../../platform/http/problem.ts';
import { startChatApp } from './test-chat-app.ts';

async function refusal(response: Response) {
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  const problem = problemSchema.parse(await response.json());
  assert.equal(problem.status, response.status);
  assert.equal(problem.error, problem.detail);
  return problem;
}

const UNKNOWN_IDS = ['x', '', 'abc-123-def-456', crypto.randomUUID(), '%00', "' or 1=1 --"];

describe('the chat of staff', () => {
  it('refuses what is not a message, with a sentence', async (t) => {
    const app = await startChatApp(t, { models: [createScriptedModel([])], isOpen: true });
    const long = 'x'.repeat(4_001);
    const bodies: [unknown, RegExp][] = [
      [{}, /message is required/],
      [{ message: '' }, /required/],
      [{ message: ' \n' }, /required/],
      [{ message: 7 }, /string/],
      [{ message: long }, /4000/],
      [{ message: 'Hi', stream: 'yes' }, /stream must be true or false/],
      [{ message: 'Hi', session_id: 7 }, /session_id must be a string/],
      [{ message: 'Hi', history: [] }, /history/],
      [{ message: 'x'.repeat(66_000) }, /large/],
      ['{"message": ', /JSON/],
      ['', /required/],
      [[], /./],
    ];
    for (const [body, sentence] of bodies) {
      const refused = await refusal(await app.as().post('/api/chat', body));
      assert.equal(refused.status, 400, JSON.stringify(body).slice(0, 60));
      assert.match(refused.error, sentence);
    }
    const asText = await app.as().post('/api/chat', '{"message": "Hi"}', {
      headers: { 'content-type': 'text/plain' },
    });
    assert.equal((await refusal(asText)).code, 'unsupported_media_type');
    const { rows } = await app.database.pool.query('select from threads');
    assert.equal(rows.length, 0, 'no session was made for any of them');
    assert.equal(app.messagesTaken, 0);
  });

  it('takes 4,000 characters as people count them', async (t) => {
    const app = await startChatApp(t, {
      models: [createScriptedModel([says('Ok')])],
      isOpen: true,
    });
    const response = await app.as().post('/api/chat', { message: '🧳'.repeat(4_000) });
    assert.equal(response.status, 200);
  });

  it('refuses queries that mean nothing', async (t) => {
    const app = await startChatApp(t, { models: [createScriptedModel([])], isOpen: true });
    const sessionId = await app.as().session();
    for (const path of [
      '/api/chat/sessions?limit=0',
      '/api/chat/sessions?limit=101',
      '/api/chat/sessions?limit=x',
      '/api/chat/sessions?offset=1',
      '/api/chat/sessions?user_id=',
      '/api/chat/sessions?user_id=a%20b',
      `/api/chat/history/${sessionId}?limit=201`,
      `/api/chat/history/${sessionId}?limit=1.5`,
    ]) {
      assert.equal((await refusal(await app.as().get(path))).status, 400, path);
    }
    const named = await app.as().post('/api/chat?user_id=%27', { message: 'Hi' });
    assert.equal((await refusal(named)).status, 400);
    const inBody = await app.as().post('/api/chat/sessions', { user_id: 'bob' });
    assert.match((await refusal(inBody)).error, /user_id/);
  });

  it('is closed to whoever is not signed in, before anything is looked at', async (t) => {
    const app = await startChatApp(t, { models: [createScriptedModel([])] });
    const client = app.as();
    for (const response of [
      await client.post('/api/chat', '{'),
      await client.post('/api/chat/sessions'),
      await client.get('/api/chat/sessions?limit=x'),
      await client.get('/api/chat/history/x'),
      await client.get('/api/chat/turns/x'),
      await client.post('/api/chat/turns/x/stop'),
      await client.delete('/api/chat/sessions/x'),
      await client.get('/api/chat/context'),
    ]) {
      assert.equal((await refusal(response)).code, 'not_signed_in', response.url);
    }
  });

  it('is closed to pages of other sites', async (t) => {
    const app = await startChatApp(t, { models: [createScriptedModel([])], isOpen: true });
    const headers = { origin: 'https://evil.example' };
    const message = await app.as().post('/api/chat', { message: 'Hi' }, { headers });
    assert.equal((await refusal(message)).code, 'cross_site');
    const session = await app.as().post('/api/chat/sessions', undefined, { headers });
    assert.equal((await refusal(session)).code, 'cross_site');
  });

  it('knows no session and no turn that is not there', async (t) => {
    const app = await startChatApp(t, { models: [createScriptedModel([])], isOpen: true });
    const client = app.as();
    for (const id of UNKNOWN_IDS) {
      const name = encodeURIComponent(id);
      const responses = [
        await client.post('/api/chat', { message: 'Hi', session_id: id }),
        await client.post('/api/chat', { message: 'Hi', session_id: id, stream: true }),
        await client.get(`/api/chat/history/${name}`),
        await client.delete(`/api/chat/sessions/${name}`),
        await client.get(`/api/chat/turns/${name}`),
        await client.post(`/api/chat/turns/${name}/stop`),
      ];
      for (const response of responses) {
        assert.equal((await refusal(response)).code, 'not_found', response.url);
      }
    }
    assert.equal(app.messagesTaken, 0);
    assert.equal((await app.database.pool.query('select from threads')).rows.length, 0);
  });

  it('answers a message with and without a session', async (t) => {
    const answers = Array.from({ length: 4 }, (_, index) => says(`Answer ${index}`));
    const app = await startChatApp(t, { models: [createScriptedModel(answers)], isOpen: true });
    const client = app.as();
    for (const body of [{}, { session_id: null }, { session_id: await client.session() }]) {
      const response = await client.post('/api/chat', { message: 'Hi', ...body });
      assert.equal(response.status, 200, await response.clone().text());
    }
    const streamed = await client.post('/api/chat', { message: 'Hi', stream: true });
    assert.equal((await Array.fromAsync(readStaffEvents(streamed))).at(-1)?.event, 'done');
  });

  it('says 429 as the quota does, and counts only what was begun', async (t) => {
    const problem = new HttpProblem({
      code: 'rate_limited',
      detail: 'please wait a minute',
      headers: { 'retry-after': '60' },
    });
    const app = await startChatApp(t, {
      models: [createScriptedModel([])],
      isOpen: true,
      refusal: problem,
    });
    const response = await app.as().post('/api/chat', { message: 'Hi' });
    assert.equal(response.headers.get('retry-after'), '60');
    assert.equal((await refusal(response)).code, 'rate_limited');
  });

  it('gives nothing back that was not taken: a replay beyond the quota', async (t) => {
    const model = createScriptedModel([says('Answer')]);
    const options: Parameters<typeof startChatApp>[1] = { models: [model], isOpen: true };
    const app = await startChatApp(t, options);
    const headers = { 'idempotency-key': 'one-and-the-same-key' };
    const send = () => app.as().post('/api/chat', { message: 'Hi' }, { headers });
    assert.equal((await send()).status, 200);
    options.refusal = new HttpProblem({ code: 'rate_limited', detail: 'please wait' });
    assert.equal((await send()).status, 200);
    assert.equal(app.messagesTaken, 1);
  });

  it('counts no message that the database kept from being answered', async (t) => {
    const app = await startChatApp(t, { models: [createScriptedModel([])], isOpen: true });
    await app.database.pool.query('alter table turns rename to lost');
    assert.equal((await app.as().post('/api/chat', { message: 'Hi' })).status, 500);
    assert.equal(app.messagesTaken, 0);
  });
});
