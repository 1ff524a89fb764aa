import { type DayMention, MONTH_NAMES, monthNumber } from '@deskbell/clerk';

export interface UnclearDay extends DayMention {
  /** It is one of several days, and which one is not said. */
  isUnclear: true;
}

const MONTH = `${MONTH_NAMES.join('|').toLowerCase()}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec`;
const DAY = '(?:one|date|day|option)';
const OF_MONTH = new RegExp(
  `\\b(?:the|that) (${MONTH}) ${DAY}\\b|\\bthe ${DAY} in (${MONTH})\\b(?! \\d)`,
);
const EARLIER =
  /\b(?:back to|keep|stick (?:with|to)|stay with|after all) (?:the |our |my )?(original|initial|first|old|previous|earlier|other) (?:day|date)\b|\bthe (original|initial|first|old|previous|earlier) (?:day|date) (?:after all|again|was better|is better|then)\b/;

/**
 * With the one day of this conversation that a message points at: "the December one", "back to the
 * original date". Which of several that fit is not guessed.
 */
export function withSpokenDays(
  text: string,
  days: readonly DayMention[],
  { named, chosen }: { named: readonly string[]; chosen: string | undefined },
): DayMention[] {
  const ofMonth = OF_MONTH.exec(text);
  const hit = ofMonth ?? EARLIER.exec(text);
  if (hit === null || named.length === 0) return [...days];
  const [words, ...groups] = hit;
  const word = groups.find((group) => group !== undefined) ?? '';
  const meant =
    ofMonth === null
      ? earlierOf(word, named, chosen)
      : named.filter((day) => Number(day.slice(5, 7)) === monthNumber(word));
  const [only, ...more] = meant;
  if (only === undefined) return [...days];
  const end = hit.index + words.length;
  const others = days.filter(({ index, length }) => index + length <= hit.index || index >= end);
  const place = { index: hit.index, length: words.length };
  const day: DayMention | UnclearDay =
    more.length === 0
      ? { first: only, last: only, ...place }
      : { first: firstOf(meant), last: lastOf(meant), ...place, isUnclear: true };
  return [...others, day].sort((a, b) => a.index - b.index);
}

const firstOf = (days: readonly string[]): string => [...days].sort()[0] ?? '';
const lastOf = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';

function earlierOf(
  word: string,
  named: readonly string[],
  chosen: string | undefined,
): readonly string[] {
  if (/^(?:original|initial|first)$/.test(word)) return named.slice(0, 1);
  return named.filter((day) => day !== chosen).slice(-1);
}
