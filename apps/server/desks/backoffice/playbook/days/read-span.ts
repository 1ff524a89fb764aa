import {
  addDays,
  keepReadings,
  type LocalTime,
  sayDay,
  timedKey,
  weekdayOf,
} from '@deskbell/clerk';
import { calendarPeriods } from './calendar-periods.ts';
import { dates } from './dates.ts';
import type { DayContext, Expression } from './expression.ts';
import { holidays } from './holidays.ts';
import { inOrder } from './in-order.ts';
import { namedPeriods } from './named-periods.ts';
import { relativeDays } from './relative-days.ts';
import type { Direction, Span } from './span.ts';

const MATCHERS = [...namedPeriods, ...holidays, ...relativeDays, ...calendarPeriods, ...dates];
const ALWAYS =
  '(?:of all time|all[- ]time|ever(?! (?:come|came))|overall|in total|altogether|since the (?:very )?beginning|regardless of (?:the )?(?:date|day|week)s?|(?:whatever|no matter (?:which|what|the)|independent of|never mind) (?:the )?(?:date|day|week)s?|(?:on|from) (?:any|all|every) days?|of any day|any ?time|in all(?=$|[\\s]*[?.!,:])|all(?: of them)? together|from the (?:start|beginning)|so far in total)';
const ALL_TIME = new RegExp(`\\b${ALWAYS}\\b(?:[\\s,]+${ALWAYS}\\b)*`);
const BEFORE_IT =
  /\b(since|starting(?: from)?|from|after|before|prior to|earlier than|until|till|up to|by|(?<!\b(?:come|came|went|go|goes|gone|going|get|got|gotten|been|put|passed|made it|it) )through|no later than|between|later than)(?: the)?\s*$/;
const CONNECTS = /^\s*(?:to|through|thru|until|till|-|and|&|\+)\s*(?:the )?\s*$/;

/** "From November 15 on". */
const ONWARD = /^ (?:onwards?|forward|on(?=[\s?.!,]*$))/;

/** A span in a text, and where the words stand that name it. */
export interface SpanMention {
  span: Span;
  index: number;
  length: number;
  isRelative: boolean;
  /** A preposition leads to it: "from Tuesday", "on the 5th". */
  isLedTo: boolean;
}

