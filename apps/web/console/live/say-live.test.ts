import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LiveStatus } from './live-status.ts';
import { sayAge, sayLive } from './say-live.ts';

const open: LiveStatus = {
  link: 'open',
  isPaused: false,
  missedChanges: 0,
  silentSinceMs: undefined,
};
const say = (change: Partial<LiveStatus>) => sayLive({ ...open, ...change }, 100_000).long;

describe('what the chip says', () => {
  it('says silence before anything else', () => {
    assert.equal(
      say({ isPaused: true, silentSinceMs: 86_000 }),
      'No word from the server for 14 s',
    );
  });

  it('says how much has changed while it is paused', () => {
    assert.equal(say({ isPaused: true }), 'Paused');
    assert.equal(say({ isPaused: true, missedChanges: 1 }), 'Paused · 1 change');
    assert.equal(say({ isPaused: true, missedChanges: 12 }), 'Paused · 12 changes');
    assert.equal(say({ isPaused: true, missedChanges: 1_000 }), 'Paused · 999+ changes');
  });

  it('says what the connection is', () => {
    assert.equal(say({}), 'Live');
    assert.equal(say({ link: 'lost' }), 'Reconnecting');
    assert.equal(say({ link: 'offline' }), 'No network');
  });

  it('says an age in what people count in', () => {
    assert.deepEqual([9_999, 119_000, 120_000, 7_200_000, -5].map(sayAge), [
      '9 s',
      '119 s',
      '2 min',
      '2 h',
      '0 s',
    ]);
  });
});
