import type { Question } from '../../memory.ts';
import { type Order, serviceOf } from '../../order/order.ts';
import { withoutMove } from './no-move.ts';
import { readHousehold } from './read-household.ts';

export function readService(
  message: string,
  known: Order,
  asked: Question | undefined,
): Pick<Order, 'service' | 'tier'> {
  const text = withoutMove(message);
  if (WEIGHS_TRANSFER.some((signal) => signal.test(text))) return { service: 'blade_transfer' };
  const isMove = serviceOf(known) === 'mini_move' || /\bmini[- ]?moves?\b/.test(text);
  const tier = readTier(text, isMove, asked) ?? nextTier(text, known) ?? tierAtEnd(text);
  if (tier !== undefined) return { service: 'mini_move', tier };
  if (/\bmini[- ]?moves?\b/.test(text)) return { service: 'mini_move' };
  if (/\bstandard (?:delivery|shipping|deliveries)\b/.test(text) || AS_DELIVERY.test(text)) {
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

const AN_AIRPORT = '(?=[^.?!]*\\b(?:airport|jfk|ewr|newark|kennedy)\\b)';
/** "Transfer or delivery for 2 bags to JFK": the transfer, to an airport. */
const WEIGHS_TRANSFER = [
  new RegExp(`\\btransfers? (?:or|vs\\.?|versus) (?:\\w+ ){0,2}deliver(?:y|ies)\\b${AN_AIRPORT}`),
  new RegExp(`\\bdeliver(?:y|ies) (?:or|vs\\.?|versus) (?:\\w+ ){0,2}transfers?\\b${AN_AIRPORT}`),
];

/** "A dozen boxes as a delivery" */
const AS_DELIVERY = /\bas (?:an? |one )?(?:single |plain |normal |regular )?deliver(?:y|ies)\b/;

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
  if (!isTierAsked) return tierInRow(text);
  if (/\b(?:small(?:est|er)?|cheap(?:est)?|first(?: one)?|little)\b/.test(text)) return 'petite';
  if (/\b(?:middle|medium|second(?: one)?|most popular|popular)\b/.test(text)) return 'standard';
  if (/\b(?:larg(?:e|est)|big(?:gest)?|third(?: one)?|last one)\b/.test(text)) return 'full';
  return household;
}

const BAGS = /\b(?:bags?|items?|boxes|suitcases?|pieces?|days?|dates?|prices?|discounts?)\b/;

/** "What is your biggest move?", of the three sizes. */
function tierAtEnd(text: string): Order['tier'] {
  const hit =
    /\b(?:largest|biggest|smallest|tiniest)(?: (?:mini|possible))?(?=(?: [a-z]+)? (moves?|package|size|tier|option)\b)/.exec(
      text,
    );
  if (hit === null) return undefined;
  return /^[lb]/.test(hit[0]) ? 'full' : 'petite';
}

/** "And the biggest?", of the three sizes of a move. */
function tierInRow(text: string): Order['tier'] {
  if (BAGS.test(text)) return undefined;
  if (/\bthe (?:smallest|tiniest)\b/.test(text)) return 'petite';
  if (/\bthe (?:middle|medium)\b/.test(text)) return 'standard';
  return /\bthe (?:largest|biggest)\b/.test(text) ? 'full' : undefined;
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
  /\b(?:mov(?:es?|ing)|relocat\w+|household|(?:which|what|right) (?:size|package|tier|option)|our (?:things|stuff|belongings)|everything)\b(?![^.?!]*\b(?:airport|jfk|newark|ewr|flight)\b)/;

/** Households as the catalogue describes the three tiers: up to 3, up to 5, 6 and more. */
function tierOfPeople(text: string): Order['tier'] {
  const people = readHousehold(text);
  if (people === undefined) return undefined;
  return people <= 3 ? 'petite' : people <= 5 ? 'standard' : 'full';
}
