import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantOf, isTimeZone } from './instant-of.ts';

const at = (date: string, time: string | null, timezone: string) =>
  instantOf({ date, time, timezone }).toISOString();

describe('the instant of a day and a time', () => {
  it('refuses what does not exist', () => {
    assert.throws(() => at('2026-02-30', null, 'UTC'), RangeError);
    assert.throws(() => at('2026-02-03', '25:00', 'UTC'), RangeError);
    assert.throws(() => at('2026-02-03', null, 'Mars/Base'), RangeError);
    assert.equal(isTimeZone('Mars/Base'), false);
    assert.equal(isTimeZone(''), false);
    assert.equal(isTimeZone('Asia/Kathmandu'), true);
  });

  it('follows the zone through summer and winter', () => {
    assert.equal(at('2026-01-15', '17:00', 'America/New_York'), '2026-01-15T22:00:00.000Z');
    assert.equal(at('2026-07-15', '17:00', 'America/New_York'), '2026-07-15T21:00:00.000Z');
    assert.equal(at('2026-07-15', '17:00:00', 'Asia/Kathmandu'), '2026-07-15T11:15:00.000Z');
  });

  it('a skipped time moves past the gap; a repeated one is the first', () => {
    assert.equal(at('2026-03-08', '02:30', 'America/New_York'), '2026-03-08T07:30:00.000Z');
    assert.equal(at('2026-11-01', '01:30', 'America/New_York'), '2026-11-01T05:30:00.000Z');
  });

  it('a whole day ends with its last second, on days of 23 and 25 hours and without a midnight too', () => {
    assert.equal(at('2026-11-22', null, 'America/New_York'), '2026-11-23T04:59:59.000Z');
    assert.equal(at('2026-03-08', null, 'America/New_York'), '2026-03-09T03:59:59.000Z');
    assert.equal(at('2026-11-01', null, 'America/New_York'), '2026-11-02T04:59:59.000Z');
    // The clocks went from 23:59:59 to 01:00 at the start of this day.
    assert.equal(at('2018-11-03', null, 'America/Sao_Paulo'), '2018-11-04T02:59:59.000Z');
    assert.equal(at('2018-11-04', null, 'America/Sao_Paulo'), '2018-11-05T01:59:59.000Z');
  });
});
