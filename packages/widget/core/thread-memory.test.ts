import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  problem,
  type ScriptedFrontDesk,
  startScriptedFrontDesk,
} from '@deskbell/testing/scripted-front-desk.ts';
import { isOver, memoryStorage, until } from '../testing/store-testing.ts';
import { canSend } from './chat-state.ts';
import { type ChatStore, createChatStore } from './chat-store.ts';
import { createThreadMemory } from './thread-memory.ts';

const limitKey = 'deskbell.thread.limited-until';

describe('what outlives a page', () => {
  let desk: ScriptedFrontDesk;
  let storage: ReturnType<typeof memoryStorage>;
  let nowMs: number;
  let stores: ChatStore[];

  const open = (): ChatStore => {
    const store = createChatStore({
      endpoint: desk.url,
      storage,
      clock: () => new Date(nowMs),
      retryDelaysMs: [],
    });
    stores.push(store);
    store.restore();
    return store;
  };

  beforeEach(async () => {
    desk = await startScriptedFrontDesk();
    storage = memoryStorage();
    nowMs = 1_800_000_000_000;
    stores = [];
  });
  afterEach(async () => {
    for (const store of stores) store.dispose();
    await desk.close();
  });

  it('counts a limit on after a reload, and forgets it when it is over', async (test) => {
    test.mock.timers.enable({ apis: ['setInterval'] });
    desk.refuseNext({
      ...problem(429, 'That was a lot of messages.', 'rate_limited'),
      headers: { 'retry-after': '90' },
    });
    const before = open();
    before.send('Hello');
    await until(before, ({ notice }) => notice?.kind === 'rate_limited');
    before.dispose();
    assert.equal(storage.values.get(limitKey), String(nowMs + 90_000));

    nowMs += 30_000;
    const after = open();
    assert.deepEqual(after.getState().notice, {
      kind: 'rate_limited',
      message: null,
      secondsLeft: 60,
    });
    assert.equal(canSend(after.getState(), 'Hello'), false);
    nowMs += 60_000;
    test.mock.timers.tick(1000);
    assert.equal(after.getState().notice, null);
    assert.equal(storage.values.size, 0);
  });

  it('shows the thread and the limit of a conversation that was limited', async () => {
    const before = open();
    before.send('Hello');
    (await desk.nextTurn()).done();
    await until(before, isOver);
    storage.values.set(limitKey, String(nowMs + 5000));
    const after = open();
    const state = await until(after, ({ messages }) => messages.length === 2);
    assert.equal(state.notice?.kind, 'rate_limited');
  });

  it('takes no harm from what it cannot read, and asks the server nothing for it', () => {
    for (const thread of ['', 'null', '[object Object]', '../../admin', 'x'.repeat(100_000)]) {
      for (const limit of [
        '',
        'soon',
        'Infinity',
        '-1',
        '1e99',
        String(nowMs - 1),
        String(nowMs * 2),
      ]) {
        storage.values.set('deskbell.thread', thread);
        storage.values.set(limitKey, limit);
        const store = open();
        assert.deepEqual(store.getState().notice, null, limit);
        assert.equal(store.getState().threadId, null, thread);
        assert.equal(storage.values.has(limitKey), false, limit);
      }
    }
    assert.equal(desk.requests.length, 0);
  });

  it('works without storage and with one that throws', () => {
    const refuse = () => {
      throw new Error('forbidden');
    };
    const forbidden = { getItem: refuse, setItem: refuse, removeItem: refuse };
    for (const unusable of [null, forbidden]) {
      const memory = createThreadMemory(unusable, 'key');
      memory.rememberThread('6f0c2a52-8f3b-4a52-9a53-0a1f5e0e8a11');
      memory.rememberThread(null);
      memory.rememberLimit(nowMs + 1);
      assert.equal(memory.threadId(), null);
      assert.equal(memory.limitedUntilMs(nowMs), null);
    }
  });
});
