import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayCount, sayDay, sayDaySet, sayDays, sayList, sayMoney } from './say.ts';

test('money has cents only when there are some', () => {
  assert.equal(sayMoney(1045), '$1,045');
  assert.equal(sayMoney(2560.5), '$2,560.50');
  assert.equal(sayMoney(0), '$0');
});

test('a day in another year has its year, a day in this one has not', () => {
  assert.equal(sayDay('2026-12-05', '2026-11-22'), 'Saturday, December 5');
  assert.equal(sayDay('2027-03-01', '2026-11-22'), 'Monday, March 1, 2027');
  assert.equal(sayDay('2026-09-03', '2026-11-22'), 'Thursday, September 3');
  assert.equal(sayDay('2027-11-03', '2026-11-22'), 'Wednesday, November 3, 2027');
  assert.equal(sayDay('2025-12-05', '2026-11-22'), 'Friday, December 5, 2025');
});

test('spans of days and lists', () => {
  assert.equal(sayDays('2026-12-05', '2026-12-05', '2026-11-22'), 'Saturday, December 5');
  assert.equal(
    sayDays('2026-12-05', '2026-12-06', '2026-11-22'),
    'the weekend of Saturday, December 5',
  );
  assert.equal(sayList([]), '');
  assert.equal(sayList(['a', 'b', 'c'], 'or'), 'a, b or c');
});

test('days that follow each other are said as a span', () => {
  const today = '2026-11-22';
  assert.equal(sayDaySet([], today), '');
  assert.equal(
    sayDaySet(
      ['2026-12-05', '2026-12-07', '2026-12-08', '2026-12-10', '2026-12-11', '2026-12-12'],
      today,
    ),
    'Saturday, December 5; Monday, December 7 and Tuesday, December 8; and Thursday, December 10 to Saturday, December 12',
  );
});

test('a count has its noun in one or in many', () => {
  assert.equal(sayCount(1, 'bag'), '1 bag');
  assert.equal(sayCount(0, 'day'), '0 days');
  assert.equal(sayCount(1204, 'delivery'), '1,204 deliveries');
});
