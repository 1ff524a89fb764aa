import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sayCalendarDay, sayState, sayTime } from './deadline-words.ts';
import { readDeadlinesSearch } from './search.ts';

const timeZone = 'America/New_York';
const deadline = {
  date: '2026-05-14',
  time: '14:00',
  timezone: timeZone,
  due_at: '2026-05-14T18:00:00.000Z',
  status: 'scheduled',
} as const;
const stateAt = (now: string, status: 'scheduled' | 'done' | 'cancelled' = 'scheduled') =>
  sayState({ ...deadline, status }, { now: new Date(now), timeZone }).text;

describe('how a deadline stands', () => {
  it('is overdue from the minute on, and never once it is done', () => {
    assert.equal(stateAt('2026-05-14T17:59:00Z'), 'today');
    assert.equal(stateAt('2026-05-14T18:01:00Z'), 'overdue since today');
    assert.equal(stateAt('2026-05-15T18:01:00Z'), 'overdue since yesterday');
    assert.equal(stateAt('2026-05-17T18:01:00Z'), '3 days overdue');
    assert.equal(stateAt('2026-05-17T18:01:00Z', 'done'), 'done');
    assert.equal(stateAt('2026-05-17T18:01:00Z', 'cancelled'), 'cancelled');
  });

  it("counts the business's days", () => {
    assert.equal(stateAt('2026-05-14T03:00:00Z'), 'tomorrow');
    assert.equal(stateAt('2026-05-11T18:00:00Z'), 'in 3 days');
  });

  it('names the zone of a time that is of another one', () => {
    assert.equal(sayTime(deadline, timeZone), '2:00 PM');
    const berlin = { time: '20:00', timezone: 'Europe/Berlin', due_at: deadline.due_at };
    assert.equal(sayTime(berlin, timeZone), '2:00 PM (20:00 in Berlin)');
    assert.equal(sayTime({ ...berlin, time: null }, timeZone), 'All day');
  });

  it('says of a day how many there are, and how many are overdue', () => {
    const now = new Date('2026-05-15T00:00:00Z');
    assert.equal(sayCalendarDay('2026-05-14', [], now), 'Thu, May 14, 2026: no deadlines');
    assert.equal(
      sayCalendarDay('2026-05-14', [deadline, { ...deadline, status: 'done' }], now),
      'Thu, May 14, 2026: 2 deadlines, 1 overdue',
    );
  });
});

describe('the address of the calendar', () => {
  it('takes no month and no day that there is not', () => {
    assert.deepEqual(readDeadlinesSearch({ month: '2026-13', day: '2026-02-30' }), {});
    assert.deepEqual(readDeadlinesSearch({ month: 'May', day: '2026-5-1' }), {});
    assert.deepEqual(readDeadlinesSearch({ month: '2026-05', day: '2028-02-29' }), {
      month: '2026-05',
      day: '2028-02-29',
    });
  });
});
