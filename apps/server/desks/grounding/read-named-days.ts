import {
  addDays,
  daysBetween,
  type LocalTime,
  readDays,
  weekdayNumber,
  weekdayOf,
} from '@deskbell/clerk';

/** Days that a text names, one after the other, with where each mention stands. */
export interface NamedDays {
  days: readonly string[];
  index: number;
  /** Whether a date stands there, and not a weekday or "tomorrow". */
  isDate: boolean;
}

const MONTHS: readonly [RegExp, string][] = [
  [/\b(?:enero|janvier|januar|janeiro)\b/g, 'january'],
  [/\b(?:febrero|fevrier|februar|fevereiro)\b/g, 'february'],
  [/\b(?:marzo|maerz|marco)\b/g, 'march'],
  [/\b(?:abril|avril)\b/g, 'april'],
  [/\b(?:mayo|mai|maio)\b/g, 'may'],
  [/\b(?:junio|juin|juni|junho)\b/g, 'june'],
  [/\b(?:julio|juillet|juli|julho)\b/g, 'july'],
  [/\b(?:agosto|aout)\b/g, 'august'],
  [/\b(?:septiembre|septembre|setembro)\b/g, 'september'],
  [/\b(?:octubre|octobre|oktober|outubro)\b/g, 'october'],
  [/\b(?:noviembre|novembre|novembro)\b/g, 'november'],
  [/\b(?:diciembre|decembre|dezember|dezembro)\b/g, 'december'],
  [/\b(?:lunes|lundi|montag|segunda(?:-feira)?)\b/g, 'monday'],
  [/\b(?:martes|mardi|dienstag|terca(?:-feira)?)\b/g, 'tuesday'],
  [/\b(?:miercoles|mercredi|mittwoch|quarta(?:-feira)?)\b/g, 'wednesday'],
  [/\b(?:jueves|jeudi|donnerstag|quinta(?:-feira)?)\b/g, 'thursday'],
  [/\b(?:viernes|vendredi|freitag|sexta(?:-feira)?)\b/g, 'friday'],
  [/\b(?:sabado|samedi|samstag|sonnabend)\b/g, 'saturday'],
  [/\b(?:domingo|dimanche|sonntag)\b/g, 'sunday'],
  [/\b(?:demain|amanha|manana)\b/g, 'tomorrow'],
];
const MAY_NAME_DAY =
  /\b(?:\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}|\d{1,2}(?:st|nd|rd|th))\b|\b(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\b(?:today|tomorrow|tonight|yesterday|week|weekend|month|day after|in \w+ (?:days?|weeks?)|christmas|thanksgiving|new year|easter|eve)\b/;
const MONEY = /\$ ?[\d,.]+/g;
const MOST_DAYS = 62;

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const WITH_WEEKDAY = new RegExp(
  `\\b(sun|mon|tue|wed|thu|fri|sat)[a-z]*,? (?:the )?(?:${MONTH} (\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}|(\\d{1,2})/(\\d{1,2}))(?!\\d)(?:(?:st|nd|rd|th)?,? (20\\d\\d))?`,
  'g',
);
const IS_DATE = new RegExp(
  `^(?:[a-z]+day,? |(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?(?:the )?(?:${MONTH} \\d|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|\\d{1,2}/\\d|\\d{4}-\\d|\\d{1,2}(?:st|nd|rd|th)\\b)`,
);
/** "December 5, 6 and 7", without what is counted: "December 5, 14 boxes". */
const DAY_LIST = new RegExp(
  `\\b(${MONTH}) (\\d{1,2}(?:st|nd|rd|th)?(?:(?:,? (?:and|or|&) |, )(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?![\\d:/]| ?(?:am|pm|items?|bags?|boxes|pieces|suitcases)\\b| \\w+ (?:street|st|avenue|ave|road|rd|lane|drive|place|blvd)\\b))+)`,
  'g',
);
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const inEnglish = (text: string): string => {
  let lower = text.toLowerCase();
  if (!/[a-z]/.test(lower)) return lower;
  for (const [pattern, name] of MONTHS) lower = lower.replace(pattern, name);
  lower = lower.replace(
    /\b(\d{1,2})\.? (?:de |do )?(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]+\b)/g,
    '$1 ',
  );
  lower = lower
    .replace(/\bthis (?:morning|afternoon|evening)\b/g, 'today')
    // "Saturday, der 12 december" and "the next three days - december 2" name no two days, no span.
    .replace(/(?<=day,?) (?:der|dem|den|el|le|il|am) (?=\d)/g, ' ')
    .replace(/(?<=\bdays) - /g, ', ');
  return lower.replace(DAY_LIST, (_, month: string, _short, days: string) =>
    days.replace(/\d{1,2}/g, (day) => `${month} ${day}`).replace(/\bthe /g, ''),
  );
};

/** The days in plain text, as the clerk reads them: without a year the next to come. */
export function readNamedDays(text: string, now: LocalTime): NamedDays[] {
  const lower = inEnglish(text);
  if (!MAY_NAME_DAY.test(lower)) return [];
  const read = lower.replace(MONEY, (hit) => ' '.repeat(hit.length));
  return readDays(read, now).flatMap(({ first, last, index, isImpossible }) => {
    const isDate = IS_DATE.test(read.slice(index));
    if (isImpossible) return [{ days: ['impossible'], index, isDate }];
    if (first === '') return [];
    const count = Math.min(daysBetween(first, last), MOST_DAYS);
    const days = Array.from({ length: count + 1 }, (_, day) => addDays(first, day));
    return [{ days, index, isDate }];
  });
}

/** Whether a date stands beside a weekday that it does not have, this year or in the last weeks. */
export function hasWrongWeekday(text: string, now: LocalTime): boolean {
  for (const hit of inEnglish(text).matchAll(WITH_WEEKDAY)) {
    const [, weekday = '', m1, d1, d2, m2, m3, d3, year] = hit;
    const month =
      m3 === undefined ? MONTH_NAMES.indexOf((m1 ?? m2 ?? '').slice(0, 3)) + 1 : Number(m3);
    const day = Number(d1 ?? d2 ?? d3);
    const thisYear = Number(now.today.slice(0, 4));
    const years = year === undefined ? [thisYear - 1, thisYear, thisYear + 1] : [Number(year)];
    const fits = years.some((one) => {
      const date = `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      if (Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return false;
      const away = daysBetween(now.today, date);
      const isNear = year !== undefined || (away > -180 && away < 330);
      return isNear && weekdayOf(date) === weekdayNumber(weekday);
    });
    if (!fits) return true;
  }
  return false;
}
