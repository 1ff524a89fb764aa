import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relativeDays } from './relative-days.ts';

test('a text that counts from nothing gives no days', () => {
  assert.deepEqual(relativeDays('a Friday in December', ['2026-12-25']), []);
  assert.deepEqual(relativeDays('the last Friday before that', []), []);
  assert.deepEqual(relativeDays('the day after', ['impossible']), []);
});

test('a weekday around a day, in both directions and no further', () => {
  const days = relativeDays('the last Friday before Christmas', ['2026-12-25']);
  assert.deepEqual(days.sort(), ['2026-12-18', '2027-01-01']);
});

test('days and weeks before and after', () => {
  assert.deepEqual(relativeDays('two days earlier', ['2026-12-10']).sort(), [
    '2026-12-08',
    '2026-12-12',
  ]);
  assert.ok(relativeDays('a week later please', ['2026-12-08']).includes('2026-12-15'));
});
