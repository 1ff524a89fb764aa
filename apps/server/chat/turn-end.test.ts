import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { readTurnEnd } from './turn-end.ts';
import type { StoredEvent } from './turn-event-record.ts';
import { createTurnLog, type TurnLog } from './turn-log.ts';

const token = (content: string): StoredEvent => ({ event: 'token', data: { content } });
const snapshot = (content: string): StoredEvent => ({ event: 'snapshot', data: { content } });
const done: StoredEvent = { event: 'done', data: { reason: 'answered' } };
const failure: StoredEvent = { event: 'error', data: { code: 'interrupted' } };

/** A log whose listeners the test can count. */
function createCountedLog(): { log: TurnLog; listeners: Set<() => void> } {
  const inner = createTurnLog({ turnId: 'turn', threadId: 'thread' });
  const listeners = new Set<() => void>();
  const log = Object.create(inner, {
    isEnded: { get: () => inner.isEnded },
    conclusion: { get: () => inner.conclusion },
    onChange: {
      value: (listener: () => void) => {
        listeners.add(listener);
        const unsubscribe = inner.onChange(listener);
        return () => {
          listeners.delete(listener);
          unsubscribe();
        };
      },
    },
  }) as TurnLog;
  return { log, listeners };
}

describe('readTurnEnd', () => {
  it('leaves no listener behind when its reader leaves, before and while it waits', async () => {
    const { log, listeners } = createCountedLog();
    log.append(token('Half'));
    const left = new AbortController();
    const reading = readTurnEnd(log, left.signal);
    assert.equal(listeners.size, 1);
    left.abort();
    assert.equal(await reading, undefined);
    assert.equal(await readTurnEnd(log, left.signal), undefined);
    assert.equal(listeners.size, 0);
    assert.equal(getEventListeners(left.signal, 'abort').length, 0);
  });

  it('leaves no listener behind at the end', async () => {
    const { log, listeners } = createCountedLog();
    const { signal } = new AbortController();
    const reading = [readTurnEnd(log, signal), readTurnEnd(log, signal)];
    for (const event of [token('a'), token('b'), done]) log.append(event);
    assert.deepEqual(await Promise.all(reading), [
      { text: 'ab', terminal: done },
      { text: 'ab', terminal: done },
    ]);
    assert.equal(listeners.size, 0);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  it('takes the snapshot of a turn that was interrupted, or is read late', async () => {
    const { signal } = new AbortController();
    for (const end of [failure, done]) {
      const { log } = createCountedLog();
      log.append(token('Half'));
      log.conclude([snapshot('Half and more'), end]);
      assert.deepEqual(await readTurnEnd(log, signal), { text: 'Half and more', terminal: end });
    }
  });
});
