import type { DayMention } from '@deskbell/clerk';
import type { Order, Tier } from '../order.ts';

/** Two things or more that were named side by side: what "the second one" is one of. */
export type Choices =
  | { of: 'tier'; values: readonly Tier[] }
  | { of: 'day'; values: readonly string[] };

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

const ONE_OF_THEM =
  /\bthe (first|1st|second|2nd|third|3rd|last|former|latter|earlier|later|bigger|larger|biggest|largest|smaller|smallest|cheaper|cheapest)(?: (?:one|day|date|option|size|move|package|choice))?(?=$|[ ,.!])(?! (?:floor|booking|time|address|stop|delivery|name|item|bag|box|trip|of))|\b(?:take|prefer|choose|pick|want|like) the (first|second|third|last|former|latter)$/;

/** "The second one", of what was named side by side. */
export function readChoice(text: string, choices: Choices | undefined): Partial<Order> {
  const hit = ONE_OF_THEM.exec(text);
  const word = hit?.[1] ?? hit?.[2];
  if (word === undefined || choices === undefined) return {};
  // Days have no size.
  if (choices.of === 'day' && /^(?:big|large|small|cheap)/.test(word)) return {};
  const sorted =
    choices.of === 'day'
      ? [...choices.values].sort()
      : TIERS.filter((tier) => choices.values.includes(tier));
  const value = pick(word, choices.values, sorted);
  if (value === undefined) return {};
  return choices.of === 'day' ? { day: value } : { service: 'mini_move', tier: value as Tier };
}

function pick(
  word: string,
  values: readonly string[],
  sorted: readonly string[],
): string | undefined {
  if (/^(?:earlier|smaller|smallest|cheaper|cheapest)$/.test(word)) return sorted[0];
  if (/^(?:later|bigger|larger|biggest|largest)$/.test(word)) return sorted.at(-1);
  if (/^(?:last|latter)$/.test(word)) return values.at(-1);
  if (/^(?:first|1st|former)$/.test(word)) return values[0];
  return /^(?:second|2nd)$/.test(word) ? values[1] : values[2];
}
