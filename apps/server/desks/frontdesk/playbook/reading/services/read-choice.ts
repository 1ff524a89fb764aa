import type { DayMention } from '@deskbell/clerk';
import type { ServiceType } from '../../../../../bookings/booking.ts';
import type { Order, Tier } from '../../order/order.ts';

/**
 * Two things or more that were named side by side: what "the second one" is one of. `totals` are
 * their prices, in the same order, where they were told.
 */
export type Choices = { totals?: readonly number[] | undefined } & (
  | { of: 'tier'; values: readonly Tier[] }
  /** `free` are those of the days that are not busy, where they were looked up. */
  | { of: 'day'; values: readonly string[]; free?: readonly string[] }
  | { of: 'service'; values: readonly ServiceType[]; tier: Tier | undefined }
);

const TIERS: readonly Tier[] = ['petite', 'standard', 'full'];
const NAMES: readonly [Tier, RegExp][] = [
  ['petite', /\bpetite\b/],
  ['standard', /\bstandard\b(?! deliver)/],
  ['full', /\bfull\b(?! (?:refund|price|day|cost|house|list))/],
];

/** The sizes of a move a message names, in its order. */
export function readTiers(text: string): Tier[] {
  const found = NAMES.map(([tier, pattern]) => ({ tier, index: text.search(pattern) }));
  const named = found.filter(({ index }) => index >= 0).sort((a, b) => a.index - b.index);
  const isMove = /\b(?:petite|moves?|sizes?|tiers?|packages?)\b/.test(text);
  return isMove ? named.map(({ tier }) => tier) : [];
}

/**
 * The one size a message wants that names two: "the standard instead of the petite", "from petite to
 * standard". Undefined when it only weighs them.
 */
export function wantedTier(text: string): Tier | undefined {
  const [first, second] = readTiers(text);
  if (first === undefined || second === undefined) return undefined;
  const between = text.slice(text.indexOf(first) + first.length, text.lastIndexOf(second));
  // "Not the petite, the standard one: how much?"
  if (/\bnot (?:a |the |in )?$/.test(text.slice(0, text.indexOf(first)))) return second;
  if (/^[^?]*,? not (?:a |the )?$/.test(between)) return first;
  if (/\?/.test(text)) return undefined;
  if (/\b(?:instead of|rather than|not)\b/.test(between)) return first;
  if (
    /\b(?:not|no|instead of|rather than|from|chang\w+|switch\w*|upgrad\w+|downgrad\w+|swap)\b/.test(
      text,
    )
  ) {
    return second;
  }
  return undefined;
}

/** What a message names side by side; undefined when it does not. */
export function readChoices(text: string, days: readonly DayMention[]): Choices | undefined {
  const tiers = readTiers(text);
  if (tiers.length > 1 && wantedTier(text) === undefined) return { of: 'tier', values: tiers };
  const single = days.filter(({ first, last }) => first !== '' && first === last);
  const values = [...new Set(single.map(({ first }) => first))];
  return values.length > 1 && !single.some((day) => 'isRelative' in day)
    ? { of: 'day', values }
    : undefined;
}

const PLACE = 'first|1st|second|2nd|third|3rd|last|former|latter|earlier|later';
const BY_SIZE =
  'bigger|larger|biggest|largest|smaller|smallest|cheaper|cheapest|less expensive|dearer|more expensive|pricier';
/** Of days: which are not busy. */
const BY_ROOM =
  'quieter|quietest|calmer|less busy|less full|not busy|emptier|freer|free|available|open';
const CHOICE_NOUN =
  'one|day|date|option|size|move|package|choice|service|price|offer|way|of (?:the )?(?:two|three|them|those|these|both)';

