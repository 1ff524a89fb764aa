import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  byDay,
  dayForKey,
  dayOfDeadline,
  partAtToday,
  rangeOf,
  tabStopOf,
  weeksOf,
} from './calendar-grid.ts';

const NEW_YORK = 'America/New_York';
const at = (due_at: string, time: string | null = '12:00', date = due_at.slice(0, 10)) => ({
  id: due_at,
  due_at,
  time,
  date,
});

describe('the days of a month on a phone', () => {
  const days = [['2026-11-02', 1] as const, ['2026-11-22', 2] as const, ['2026-11-30', 3] as const];

  it('are all shown of another month, and begin with today in this one', () => {
    const today = '2026-11-22';
    assert.deepEqual(partAtToday(days, { month: '2026-10', today }).past, []);
    assert.deepEqual(partAtToday(days, { month: '2026-11', today }), {
      past: [days[0]],
      coming: [days[1], days[2]],
    });
  });
});

describe('the weeks of a month', () => {
  it('has no day twice and leaves none out where the clocks change', () => {
    for (const month of ['2026-03', '2026-10', '2026-11']) {
      const days = weeksOf(month).flat();
      assert.equal(new Set(days).size, days.length);
      assert.equal(days.length % 7, 0);
      const steps = days
        .slice(1)
        .map((day, index) => Date.parse(day) - Date.parse(days[index] ?? ''));
      assert.deepEqual(new Set(steps), new Set([86_400_000]));
    }
  });

  it('begins on the Monday of the first day and ends on the Sunday of the last', () => {
    const weeks = weeksOf('2026-05');
    assert.equal(weeks[0]?.[0], '2026-04-27');
    assert.equal(weeks.at(-1)?.at(-1), '2026-05-31');
    assert.deepEqual(rangeOf('2026-05'), { from: '2026-04-27', to: '2026-05-31' });
  });

  it('has four weeks for a February that begins on a Monday, and never more than six', () => {
    assert.equal(weeksOf('2027-02').length, 4);
    assert.equal(weeksOf('2026-08').length, 6);
  });

  it('asks the server for the very days that it shows', () => {
    for (const month of ['2026-02', '2026-08', '2026-12', '2027-01']) {
      const days = weeksOf(month).flat();
      assert.deepEqual(rangeOf(month), { from: days[0], to: days.at(-1) });
    }
  });
});

describe('the day of a deadline', () => {
  it('is the one that a whole day names, wherever its last second falls', () => {
    assert.equal(
      dayOfDeadline(at('2026-05-15T03:59:59Z', null, '2026-05-14'), NEW_YORK),
      '2026-05-14',
    );
    assert.equal(
      dayOfDeadline(at('2026-05-14T21:59:59Z', null, '2026-05-14'), 'Asia/Tokyo'),
      '2026-05-14',
    );
  });

  it("is the business's day of a moment, not the one of the zone it was written in", () => {
    // 01:00 on the 15th in Berlin is the evening before in New York.
    assert.equal(
      dayOfDeadline(at('2026-05-14T23:00:00Z', '01:00', '2026-05-15'), NEW_YORK),
      '2026-05-14',
    );
  });

  it('is right on both sides of a clock change', () => {
    assert.equal(dayOfDeadline(at('2026-11-01T04:30:00Z'), NEW_YORK), '2026-11-01');
    assert.equal(dayOfDeadline(at('2026-11-02T04:30:00Z'), NEW_YORK), '2026-11-01');
    assert.equal(dayOfDeadline(at('2026-03-09T03:30:00Z'), NEW_YORK), '2026-03-08');
    assert.equal(dayOfDeadline(at('2026-03-08T04:30:00Z'), NEW_YORK), '2026-03-07');
  });

  it('has its deadlines in the order of the clock', () => {
    const days = byDay([at('2026-05-14T20:00:00Z'), at('2026-05-14T14:00:00Z')], NEW_YORK);
    assert.deepEqual(
      days.get('2026-05-14')?.map(({ id }) => id),
      ['2026-05-14T14:00:00Z', '2026-05-14T20:00:00Z'],
    );
  });
});

describe('keys in the calendar', () => {
  const press = (day: string, key: string, shiftKey = false) => dayForKey(day, { key, shiftKey });

  it('moves nothing for other keys', () => {
    assert.equal(press('2026-05-14', 'Enter'), undefined);
    assert.equal(press('2026-05-14', 'Tab'), undefined);
  });

  it('goes to the Monday and the Sunday of the week', () => {
    assert.equal(press('2026-05-17', 'Home'), '2026-05-11');
    assert.equal(press('2026-05-11', 'End'), '2026-05-17');
  });

  it('goes over the ends of months, and to a last day where there is no such day', () => {
    assert.equal(press('2026-05-31', 'ArrowRight'), '2026-06-01');
    assert.equal(press('2026-03-08', 'ArrowUp'), '2026-03-01');
    assert.equal(press('2026-05-31', 'PageDown'), '2026-06-30');
    assert.equal(press('2028-02-29', 'PageUp', true), '2027-02-28');
  });
});

describe('the day that Tab comes to', () => {
  it('is of the month that is shown', () => {
    const today = '2026-05-14';
    assert.equal(tabStopOf('2026-05', { chosen: '2026-05-20', today }), '2026-05-20');
    assert.equal(tabStopOf('2026-05', { chosen: '2026-04-20', today }), today);
    assert.equal(tabStopOf('2026-06', { chosen: '2026-05-20', today }), '2026-06-01');
  });
});
