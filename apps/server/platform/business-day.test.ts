import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDay, localDay, localHour } from './business-day.ts';

const days: [zone: string, moment: string, startsAt: string, endsAt: string][] = [
  ['UTC', '2026-11-22T00:00:00Z', '2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z'],
  ['America/New_York', '2026-11-23T04:59:59Z', '2026-11-22T05:00:00Z', '2026-11-23T05:00:00Z'],
  ['America/New_York', '2026-11-23T05:00:00Z', '2026-11-23T05:00:00Z', '2026-11-24T05:00:00Z'],
  // 23 and 25 hours.
  ['America/New_York', '2026-03-08T12:00:00Z', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'],
  ['America/New_York', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
  // Midnight does not exist; midnight comes twice.
  ['Africa/Cairo', '2026-04-24T12:00:00Z', '2026-04-23T22:00:00Z', '2026-04-24T21:00:00Z'],
  ['America/Havana', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
  ['America/Havana', '2026-11-01T04:30:00Z', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
  ['America/Havana', '2026-10-31T12:00:00Z', '2026-10-31T04:00:00Z', '2026-11-01T04:00:00Z'],
  ['Asia/Kathmandu', '2026-11-22T18:20:00Z', '2026-11-22T18:15:00Z', '2026-11-23T18:15:00Z'],
];

for (const [zone, moment, startsAt, endsAt] of days) {
  test(`the day of ${moment} in ${zone} is the one the clocks there show`, () => {
    assert.deepEqual(businessDay(new Date(moment), zone), {
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    });
  });
}

const inNewYork = (instant: string) => [new Date(instant), 'America/New_York'] as const;

test('a zone that does not exist has no day', () => {
  assert.throws(() => localDay(new Date(), 'Mars/Olympus'), RangeError);
});

test('the day is the one in New York, not the one in UTC', () => {
  assert.equal(localDay(...inNewYork('2026-11-23T04:59:59Z')), '2026-11-22');
  assert.equal(localDay(...inNewYork('2026-11-23T05:00:00Z')), '2026-11-23');
  assert.equal(localDay(...inNewYork('2027-01-01T04:59:59Z')), '2026-12-31');
  assert.equal(localDay(...inNewYork('2028-03-01T04:30:00Z')), '2028-02-29');
  assert.equal(localDay(...inNewYork('2027-11-07T05:30:00Z')), '2027-11-07');
  assert.equal(localDay(...inNewYork('2027-11-07T06:30:00Z')), '2027-11-07');
});

test('midnight is hour 0', () => {
  assert.equal(localHour(...inNewYork('2026-11-22T05:00:00Z')), 0);
  assert.equal(localHour(...inNewYork('2026-11-22T22:59:59Z')), 17);
  assert.equal(localHour(...inNewYork('2026-11-22T23:00:00Z')), 18);
});
