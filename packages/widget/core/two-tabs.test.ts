import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  type ScriptedFrontDesk,
  startScriptedFrontDesk,
} from '@deskbell/testing/scripted-front-desk.ts';
import {
  answerText,
  createTabHub,
  isOver,
  memoryStorage,
  switchable,
  until,
} from '../testing/store-testing.ts';
import { messageText } from './chat-state.ts';
import { type ChatStore, type ChatStoreOptions, createChatStore } from './chat-store.ts';
import { readTabNote } from './tabs.ts';

describe('two tabs of one browser', () => {
  let desk: ScriptedFrontDesk;
  let hub: ReturnType<typeof createTabHub>;
  let storage: ReturnType<typeof memoryStorage>;
  let stores: ChatStore[];

  const openTab = (options: ChatStoreOptions = {}) => {
    const { tabs, setVisible } = hub.openTab();
    const store = createChatStore({
      endpoint: desk.url,
      retryDelaysMs: [1, 1, 1],
      storage,
      tabs,
      ...options,
    });
    stores.push(store);
    store.restore();
    return { store, setVisible };
  };
  const requestCount = () => desk.requests.length;
  const posts = () =>
    desk.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/chat/'));

  beforeEach(async () => {
    desk = await startScriptedFrontDesk();
    hub = createTabHub();
    storage = memoryStorage();
    stores = [];
  });
  afterEach(async () => {
    for (const store of stores) store.dispose();
    assert.equal(hub.listenerCount(), 0);
    await desk.close();
  });

  it('shows in the other tab the question and the answer as it is written, asked once', async () => {
    const { store: one } = openTab();
    const { store: other } = openTab();
    one.send('Do you serve 10001?');
    const turn = await desk.nextTurn();
    turn.token('Yes, ');
    const following = await until(other, (state) => answerText(state) === 'Yes,');
    assert.deepEqual(following.messages.map(messageText), ['Do you serve 10001?', 'Yes,']);
    turn.token('we do.');
    turn.done();
    assert.equal(answerText(await until(other, isOver)), 'Yes, we do.');
    assert.equal(answerText(await until(one, isOver)), 'Yes, we do.');
    assert.equal(posts().length, 1);
    assert.equal(other.getState().threadId, one.getState().threadId);

    other.send('And 10002?');
    const second = await desk.nextTurn();
    assert.equal(second.threadId, turn.threadId);
    second.token('Too.');
    second.done();
    const state = await until(one, (after) => answerText(after) === 'Too.' && isOver(after));
    assert.equal(state.messages.length, 4);
    assert.equal(posts().length, 2);
  });

  it('says ids to other tabs and nothing that was written', async () => {
    const { store } = openTab();
    store.send('My name is Ada');
    const turn = await desk.nextTurn();
    turn.done();
    await until(store, isOver);
    store.newConversation();
    assert.deepEqual(hub.notes, [
      { type: 'turn_began', threadId: turn.threadId, turnId: turn.turnId },
      { type: 'thread_left', threadId: turn.threadId },
    ]);
  });

  it('keeps the keys of messages that are shown already', async () => {
    const { store: one } = openTab();
    const { store: other } = openTab();
    one.send('One');
    (await desk.nextTurn()).done();
    await until(one, isOver);
    await until(other, isOver);
    const before = one.getState().messages.map(({ key }) => key);
    other.send('Two');
    (await desk.nextTurn()).done();
    const state = await until(one, (after) => after.messages.length === 4 && isOver(after));
    assert.deepEqual(
      state.messages.slice(0, 2).map(({ key }) => key),
      before,
    );
  });

  it('begins a new conversation in all tabs, each with its draft, and follows the next one', async () => {
    const { store: one } = openTab();
    const { store: other } = openTab();
    one.send('Old');
    (await desk.nextTurn()).done();
    await until(one, isOver);
    await until(other, isOver);
    other.setDraft('half a sentence');
    one.newConversation();
    assert.deepEqual(other.getState().messages, []);
    assert.equal(other.getState().threadId, null);
    assert.equal(other.getState().draft, 'half a sentence');
    one.send('New');
    const turn = await desk.nextTurn();
    turn.token('Fresh.');
    turn.done();
    const state = await until(other, (after) => answerText(after) === 'Fresh.' && isOver(after));
    assert.equal(state.threadId, turn.threadId);
    assert.equal(state.draft, 'half a sentence');
  });

  it('gives a queued message back when another tab leaves the thread', async () => {
    const network = switchable();
    const { store: one } = openTab();
    const { store: other } = openTab({ connectivity: network.connectivity });
    one.send('Old');
    (await desk.nextTurn()).done();
    await until(one, isOver);
    await until(other, isOver);
    network.set(false);
    other.send('Not sent yet');
    other.setDraft('and this');
    one.newConversation();
    assert.deepEqual(other.getState().messages, []);
    assert.equal(other.getState().draft, 'Not sent yet\nand this');
    network.set(true);
    assert.equal(posts().length, 1);
  });

  it('lets the second of two that send at once see the other’s turn and keep its draft', async () => {
    const { store: one } = openTab();
    one.send('Hello');
    (await desk.nextTurn()).done();
    await until(one, isOver);
    const { store: other } = openTab();
    await until(other, isOver);
    one.send('First');
    other.send('Second');
    const turn = await desk.nextTurn();
    const [winner, loser] = turn.message === 'First' ? [one, other] : [other, one];
    turn.token('To the first.');
    const refused = await until(loser, (state) => answerText(state) === 'To the first.');
    assert.equal(refused.draft, turn.message === 'First' ? 'Second' : 'First');
    assert.equal(refused.notice?.kind, 'turn_running');
    turn.done();
    await until(winner, isOver);
    const state = await until(loser, isOver);
    assert.equal(state.messages.length, 4);
    assert.equal(state.notice, null);
  });

  it('does not give up a conversation of its own for a thread of another tab', async () => {
    const { store: one } = openTab();
    const { store: other } = openTab();
    one.send('Mine');
    other.send('Mine too');
    const turns = [await desk.nextTurn(), await desk.nextTurn()];
    for (const turn of turns) {
      turn.token(`Answer to ${turn.message}`);
      turn.done();
    }
    assert.deepEqual((await until(one, isOver)).messages.map(messageText), [
      'Mine',
      'Answer to Mine',
    ]);
    assert.deepEqual((await until(other, isOver)).messages.map(messageText), [
      'Mine too',
      'Answer to Mine too',
    ]);
  });

  it('stays with the answer to its own message when another tab leaves the thread', async () => {
    const { store: one } = openTab();
    const { store: other } = openTab();
    one.send('Hello');
    const turn = await desk.nextTurn();
    turn.token('Half');
    await until(other, (state) => answerText(state) === 'Half');
    other.newConversation();
    turn.token(' and half');
    turn.done();
    assert.equal(answerText(await until(one, isOver)), 'Half and half');
    assert.deepEqual(other.getState().messages, []);
  });

  it('asks nothing while hidden, and catches up when it comes to the front', async () => {
    const { store: one } = openTab();
    const { store: hidden, setVisible } = openTab();
    setVisible(false);
    for (const question of ['One', 'Two']) {
      one.send(question);
      const turn = await desk.nextTurn();
      turn.token(`Answer to ${question}`);
      turn.done();
      await until(one, (state) => isOver(state) && answerText(state).endsWith(question));
    }
    assert.equal(requestCount(), 2);
    assert.deepEqual(hidden.getState().messages, []);
    setVisible(true);
    const state = await until(hidden, isOver);
    assert.deepEqual(state.messages.map(messageText), [
      'One',
      'Answer to One',
      'Two',
      'Answer to Two',
    ]);
    assert.equal(requestCount(), 3);
  });

  it('does not lose a message that waits for the network to what another tab did', async () => {
    const network = switchable();
    const { store: one } = openTab();
    one.send('Hello');
    (await desk.nextTurn()).done();
    await until(one, isOver);
    const { store: offline } = openTab({ connectivity: network.connectivity });
    await until(offline, isOver);
    network.set(false);
    offline.send('Later');
    one.send('Now');
    (await desk.nextTurn()).done();
    await until(one, (state) => state.messages.length === 4 && isOver(state));
    assert.equal(offline.getState().messages.at(-1)?.role, 'user');
    network.set(true);
    const turn = await desk.nextTurn();
    assert.equal(turn.message, 'Later');
    turn.done();
    const state = await until(one, (after) => after.messages.length === 6 && isOver(after));
    assert.deepEqual(state.messages.filter(({ role }) => role === 'user').map(messageText), [
      'Hello',
      'Now',
      'Later',
    ]);
  });

  it('begins a new thread in all tabs when a message finds the old one gone', async () => {
    const { store: one } = openTab();
    const { store: other } = openTab();
    one.send('Hello');
    const old = await desk.nextTurn();
    old.done();
    await until(one, isOver);
    await until(other, isOver);
    desk.expireThread(old.threadId);
    one.send('Again');
    const turn = await desk.nextTurn();
    turn.token('Welcome back.');
    turn.done();
    const state = await until(
      other,
      (after) => answerText(after) === 'Welcome back.' && isOver(after),
    );
    assert.equal(state.threadId, turn.threadId);
    assert.equal(state.messages.length, 2);
  });
});

describe('readTabNote', () => {
  it('takes nothing but notes', () => {
    for (const data of [
      null,
      'turn_began',
      {},
      { type: 'turn_began', threadId: 'a' },
      { type: 'turn_began', threadId: 'a', turnId: 3 },
      { type: 'thread_left' },
      { type: 'thread_left', threadId: 'x'.repeat(101) },
      { type: 'else', threadId: 'a', turnId: 'b' },
    ]) {
      assert.equal(readTabNote(data), null);
    }
    const note = { type: 'turn_began', threadId: 'a', turnId: 'b' };
    assert.deepEqual(readTabNote({ ...note, text: 'dropped' }), note);
  });
});
