import { type LocalTime, localTime } from '@deskbell/clerk';

const MOST_MOMENTS = 20;
const known = new Map<string, Readonly<LocalTime>>();

/**
 * `localTime`, worked out once for the few moments that the sentences of a mail are told from. Throws
 * RangeError for a time zone that does not exist.
 */
export function localTimeOf(instant: Date, timezone: string): Readonly<LocalTime> {
  const key = `${instant.getTime()} ${timezone}`;
  let local = known.get(key);
  if (local === undefined) {
    local = localTime(instant, timezone);
    if (known.size >= MOST_MOMENTS) known.clear();
    known.set(key, local);
  }
  return local;
}
