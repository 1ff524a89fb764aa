import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayDueDay } from './say-due-day.ts';

test('a day near today is said by its distance, any other as a day', () => {
  const say = (due: string): string => sayDueDay(due, '2026-11-22');
  assert.deepEqual(
    ['2026-11-22', '2026-11-21', '2026-11-23', '2026-11-08', '2026-12-06'].map(say),
    ['today', 'yesterday', 'tomorrow', '14 days ago', 'in 14 days'],
  );
  assert.equal(say('2026-11-07'), 'Sat, Nov 7');
  assert.equal(say('2027-01-04'), 'Mon, Jan 4, 2027');
});

test('a day of 23 or 25 hours is one day', () => {
  assert.equal(sayDueDay('2026-11-02', '2026-10-31'), 'in 2 days');
  assert.equal(sayDueDay('2026-03-09', '2026-03-07'), 'in 2 days');
});
