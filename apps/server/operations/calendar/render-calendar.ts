import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { plainLineWithoutLinks } from '../routing/plain-line.ts';
import type { CalendarEvent } from './read-calendar.ts';

const PRIORITIES = { critical: 1, high: 3, medium: 5, low: 9 } as const;
/** Another text for the same rows needs another one, or calendar programs keep what they have. */
const LAYOUT = '1';

/** The entity tag of the feed: another one as soon as any event in it changes. */
export function calendarTag(events: readonly CalendarEvent[], publicUrl: string): string {
  const hash = createHash('sha256').update(`${LAYOUT}\n${publicUrl}\n`);
  for (const { id, updated_at } of events) hash.update(`${id} ${updated_at.getTime()}\n`);
  return `"${hash.digest('base64url').slice(0, 27)}"`;
}

/**
 * The feed as RFC 5545 text. Events without a time are whole days; the others are instants, written
 * in UTC, so that no program needs to know our time zone's rules. No links but to `publicUrl`.
 */
export function renderCalendar(
  events: readonly CalendarEvent[],
  { publicUrl, timezone }: { publicUrl: string; timezone: string },
): string {
  const calendar = ical({
    name: 'Deadlines',
    prodId: { company: 'Deskbell', product: 'Calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 15 * 60,
    x: { 'X-WR-TIMEZONE': timezone },
  });
  for (const event of events) {
    const title = plainLineWithoutLinks(event.title, 200);
    calendar.createEvent({
      id: `${event.id}@deskbell`,
      sequence: sequenceOf(event),
      stamp: event.updated_at,
      created: event.created_at,
      lastModified: event.updated_at,
      start: event.time === null ? new Date(`${event.date}T00:00:00Z`) : event.due_at,
      allDay: event.time === null,
      summary: event.status === 'done' ? `Done: ${title}` : title,
      description: descriptionOf(event),
      status: event.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      priority: PRIORITIES[event.urgency],
      url: new URL(`/staff/emails/${event.email_id}`, publicUrl).href,
    });
  }
  return calendar.toString();
}

/** Grows with every change that is more than a second after the one before. */
function sequenceOf({ created_at, updated_at }: CalendarEvent): number {
  return Math.max(0, Math.ceil((updated_at.getTime() - created_at.getTime()) / 1000));
}

function descriptionOf(event: CalendarEvent): string {
  const lines = [
    event.time === null ? '' : `${event.time.slice(0, 5)} ${event.timezone}`,
    event.is_ambiguous ? 'The date can be read in more than one way.' : '',
    plainLineWithoutLinks(event.description, 500),
    event.quote === '' ? '' : `"${plainLineWithoutLinks(event.quote, 300)}"`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}
