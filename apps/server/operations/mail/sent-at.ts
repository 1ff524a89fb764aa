const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** RFC 5322 section 4.3; letters of the military zones mean nothing reliable and count as UTC. */
const ZONE_HOURS: Record<string, number> = {
  ut: 0,
  gmt: 0,
  utc: 0,
  edt: -4,
  est: -5,
  cdt: -5,
  cst: -6,
  mdt: -6,
  mst: -7,
  pdt: -7,
  pst: -8,
  cet: 1,
  cest: 2,
  bst: 1,
};
const MAIL_DATE =
  /^(?:[a-z]{2,9}\.?,? )?(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}\.?[ -](\d{2}|\d{4}),? (\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d{1,9})?)?(?: ?([+-])(\d{2}):?(\d{2})\b| ?([a-z]{1,5})\b)?/;
const ISO_DATE =
  /^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?$/;

/**
 * The instant a Date field names (RFC 5322 with its obsolete forms, or ISO 8601); null when it
 * names none. `Date.parse` is not asked: it finds a date in nearly any text with a number. Without
 * a zone it is UTC.
 */
export function readSentAt(field: string): Date | null {
  const text = withoutComments(field.slice(0, 200)).replace(/\s+/g, ' ').trim().toLowerCase();
  if (ISO_DATE.test(text)) return validDate(isoInstant(text));
  const match = MAIL_DATE.exec(text);
  if (match === null) return null;
  const [, day, monthName, yearDigits, hour, minute, second, sign, zoneHour, zoneMinute, zone] =
    match;
  const month = MONTHS.indexOf(monthName ?? '');
  const year = fullYear(Number(yearDigits), yearDigits?.length === 2);
  const instant = new Date(
    Date.UTC(year, month, Number(day), Number(hour), Number(minute), Number(second ?? 0)),
  );
  const isReal =
    month >= 0 &&
    instant.getUTCMonth() === month &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second ?? 0) <= 60;
  if (!isReal) return null;
  const offset =
    sign === undefined
      ? (ZONE_HOURS[zone ?? 'utc'] ?? 0) * 60
      : (sign === '-' ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute));
  return validDate(new Date(instant.getTime() - offset * 60_000));
}

function isoInstant(text: string): Date {
  const hasZone = /(?:z|[+-]\d{2}:?\d{2})$/.test(text.slice(11));
  return new Date(`${text.replace(' ', 't')}${hasZone ? '' : 'z'}`.toUpperCase());
}

/** RFC 5322 section 4.3: two digits below 50 are of this century. */
function fullYear(year: number, isShort: boolean): number {
  if (!isShort) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function validDate(date: Date): Date | null {
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? date : null;
}

function withoutComments(text: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}
