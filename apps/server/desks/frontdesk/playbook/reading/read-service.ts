import { readNumber } from '@deskbell/clerk';
import type { Question } from '../memory.ts';
import { type Order, serviceOf } from '../order.ts';

export function readService(
  text: string,
  known: Order,
  asked: Question | undefined,
): Pick<Order, 'service' | 'tier'> {
  const isMove = serviceOf(known) === 'mini_move' || /\bmini[- ]?moves?\b/.test(text);
  const tier = readTier(text, isMove, asked) ?? nextTier(text, known);
  if (tier !== undefined) return { service: 'mini_move', tier };
  if (/\bmini[- ]?moves?\b/.test(text)) return { service: 'mini_move' };
  if (/\bstandard (?:delivery|shipping|deliveries)\b/.test(text)) {
    return { service: 'standard_delivery' };
  }
  if (/\b(?:airport|blade|jfk|ewr|flight|flying|terminal)\b/.test(text)) {
    return { service: 'blade_transfer' };
  }
  if (
    /\b(?:\d|one|two|three|four)[- ]?(?:bed(?:room)?s?|br)\b|\bstudio (?:apartment|apt|flat)\b/.test(
      text,
    )
  ) {
    return { service: 'mini_move' };
  }
  if (
    /\b(?:move|moving) (?:my |our |the |a |an |out|into|house|home)?\s?(?:entire |whole )?(?:apartment|apt|home|house|household|studio|place|of|out|in)\b|\bmov(?:e|ing) (?:house|home|apartments?)\b|\bhousehold\b/.test(
      text,
    )
  ) {
    return { service: 'mini_move' };
  }
  if (asked === 'service') {
    if (/\bmov(?:e|ing)\b|\bmini\b/.test(text)) return { service: 'mini_move' };
    if (/\bdeliver|\bstandard\b|\bshipping\b|\bitems?\b/.test(text)) {
      return { service: 'standard_delivery' };
    }
    if (/\btransfer\b/.test(text)) return { service: 'blade_transfer' };
  }
  return {};
}

function readTier(text: string, isMove: boolean, asked: Question | undefined): Order['tier'] {
  const isTierAsked = asked === 'tier';
  if (/\bpetite?\b/.test(text)) return 'petite';
  if (
    /\bstandard (?:mini[- ]?)?(?:move|tier|package|size|one|option)\b|\bmini[- ]?move standard\b/.test(
      text,
    )
  )
    return 'standard';
  if (
    /\bfull (?:mini[- ]?)?(?:move|tier|package|size|one|option)\b|\bmini[- ]?move full\b|\bfull-size\b/.test(
      text,
    )
  )
    return 'full';
  const household =
    isTierAsked || isMove || MOVES_HOUSE.test(text) ? tierOfPeople(text) : undefined;
  if (!isTierAsked && !isMove) return household;
  if (/\bstandard\b(?! delivery)/.test(text)) return 'standard';
  if (/\bfull\b(?! (?:refund|price|day|cost|house|list))/.test(text)) return 'full';
  if (!isTierAsked) return undefined;
  if (/\b(?:small(?:est|er)?|cheap(?:est)?|first(?: one)?|little)\b/.test(text)) return 'petite';
  if (/\b(?:middle|medium|second(?: one)?|most popular|popular)\b/.test(text)) return 'standard';
  if (/\b(?:larg(?:e|est)|big(?:gest)?|third(?: one)?|last one)\b/.test(text)) return 'full';
  return household;
}

const SIZES = ['petite', 'standard', 'full'] as const;
const SMALLER =
  /\b(?:the|a) (?:smaller|cheaper|lower|next smaller)(?: (?:one|size|package|move|tier|option))?(?=$|[ ,.!?])|\bone size (?:down|smaller)\b|\bsize down\b|\bdowngrade\b/;
const LARGER =
  /\b(?:the|a) (?:bigger|larger|next (?:bigger|larger|size|tier)|higher)(?: (?:one|size|package|move|tier|option))?(?=$|[ ,.!?])|\bone size (?:up|bigger|larger)\b|\bsize up\b|\bupgrade\b/;

/** "And the smaller one?", of the size that was spoken about. */
function nextTier(text: string, { tier }: Order): Order['tier'] {
  const at = tier === undefined ? -1 : SIZES.indexOf(tier);
  if (at < 0 || /\b(?:bags?|items?|boxes|suitcases?|pieces?)\b/.test(text)) return undefined;
  if (SMALLER.test(text)) return SIZES[at - 1];
  return LARGER.test(text) ? SIZES[at + 1] : undefined;
}

const MOVES_HOUSE =
  /\b(?:mov(?:e|ing)|relocat\w+|household|our (?:things|stuff|belongings)|everything)\b(?![^.?!]*\b(?:airport|jfk|newark|ewr|flight)\b)/;

/** Households as the catalogue describes the three tiers: up to 3, up to 5, 6 and more. */
function tierOfPeople(text: string): Order['tier'] {
  const people =
    /\b(?:family of|we are|we're|for) (\d{1,2}|two|three|four|five|six|seven)\b(?! (?:bags|boxes|items|suitcases|pieces))|\b(\d{1,2}|two|three|four|five|six|seven) (?:people|persons|of us|adults|kids)\b/.exec(
      text,
    );
  const size = readNumber(people?.[1] ?? people?.[2] ?? '') ?? 0;
  if (size === 0) return undefined;
  return size <= 3 ? 'petite' : size <= 5 ? 'standard' : 'full';
}
