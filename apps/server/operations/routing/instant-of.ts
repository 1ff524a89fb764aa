import { DateTime, IANAZone } from 'luxon';

/** Asking costs more than all else that is done with a mail's event; names come from mails. */
const MOST_KNOWN = 1_000;
const known = new Map<string, boolean>();

/** Whether this is the IANA name of a time zone. */
export function isTimeZone(name: string): boolean {
  const answer = known.get(name) ?? IANAZone.isValidZone(name);
  if (known.size < MOST_KNOWN) known.set(name, answer);
  return answer;
}

/**
 * The instant a day and a time of day mean in a time zone; without a time the last second of that
 * day. A time that the clocks skip is the one just after the gap, as long after it as the skipped
 * time was into it; one that comes twice is the first. Throws RangeError for a day, time or zone that
 * does not exist. `time` is 'HH:MM' or 'HH:MM:SS'.
 */
export function instantOf({
  date,
  time,
  timezone,
}: {
  date: string;
  time: string | null;
  timezone: string;
}): Date {
  const day = DateTime.fromISO(`${date}T${time ?? '00:00:00'}`, { zone: timezone });
  // Some places change their clocks at midnight: the day's last second is found from the next day's
  // first moment.
  const instant =
    time === null
      ? day.plus({ days: 1 }).startOf('day').minus({ seconds: 1 })
      : DateTime.min(day, ...day.getPossibleOffsets());
  if (instant?.isValid !== true) throw new RangeError('There is no such day, time or time zone.');
  return instant.toJSDate();
}
