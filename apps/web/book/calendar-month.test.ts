import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, dayAfterKey, lastDayOf, weeksOf } from './calendar-month.ts';

test('months end and begin as the calendar has them, over years and leap days', () => {
  assert.equal(lastDayOf('2028-02'), '2028-02-29');
  assert.equal(lastDayOf('2026-02'), '2026-02-28');
  assert.equal(lastDayOf('2026-12'), '2026-12-31');
  assert.equal(addMonths('2026-12', 1), '2027-01');
  assert.equal(addMonths('2026-01', -1), '2025-12');
});

test('a month has whole weeks from Sunday on, with each of its days once', () => {
  const weeks = weeksOf('2026-11');
  assert.deepEqual(weeks[0]?.[0], '2026-11-01');
  assert.ok(weeks.every((week) => week.length === 7));
  assert.equal(weeks.flat().filter((day) => day !== null).length, 30);
  assert.deepEqual(weeksOf('2026-12')[0], [
    null,
    null,
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-05',
  ]);
});

for (const [key, expected] of [
  ['ArrowLeft', '2027-01-30'],
  ['ArrowRight', '2027-02-01'],
  ['ArrowUp', '2027-01-24'],
  ['ArrowDown', '2027-02-07'],
  ['Home', '2027-01-31'],
  ['End', '2027-02-06'],
  ['PageUp', '2026-12-31'],
  ['PageDown', '2027-02-28'],
  ['Enter', undefined],
  ['a', undefined],
] as const) {
  test(`${key} leads from January 31, a Sunday, to ${expected ?? 'nowhere'}`, () => {
    assert.equal(dayAfterKey('2027-01-31', { key, shiftKey: false }), expected);
  });
}