const ONE_OF_THEM = [
  `\\bthe (${PLACE}|${BY_SIZE})(?: (?:${CHOICE_NOUN}))?(?=$|[ ,.!?])(?! (?:floor|booking|time|address|stop|delivery|name|item|bag|box|trip|of))`,
  `\\b(?:take|prefer|choose|pick|want|like) the (first|second|third|last|former|latter)$`,
  "\\b(?:whichever|whatever|the one that|what|which)(?: one)?(?: is|'s| costs?| comes out)(?: the)? (cheaper|cheapest|less)\\b(?=$|[,.! ])(?![^.]*\\?)",
  `\\b(?:the |whichever (?:(?:one|day|of them) )?(?:is |'s )?(?:the )?)(${BY_ROOM})(?: (?:${CHOICE_NOUN}))?(?=$|[ ,.!?])`,
  `\\b(?:the|whichever)(?: (?:one|day))? (?:that|which)?(?:'s| is) (?:still )?(${BY_ROOM})\\b`,
  '^(?:(?:ok(?:ay)?|then|so|good|fine|well|and|hm+),? )*(cheaper|cheapest|bigger|larger|smaller)(?: (?:one|option|please|then))*[.!]*$',
].map((way) => new RegExp(way));

/** "The second one", of what was named side by side. */
export function readChoice(
  text: string,
  named: Choices | undefined,
  inTurn?: Choices | undefined,
): Partial<Order> {
  const hit = ONE_OF_THEM.map((way) => way.exec(text)).find((found) => found !== null);
  const word = hit?.[1];
  if (word === undefined) return {};
  const isByPrice = /^(?:cheap|less|dear|more|pric)/.test(word);
  const isBySize = !isByPrice && /^(?:big|large|small)/.test(word);
  // "The biggest" is one of all sizes, where none were named side by side.
  const isOfAll = isBySize && word.endsWith('est');
  const known = isByPrice ? [inTurn, named] : isOfAll ? [named] : [named, inTurn];
  // "The earlier one" is a day.
  const isByTime = /^(?:earlier|later)$/.test(word);
  const choices = known.find((one) => one !== undefined && (!isByTime || one.of === 'day'));
  if (choices === undefined) return {};
  const { values, totals } = choices;
  if (IS_BY_ROOM.test(word)) {
    const free = choices.of === 'day' ? choices.free : undefined;
    const [only, ...more] = values.filter((value) => free?.includes(value));
    return only === undefined || more.length > 0 ? {} : { day: only };
  }
  // Days have no size.
  if (isBySize && choices.of === 'day') return {};
  const sorted =
    choices.of === 'tier'
      ? TIERS.filter((tier) => choices.values.includes(tier))
      : choices.of === 'day' && !isByPrice
        ? [...values].sort()
        : byPrice(values, totals);
  const value = pick(word, values, sorted);
  if (value === undefined) return {};
  if (choices.of === 'day') return { day: value };
  if (choices.of === 'tier') return { service: 'mini_move', tier: value as Tier };
  const service = value as ServiceType;
  const { tier } = choices;
  return service === 'mini_move' && tier !== undefined ? { service, tier } : { service };
}

const IS_BY_ROOM = new RegExp(`^(?:${BY_ROOM})$`);

/** From the cheapest on; nothing where the prices are not known. */
function byPrice(values: readonly string[], totals: readonly number[] | undefined): string[] {
  if (totals === undefined) return [];
  const priceOf = (value: string): number => totals[values.indexOf(value)] ?? 0;
  return [...values].sort((a, b) => priceOf(a) - priceOf(b));
}

function pick(
  word: string,
  values: readonly string[],
  sorted: readonly string[],
): string | undefined {
  if (/^(?:earlier|smaller|smallest|cheaper|cheapest|less)/.test(word)) return sorted[0];
  if (/^(?:later|bigger|larger|biggest|largest|dearer|more|pricier)/.test(word))
    return sorted.at(-1);
  if (/^(?:last|latter)$/.test(word)) return values.at(-1);
  if (/^(?:first|1st|former)$/.test(word)) return values[0];
  return /^(?:second|2nd)$/.test(word) ? values[1] : values[2];
}
