// Pieces of patterns and what their words mean. Every quantifier in them is bounded, so that a
// pattern takes the same time at every position of however long a text.

const UNITS_WORDS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS_WORDS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINAL_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );

const values = new Map<string, number>();
for (const [index, word] of UNITS_WORDS.entries()) values.set(word, index + 1);
for (const [index, word] of TENS_WORDS.entries()) values.set(word, (index + 2) * 10);
for (const [index, word] of ORDINAL_WORDS.entries()) values.set(word, index + 1);
values.set('twentieth', 20).set('thirtieth', 30).set('a', 1).set('an', 1);

const longestFirst = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join('|');

/** "twenty-five", "seven". */
export const NUMBER_WORD = `(?:(?:${TENS_WORDS.join('|')})(?:[- ](?:${UNITS_WORDS.slice(0, 9).join('|')})(?![a-z]))?|${longestFirst(UNITS_WORDS)})(?![a-z])`;
/** "twenty-fifth", "seventh". */
export const ORDINAL_WORD = `(?:(?:twenty|thirty)[- ](?:${ORDINAL_WORDS.slice(0, 9).join('|')})|twentieth|thirtieth|${longestFirst(ORDINAL_WORDS)})(?![a-z])`;
/** How many: "3", "a", "twenty-five", "a couple of". */
export const COUNT = `(?:\\d{1,3}(?![\\d.:/])|a couple(?: of)?|a few|half an|half a|an?(?![a-z])|${NUMBER_WORD})`;

/** The value of a `COUNT`, a `NUMBER_WORD` or an `ORDINAL_WORD`; NaN for other words. */
export function numberOf(words: string): number {
  if (/^\d/.test(words)) return Number.parseInt(words, 10);
  if (words.startsWith('a couple')) return 2;
  if (words === 'a few') return 3;
  if (words.startsWith('half')) return 0.5;
  return words.split(/[- ]/).reduce((sum, word) => sum + (values.get(word) ?? Number.NaN), 0);
}

const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** A month's name or a common abbreviation of it. */
export const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-z])';

/** 1 for "january" and "jan". */
export function monthOf(word: string): number {
  return MONTH_NAMES.findIndex((name) => name.startsWith(word.slice(0, 3))) + 1;
}

/** A day of the month in digits or words: "3", "3rd", "third", "twenty five". */
export const DAY = `(?:[0-3]?\\d(?:st|nd|rd|th)?(?![\\da-z])|${ORDINAL_WORD}|${NUMBER_WORD})`;

/** A year in digits or words. */
export const YEAR = `(?:(?:19|20|21)\\d\\d(?![\\d.:]\\d|\\d)|two thousand(?: and)?(?: ${NUMBER_WORD})?|(?:nineteen|twenty)(?: (?:hundred|oh))?[ -]${NUMBER_WORD})`;

export function yearOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  if (words.startsWith('two thousand')) {
    const rest = words.replace(/^two thousand(?: and)? ?/, '');
    return 2000 + (rest === '' ? 0 : numberOf(rest));
  }
  const [century = '', ...rest] = words.split(/[- ]/);
  return (
    numberOf(century) * 100 +
    numberOf(rest.filter((word) => !/^(?:hundred|oh)$/.test(word)).join(' '))
  );
}

/** Two digits, as of 2026: 00 to 39 are this century. */
export function fullYear(digits: string): number {
  const value = Number(digits);
  if (digits.length > 2) return value;
  return value < 40 ? 2000 + value : 1900 + value;
}

/** Singular, plural ("on Mondays") excluded. */
export const WEEKDAY =
  '(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat)(?![a-z])\\.?';

/** 0 is Sunday. */
export function weekdayNumber(word: string): number {
  return ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'].indexOf(word.slice(0, 2));
}

/** What durations are counted in. */
export const UNIT =
  '(?:(?:business|working|work|calendar|banking)[- ]days?|weekdays?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|fortnights?|months?|quarters?|years?|yrs?)(?![a-z])';
