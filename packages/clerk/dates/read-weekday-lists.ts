import { addDays, mondayOf, nextWeekday, weekdayOf } from './calendar.ts';
import type { DayMention, TakeDays } from './read-days.ts';
import { weekdayNumber } from './weekdays.ts';

const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const AND = '(?:,? (?:or|and|to|through|till|until|maybe|even) (?:the |on |maybe )?|, ?|/)';
const WEEK =
  '(?:(?:of |in )?(?:the )?(?:next|following|coming|this) week|(?:of )?the week after(?! that| next))';
const OF_NEXT_WEEK = new RegExp(`\\b(${WEEKDAY}(?:${AND}${WEEKDAY})+)(?:,| -)? ${WEEK}\\b`);
const NEXT_WEEK_ON = new RegExp(
  `\\bnext week(?:,| -|:)? (?:either )?(?:on )?(${WEEKDAY}(?:${AND}${WEEKDAY})+)\\b`,
);

const IN_WEEKS = [
  new RegExp(`\\b(${WEEKDAY}),? (?:of |in )?(?:the week after next|in two weeks)\\b`),
  new RegExp(`\\b(?:the week after next|in two weeks),? (?:on (?:a |the )?)?(${WEEKDAY})\\b`),
];

/** "Wednesday or Thursday next week": each day is one of that week. */
export function readWeekdayLists(text: string, today: string, take: TakeDays): void {
  const hit = OF_NEXT_WEEK.exec(text) ?? NEXT_WEEK_ON.exec(text);
  const list = hit?.[1];
  const later = IN_WEEKS.map((way) => way.exec(text)).find((found) => found !== null);
  if (later?.[1] !== undefined) {
    const day = nextWeekday(addDays(mondayOf(today), 14), weekdayNumber(later[1]));
    take(later.index, later[0].length, { first: day, last: day });
    return;
  }
  if (hit === null || list === undefined) return;
  const monday = addDays(mondayOf(today), hit[0].endsWith('this week') ? 0 : 7);
  const start = hit.index + hit[0].indexOf(list);
  for (const named of list.matchAll(new RegExp(`\\b${WEEKDAY}\\b`, 'g'))) {
    const day = nextWeekday(monday, weekdayNumber(named[0]));
    const isLast = named.index + named[0].length === list.length;
    const tail = hit.index + hit[0].length - start - named.index;
    take(start + named.index, isLast ? Math.max(tail, named[0].length) : named[0].length, {
      first: day,
      last: day,
    });
  }
  if (hit[0].startsWith('next')) take(hit.index, 'next week'.length, { first: '', last: '' });
}

const NEXT = /^next [a-z]+$/;
const BARE = new RegExp(`^${WEEKDAY}$`);
const JOINS = /^,? ?(?:or|and|\/) ?(?:the |on )?$/;

/** "Next Tuesday or Wednesday": the Wednesday after that Tuesday. */
export function followNextWeekday(mentions: readonly DayMention[], text: string): DayMention[] {
  const wordsOf = ({ index, length }: DayMention): string =>
    text.slice(index, index + length).trim();
  return mentions.map((mention, place) => {
    const before = mentions[place - 1];
    if (before === undefined || before.first === '' || mention.first >= before.first)
      return mention;
    const between = text.slice(before.index + before.length, mention.index);
    const isNext = NEXT.test(wordsOf(before)) && BARE.test(wordsOf(mention));
    if (!isNext || !JOINS.test(between.trimStart())) return mention;
    const day = nextWeekday(before.first, weekdayOf(mention.first));
    return { ...mention, first: day, last: day };
  });
}
