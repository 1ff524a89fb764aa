/** As messages have them, in lower case; their places are the numbers of `weekdayOf`. */
export const WEEKDAY_NAMES: readonly string[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

const SHORT_NAMES = WEEKDAY_NAMES.map((name) => name.slice(0, 3));

/** 0 for "sunday" and "sun", 6 for "saturday"; -1 for any other word in lower case. */
export function weekdayNumber(word: string): number {
  return SHORT_NAMES.indexOf(word.slice(0, 3));
}
