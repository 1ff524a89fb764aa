import { addDays, type LocalTime, localTime, sayDay, sayDays } from '@deskbell/clerk';
import type { Span } from '../days/span.ts';

const SHORT = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

/** A day in a row: "today", "tomorrow", "Fri, Nov 27". */
export function shortDay(day: string, today: string): string {
  if (day === today) return 'today';
  if (day === addDays(today, -1)) return 'yesterday';
  if (day === addDays(today, 1)) return 'tomorrow';
  const text = SHORT.format(new Date(`${day}T00:00:00Z`));
  return day.slice(0, 4) === today.slice(0, 4) ? text : `${text}, ${day.slice(0, 4)}`;
}

/** '14:05' as "2:05 PM"; anything else as it is. */
export function clockTime(time: string): string {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  if (hour === undefined) return time;
  return `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
}

/** '2026-11-22 09:15' of the business as "today 9:15 AM". */
export function localMoment(local: string, today: string): string {
  const [day = '', time = ''] = local.split(' ');
  return /^\d{4}-\d\d-\d\d$/.test(day)
    ? `${shortDay(day, today)} ${clockTime(time)}`.trim()
    : local;
}

/** The same in a sentence: "today at 9:15 AM". */
export const saidMoment = (local: string, today: string): string =>
  localMoment(local, today).replace(/ (\d{1,2}:\d\d [AP]M)$/, ' at $1');

/** A UTC time where the business is, as "today at 9:15 AM"; '' for what is no time. */
export function momentOfTime(time: string, now: LocalTime): string {
  const day = dayOfTime(time, now);
  if (day === '') return '';
  const shifted = new Date(new Date(time).getTime() + now.offsetMinutes * 60_000);
  return `${shortDay(day, now.today)} at ${clockTime(shifted.toISOString().slice(11, 16))}`;
}

/** Days a model wrote as '2026-11-25', as the rest of an answer says them. */
export const withPlainDays = (text: string, today: string): string =>
  text.replace(/(?<![\d-])20\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])(?![\d-])/g, (day) => {
    const isDay = !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
    return isDay ? shortDay(day, today) : day;
  });

/** The day of a UTC time where the business is. Days far off may be an hour of summer time out. */
export function dayOfTime(time: string, now: LocalTime): string {
  const instant = new Date(time);
  if (Number.isNaN(instant.getTime())) return '';
  const shifted = new Date(instant.getTime() + now.offsetMinutes * 60_000);
  return localTime(shifted, 'UTC').today;
}

/** A span as it ends a sentence; a week or month says which days it has. */
export function saySpan(span: Span | undefined, today: string): string {
  if (span === undefined || span.label === '') return '';
  const { from, to, label } = span;
  const isPlain =
    from === undefined || to === undefined || from === to || /\d|tomorrow|^from /.test(label);
  const isKnown = isPlain || /^since|^after|^by|^before|^until/.test(label);
  return isKnown ? ` ${label}` : ` ${label} (${sayDays(from, to, today)})`;
}

/** The same, or without a span the days that a tool took instead. */
export const saySpanOrDays = (
  span: Span | undefined,
  { from, to }: { from: string; to: string },
  today: string,
): string => saySpan(span, today) || ` from ${sayDays(from, to, today)}`;

export const sayFullDay = (day: string, today: string): string =>
  day === today ? 'today' : sayDay(day, today);

/** Whether what came in so far is not yet all of it. */
export const includesToday = (span: Span | undefined, today: string): boolean =>
  span === undefined || ((span.from ?? today) <= today && (span.to ?? today) >= today);

/** Days after "came in": no other "in" follows. */
export const afterIn = (days: string): string => days.replace(/^ in /, ' during ');
