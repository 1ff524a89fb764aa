import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  formatLongDate,
  isCalendarDate,
  isWeekend,
} from './calendar-date.ts';

test('days that do not exist are no calendar dates', () => {
  for (const text of [
    '',
    'tomorrow',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-5',
    '12/05/2026',
    '2026-12-05T00:00:00Z',
    ' 2026-12-05',
    '0026-12-05',
    '9999-12-31',
  ]) {
    assert.equal(isCalendarDate(text), false, text);
  }
});

test('29 February is a day in leap years only', () => {
  assert.equal(isCalendarDate('2028-02-29'), true);
  assert.equal(isCalendarDate('2027-02-29'), false);
  assert.equal(isCalendarDate('2100-02-29'), false);
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2027-02-28', 1), '2027-03-01');
});

test('days are added across months, years and changes of the clock', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2027-01-01', -1), '2026-12-31');
  assert.equal(addDays('2027-03-13', 1), '2027-03-14');
  assert.equal(addDays('2027-03-14', 1), '2027-03-15');
  assert.equal(addDays('2026-11-01', 1), '2026-11-02');
});

test('adding days and counting them agree, for any day and number', () => {
  const day = fc.date({
    min: new Date('1910-01-01'),
    max: new Date('2180-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.integer({ min: -3000, max: 3000 }), (instant, days) => {
      const date = instant.toISOString().slice(0, 10);
      const other = addDays(date, days);
      assert.ok(isCalendarDate(other));
      assert.equal(daysBetween(date, other), days);
    }),
  );
});

test('Saturday and Sunday are the weekend', () => {
  const weekends = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].filter(isWeekend);
  assert.deepEqual(weekends, ['2026-11-21', '2026-11-22']);
});

test('a date is written out with its weekday', () => {
  assert.equal(formatLongDate('2026-12-04'), 'Friday, December 4, 2026');
});
