/** A time of day as 'HH:MM' on 24 hours, from '14:00', '9:30', '2 PM' or '2:30 p.m.'; else undefined. */
export function readClockTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s*(?:([ap])\.?m\.?)?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, hourText, minuteText, half] = match;
  if (minuteText === undefined && half === undefined) return undefined;
  let hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
