import {
  addDays,
  type DayMention,
  daysBetween,
  type LocalTime,
  nextWeekday,
  toDay,
  weekdayOf,
} from '@deskbell/clerk';
import type { KnownDays } from './relate-days.ts';

const BARE_WEEKDAY =
  /^(?:on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?(?: (?:at|by) .*)?$/;
const BARE_NUMBER = /^(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)$/;
const CORRECTS =
  /\b(?:actually|make (?:it|that)|instead|rather|no|not|nah|sorry|wait|i mean(?:t)?|chang\w+|switch\w*|move (?:it|that)|push (?:it|that)|what about|how about|or|then|better|works?|cheaper|less|save|difference|more expensive)\b/;
/** "Friday that week" is in the week of the day that was chosen. */
const THAT_WEEK = /^ (?:of |in )?(?:that|the same|this same) week\b/;
/** To a later day. */
const PUTS_OFF = /\b(?:push|postpone|delay|put (?:it|that|this) off)\b/;
/** To a day that was spoken about before. */
const GOES_BACK = /\b(?:back|after all|again|originally|stick|stay|keep)\b/;
/** "Can you also pick up some other things on Tuesday?" is about a trip of its own. */
const OF_ANOTHER = /\b(?:also|another|separate\w*|next time|other (?:things|stuff|boxes|bags))\b/;
const MOST_WORDS = 4;

/** Weekdays, and days of a month that is not named, as those around the day of the order. */
export function relateWeekdays(
  text: string,
  days: readonly DayMention[],
  { chosen, pickup, named }: KnownDays,
  { today }: LocalTime,
): DayMention[] {
  if (chosen === undefined || chosen <= today) return [...days];
  const isOfOrder =
    (pickup !== undefined && !OF_ANOTHER.test(text)) ||
    CORRECTS.test(text) ||
    text.split(' ').length <= MOST_WORDS;
  return days.map((mention) => {
    if (mention.first === '' || mention.first !== mention.last) return mention;
    const words = text.slice(mention.index, mention.index + mention.length).trim();
    if (BARE_NUMBER.test(words)) return ofMonth(mention, chosen, today);
    if (!BARE_WEEKDAY.test(words)) return mention;
    // "Does the Sunday cost more?" is about the one that was spoken about.
    const isKnown = /\b(?:the|that) $/.test(text.slice(0, mention.index));
    if (!isOfOrder && !isKnown) return mention;
    const weekday = weekdayOf(mention.first);
    const spoken = named.filter((day) => day > today && weekdayOf(day) === weekday);
    const day = THAT_WEEK.test(text.slice(mention.index + mention.length))
      ? addDays(chosen, mondayFirst(weekday) - mondayFirst(weekdayOf(chosen)))
      : PUTS_OFF.test(text)
        ? nextWeekday(chosen, weekday)
        : spoken.length === 1 && (isKnown || GOES_BACK.test(text))
          ? (spoken[0] ?? mention.first)
          : nearest(weekday, chosen, today);
    return { ...mention, first: day, last: day };
  });
}

/** "The 12th", of an order in January; of one on December 28 "the 3rd" is in January. */
function ofMonth(mention: DayMention, chosen: string, today: string): DayMention {
  const [year, month] = [Number(chosen.slice(0, 4)), Number(chosen.slice(5, 7))];
  const number = Number(mention.first.slice(8));
  const next = month === 12 ? toDay(year + 1, 1, number) : toDay(year, month + 1, number);
  const [day] = [toDay(year, month, number), next]
    .filter((one) => one !== undefined)
    .filter((one) => one > today)
    .sort((a, b) => Math.abs(daysBetween(chosen, a)) - Math.abs(daysBetween(chosen, b)));
  return day === undefined ? mention : { ...mention, first: day, last: day };
}

const mondayFirst = (weekday: number): number => (weekday + 6) % 7;

/** The day of that weekday nearest to `chosen` that is yet to come. */
function nearest(weekday: number, chosen: string, today: string): string {
  const after = nextWeekday(chosen, weekday);
  const before = addDays(after, -7);
  return daysBetween(before, chosen) < daysBetween(chosen, after) && before > today
    ? before
    : after;
}
