import {
  addDays,
  type DayMention,
  NUMBER_WORDS,
  nextWeekday,
  readNumber,
  WEEKDAY_NAMES,
} from '@deskbell/clerk';

/** Days that a relative one may be counted from. */
export interface BaseDays {
  /** The days last spoken about. */
  spoken: { first: string; last: string } | undefined;
  /** The day of the pickup. */
  pickup: string | undefined;
  flight: string | undefined;
}

export interface RelativeDay extends DayMention {
  /** It is the day, or one before the day, of something else that has its own: a flight. */
  isRelative: true;
}

const WEEKDAY = `(${WEEKDAY_NAMES.join('|')})`;
const FLIGHT =
  '(?:flight|departure|trip|landing|arrival|we (?:fly|leave|land)|i (?:fly|leave|land))';

const SHIFT = new RegExp(
  `\\b(?:(?:the|a|an|${NUMBER_WORDS}|\\d{1,2}) )?(?:full )?(day|night|evening|morning|afternoon|week)s? (before|after|later|earlier|prior|ahead|sooner)\\b(?! (?:all\\b|than(?! (?:that|it|this)\\b)|noon|tomorrow|tmrw|today|\\d|[ap]m))(?: (?:of |to )?(?:(?:that|then|it)\\b|(?:(?:the|my|our|his|her|their) )?${FLIGHT}\\b))?|\\b(?:the )?(?:following (?:day|morning|week)|next (?:day|morning))\\b|\\bthe day (?:right )?(before|after)\\b(?! all\\b)`,
);
const WEEKDAY_AROUND = new RegExp(
  `\\bbefore (?:that|then|it)\\b[^.?!\\d]{0,20}?\\b(?:the )?${WEEKDAY}\\b|\\b(?:the )?${WEEKDAY} (after|before|following)(?: (?:that|then|it))?\\b(?! (?:all\\b|\\d))|\\b(?:the )?following ${WEEKDAY}\\b`,
);
/** "Not this Wednesday, the next one." */
const THE_NEXT_ONE =
  /(?<=\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[^.?!]{0,12}[, ](?:but )?)the (?:next one|one after(?: that)?|following one)\b/;
const SAME_DAY = new RegExp(
  `\\b(?:(?:on )?(?:the )?same day (?:as|of) (?:the|my|our) \\w+|(?:on )?(?:that|this very|the very) same day|(?<=^|[,.;-] ?|\\bit |\\bthem |\\bpick[- ]?up |\\bcome |\\bflight )same day(?! deliver| service| ship)|same day (?=pick-?up|collection)|(?<=\\bsame (?:address|addresses|places?|route|zips?)(?:,| and|, and) )same day\\b(?! deliver)|(?:on )?the same (?:day|date)(?! deliver)|same day (?:as|of) (?:the|my|our) \\w+|(?:on )?(?:the )?(?:same )?(?:morning|day|date) of (?:the|my|our) ${FLIGHT}|on (?:my|our|the) ${FLIGHT} day|that (?:same |very )?(?:morning|day|afternoon|evening|night)(?= from| at| please| as well| too|,|\\.|$))`,
);

/**
 * "The day before", "a week later", "the Monday after" and "that same day", counted from the day
 * named before it, or else from what was spoken about.
 */
