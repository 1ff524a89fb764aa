import { NUMBER_WORDS, ORDINALS, readNumber, readNumbers, tokenize } from '@deskbell/clerk';
import type { Business } from '../../../../../bookings/business.ts';
import type { Question } from '../../memory.ts';
import { type Order, serviceOf } from '../../order/order.ts';
import { joinedPieces } from './joined-pieces.ts';
import { BAGS, ITEMS } from './piece-nouns.ts';
import { readBareCount } from './read-bare-count.ts';
import { isTakenBack, readSpecialty } from './read-specialty.ts';
import { ALSO, countedAs, quantityOf, withOthers, withQuantity } from './specialty-count.ts';
import { isRefusedPiece, sendsThings, unlistedPiece } from './unlisted-pieces.ts';

const PIECE = new RegExp(`^(?:${BAGS}|${ITEMS})$`);

const ONE_OF_A_LIST =
  /^(?:skis|snowboard|clubs|bike|bicycle|stroller|lamp|desk|rug|cooler|mirror|painting|tv|monitor|stool|playpen|cello|guitar|violin|walker|wheelchair|scooter|keyboard|printer|vase|armchair|easel|crate|valise|trunk|backpack|duffel|duffle|suitcase|carry-?on)$/;

/** What sums up other pieces. */
const SUMS_UP = /(?:^|\d )(?:items?|pieces?|pcs|things?|bags)$/;

