import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { alwaysOnline } from '@deskbell/widget';
import { createTurns } from './follow-turn.ts';
import { createSocketWay } from './socket-way.ts';
import { createStreamWay } from './stream-way.ts';
import type { Job, Try, Way } from './way.ts';

const SOMETHING = '01a202e6-5415-729c-bf97-2b9fe1691d49';
const clock = () => new Date();

const waysTo = (server: () => Pick<TestServer, 'url'>): Record<'socket' | 'stream', Way> => ({
  socket: createSocketWay({
    openSocket: (path) => new WebSocket(`${server().url.replace('http', 'ws')}${path}`),
  }),
  stream: createStreamWay({ fetch: (path, init) => fetch(`${server().url}${path}`, init), clock }),
});
const ask = (key: string): Job => ({
  kind: 'ask',
  key: `${key}-of-sixteen-characters`,
  text: 'Hello',
});
const tryOf = (sessionId: string, job: Job): Try => ({
  sessionId,
  job,
  signal: AbortSignal.timeout(20_000),
  onNews: () => {},
});
const newSession = async ({ url }: Pick<TestServer, 'url'>): Promise<string> => {
  const response = await fetch(`${url}/api/chat/sessions`, { method: 'POST' });
  return ((await response.json()) as { id: string }).id;
};

for (const name of ['socket', 'stream'] as const) {
  describe(`the ${name}`, () => {
    it('says that nobody is signed in', async (t) => {
      const server = await startTestServer(t, { backOffice: {}, isOpenToThisMachine: false });
      const way = waysTo(() => server)[name];
      t.after(() => way.close());
      assert.deepEqual(await way.run(tryOf(SOMETHING, ask('a'))), { type: 'signed_out' });
    });

    it('tells a session from a turn that is not there, and a key that was used before', async (t) => {
      const model = createScriptedModel([says('Hello.')]);
      const server = await startTestServer(t, { backOffice: {}, languageModels: [model] });
      const way = waysTo(() => server)[name];
      t.after(() => way.close());
      const sessionId = await newSession(server);
      assert.deepEqual(await way.run(tryOf(SOMETHING, ask('a'))), { type: 'gone' });
      const resume: Job = { kind: 'resume', turnId: SOMETHING, after: 0 };
      assert.deepEqual(await way.run(tryOf(sessionId, resume)), { type: 'expired' });
      assert.deepEqual(await way.run(tryOf(sessionId, ask('b'))), { type: 'ended' });
      const other = await way.run(tryOf(sessionId, { ...ask('b'), text: 'Other' } as Job));
      assert.equal(other.type === 'refused' && other.refusal.code, 'idempotency_mismatch');
    });

    it('is left at once, and does nothing once it was left', async (t) => {
      const server = await startTestServer(t, { backOffice: {} });
      const way = waysTo(() => server)[name];
      t.after(() => way.close());
      const signal = AbortSignal.abort();
      const left = await way.run({ ...tryOf(await newSession(server), ask('a')), signal });
      assert.deepEqual(left, { type: 'left' });
    });
  });
}

describe('following a turn', () => {
  it('goes on at another process after the one it was connected to has ended', async (t) => {
    const models = () => [createScriptedModel([says('Hello.')])];
    const first = await startTestServer(t, { backOffice: {}, languageModels: models() });
    const { databaseUrl } = first;
    const second = await startTestServer(t, {
      backOffice: {},
      databaseUrl,
      languageModels: models(),
    });
    let current = first;
    const turns = createTurns({
      ...waysTo(() => current),
      connectivity: alwaysOnline,
      clock,
      retryDelaysMs: [1, 1, 1],
    });
    t.after(() => turns.close());
    const sessionId = await newSession(first);
    const follow = (job: Job) => turns.follow({ ...tryOf(sessionId, job), onNews: () => {} });
    assert.deepEqual(await follow(ask('a')), { type: 'ended' });
    await first.close();
    current = second;
    assert.deepEqual(await follow(ask('b')), { type: 'ended' });
  });

  it('gives up after its tries when nothing answers, and says whether the turn has a name', async () => {
    const turns = createTurns({
      ...waysTo(() => ({ url: 'http://127.0.0.1:9' })),
      connectivity: alwaysOnline,
      clock,
      retryDelaysMs: [1, 1],
    });
    const news: string[] = [];
    const onNews = ({ type }: { type: string }) => void news.push(type);
    const asked = await turns.follow({ ...tryOf(SOMETHING, ask('a')), onNews });
    assert.deepEqual([asked, news], [{ type: 'unreachable' }, ['reconnecting', 'reconnecting']]);
    const resume: Job = { kind: 'resume', turnId: SOMETHING, after: 3 };
    assert.deepEqual(await turns.follow({ ...tryOf(SOMETHING, resume), onNews }), { type: 'lost' });
  });
});
