import { MONTH_NAMES } from '@deskbell/clerk';

// Days of the month in words: "the fifteenth of November", "on the twenty-first".

const UPTO_20 =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty'];
/** "The third may be paid" names no month. */
const MONTHS = MONTH_NAMES.map((name) => name.toLowerCase())
  .filter((name) => name !== 'may')
  .join('|');
const WORD = `(?:(${TENS.join('|')})[ -])?(${UPTO_20.join('|')}|thirtieth)`;
const OF_MONTH = new RegExp(`\\b${WORD}(?= (?:of )?(?:${MONTHS})\\b| of may\\b)`, 'g');
const AFTER_MONTH = new RegExp(`\\b((?:${MONTHS}) (?:the )?)${WORD}\\b`, 'g');
/** A list has a third row; few have an eleventh, and none is asked what came on it. */
const ALONE = new RegExp(
  `\\b((?:on|since|until|till|before|after|by) the )${WORD}(?=[?.!,]|$)`,
  'g',
);
const LEAST_ALONE = 11;

function toNumber(tens: string | undefined, word: string): number {
  const units = word === 'thirtieth' ? 30 : UPTO_20.indexOf(word) + 1;
  return tens === undefined ? units : 20 + 10 * TENS.indexOf(tens) + units;
}

/** A normalised text with such days in figures. */
export const withDaysInFigures = (text: string): string =>
  text
    .replace(OF_MONTH, (_, tens: string | undefined, word: string) => `${toNumber(tens, word)}th`)
    .replace(
      AFTER_MONTH,
      (_, month: string, tens: string | undefined, word: string) =>
        `${month.replace('the ', '')}${toNumber(tens, word)}th`,
    )
    .replace(ALONE, (all, lead: string, tens: string | undefined, word: string) => {
      const number = toNumber(tens, word);
      return number < LEAST_ALONE ? all : `${lead}${number}th`;
    });
