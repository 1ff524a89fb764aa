import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import {
  BOOKABLE_DAYS_AHEAD,
  blockedReason,
  earliestBookableDate,
  latestBookableDate,
} from './booking-dates.ts';

const timezone = 'America/New_York';
const at = (instant: string) => ({ now: new Date(instant), timezone });

test('tomorrow can be booked until 6 PM in New York', () => {
  assert.equal(earliestBookableDate(at('2026-11-22T22:59:59Z')), '2026-11-23');
  assert.equal(earliestBookableDate(at('2026-11-22T23:00:00Z')), '2026-11-24');
  assert.equal(earliestBookableDate(at('2026-11-23T04:59:59Z')), '2026-11-24');
  assert.equal(earliestBookableDate(at('2026-11-23T05:00:00Z')), '2026-11-24');
});

test('6 PM stays 6 PM on the days when the clock changes', () => {
  // 14 March 2027: 2 AM becomes 3 AM, then New York is 4 hours behind UTC.
  assert.equal(earliestBookableDate(at('2027-03-14T21:59:59Z')), '2027-03-15');
  assert.equal(earliestBookableDate(at('2027-03-14T22:00:00Z')), '2027-03-16');
  // 7 November 2027: 2 AM becomes 1 AM, then it is 5 hours behind.
  assert.equal(earliestBookableDate(at('2027-11-07T22:59:59Z')), '2027-11-08');
  assert.equal(earliestBookableDate(at('2027-11-07T23:00:00Z')), '2027-11-09');
});

test('the rule crosses New Year and the leap day', () => {
  assert.equal(earliestBookableDate(at('2026-12-31T15:00:00Z')), '2027-01-01');
  assert.equal(earliestBookableDate(at('2026-12-31T23:30:00Z')), '2027-01-02');
  assert.equal(earliestBookableDate(at('2028-02-28T15:00:00Z')), '2028-02-29');
  assert.equal(earliestBookableDate(at('2028-02-28T23:30:00Z')), '2028-03-01');
});

test('the past, today and a late tomorrow are blocked with their reason', () => {
  const phone = '(631) 555-0100';
  const reason = (date: string, instant: string) => blockedReason(date, { ...at(instant), phone });
  const morning = '2026-11-22T15:00:00Z';
  const evening = '2026-11-22T23:00:00Z';
  assert.match(reason('2026-11-21', morning) ?? '', /in the past/);
  assert.match(reason('2026-11-22', morning) ?? '', /today.*\(631\) 555-0100/);
  assert.equal(reason('2026-11-23', morning), null);
  assert.match(reason('2026-11-23', evening) ?? '', /6 PM.*\(631\) 555-0100/);
  assert.equal(reason('2026-11-24', evening), null);
});

test('a day more than a year ahead is blocked, and the reason names the day and the phone', () => {
  const phone = '(631) 555-0100';
  const reason = (date: string, instant: string) => blockedReason(date, { ...at(instant), phone });
  const morning = '2026-11-22T15:00:00Z';
  assert.equal(BOOKABLE_DAYS_AHEAD, 365);
  assert.equal(latestBookableDate(at(morning)), '2027-11-22');
  assert.equal(reason('2027-11-22', morning), null);
  for (const date of ['2027-11-23', '2062-12-10']) {
    assert.match(reason(date, morning) ?? '', /one year ahead; for .*\(631\) 555-0100/, date);
  }
  // Still the 22nd in New York.
  assert.match(reason('2027-11-23', '2026-11-23T04:59:59Z') ?? '', /one year ahead/);
  assert.equal(reason('2027-11-23', '2026-11-23T05:00:00Z'), null);
});

test("the server's own clock zone changes nothing", () => {
  const script = `
    const { earliestBookableDate, latestBookableDate } = await import('./booking-dates.ts');
    const time = { now: new Date('2026-11-22T22:30:00Z'), timezone: 'America/New_York' };
    console.log(latestBookableDate(time), earliestBookableDate(time), new Date(time.now).getDate());
  `;
  const run = (TZ: string) =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }).trim();
  // The last number shows that the child really lives in that zone.
  assert.equal(run('Asia/Tokyo'), '2027-11-22 2026-11-23 23');
  assert.equal(run('Pacific/Honolulu'), '2027-11-22 2026-11-23 22');
});

test('a zone that does not exist throws', () => {
  assert.throws(
    () => earliestBookableDate({ now: new Date(), timezone: 'Mars/Olympus' }),
    RangeError,
  );
});
