import { DateTime } from 'luxon';
import type { Deadline } from '../findings.ts';

export interface DatedDeadline {
  deadline: Deadline;
  /** For a whole day its last second. */
  dueAt: Date;
}

/**
 * Deadlines by whether they are over at a moment, each side with the nearest one first. A whole day
 * is over when it ends in its own time zone.
 */
export function sortDeadlines(
  deadlines: readonly Deadline[],
  { now, timezone }: { now: Date; timezone: string },
): { past: DatedDeadline[]; coming: DatedDeadline[] } {
  const dated = deadlines.map((deadline) => ({ deadline, dueAt: instantOf(deadline, timezone) }));
  const byNearness = (a: DatedDeadline, b: DatedDeadline) =>
    Math.abs(a.dueAt.getTime() - now.getTime()) - Math.abs(b.dueAt.getTime() - now.getTime());
  return {
    past: dated.filter(({ dueAt }) => dueAt < now).sort(byNearness),
    coming: dated.filter(({ dueAt }) => dueAt >= now).sort(byNearness),
  };
}

function instantOf({ date, time, timezone }: Deadline, fallback: string): Date {
  const text = `${date}T${time ?? '23:59:59'}`;
  const own = DateTime.fromISO(text, { zone: timezone });
  return (own.isValid ? own : DateTime.fromISO(text, { zone: fallback })).toJSDate();
}
