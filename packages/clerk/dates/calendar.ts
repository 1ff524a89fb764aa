/** A moment in the business's time zone. `today` is an ISO day; `offsetMinutes` is east of UTC. */
export interface LocalTime {
  instant: Date;
  today: string;
  hour: number;
  minute: number;
  offsetMinutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timezone, format);
  }
  return format;
}

/** What the clock on the wall shows. Throws RangeError for a time zone that does not exist. */
export function localTime(instant: Date, timezone: string): LocalTime {
  const parts = new Map(
    formatFor(timezone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type) ?? 0);
  const wall = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return {
    instant,
    today: new Date(wall).toISOString().slice(0, 10),
    hour: read('hour'),
    minute: read('minute'),
    offsetMinutes: Math.round((wall - instant.getTime()) / 60_000),
  };
}

const toUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const MS_PER_DAY = 86_400_000;

export function addDays(day: string, count: number): string {
  return new Date(toUtc(day) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Days from one ISO day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to) - toUtc(from)) / MS_PER_DAY);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: string): number {
  return new Date(toUtc(day)).getUTCDay();
}

export function isWeekend(day: string): boolean {
  return weekdayOf(day) % 6 === 0;
}

/** The first day of that weekday on or after `day`. */
export function nextWeekday(day: string, weekday: number): string {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

/** The Monday of a day's week; weeks run from Monday to Sunday. */
export function mondayOf(day: string): string {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** An ISO day, or undefined when there is no such day, as with February 30. */
export function toDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}