/** Words that cannot stand between a number and what it counts. */
const NO_FILLER =
  /^(?:plus|from|to|at|on|in|for|with|and|or|by|of my|terminal|pm|am|lbs?|pounds?|hours?|days?|weeks?|months?|people|persons?|kids|children|bedrooms?|rooms?|miles?|minutes?|percent|dollars?|bucks|o'clock|floor|years?|feet|foot|ft|inch(?:es)?|more than|few|bunch|lot|lots|load|pile|ton|number|handful|couple|[,.;:!?]|\d.*|street|st|ave|avenue|family)$/;

const SO_MANY = new RegExp(
  `\\b(?:a few|some|several|a (?:bunch|couple more|handful|pile|load|lot) of|lots of|many|my|our|all (?:my|our))(?: \\w+)? (?:${BAGS}|${ITEMS})(?= )`,
);

/** "A few suitcases": ordinary pieces, whose number is not said. */
export const namesPieces = (text: string): boolean => SO_MANY.test(`${text} `);

/** Fewer pieces than before; "drop 3 bags at the hotel" takes nothing away. */
const TAKES_AWAY = new RegExp(
  `\\b(?:fewer|less)\\b(?! than)|\\b(?:remove|removed|minus|take (?:out|off|away)|leave out|leaving out|dropped|cancel) (?:an?|one|two|three|\\d{1,2}) (?:of the )?(?:${BAGS}|${ITEMS})\\b`,
);

/** "There's a sixth", "I found a fifth one": the next of those that were counted. */
const ONE_MORE =
  /\ba (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?: (?:\w+ )?(?:bag|suitcase|box|item|piece|duffel|one)\b|(?=$|[,.!?;]| (?:actually|too|as well|now|then|here|in|after all|that|which|please)\b))/;

/** Counts of ordinary pieces and the specialty items, kept apart. */
export function readPieces(options: {
  text: string;
  known: Order;
  asked: Question | undefined;
  business: Business;
}): Partial<Order> {
  const { text, known, asked, business } = options;
  const found: Partial<Order> = {};
  const special = readSpecialty(text, business);
  if (special.description !== '') {
    if (!isTakenBack(text, special.index)) {
      found.specialty = withOthers(special.description, { text, known, business });
    }
  }

  const place = ORDINALS.get(ONE_MORE.exec(text)?.[1] ?? '');
  if (place !== undefined && known.count === place - 1) return { ...found, count: place };
  if (place !== undefined && quantityOf(known) === place - 1) {
    return { specialty: withQuantity(known.specialty ?? '', place) };
  }
  const inTotal = readTotal(text, known, asked);
  if (inTotal !== undefined) return { ...found, count: inTotal };
  const ofThem = readOfThem(text, known);
  if (ofThem !== undefined) return ofThem;
  const tokens = tokenize(special.rest);
  let total = 0;
  let isDelta = false;
  let hasWhole = false;
  const named: string[] = [];
  const totals: number[] = [];
  const numbers = readNumbers(tokens);
  const starts = numbers.filter(
    ({ index }) => !/^(?:terminal|[#$]|zip)$/.test(tokens[index - 1] ?? ''),
  );
  tokens.forEach((token, index) => {
    // A thousand and more are no number of a sentence, unless pieces follow.
    if (/^\d{1,2},?\d{3}$/.test(token) && PIECE.test(tokens[index + 1] ?? '')) {
      starts.push({ value: Number(token.replace(',', '')), index, length: 1 });
    }
    const isOne =
      (token === 'a' || token === 'an' || token === 'another') &&
      !numbers.some((number) => index >= number.index && index < number.index + number.length) &&
      !(token === 'another' && numbers.some((number) => number.index === index + 1));
    if (isOne) starts.push({ value: 1, index, length: 1 });
  });
  if (starts.length > 0) starts.push(...uncounted(tokens));
  starts.sort((a, b) => a.index - b.index);
  const mayBeUnlisted = sendsThings(text);
  for (const { value, index, length } of starts) {
    const next = tokens.slice(index + length, index + length + 4);
    const stop = next.findIndex((token) => NO_FILLER.test(token));
    const near = stop < 0 ? next : next.slice(0, stop);
    const thing = near.some((token) => PIECE.test(token)) ? undefined : unlistedPiece(near, value);
    const lead = tokens.slice(Math.max(0, index - 2), index).join(' ');
    const isOut = /\b(?:instead of|rather than|not)$/.test(lead);
    if (mayBeUnlisted && thing !== undefined && !isOut && !isRefusedPiece(thing.name)) {
      hasWhole = true;
      total += value;
      named.push(`${value} ${thing.name}`);
      continue;
    }
    for (let ahead = 0; ahead < 4; ahead += 1) {
      const token = tokens[index + length + ahead];
      const isBoth =
        ahead === 0 &&
        token === 'and' &&
        /^(?:have|got|'ve|bring|send)$/.test(tokens[index - 1] ?? '');
      if (isBoth && starts.some((other) => other.index === index + length + 1)) {
        total += value;
        break;
      }
      const isFloorLamp =
        token === 'floor' && /^lamps?$/.test(tokens[index + length + ahead + 1] ?? '');
      if (token === undefined || (NO_FILLER.test(token) && !isFloorLamp)) break;
      // "2 big suitcases and 3 smaller ones"
      if (!PIECE.test(token) && !(token === 'ones' && total > 0)) continue;
      // "A desk lamp" is a lamp.
      if (PIECE.test(tokens[index + length + ahead + 1] ?? '')) continue;
      const end = index + length + ahead + 1;
      const words = tokens.slice(index + length, end);
      if (tokens[end] === 'of' && isRefusedPiece(tokens.slice(end + 1, end + 4).join(' '))) break;
      const isMore =
        tokens[index] === 'another' ||
        tokens[index - 1] === 'another' ||
        words.includes('more') ||
        words.includes('extra') ||
        words.includes('additional');
      if (isOut) break;
      // "3 boxes and 2 more boxes" names them all.
      if (isMore && !hasWhole) isDelta = true;
      else hasWhole = true;
      total += value;
      if (SUMS_UP.test(words.join(' '))) totals.push(value);
      named.push(
        `${value} ${words.filter((word) => !/^(?:more|extra|additional|of|my|our)$/.test(word)).join(' ')}`,
      );
      break;
    }
  }
  if (total > 0 && !isDelta) {
    for (const name of joinedPieces(special.rest)) {
      total += 1;
      named.push(`1 ${name}`);
    }
  }
  // "Seven pieces (4 suitcases, 2 boxes and a bag)"
  const [sum] = totals.filter((value) => value * 2 === total);
  if (sum !== undefined && named.length > 2) {
    total = sum;
    named.splice(0, named.length, ...named.filter((name) => !SUMS_UP.test(name)));
  }
  if (/\badd(?:ing)?\b[^.?!]*\bto (?:my|our|the|an|it|that)\b/.test(text)) isDelta = true;
  if (known.count !== undefined && ALSO.test(text)) isDelta = true;
  const isLess = TAKES_AWAY.test(text);
  if (total > 0) {
    if (isDelta || isLess) {
      if (known.count !== undefined) found.count = known.count + (isLess ? -total : total);
      else if (!isLess) found.count = total;
    } else {
      found.count = total;
      if (named.some((name) => !/ (?:items?|pieces?|things?|pcs)$/.test(name)))
        found.pieces = named.join(' and ');
    }
  } else {
    const bare = readBareCount(special.rest, countedAs(known), asked);
    if (bare !== undefined && known.count === undefined && quantityOf(known) !== undefined) {
      found.specialty ??= withQuantity(known.specialty ?? '', bare);
    } else if (bare !== undefined) found.count = bare;
  }
  if (found.count !== undefined && found.count < 0) delete found.count;
  return found;
}

const ALL = new RegExp(
  `\\b(\\d{1,3}|${NUMBER_WORDS})(?: (?:items|bags|boxes|pieces|suitcases|things))? (?:in total|altogether|all together|total|all in all|left|(?<=(?:it's|it is|that's|we have|makes|makes it|has|is|are) .{0,24})now)\\b`,
);

const NOT_A_COUNT =
  "(?![/:%]|st\\b|nd\\b|rd\\b|th\\b| ?(?:am|pm|o'clock|percent|dollars|bucks|days?|weeks?|hours?|minutes?|people|of us|or|to|minimum)\\b|,?\\d)";
/** "That makes six", "so five then": what it all comes to. */
const MAKES = new RegExp(
  `\\b(?:makes|(?:making|bringing|brings|takes) (?:it|us|me|that|them)(?: up)?(?: to)?|brings (?:it|us|me) to|(?:up to|we're at|now at)) (?:it |that |them |a total of |up to )*(\\d{1,3}|${NUMBER_WORDS})\\b${NOT_A_COUNT}|(?:^|[.,;!?] )(?:so|ok(?:ay)? then|then|so then|in total|total of)(?: that's| that is| it's| it is| we have| just| only)* (\\d{1,3}|${NUMBER_WORDS})(?: (?:bags|boxes|items|pieces|suitcases|things))?(?: then| total| please)?[.!]*$`,
);

/** "So it is 4 now": the number of all the pieces of an order. */
function readTotal(text: string, known: Order, asked: Question | undefined): number | undefined {
  const makes = known.count !== undefined || asked === 'count' ? MAKES.exec(text) : null;
  const sum = readNumber(makes?.[1] ?? makes?.[2] ?? '');
  if (sum !== undefined && sum > 0) return sum;
  const [, number = ''] = known.count === undefined ? [] : (ALL.exec(text) ?? []);
  const total = readNumber(number);
  return total === undefined || total === 0 ? undefined : total;
}

/** "2 of them": the number of the one thing that was spoken about. */
function readOfThem(text: string, known: Order): Partial<Order> | undefined {
  const hit = /^(?:\w+,? ){0,3}?(\S+) of (?:them|those|these)\b(?! [a-z]+s\b)/.exec(text);
  const [number] = hit === null ? [] : readNumbers(tokenize(hit[1] ?? ''));
  if (number === undefined || number.value === 0) return undefined;
  if (known.specialty === undefined) {
    const isKnown = known.count !== undefined || serviceOf(known) !== undefined;
    return isKnown ? { count: number.value } : undefined;
  }
  if (known.count !== undefined || / and /.test(known.specialty)) return undefined;
  return { specialty: withQuantity(known.specialty, number.value) };
}

/** A single thing that is listed beside counted ones without a number: "skis and 2 duffels". */
function uncounted(tokens: readonly string[]): { value: number; index: number; length: number }[] {
  return tokens.flatMap((token, index) => {
    if (!ONE_OF_A_LIST.test(token)) return [];
    const first = /^(?:golf|baby|car|ski|floor|exercise|mountain|road)$/.test(
      tokens[index - 1] ?? '',
    )
      ? index - 1
      : index;
    const before = tokens[first - 1];
    const isListed = before === undefined || /^(?:and|,|plus|my|our|some)$/.test(before);
    const isCounted = readNumbers(tokens).some(
      (number) =>
        number.index + number.length === first - 1 || number.index + number.length === first,
    );
    return isListed && !isCounted ? [{ value: 1, index: first, length: 0 }] : [];
  });
}
