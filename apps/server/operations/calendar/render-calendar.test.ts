import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { calendarKey, isCalendarKey } from './calendar-key.ts';
import type { CalendarEvent } from './read-calendar.ts';
import { calendarTag, renderCalendar } from './render-calendar.ts';

const options = { publicUrl: 'https://desk.example', timezone: 'America/New_York' };

const event = (fields: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: '019ae000-0000-7000-8000-000000000001',
  action_id: '019ae000-0000-7000-8000-000000000002',
  execution_id: '019ae000-0000-7000-8000-000000000003',
  email_id: '019ae000-0000-7000-8000-000000000004',
  title: 'Fire inspection',
  description: 'From the mail "Inspection" by County.',
  type: 'event',
  date: '2026-12-01',
  time: null,
  timezone: 'America/New_York',
  due_at: new Date('2026-12-02T04:59:59Z'),
  urgency: 'high',
  is_ambiguous: false,
  status: 'scheduled',
  quote: 'on December 1',
  created_at: new Date('2026-11-20T15:00:00Z'),
  updated_at: new Date('2026-11-20T15:00:00Z'),
  ...fields,
});

function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((component) => ({
      component,
      event: new ICAL.Event(component),
      value: (name: string) => component.getFirstPropertyValue(name)?.toString(),
    })),
  };
}

describe('the calendar feed', () => {
  it('is what another parser reads as a calendar, folded at 75 octets', () => {
    const long = event({ title: `Übergabe ${'ü'.repeat(150)}` });
    const text = renderCalendar([event(), long], options);
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.equal(/(?<!\r)\n|\r(?!\n)/.test(text), false);
    const { calendar, events } = parse(text);
    assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
    assert.equal(calendar.getFirstPropertyValue('method'), 'PUBLISH');
    assert.equal(events.length, 2);
    assert.equal(events[1]?.event.summary, long.title);
  });

  it('without events is a calendar all the same', () => {
    assert.deepEqual(parse(renderCalendar([], options)).events, []);
  });

  it('an event without a time is a whole day in every zone', () => {
    const [{ event: read, value } = fail()] = parse(renderCalendar([event()], options)).events;
    assert.equal(read.startDate.isDate, true);
    assert.equal(read.startDate.toString(), '2026-12-01');
    assert.equal(
      value('url'),
      'https://desk.example/staff/emails/019ae000-0000-7000-8000-000000000004',
    );
    assert.equal(value('priority'), '3');
    assert.equal(read.description, 'From the mail "Inspection" by County.\n"on December 1"');
  });

  it('an event with a time is that instant, and names the zone it was meant in', () => {
    const timed = event({ time: '17:00:00', due_at: new Date('2026-12-01T22:00:00Z') });
    const [{ event: read } = fail()] = parse(renderCalendar([timed], options)).events;
    assert.equal(read.startDate.isDate, false);
    assert.equal(read.startDate.zone, ICAL.Timezone.utcTimezone);
    assert.equal(read.startDate.toJSDate().toISOString(), '2026-12-01T22:00:00.000Z');
    assert.match(read.description, /^17:00 America\/New_York\n/);
  });

  it('keeps the id and raises the sequence when an event changes; cancelled ones say so', () => {
    const changed = event({
      status: 'cancelled',
      updated_at: new Date('2026-11-20T15:00:00.500Z'),
    });
    const [before = fail()] = parse(renderCalendar([event()], options)).events;
    const [after = fail()] = parse(renderCalendar([changed], options)).events;
    assert.equal(before.event.uid, '019ae000-0000-7000-8000-000000000001@deskbell');
    assert.equal(after.event.uid, before.event.uid);
    assert.deepEqual([before.event.sequence, after.event.sequence], [0, 1]);
    assert.deepEqual([before.value('status'), after.value('status')], ['CONFIRMED', 'CANCELLED']);
    assert.equal(after.value('last-modified'), '2026-11-20T15:00:00Z');
    const done = parse(renderCalendar([event({ status: 'done' })], options)).events[0];
    assert.equal(done?.event.summary, 'Done: Fire inspection');
  });

  it('words of a mail add no property and no link', () => {
    const hostile = event({
      title: 'Pay\r\nATTENDEE:mailto:x@evil.com\nEND:VEVENT; a,b\\n https://evil.com',
      description: 'see www.evil.com\u2028\u0000\u202e',
      quote: 'EVIL.COM/x\nBEGIN:VALARM',
    });
    const text = renderCalendar([hostile], options);
    assert.equal(/evil\.com/i.test(text.replaceAll('\r\n ', '')), false);
    const { events } = parse(text);
    assert.equal(events.length, 1);
    const names = events[0]?.component.getAllProperties().map(({ name }) => name);
    assert.equal(names?.includes('attendee'), false);
    assert.equal(events[0]?.component.getAllSubcomponents().length, 0);
    assert.equal(
      events[0]?.event.summary,
      'Pay [link left out] END:VEVENT; a,b\\n [link left out]',
    );
  });

  it('has the same tag until an event in it changes', () => {
    const tag = calendarTag([event()], options.publicUrl);
    assert.match(tag, /^"[\w-]{27}"$/);
    assert.equal(calendarTag([event()], options.publicUrl), tag);
    assert.notEqual(calendarTag([event({ updated_at: new Date() })], options.publicUrl), tag);
    assert.notEqual(calendarTag([], options.publicUrl), tag);
    assert.equal(renderCalendar([event()], options), renderCalendar([event()], options));
  });

  it('its key follows from the secret and nothing else fits', () => {
    const key = calendarKey('one secret');
    assert.match(key, /^[\w-]{43}$/);
    assert.equal(isCalendarKey(key, key), true);
    for (const wrong of ['', key.slice(1), `${key}x`, calendarKey('another secret')]) {
      assert.equal(isCalendarKey(wrong, key), false);
    }
  });
});

function fail(): never {
  throw new Error('the feed has no event');
}
