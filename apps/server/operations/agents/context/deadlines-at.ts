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

const MOST_MOMENTS = 200;
const knownMs = new Map<string, number>();

/** Worked out once for each moment: several factors ask, and mails name the same days. */
function instantOf({ date, time, timezone }: Deadline, fallback: string): Date {
  const text = `${date}T${time ?? '23:59:59'}`;
  const key = `${text} ${timezone} ${fallback}`;
  let ms = knownMs.get(key);
  if (ms === undefined) {
    const own = DateTime.fromISO(text, { zone: timezone });
    ms = (own.isValid ? own : DateTime.fromISO(text, { zone: fallback })).toMillis();
    if (knownMs.size >= MOST_MOMENTS) knownMs.clear();
    knownMs.set(key, ms);
  }
  return new Date(ms);
}
