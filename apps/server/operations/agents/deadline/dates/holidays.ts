import { addDays, easterOf, nth, toDay } from '@deskbell/clerk';

type InYear = (year: number) => string;

const fixed =
  (month: number, day: number): InYear =>
  (year) =>
    toDay(year, month, day) ?? '';

const afterEaster =
  (days: number): InYear =>
  (year) =>
    addDays(easterOf(year), days);

// Looking one up takes milliseconds, once: a mail must not ask for centuries of them.
const FIRST_LOOKED_UP = 2015;
const LAST_LOOKED_UP = 2045;

/** The first day of a year that another calendar gives that month and day, as Intl writes them. */
function inCalendar(calendar: string, monthAndDay: string): InYear {
  const known = new Map<number, string>();
  return (year) => {
    let day = known.get(year);
    if (day !== undefined) return day;
    if (year < FIRST_LOOKED_UP || year > LAST_LOOKED_UP) return '';
    const isNamed = /[a-z]/i.test(monthAndDay);
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      timeZone: 'UTC',
      month: isNamed ? 'long' : 'numeric',
      day: 'numeric',
    });
    const partsOf = (iso: string): string => {
      const parts = new Map(
        format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
      );
      return `${parts.get('month')}${isNamed ? ' ' : '/'}${parts.get('day')}`;
    };
    day = `${year}-01-01`;
    for (let count = 0; count < 366 && partsOf(day) !== monthAndDay; count += 1)
      day = addDays(day, 1);
    const found = day.startsWith(String(year)) ? day : '';
    known.set(year, found);
    return found;
  };
}

/** Longer names first where one begins another. Federal ones of the United States and common others. */
const HOLIDAYS: readonly [string, InYear][] = [
  ['thanksgiving(?: day)?', nth(11, 4, 4)],
  ['black friday', (year) => addDays(nth(11, 4, 4)(year), 1)],
  ['cyber monday', (year) => addDays(nth(11, 4, 4)(year), 4)],
  ['(?:christmas|xmas|x-mas) eve', fixed(12, 24)],
  ['(?:christmas|xmas|x-mas)(?: day)?', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ["new years?'?s? eve|nye", fixed(12, 31)],
  [
    "new year'?s? day|new year'?s|new years'? day|(?<!chinese |lunar |jewish |school |fiscal )new year(?! [a-z])",
    fixed(1, 1),
  ],
  ['(?:mlk|martin luther king)(?:,? jr\\.?)?(?: day)?', nth(1, 1, 3)],
  ["presidents?'?s? day|washington'?s birthday", nth(2, 1, 3)],
  ['memorial day', nth(5, 1, -1)],
  ['juneteenth', fixed(6, 19)],
  [
    '(?:us |american )?independence day|(?:4th|fourth) of july(?! \\d)|july 4th(?! \\d)',
    fixed(7, 4),
  ],
  ['labou?r day', nth(9, 1, 1)],
  ["columbus day|indigenous people'?s'? day", nth(10, 1, 2)],
  ["veterans?'? day", fixed(11, 11)],
  ["valentine'?s?'? day", fixed(2, 14)],
  ["(?:st\\.?|saint) patrick'?s day", fixed(3, 17)],
  ["april fools?'?(?: day)?", fixed(4, 1)],
  ['earth day', fixed(4, 22)],
  ["mother'?s'? day", nth(5, 0, 2)],
  ["father'?s'? day", nth(6, 0, 3)],
  ["international workers?'? day|may day", fixed(5, 1)],
  ["(?:international )?women'?s'? day", fixed(3, 8)],
  ['cinco de mayo', fixed(5, 5)],
  ['eid al[- ]fitr', inCalendar('islamic-umalqura', '10/1')],
  ['eid al[- ]adha', inCalendar('islamic-umalqura', '12/10')],
  ['ramadan', inCalendar('islamic-umalqura', '9/1')],
  ['rosh hashanah', inCalendar('hebrew', 'Tishri 1')],
  ['yom kippur', inCalendar('hebrew', 'Tishri 10')],
  ['(?:hanukkah|chanukah)', inCalendar('hebrew', 'Kislev 25')],
  ['passover', inCalendar('hebrew', 'Nisan 15')],
  ['groundhog day', fixed(2, 2)],
  ['tax day', fixed(4, 15)],
  ['hallowe.?en', fixed(10, 31)],
  ['ash wednesday', afterEaster(-46)],
  ['palm sunday', afterEaster(-7)],
  ['maundy thursday', afterEaster(-3)],
  ['good friday', afterEaster(-2)],
  ['easter monday', afterEaster(1)],
  ['(?:easter|resurrection)(?: sunday| day)?', easterOf],
  ['ascension day', afterEaster(39)],
  ['whit monday|pentecost monday', afterEaster(50)],
  ['pentecost|whit sunday', afterEaster(49)],
];

/** Any holiday's name. */
export const HOLIDAY = `(?:${HOLIDAYS.map(([names]) => names).join('|')})(?![a-z])`;

const exact = HOLIDAYS.map(([names, inYear]) => [new RegExp(`^(?:${names})$`), inYear] as const);

/** The day of a holiday in a year; undefined for words that name none. */
export function holidayIn(words: string, year: number): string | undefined {
  return exact.find(([pattern]) => pattern.test(words))?.[1](year);
}
