import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createHeldModel } from '@deskbell/testing/held-model.ts';
import { createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { type ChatState, codePointCount } from './chat-state.ts';
import { createCutter, isQuiet, openTestChat, shownLines } from './test-chat.ts';

const hasText = (text: string) => (state: ChatState) =>
  shownLines(state).at(-1)?.includes(text) === true;

for (const hasSockets of [true, false]) {
  const way = hasSockets ? 'sockets' : 'event streams';

  describe(`the chat over ${way}`, () => {
    const model = createHeldModel();
    let server: TestServer;
    let cut: () => void;
    const cleanUps: (() => Promise<unknown>)[] = [];
    before(async () => {
      const owner = { after: (end: () => Promise<unknown>) => void cleanUps.push(end) };
      server = await startTestServer(owner, { backOffice: {}, languageModels: [model] });
      cut = createCutter(server);
    });
    after(async () => {
      for (const end of cleanUps.toReversed()) await end();
    });

    it('asks in a session of its own and shows the whole answer', async (t) => {
      const chat = openTestChat(t, { server, hasSockets });
      const sessions: (string | null)[] = [];
      chat.store.onSession((id) => sessions.push(id));
      assert.equal(chat.store.ask('  Anything urgent? '), true);
      await chat.until(hasText('Begun'));
      model.release();
      const state = await chat.until(isQuiet);
      assert.deepEqual(shownLines(state), ['sent: Anything urgent?', 'complete: Begun and ended']);
      assert.deepEqual(sessions, [state.sessionId]);
      const answer = state.messages.at(-1);
      assert.ok(answer?.role === 'assistant');
      assert.deepEqual(answer.author, { model: 'held', isDegraded: false, tokens: 15 });
      assert.equal(chat.requests.length, hasSockets ? 0 : 1);
    });

    it('goes on after a cut in the middle without doubling a character', async (t) => {
      const chat = openTestChat(t, { server, hasSockets });
      chat.store.ask('Go on');
      await chat.until(hasText('Begun'));
      cut();
      await chat.until(hasText('reconnecting: Begun'));
      model.release();
      const state = await chat.until(isQuiet);
      assert.deepEqual(shownLines(state), ['sent: Go on', 'complete: Begun and ended']);
    });

    it('keeps what was said when it is stopped', async (t) => {
      const chat = openTestChat(t, { server, hasSockets });
      chat.store.ask('Stop me');
      await chat.until(hasText('Begun'));
      chat.store.stop();
      const state = await chat.until(isQuiet);
      assert.deepEqual(shownLines(state), ['sent: Stop me', 'stopped: Begun']);
    });

    it('shows a session that is still being answered, in another window too', async (t) => {
      const first = openTestChat(t, { server, hasSockets });
      first.store.ask('Both of us');
      const { sessionId } = await first.until(hasText('Begun'));
      const second = openTestChat(t, { server, hasSockets });
      second.store.open(sessionId);
      await second.until(hasText('Begun'));
      // What is asked meanwhile waits for the answer before it.
      second.store.ask('And then?');
      await second.until(({ messages }) => messages.length === 3);
      model.release();
      await second.until(({ messages }) => messages.length === 4);
      await second.until(hasText('Begun'));
      model.release();
      assert.deepEqual(shownLines(await second.until(isQuiet)), [
        'sent: Both of us',
        'complete: Begun and ended',
        'sent: And then?',
        'complete: Begun and ended',
      ]);
      assert.deepEqual(shownLines(await first.until(isQuiet)), [
        'sent: Both of us',
        'complete: Begun and ended',
      ]);
    });

    it('waits for the answer that another window has asked for', async (t) => {
      const first = openTestChat(t, { server, hasSockets });
      first.store.ask('One');
      await first.until(hasText('Begun'));
      model.release();
      const { sessionId } = await first.until(isQuiet);
      const second = openTestChat(t, { server, hasSockets });
      second.store.open(sessionId);
      await second.until(isQuiet);
      first.store.ask('Two');
      await first.until(hasText('streaming: Begun'));
      second.store.ask('Three');
      const waiting = await second.until(({ problem }) => problem?.kind === 'answered_elsewhere');
      assert.equal(waiting.messages.at(-1)?.role, 'user');
      await second.until((state) => shownLines(state).at(-2) === 'streaming: Begun');
      model.release();
      await second.until(hasText('streaming: Begun'));
      model.release();
      const state = await second.until((now) => isQuiet(now) && now.messages.length === 6);
      assert.deepEqual(shownLines(state).slice(2), [
        'sent: Two',
        'complete: Begun and ended',
        'sent: Three',
        'complete: Begun and ended',
      ]);
      assert.equal(state.problem, null);
    });

    it('says that a session is gone and keeps the words', async (t) => {
      const chat = openTestChat(t, { server, hasSockets });
      chat.store.ask('Before');
      await chat.until(hasText('Begun'));
      model.release();
      const { sessionId } = await chat.until(isQuiet);
      await fetch(`${server.url}/api/chat/sessions/${sessionId}`, { method: 'DELETE' });
      const told: (string | null)[] = [];
      chat.store.onSession((id) => told.push(id));
      chat.store.ask('After');
      const state = await chat.until(({ problem }) => problem?.kind === 'session_gone');
      assert.deepEqual([state.sessionId, state.messages, state.draft], [null, [], 'After']);
      assert.deepEqual(told, [null]);
    });
  });
}

describe('the chat', () => {
  it('falls back to event streams when sockets are refused, and tries none for a while', async (t) => {
    const model = createScriptedModel([says('One.'), says('Two.')]);
    const server = await startTestServer(t, { backOffice: {}, languageModels: [model] });
    const chat = openTestChat(t, { server, hasSockets: false });
    chat.store.ask('First');
    await chat.until(isQuiet);
    chat.store.ask('Second');
    const state = await chat.until((now) => isQuiet(now) && now.messages.length === 4);
    assert.deepEqual(shownLines(state).at(-1), 'complete: Two.');
    assert.equal(chat.sockets.length, 1);
  });

  it('asks again after a failure, and in the place of what failed', async (t) => {
    const model = createScriptedModel([
      { events: [{ type: 'text', text: 'So far' }], throws: new Error('gone') },
      says('Now it works.'),
    ]);
    const server = await startTestServer(t, { backOffice: {}, languageModels: [model] });
    const chat = openTestChat(t, { server });
    chat.store.ask('Try');
    const failed = await chat.until(isQuiet);
    assert.match(shownLines(failed)[1] ?? '', /^(failed|interrupted): So far/);
    chat.store.retry();
    const state = await chat.until((now) => isQuiet(now) && hasText('Now it works.')(now));
    assert.deepEqual(shownLines(state), ['sent: Try', 'complete: Now it works.']);
  });

  it('counts down after too many messages, and then asks the same', async (t) => {
    const model = createScriptedModel([says('One.')]);
    const server = await startTestServer(t, {
      backOffice: {},
      languageModels: [model],
      messagesPerMinute: 1,
    });
    const chat = openTestChat(t, { server });
    chat.store.ask('First');
    await chat.until(isQuiet);
    chat.store.ask('Second');
    const state = await chat.until(({ problem }) => problem !== null);
    assert.ok(state.problem?.kind === 'rate_limited');
    assert.ok(state.problem.secondsLeft > 1 && state.problem.secondsLeft <= 60);
    assert.match(state.problem.message, /more than 1 message in a minute/);
    assert.equal(shownLines(state).at(-1), 'unsent: Second');
    chat.store.retry();
    assert.equal(shownLines(chat.store.getState()).at(-1), 'unsent: Second');
    assert.equal(chat.store.ask('Third'), false);
    chat.store.takeBack();
    assert.equal(chat.store.getState().draft, 'Second');
    await chat.until(({ problem }) => problem?.kind === 'rate_limited');
  });

  it('takes 4,000 code points and not one more', async (t) => {
    const model = createScriptedModel([says('Long.')]);
    const server = await startTestServer(t, { backOffice: {}, languageModels: [model] });
    const chat = openTestChat(t, { server });
    const longest = '🐢'.repeat(4_000);
    assert.equal(codePointCount(longest), 4_000);
    assert.equal(chat.store.ask(`${longest}🐢`), false);
    assert.equal(chat.store.ask(longest), true);
    assert.equal(shownLines(await chat.until(isQuiet)).at(-1), 'complete: Long.');
  });
});
