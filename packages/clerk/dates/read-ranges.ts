import { toDay } from './calendar.ts';
import { upcomingMonth } from './months.ts';
import type { DayMention, TakeDays } from './read-days.ts';

const CONNECTOR = /^(?:to|through|thru|till|until|-) *(?:the )?$/;
const IS_CHANGE =
  /\b(?:chang\w*|mov(?:e|ed|ing) (?:it|that|this|the|my)|switch\w*|push\w*|reschedul\w*)\b/;

/**
 * Puts the ways to write a span of days into the one the parser knows, "a to b". No character
 * changes its place.
 */
export function bareRanges(text: string): string {
  // "Move it from the 5th to the 9th": only the day it moves to counts.
  const wanted = IS_CHANGE.test(text)
    ? text.replace(/\bfrom [^,.;?!]{2,30}? to /g, (hit) => ' '.repeat(hit.length))
    : text;
  return wanted
    .replace(/(\bbetween [^,.;?!]{2,30}?) and /g, '$1 to  ')
    .replace(/ (?:through|thru|until) /g, (hit) => ` to${' '.repeat(hit.length - 3)}`)
    .replace(/ till /g, ' to   ');
}

/** "12/5-12/9", month first. */
export function readSlashRanges(text: string, today: string, take: TakeDays): void {
  for (const hit of text.matchAll(
    /(?<![\d/])(\d{1,2})\/(\d{1,2}) ?- ?(\d{1,2})\/(\d{1,2})(?![\d/])/g,
  )) {
    const [fromMonth = 0, fromDay = 0, toMonth = 0, toDayNumber = 0] = hit.slice(1).map(Number);
    const year = upcomingMonth(fromMonth, today);
    const first = toDay(year, fromMonth, fromDay);
    const last = toDay(toMonth < fromMonth ? year + 1 : year, toMonth, toDayNumber);
    if (first !== undefined && last !== undefined && first <= last) {
      take(hit.index, hit[0].length, { first, last });
    }
  }
}

/** Makes one span of two days that stand as "from a to b" or "between a and b". */
export function joinRanges(mentions: readonly DayMention[], text: string): DayMention[] {
  const joined: DayMention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    if (before === undefined || before.first === '' || mention.first === '') {
      joined.push(mention);
      continue;
    }
    const between = text.slice(before.index + before.length, mention.index).trimStart();
    // "Saturday the 5th" is one day; the number is surer than the weekday.
    if (/^(?:,? ?(?:the|on) ?)?$/.test(between) && isWeekdayAlone(before, text)) {
      joined[joined.length - 1] = mention;
      continue;
    }
    const lead = text.slice(0, before.index);
    const isRange =
      CONNECTOR.test(between) ||
      (/^and (?:the )?$/.test(between) && /\bbetween (?:the )?$/.test(lead));
    if (isRange && mention.last >= before.first) {
      joined[joined.length - 1] = {
        ...before,
        last: mention.last,
        length: mention.index + mention.length - before.index,
      };
    } else {
      joined.push(mention);
    }
  }
  return joined;
}

const isWeekdayAlone = ({ index, length }: DayMention, text: string): boolean =>
  /^(?:on )?(?:this |next |coming )?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?$/.test(
    text.slice(index, index + length).trim(),
  );
