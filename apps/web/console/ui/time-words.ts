const formats = new Map<string, Intl.DateTimeFormat>();

function format(moment: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([timeZone, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  formats.set(key, known);
  return known.format(moment);
}

/** `2026-05-14`, the day that a moment falls on. */
export const dayOf = (moment: Date, timeZone: string): string => {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const [month, day, year] = format(moment, timeZone, parts).split('/');
  return `${year}-${month}-${day}`;
};

/** `2:05 PM` */
export const timeOfDay = (moment: Date, timeZone: string): string =>
  format(moment, timeZone, { hour: 'numeric', minute: '2-digit' });

/** `Thu, May 14, 2026, 2:05 PM` */
export const dayAndTime = (moment: Date, timeZone: string): string =>
  format(moment, timeZone, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });

/** `2:05 PM` today, `May 13, 2:05 PM` this year, else with the year. */
export function sayWhen(moment: Date, { now, timeZone }: { now: Date; timeZone: string }): string {
  const day = dayOf(moment, timeZone);
  const today = dayOf(now, timeZone);
  if (day === today) return timeOfDay(moment, timeZone);
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return format(moment, timeZone, {
    month: 'short',
    day: 'numeric',
    ...(isThisYear ? { hour: 'numeric', minute: '2-digit' } : { year: 'numeric' }),
  });
}

/** A day of the calendar, `2026-05-14`, as `Thu, May 14`. */
export const sayDay = (day: string): string =>
  format(new Date(`${day}T12:00:00Z`), 'UTC', { weekday: 'short', month: 'short', day: 'numeric' });

/** `840 ms`, `1.2 s`, `3 min` */
export function sayDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  return ms < 3_600_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 3_600_000)} h`;
}
