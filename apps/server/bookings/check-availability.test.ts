import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBusiness } from './business.ts';
import { checkAvailability, readAvailabilityRange } from './check-availability.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';

const business = createBusiness(readShippedCatalogue());
const timezone = 'America/New_York';
const evening = { now: new Date('2026-11-22T23:00:00Z'), timezone };

function days(startDate: string, count: number, { time = evening, busy = [] as string[] } = {}) {
  const range = readAvailabilityRange({ startDate, days: count }, time);
  assert.ok(range.ok, range.ok ? '' : range.reason);
  return checkAvailability(business, { range: range.value, busyDays: new Set(busy) }, time);
}

test('a start in the past and a start that is no date are refused', () => {
  for (const [startDate, reason] of [
    ['2026-11-21', /in the past; today is 2026-11-22/],
    ['2026-02-29', /real date/],
    ['tomorrow', /YYYY-MM-DD/],
    ['', /YYYY-MM-DD/],
  ] as const) {
    const outcome = readAvailabilityRange({ startDate, days: 3 }, evening);
    assert.match(outcome.ok ? '' : outcome.reason, reason);
  }
});

test('both ends are included, and 31 days are the most', () => {
  assert.equal(days('2026-11-22', 0).length, 1);
  assert.equal(days('2026-11-22', 14).length, 15);
  assert.equal(days('2026-11-22', 30).length, 31);
  assert.equal(days('2026-11-22', 365).length, 31);
});

test('every day is told with all its fields', () => {
  assert.deepEqual(days('2026-11-22', 2, { busy: ['2026-11-24'] }), [
    {
      date: '2026-11-22',
      availability: 'available',
      is_weekend: true,
      surcharges: ['Weekend - Mini Move: +$175', 'Weekend - Standard Delivery: +$50'],
      blocked: true,
      blocked_reason: 'Bookings for today cannot be made online; please call (631) 595-5100.',
    },
    {
      date: '2026-11-23',
      availability: 'available',
      is_weekend: false,
      surcharges: [],
      blocked: true,
      blocked_reason:
        'From 6 PM on, bookings for the next day cannot be made online; please call (631) 595-5100.',
    },
    {
      date: '2026-11-24',
      availability: 'busy',
      is_weekend: false,
      surcharges: [],
      blocked: false,
      blocked_reason: null,
    },
  ]);
});

test('no day is lost or doubled over New Year, the leap day and changes of the clock', () => {
  const dates = (start: string, now: string) =>
    days(start, 3, { time: { now: new Date(now), timezone } }).map(({ date }) => date);
  assert.deepEqual(dates('2026-12-30', '2026-12-01T12:00:00Z'), [
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
  ]);
  assert.deepEqual(dates('2028-02-28', '2028-02-01T12:00:00Z'), [
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
    '2028-03-02',
  ]);
  assert.deepEqual(dates('2027-03-13', '2027-03-01T12:00:00Z'), [
    '2027-03-13',
    '2027-03-14',
    '2027-03-15',
    '2027-03-16',
  ]);
  assert.deepEqual(dates('2027-11-06', '2027-11-01T12:00:00Z'), [
    '2027-11-06',
    '2027-11-07',
    '2027-11-08',
    '2027-11-09',
  ]);
});

test('a peak weekend day shows its peak surcharges only', () => {
  const time = { now: new Date('2026-06-01T12:00:00Z'), timezone };
  const [day] = days('2026-07-04', 0, { time });
  assert.equal(day?.is_weekend, true);
  assert.deepEqual(day?.surcharges, [
    'Peak date - Mini Move: +$175',
    'Peak date - Standard Delivery: +$50',
  ]);
});
