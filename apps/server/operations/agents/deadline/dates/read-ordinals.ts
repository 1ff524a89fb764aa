import { toDay, weekdayOf } from '@deskbell/clerk';
import { addMonths, dayIn, monthEnd, monthIn, yearIn } from './calendar.ts';
import { type Reading, take } from './mention.ts';
import { each, WEEKDAY_BEFORE } from './read-calendar.ts';
import { NUMBER_WORD, numberOf, ORDINAL_WORD, WEEKDAY, weekdayNumber } from './words.ts';

const ORDINAL = new RegExp(
  `(?:(?<=(?:${WEEKDAY}),? {1,2})(?:the )?(${ORDINAL_WORD}|[0-3]?\\d(?:st|nd|rd|th)?(?![\\da-z:./])(?! (?:people|[ap]m|guests|boxes|units|min|hour|day|week|month)))|(?<=\\b(?:on|by|until|till|before|after|from|since|the|to|and|or|due|of|than) )(?:the )?([0-3]?\\d(?:st|nd|rd|th))(?![a-z])|(?<=\\b(?:on|by|until|till|before) )the (${ORDINAL_WORD})|(?<=\\b(?:this|next|last|following) month,? (?:on )?)(?:the )?([0-3]?\\d(?:st|nd|rd|th))|(?<![a-z-])(?:the )?(${ORDINAL_WORD}|[0-3]?\\d(?:st|nd|rd|th))(?= day of (?:this|next|last|the) month| of (?:this|next|last|the) month))(?: day)?(?:,?(?: of)? (this|next|last|the|the following|every|each) month)?(?= ?(?:[.,;:!?)\\]"@]|[/-](?! ?\\d)|$|#)| (?:at|by|from|to|or|and|for|in|is|are|was|as|with|this|next|so|if|but|please|we|i|you|they|works?|would|will|until|till|before|after|between|when|around|on|noon|sharp|latest|per|the latest|\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m|of [jfmasond]|of (?:this|next|last|the)|a|it|our|your|via)(?![a-z])| (?:${NUMBER_WORD} [ap].?m))`,
  'g',
);

const MONTH_BEFORE = /\b(this|next|last|following) month,? (?:on )?(?:the )?$/;

/** "The 18th", "Mon 13th", "the 15th of next month": the next day of that number. */
export function readOrdinals(reading: Reading): void {
  if (!reading.signs.hasOrdinal) return;
  const { today } = reading.now;
  each(reading, ORDINAL, (hit) => {
    const [all, besideWeekday, digits, words, afterMonth, ofSome, monthAfter] = hit;
    const monthBefore = MONTH_BEFORE.exec(
      reading.text.slice(Math.max(0, hit.index - 26), hit.index),
    );
    const ofMonth = monthAfter ?? monthBefore?.[1];
    const number = numberOf(besideWeekday ?? digits ?? words ?? afterMonth ?? ofSome ?? '');
    if (!(number >= 1 && number <= 31) || ofMonth === 'every' || ofMonth === 'each') return;
    const from = Math.max(0, hit.index - 16);
    const lead = WEEKDAY_BEFORE.exec(reading.rest.slice(from, hit.index));
    const weekday = lead === null ? undefined : weekdayNumber(lead[1] ?? '');
    const start = lead === null ? hit.index : from + lead.index;
    const atom = { start, end: hit.index + all.length, kind: 'day', source: 'calendar' } as const;
    if (ofMonth !== undefined && ofMonth !== 'the') {
      const step = ofMonth === 'this' ? 0 : ofMonth === 'last' ? -1 : 1;
      const month = addMonths(`${today.slice(0, 8)}01`, step);
      const date = toDay(yearIn(month), monthIn(month), number);
      if (date !== undefined) take(reading, { ...atom, date });
      return;
    }
    const next = nextOfNumber(today, number, weekday);
    if (next !== undefined) take(reading, { ...atom, ...next });
  });
}

/** "Tues the 4th", which was two weeks ago and will not be for months. */
function lastOfNumber(
  today: string,
  number: number,
  weekday: number | undefined,
): string | undefined {
  const month = addMonths(`${today.slice(0, 8)}01`, Number(today.slice(8)) > number ? 0 : -1);
  const date = toDay(yearIn(month), monthIn(month), number);
  return date !== undefined && weekdayOf(date) === weekday ? date : undefined;
}

function nextOfNumber(
  today: string,
  number: number,
  weekday: number | undefined,
): { date: string; isAmbiguous: boolean; previousDate?: string } | undefined {
  let fallback: string | undefined;
  for (let count = 0; count < 15; count += 1) {
    const month = addMonths(`${today.slice(0, 8)}01`, count);
    if (dayIn(monthEnd(yearIn(month), monthIn(month))) < number) continue;
    const date = `${month.slice(0, 8)}${String(number).padStart(2, '0')}`;
    if (date < today) continue;
    fallback ??= date;
    if (weekday === undefined || weekdayOf(date) === weekday) {
      const previous = addMonths(date, -1);
      const before = count > 1 ? lastOfNumber(today, number, weekday) : undefined;
      if (before !== undefined) return { date: before, isAmbiguous: true };
      return {
        date,
        // Months away, a slip of the pen is likelier than the day that fits.
        isAmbiguous: count > 1,
        ...(dayIn(previous) === number ? { previousDate: previous } : {}),
      };
    }
  }
  return fallback === undefined ? undefined : { date: fallback, isAmbiguous: true };
}