export function readRelativeDay(
  text: string,
  days: readonly DayMention[],
  base: BaseDays,
): RelativeDay | undefined {
  const same = SAME_DAY.exec(text);
  const next = THE_NEXT_ONE.exec(text);
  const weekday = next === null ? undefined : days.find(({ index }) => index < next.index);
  if (next !== null && weekday !== undefined && weekday.first !== '') {
    const day = addDays(weekday.first, 7);
    return { first: day, last: day, index: next.index, length: next[0].length, isRelative: true };
  }
  const hit = WEEKDAY_AROUND.exec(text) ?? SHIFT.exec(text) ?? same;
  if (hit === null) return undefined;
  const { index } = hit;
  const { length } = hit[0];
  const named = days.filter(
    (day) => day.first !== '' && (day.index + day.length <= index || day.index >= index + length),
  );
  const beside =
    named.findLast((day) => day.index < index) ??
    named.find((day) =>
      /^(?: ?(?:on|is|it's|which is|of|the|my|our|flight|departure|,|\(|-))* ?$/.test(
        text.slice(index + length, day.index),
      ),
    );
  const isOfFlight = new RegExp(FLIGHT).test(hit[0]);
  const moved = hit === same || isOfFlight ? undefined : toldTwice(text, hit, { named, base });
  if (moved !== undefined) return { ...moved, index, length, isRelative: true };
  // "A week later, December 15": the same day twice.
  const again = named.find((day) =>
    /^[ ,(]*[,(] ?(?:on )?(?:the )?$/.test(text.slice(index + length, day.index)),
  );
  if (again !== undefined && !isOfFlight && hit !== same) {
    return { first: again.first, last: again.last, index, length, isRelative: true };
  }
  const from = beside ?? spanOf(isOfFlight ? base.flight : undefined) ?? knownSpan(hit[0], base);
  if (from === undefined) return undefined;
  const day = hit === same ? from.first : shift(hit, from);
  return { first: day, last: day, index, length, isRelative: true };
}

/** A day that suits somebody, and not one that only tells when something happens. */
const SUITS =
  /\b(?:better|best|easier|easiest|suits?|works?|prefers?|preferred|good|fine|perfect|ok|free|open|possible|only|rather|can|could|nicer|then|at home|in)\b/;
const UNSUITED = /\b(?:not|no|never|bad|busy|away|cannot)\b|n't\b/;
const FROM_NAMED = /\b(?:that|then|it)$|\bweeks?\b/;

/** "Tuesday is better, so the day after", of a Monday: the day the order moves to, told twice. */
function toldTwice(
  text: string,
  hit: RegExpExecArray,
  { named, base }: { named: readonly DayMention[]; base: BaseDays },
): { first: string; last: string } | undefined {
  const pickup = spanOf(base.pickup);
  if (pickup === undefined || FROM_NAMED.test(hit[0])) return undefined;
  const day = shift(hit, pickup);
  const twin = named.find(({ first, last }) => first === day && last === day);
  if (twin === undefined) return undefined;
  const sentence =
    text
      .slice(0, twin.index)
      .split(/[.?!;]/)
      .at(-1) + (text.slice(twin.index).split(/[.?!;]/)[0] ?? '');
  const isMoved = /\b(?:later|earlier|sooner)\b/.test(hit[0]);
  const suits = SUITS.test(sentence) && !UNSUITED.test(sentence);
  return isMoved || suits ? { first: day, last: day } : undefined;
}

const spanOf = (day: string | undefined): { first: string; last: string } | undefined =>
  day === undefined ? undefined : { first: day, last: day };

/** "One day earlier" moves the pickup; "the day before" is that of what was spoken about. */
function knownSpan(phrase: string, base: BaseDays): BaseDays['spoken'] {
  const moves = /\b(?:later|earlier|sooner|following|next)\b/.test(phrase);
  const pickup = spanOf(base.pickup);
  const flight = spanOf(base.flight);
  return moves ? (pickup ?? base.spoken ?? flight) : (base.spoken ?? flight ?? pickup);
}

function shift(hit: RegExpExecArray, from: { first: string; last: string }): string {
  const phrase = hit[0];
  const weekday = WEEKDAY_NAMES.findIndex((name) => phrase.includes(name));
  const isBefore = /\b(?:before|earlier|prior|ahead|sooner)\b/.test(phrase);
  if (weekday >= 0) {
    // The day itself is not the one after it.
    if (!isBefore) return nextWeekday(addDays(from.last, 1), weekday);
    return addDays(nextWeekday(from.first, weekday), -7);
  }
  const [first = ''] = phrase.split(' ');
  const count = /^\d+$/.test(first) ? Number(first) : (readNumber(first) ?? 1);
  const length = count * (/\bweeks?\b/.test(phrase) ? 7 : 1);
  if (isBefore) return addDays(from.first, -length);
  return addDays(/\bweeks?\b/.test(phrase) ? from.first : from.last, length);
}
