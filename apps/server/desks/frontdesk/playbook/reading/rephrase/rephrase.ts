import { type LocalTime, normalize, plainText, type Speller } from '@deskbell/clerk';
import type { Goal, Memory } from '../../memory.ts';
import { instructionsOf } from '../../order/instructions-of.ts';
import { afterRefusal } from '../goods/after-refusal.ts';
import { withHomes } from '../places/named-homes.ts';
import { withTurn } from '../read-swap.ts';
import { withAnswerNamed } from './with-answer-named.ts';
import { withDetailNamed } from './with-detail-named.ts';
import { withGoodsNamed } from './with-goods-named.ts';
import { withAskedZips, withNamedZips } from './with-named-zips.ts';
import { withOptionNamed } from './with-option-named.ts';
import { withoutAirport } from './without-airport.ts';
import { withoutDayRemarks } from './without-day-remarks.ts';
import { withoutOpenings } from './without-openings.ts';
import { withoutWishes } from './without-wishes.ts';

/** A message in words that need nothing of what was said before it. */
export interface Rephrased {
  text: string;
  /** What of it is for the driver alone; the text is without that. */
  forDriver: ReturnType<typeof instructionsOf>;
  /** It says that no airport is meant. */
  isNoAirport: boolean;
  /** The message before it, whose refused goods this one leaves out to go on without them. */
  refused: string | undefined;
}

/** What tells that something is not carried, or not on the list. */
const REFUSALS: readonly Goal[] = ['policy:prohibited', 'policy:custom'];

export function rephrase(
  raw: string,
  { memory, now, correct }: { memory: Memory; now: LocalTime; correct: Speller },
): Rephrased {
  const forDriver = instructionsOf(plainText(raw), memory);
  const isCounted = memory.asked === 'count';
  const plain = withoutOpenings(withoutWishes(normalize(forDriver.rest)), isCounted);
  const written = withoutDayRemarks(correct(plain)).trim();
  const besideAirport = withoutAirport(written);
  const said = withNames(besideAirport ?? written, memory, now);
  const { goals, text: last } = memory.heard;
  const isRefused = goals.some((goal) => REFUSALS.includes(goal));
  const goesOn = isRefused ? afterRefusal(said, last, memory.order) : undefined;
  return {
    text: goesOn ?? said,
    forDriver,
    isNoAirport: besideAirport !== undefined,
    refused: goesOn === undefined ? undefined : last,
  };
}

const withZips = (text: string, { zipsAsked, zipsNamed }: Memory): string =>
  withNamedZips(withAskedZips(text, zipsAsked), zipsNamed);

/** With what was told before by its name: "it", "the other way", "from her place", "7, not 8". */
function withNames(text: string, memory: Memory, now: LocalTime): string {
  const { order, asked } = memory;
  const putRight = withDetailNamed(withAnswerNamed(text, asked), { ...memory, now });
  const turned = withTurn(withZips(putRight, memory), order);
  const optioned = withOptionNamed(turned, order, memory.optionsLast);
  return withGoodsNamed(withHomes(optioned, memory.homes), memory.cameLast);
}
