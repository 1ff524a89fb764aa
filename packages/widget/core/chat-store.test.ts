import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  problem,
  type ScriptedFrontDesk,
  type ScriptedTurn,
  startScriptedFrontDesk,
} from '@deskbell/testing/scripted-front-desk.ts';
import {
  answerText,
  isOver,
  lastStatus,
  memoryStorage,
  switchable,
  until,
} from '../testing/store-testing.ts';
import { canRetry, messageText } from './chat-state.ts';
import { type ChatStore, type ChatStoreOptions, createChatStore } from './chat-store.ts';

describe('chat store against a front desk over HTTP', () => {
  let desk: ScriptedFrontDesk;
  let stores: ChatStore[];
  const open = (options: ChatStoreOptions = {}): ChatStore => {
    const store = createChatStore({ endpoint: desk.url, retryDelaysMs: [1, 1, 1], ...options });
    stores.push(store);
    return store;
  };
  const posts = () =>
    desk.requests.filter(
      (request) => request.path === '/api/assistant/chat/' && request.method === 'POST',
    );
  const resumes = () => desk.requests.filter((request) => request.method === 'GET');

  beforeEach(async () => {
    stores = [];
    desk = await startScriptedFrontDesk();
  });
  afterEach(async () => {
    for (const store of stores) store.dispose();
    await desk.close();
  });

  const longAnswer = (turn: ScriptedTurn): string => {
    const pieces = Array.from({ length: 28 }, (_, at) => `wört${at} 🚕\n`);
    for (const piece of pieces.slice(0, 14)) turn.token(piece);
    turn.toolCall('check_zip_coverage', 'c1', 'Checking service area…');
    turn.toolResult('check_zip_coverage', 'c1', { serviceable: true, message: 'Grüße' });
    for (const piece of pieces.slice(14)) turn.token(piece);
    turn.done();
    return `${pieces.slice(0, 14).join('').trim()}\n\n${pieces.slice(14).join('').trim()}`;
  };

  it('reads the same answer from a stream split at every byte', async () => {
    desk.splitEveryByte(true);
    const store = open();
    store.send('Hello');
    const expected = longAnswer(await desk.nextTurn());
    const state = await until(store, isOver);
    assert.equal(answerText(state), expected);
    assert.equal(resumes().length, 0);
  });

  for (const isNamed of [true, false]) {
    it(`resumes after a cut behind every single event, doubling nothing (turn ${isNamed ? 'named in the header' : 'known by event ids only'})`, async () => {
      desk.cutAfterEveryEvent(true);
      desk.nameTurnInHeader(isNamed);
      const store = open();
      store.send('Hello');
      const turn = await desk.nextTurn();
      const expected = longAnswer(turn);
      const state = await until(store, isOver);
      assert.equal(answerText(state), expected);
      assert.equal(posts().length, 1);
      assert.deepEqual(
        resumes().map((request) => request.headers['last-event-id']),
        Array.from({ length: 30 }, (_, at) => `${turn.turnId}:${at + 1}`),
      );
    });
  }

  it('doubles nothing when a server repeats events that were already seen', async () => {
    const store = open({
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        headers.delete('last-event-id');
        return fetch(input, { ...init, headers });
      },
    });
    store.send('Hello');
    const turn = await desk.nextTurn();
    turn.token('one ');
    turn.toolCall('check_zip_coverage', 'c1', 'Checking service area…');
    turn.token('two ');
    await until(store, (state) => answerText(state).includes('two'));
    turn.cut();
    turn.token('three');
    turn.done();
    const state = await until(store, isOver);
    assert.equal(answerText(state), 'one\n\ntwo three');
    assert.equal(resumes().length, 1);
  });

  it('repeats the request under the same key when nothing was heard, and gets the same turn', async () => {
    desk.dropNext('after_accept');
    const store = open();
    store.send('Hello');
    const turn = await desk.nextTurn();
    turn.token('Hi.');
    turn.done();
    await until(store, isOver);
    assert.equal(posts().length, 2);
    assert.equal(posts()[0]?.body, posts()[1]?.body);
    assert.equal(posts()[0]?.headers['idempotency-key'], posts()[1]?.headers['idempotency-key']);
    assert.equal(store.getState().messages.length, 2);
  });

  it('gives the draft back when the server cannot be reached, and tries again under the same key', async () => {
    let isDown = true;
    const keys: (string | null)[] = [];
    const store = open({
      fetch: (input, init) => {
        keys.push(new Headers(init?.headers).get('idempotency-key'));
        return isDown ? Promise.reject(new TypeError('no route')) : fetch(input, init);
      },
    });
    store.setDraft('Hello');
    store.send('Hello');
    const lost = await until(store, (state) => state.notice !== null);
    assert.deepEqual(lost.notice, { kind: 'not_sent' });
    assert.equal(lost.draft, 'Hello');
    assert.deepEqual(lost.messages, []);
    isDown = false;
    store.retry();
    const turn = await desk.nextTurn();
    turn.done();
    const state = await until(store, isOver);
    assert.equal(new Set(keys).size, 1);
    assert.equal(keys.length, 5);
    assert.equal(state.draft, '');
  });

  it('ignores events it does not know and data it cannot read', async () => {
    const store = open();
    store.send('Hello');
    const turn = await desk.nextTurn();
    turn.emit({ name: 'confetti', data: { amount: 3 } });
    turn.emit({ name: 'token', data: 'not an object' });
    turn.emit({ name: 'tool_result', data: { call_id: 'unknown' } });
    turn.token('Still here.');
    turn.done();
    assert.equal(answerText(await until(store, isOver)), 'Still here.');
  });

  it('says a refusal in the server’s words and gives the draft back', async () => {
    desk.refuseNext(problem(400, 'message must be at most 500 characters', 'invalid_request'));
    const storage = memoryStorage();
    const store = open({ storage });
    store.send('Hello');
    const state = await until(store, ({ notice }) => notice !== null);
    assert.deepEqual(state.notice, {
      kind: 'refused',
      code: 'invalid_request',
      message: 'message must be at most 500 characters',
    });
    assert.equal(state.draft, 'Hello');
    assert.equal(state.threadId, null);
    assert.equal(storage.values.size, 0);
  });

  it('shows no sentence of its own making for an HTML error page, after trying again', async () => {
    for (let tries = 0; tries < 4; tries += 1) {
      desk.refuseNext({ status: 502, body: '<h1>Bad gateway</h1>' });
    }
    const store = open();
    store.send('Hello');
    const state = await until(store, ({ notice }) => notice !== null);
    assert.deepEqual(state.notice, { kind: 'refused', code: '', message: null });
    assert.equal(posts().length, 4);
  });

  it('counts a 429 down by its Retry-After and then allows sending', async (test) => {
    test.mock.timers.enable({ apis: ['setInterval'] });
    let nowMs = 1_000_000;
    desk.refuseNext({
      ...problem(429, 'That was a lot of messages.', 'rate_limited'),
      headers: { 'retry-after': '3' },
    });
    const store = open({ clock: () => new Date(nowMs) });
    store.send('Hello');
    await until(store, ({ notice }) => notice !== null);
    const seen: unknown[] = [store.getState().notice];
    for (let second = 0; second < 3; second += 1) {
      nowMs += 1000;
      test.mock.timers.tick(1000);
      seen.push(store.getState().notice);
    }
    const message = 'That was a lot of messages.';
    assert.deepEqual(seen, [
      { kind: 'rate_limited', message, secondsLeft: 3 },
      { kind: 'rate_limited', message, secondsLeft: 2 },
      { kind: 'rate_limited', message, secondsLeft: 1 },
      null,
    ]);
    assert.equal(store.getState().draft, 'Hello');
  });

  it('answers a 409 by loading the thread and following the turn that runs', async () => {
    const storage = memoryStorage();
    const first = open({ storage });
    first.send('Shared');
    (await desk.nextTurn()).done();
    await until(first, isOver);
    const second = open({ storage });
    second.restore();
    await until(second, isOver);

    first.send('From the first tab');
    const turn = await desk.nextTurn();
    second.send('From the second tab');
    const refused = await until(
      second,
      (state) => state.notice?.kind === 'turn_running' && state.messages.length === 4,
    );
    assert.equal(refused.draft, 'From the second tab');
    turn.token('To both.');
    turn.done();
    const state = await until(second, (after) => answerText(after) === 'To both.' && isOver(after));
    assert.deepEqual(state.messages.map(messageText), [
      'Shared',
      '',
      'From the first tab',
      'To both.',
    ]);
    assert.equal(state.notice, null);
  });

  it('sends once again by itself, in a new thread, after the old one is gone', async () => {
    const storage = memoryStorage();
    const store = open({ storage });
    store.send('One');
    const turn = await desk.nextTurn();
    turn.done();
    await until(store, isOver);
    desk.expireThread(turn.threadId);
    store.send('Two');
    const renewed = await desk.nextTurn();
    assert.notEqual(renewed.threadId, turn.threadId);
    assert.equal(renewed.message, 'Two');
    renewed.token('Hello again.');
    renewed.done();
    const state = await until(store, isOver);
    assert.deepEqual(state.notice, { kind: 'thread_gone', isRenewed: true });
    assert.deepEqual(state.messages.map(messageText), ['Two', 'Hello again.']);
    assert.equal(state.draft, '');
    assert.equal(storage.values.get('deskbell.thread'), renewed.threadId);
    assert.equal(posts().length, 3);
  });

  it('does not go on sending when new threads are refused too, and gives the draft back', async () => {
    const store = open();
    store.send('One');
    (await desk.nextTurn()).done();
    await until(store, isOver);
    for (let refusals = 0; refusals < 3; refusals += 1) {
      desk.refuseNext(problem(404, 'There is no such conversation.', 'thread_not_found'));
    }
    store.send('Two');
    const state = await until(store, ({ notice }) => notice?.kind === 'refused');
    assert.equal(state.draft, 'Two');
    assert.equal(posts().length, 3);
  });

  it('stops the turn on the server and keeps its text', async () => {
    const store = open();
    store.send('Hello');
    const turn = await desk.nextTurn();
    turn.token('Half an');
    await until(store, (state) => answerText(state) === 'Half an');
    store.stop();
    const state = await until(store, isOver);
    assert.deepEqual(desk.stoppedTurnIds(), [turn.turnId]);
    assert.equal(lastStatus(state), 'stopped');
    assert.equal(answerText(state), 'Half an');
  });

  it('stops a turn that has no name yet as soon as it has one', async () => {
    const store = open();
    store.send('Hello');
    store.stop();
    const turn = await desk.nextTurn();
    await until(store, isOver);
    assert.deepEqual(desk.stoppedTurnIds(), [turn.turnId]);
  });

  it('sends a failed turn again under a new key, in the place of the old exchange', async () => {
    const store = open();
    store.send('Hello');
    const first = await desk.nextTurn();
    first.error({ message: 'Please call us.', code: 'model_unavailable', retryable: true });
    await until(store, canRetry);
    store.retry();
    const second = await desk.nextTurn();
    second.token('Here I am.');
    second.done();
    const state = await until(store, isOver);
    assert.notEqual(first.idempotencyKey, second.idempotencyKey);
    assert.equal(second.message, 'Hello');
    assert.equal(second.threadId, first.threadId);
    assert.deepEqual(state.messages.map(messageText), ['Hello', 'Here I am.']);
  });

  it('says the connection is lost after three tries, and a retry goes on where it was', async () => {
    let isDown = false;
    const store = open({
      fetch: (input, init) =>
        isDown ? Promise.reject(new TypeError('no route')) : fetch(input, init),
    });
    store.send('Hello');
    const turn = await desk.nextTurn();
    turn.token('First half,');
    await until(store, (state) => answerText(state) !== '');
    isDown = true;
    turn.cut();
    const lost = await until(store, canRetry);
    assert.equal(lastStatus(lost), 'failed');
    assert.equal(answerText(lost), 'First half,');
    isDown = false;
    turn.token(' second half.');
    turn.done();
    store.retry();
    const state = await until(store, isOver);
    assert.equal(answerText(state), 'First half, second half.');
    assert.equal(posts().length, 1);
  });

  it('waits for the network before it counts tries', async () => {
    const network = switchable();
    const store = open({ connectivity: network.connectivity, retryDelaysMs: [1] });
    store.send('Hello');
    const turn = await desk.nextTurn();
    turn.token('a');
    await until(store, (state) => answerText(state) === 'a');
    network.set(false);
    turn.cut();
    await until(store, (state) => lastStatus(state) === 'reconnecting');
    turn.token('b');
    turn.done();
    network.set(true);
    assert.equal(answerText(await until(store, isOver)), 'ab');
  });

  it('takes a silent stream for dead and resumes it', async () => {
    const store = open({ idleTimeoutMs: 20 });
    store.send('Hello');
    const turn = await desk.nextTurn();
    turn.token('a');
    await until(store, (state) => lastStatus(state) === 'reconnecting');
    turn.token('b');
    turn.done();
    assert.equal(answerText(await until(store, isOver)), 'ab');
  });

  it('queues one message while offline and sends it once when back', async () => {
    const network = switchable();
    const store = open({ connectivity: network.connectivity });
    network.set(false);
    assert.equal(store.send('Later'), true);
    assert.equal(store.send('Another'), false);
    assert.equal(posts().length, 0);
    network.set(true);
    const turn = await desk.nextTurn();
    turn.token('Now.');
    turn.done();
    const state = await until(store, isOver);
    assert.deepEqual(state.messages.map(messageText), ['Later', 'Now.']);
    assert.equal(posts().length, 1);
  });

  it('refuses a second send while the first is answered', async () => {
    const store = open();
    assert.equal(store.send('One'), true);
    assert.equal(store.send('One'), false);
    await desk.nextTurn();
    assert.equal(posts().length, 1);
  });

  it('stores nothing before the first send, and restores a running turn after a reload', async () => {
    const storage = memoryStorage();
    const before = open({ storage });
    before.restore();
    assert.equal(storage.values.size, 0);
    assert.equal(desk.requests.length, 0);
    before.send('Hello');
    const turn = await desk.nextTurn();
    turn.token('First ');
    await until(before, (state) => answerText(state) !== '');
    before.dispose();
    assert.deepEqual(desk.stoppedTurnIds(), []);

    const after = open({ storage });
    after.restore();
    await until(after, (state) => answerText(state) === 'First');
    turn.token('second.');
    turn.done();
    const state = await until(after, isOver);
    assert.deepEqual(state.messages.map(messageText), ['Hello', 'First second.']);
  });

  it('forgets a stored thread that is gone, without a word', async () => {
    const storage = memoryStorage();
    storage.values.set('deskbell.thread', '00000000-0000-4000-8000-000000000000');
    const store = open({ storage });
    store.restore();
    const state = await until(store, ({ isRestoring }) => !isRestoring);
    assert.equal(state.notice, null);
    assert.equal(storage.values.size, 0);
  });

  it('loads the thread when its turn can no longer be replayed', async () => {
    const store = open();
    store.send('Hello');
    const turn = await desk.nextTurn();
    turn.token('a');
    await until(store, (state) => answerText(state) === 'a');
    desk.expireTurn(turn.turnId);
    turn.token('bc');
    turn.cut();
    turn.done();
    const state = await until(store, isOver);
    assert.equal(answerText(state), 'abc');
  });

  it('begins a new conversation in a new thread while the old turn runs on', async () => {
    const storage = memoryStorage();
    const store = open({ storage });
    store.send('Old');
    const old = await desk.nextTurn();
    old.token('Answer to the old');
    await until(store, (state) => answerText(state) !== '');
    store.newConversation();
    assert.deepEqual(store.getState().messages, []);
    assert.equal(storage.values.size, 0);
    store.send('New');
    const fresh = await desk.nextTurn();
    old.token(' goes nowhere.');
    fresh.token('Answer to the new.');
    fresh.done();
    assert.equal(answerText(await until(store, isOver)), 'Answer to the new.');
    assert.notEqual(old.threadId, fresh.threadId);
    assert.deepEqual(desk.stoppedTurnIds(), []);
  });

  it('closes its stream and its subscriptions when disposed, and never the turn', async () => {
    const network = switchable();
    const store = open({ connectivity: network.connectivity });
    store.send('Hello');
    const turn = await desk.nextTurn();
    turn.token('a');
    await until(store, (state) => answerText(state) === 'a');
    const settled = new Promise<void>((resolve) => {
      const poll = () => (turn.readerCount() === 0 ? resolve() : setImmediate(poll));
      store.dispose();
      poll();
    });
    await settled;
    store.dispose();
    assert.equal(network.listeners.size, 0);
    assert.deepEqual(desk.stoppedTurnIds(), []);
    assert.equal(store.send('again'), false);
  });
});