function readExpressions(text: string, context: DayContext): Expression[] {
  let rest = text;
  const found: Expression[] = [];
  for (const { pattern, read } of MATCHERS) {
    for (const hit of rest.matchAll(pattern)) {
      const expression = read(hit, context);
      if (expression === undefined) continue;
      const { skipped = 0 } = expression;
      found.push({
        ...expression,
        index: hit.index + skipped,
        length: hit[0].length - skipped,
      });
      rest =
        rest.slice(0, hit.index) +
        '\0'.repeat(hit[0].length) +
        rest.slice(hit.index + hit[0].length);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The first span of days a normalised text names; undefined when it names none. */
export const readSpan = keepReadings(readOnce, (text, now, direction) => {
  const key = timedKey(text, now);
  return key === undefined ? undefined : `${direction} ${key}`;
});

/** The first two of one span in their order: "Monday to Wednesday" on a Tuesday. */
function ordered(
  found: readonly Expression[],
  text: string,
  { today, direction }: { today: string; direction: Direction },
): readonly Expression[] {
  const [one, two] = found;
  if (one === undefined || two === undefined || two.last >= one.first) return found;
  const end = one.index + one.length;
  if (!/^ *(?:to|through|thru|until|till|-) *$/.test(text.slice(end, two.index))) return found;
  const said = [one, two].map(({ index, length }) => text.slice(index, index + length).trim());
  const moved = inOrder([one, two], [said[0] ?? '', said[1] ?? ''], direction);
  if (moved === undefined) return found;
  return [one, two].map((expression, index) => {
    const { first, last } = moved[index] ?? expression;
    return { ...expression, first, last, name: sayDay(first, today) };
  });
}

function readOnce(written: string, now: LocalTime, direction: Direction): SpanMention | undefined {
  const { today } = now;
  // No character changes its place.
  const text = written.replace(/(\bbetween [^,.;?!]{2,30}?) and /, '$1 to  ');
  const [one, two] = ordered(readExpressions(text, { today, now, direction }), text, {
    today,
    direction,
  });
  if (one === undefined) {
    const all = ALL_TIME.exec(text);
    return all === null
      ? undefined
      : {
          span: { label: '' },
          index: all.index,
          length: all[0].length,
          isRelative: true,
          isLedTo: true,
        };
  }
  const prefix = BEFORE_IT.exec(text.slice(0, one.index));
  const end = one.index + one.length;
  const onward = two === undefined ? ONWARD.exec(text.slice(end))?.[0].length : undefined;
  if (onward !== undefined) {
    const index = prefix?.index ?? one.index;
    const span = spanOf(one, 'since', { text, today, direction });
    return { span, index, length: end + onward - index, isRelative: one.isRelative, isLedTo: true };
  }
  const place = { index: prefix?.index ?? one.index, isRelative: one.isRelative };
  if (two !== undefined && CONNECTS.test(text.slice(end, two.index)) && two.last >= one.first) {
    const isPair = /(?:and|&|\+)\s*$/.test(text.slice(end, two.index)) && prefix?.[1] !== 'between';
    const isTogether = two.first <= addDays(one.last, 1);
    if (!isPair || isTogether) {
      const label = isPair
        ? `${one.lead}${one.name} and ${two.lead}${two.name}`
        : `from ${one.name} to ${two.name}`;
      return {
        ...place,
        span: { from: one.first, to: two.last, label },
        length: two.index + two.length - place.index,
        isLedTo: true,
      };
    }
  }
  // "Today and yesterday".
  if (
    two !== undefined &&
    /^ ?(?:and|or) $/.test(text.slice(end, two.index)) &&
    addDays(two.last, 1) === one.first
  ) {
    return {
      ...place,
      span: { from: two.first, to: one.last, label: `${two.name} and ${one.name}` },
      length: two.index + two.length - place.index,
      isLedTo: true,
    };
  }
  return {
    ...place,
    span: spanOf(one, prefix?.[1], { text, today, direction }),
    length: end - place.index,
    isLedTo:
      prefix !== null ||
      /\b(?:on|in|of|during|for|over|this|last)\s*(?:the )?$/.test(text.slice(0, one.index)) ||
      /^(?:on|in|during|this|last|since)\b/.test(text.slice(one.index)),
  };
}

function spanOf(
  one: Expression,
  prefix: string | undefined,
  { text, today, direction }: { text: string; today: string; direction: Direction },
): Span {
  const { first, last, name, lead } = one;
  const lastEnd = last > today && direction === 'past' ? undefined : last;
  switch (one.isRolling ? undefined : prefix) {
    case 'since':
    case 'starting':
    case 'starting from': {
      const word = text.slice(one.index, one.index + one.length);
      // Since Monday, said on a Monday, is since this morning.
      const isToday =
        /^(?:mon|tue|wed|thu|fri|sat|sun)/.test(word) && weekdayOf(first) === weekdayOf(today);
      const from = isToday ? today : first;
      return {
        from,
        ...(direction === 'past' ? { to: today } : {}),
        label: `since ${isToday ? sayDay(today, today) : name}`,
      };
    }
    case 'after':
    case 'later than':
      return { from: addDays(last, 1), label: `after ${name}` };
    case 'before':
    case 'prior to':
    case 'earlier than':
      // Before the end of the month is any day of the month.
      return { to: /^the end /.test(name) ? last : addDays(first, -1), label: `before ${name}` };
    case 'until':
    case 'till':
    case 'up to':
    case 'by':
    case 'through':
    case 'no later than':
      return { to: lastEnd ?? last, label: `${direction === 'past' ? 'until' : 'by'} ${name}` };
    default:
      if (first === '') return { to: last, label: name };
      return { from: first, to: last, label: /^in (?:\d)/.test(name) ? name : `${lead}${name}` };
  }
}
