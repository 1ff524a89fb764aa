import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayDay, sayDays, sayList, sayMoney } from './say.ts';

test('money has cents only when there are some', () => {
  assert.equal(sayMoney(1045), '$1,045');
  assert.equal(sayMoney(2560.5), '$2,560.50');
  assert.equal(sayMoney(0), '$0');
});

test('a day has its year only when it could be mistaken', () => {
  assert.equal(sayDay('2026-12-05', '2026-11-22'), 'Saturday, December 5');
  assert.equal(sayDay('2027-03-01', '2026-11-22'), 'Monday, March 1');
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
