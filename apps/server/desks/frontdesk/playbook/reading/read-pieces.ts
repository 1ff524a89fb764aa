import { NUMBER_WORDS, ORDINALS, readNumber, readNumbers, tokenize } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { findSpecialtyItems } from '../../../../bookings/specialty-items.ts';
import type { Question } from '../memory.ts';
import { type Order, serviceOf } from '../order.ts';
import { readLeftBehind } from './read-left-behind.ts';
import { isTakenBack, readSpecialty } from './read-specialty.ts';
import { ALSO, countedAs, quantityOf, withOthers, withQuantity } from './specialty-count.ts';

const BAGS =
  'bags?|valises?|satchels?|rucksacks?|knapsacks?|holdalls?|suitcases?|luggages?|duffels?|duffles?|backpacks?|totes?|carry-?ons?|trunks?';

const ITEMS =
  'items?|pieces?|pcs|things?|boxes|box|cartons?|bins?|packages?|parcels?|chairs?|lamps?|armchairs?|tables?|desks?|bikes?|bicycles?|strollers?|rugs?|skis|snowboards?|clubs?|coolers?|crates?|mirrors?|paintings?|tvs?|monitors?|pillows?|stools?|containers?|playpens?|seats?|walkers?|wheelchairs?|guitars?|violins?|cellos?|instruments?|keyboards?|easels?|vases?|baskets?|hampers?|typewriters?|printers?|computers?|speakers?|fans?|vacuums?|toys?|highchairs?|bassinets?|coats?|racks?|bookcases?|nightstands?|ottomans?|bench(?:es)?|umbrellas?|scooters?|skateboards?|rackets?|racquets?|portfolios?|frames?|pictures?|prints?|plants? stands?|microwaves?|toasters?|globes?|clocks?|footlockers?|crates?|carriers?|garment bags?|parcels?|envelopes?|binders?|files?|stuff bags?';

const PIECE = new RegExp(`^(?:${BAGS}|${ITEMS})$`);

const ONE_OF_A_LIST =
  /^(?:skis|snowboard|clubs|bike|bicycle|stroller|lamp|desk|rug|cooler|mirror|painting|tv|monitor|stool|playpen|cello|guitar|violin|walker|wheelchair|scooter|keyboard|printer|vase|armchair|easel|crate|valise|trunk|backpack|duffel|duffle|suitcase|carry-?on)$/;

/** What sums up other pieces. */
const GENERAL = /(?:^|\d )(?:items?|pieces?|pcs|things?|bags)$/;

/** Words that cannot stand between a number and what it counts. */
const NO_FILLER =
  /^(?:plus|from|to|at|on|in|for|with|and|or|by|of my|terminal|pm|am|lbs?|pounds?|hours?|days?|weeks?|months?|people|persons?|kids|children|bedrooms?|rooms?|miles?|minutes?|percent|dollars?|bucks|o'clock|floor|years?|feet|foot|ft|inch(?:es)?|more than|[,.;:!?]|\d.*|street|st|ave|avenue|family)$/;

/** Fewer pieces than before; "drop 3 bags at the hotel" takes nothing away. */
const TAKES_AWAY = new RegExp(
  `\\b(?:fewer|less)\\b(?! than)|\\b(?:remove|removed|minus|take (?:out|off|away)|leave out|leaving out|dropped|cancel) (?:an?|one|two|three|\\d{1,2}) (?:of the )?(?:${BAGS}|${ITEMS})\\b`,
);

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

  const next =
    /\ba (second|third|fourth) (?:\w+ )?(?:bag|suitcase|box|item|piece|duffel|one)\b/.exec(text);
  const place = ORDINALS.get(next?.[1] ?? '');
  if (place !== undefined && known.count === place - 1) return { ...found, count: place };
  const inTotal = readTotal(text, known, asked);
  if (inTotal !== undefined) return { ...found, count: inTotal };
  const left = readLeftBehind(text, known);
  if (left !== undefined) return { ...found, ...left };
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
  for (const { value, index, length } of starts) {
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
      if (token === undefined || NO_FILLER.test(token)) break;
      // "2 big suitcases and 3 smaller ones"
      if (!PIECE.test(token) && !(token === 'ones' && total > 0)) continue;
      const words = tokens.slice(index + length, index + length + ahead + 1);
      const isMore =
        tokens[index] === 'another' ||
        tokens[index - 1] === 'another' ||
        words.includes('more') ||
        words.includes('extra') ||
        words.includes('additional');
      if (
        /\b(?:instead of|rather than|not)$/.test(
          tokens.slice(Math.max(0, index - 2), index).join(' '),
        )
      )
        break;
      // "3 boxes and 2 more boxes" names them all.
      if (isMore && !hasWhole) isDelta = true;
      else hasWhole = true;
      total += value;
      if (GENERAL.test(token)) totals.push(value);
      named.push(
        `${value} ${words.filter((word) => !/^(?:more|extra|additional|of|my|our)$/.test(word)).join(' ')}`,
      );
      break;
    }
  }
  // "Seven pieces (4 suitcases, 2 boxes and a bag)"
  const [sum] = totals.filter((value) => value * 2 === total);
  if (sum !== undefined && named.length > 2) {
    total = sum;
    named.splice(0, named.length, ...named.filter((name) => !GENERAL.test(name)));
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
    const bare = readBareCount(tokens, text, countedAs(known), asked);
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
    return known.count === undefined ? undefined : { count: number.value };
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

/** "No surfboard after all": the specialty items that stay; undefined when none is taken back. */
export function readKept(
  text: string,
  known: Order,
  business: Business,
): { specialty: string | undefined } | undefined {
  const { description, index } = readSpecialty(text, business);
  if (description === '' || !isTakenBack(text, index)) return undefined;
  const { items } = business.specialty_item;
  const dropped = findSpecialtyItems(description, items).map(({ item }) => item.item);
  const kept = (known.specialty ?? '')
    .split(' and ')
    .filter((part) =>
      findSpecialtyItems(part, items).some(({ item }) => !dropped.includes(item.item)),
    );
  return { specialty: kept.length > 0 ? kept.join(' and ') : undefined };
}

/** "4", "make it 4", "just two" and "one more", where a count was asked for or is being changed. */
function readBareCount(
  tokens: readonly string[],
  text: string,
  known: Order,
  asked: Question | undefined,
): number | undefined {
  const numbers = readNumbers(tokens);
  const [first] = numbers;
  if (first === undefined) return undefined;
  const next = tokens[first.index + first.length];
  if (
    known.count !== undefined &&
    /\b(?:add|plus|and)? ?(?:\d{1,3}|[a-z]+) more\b/.test(text) &&
    next === 'more'
  ) {
    return known.count + first.value;
  }
  if (
    known.count !== undefined &&
    /^(?:less|fewer)$/.test(next ?? '') &&
    !text.includes('less than')
  ) {
    const rest = known.count - first.value;
    return rest > 0 ? rest : undefined;
  }
  if (
    /\b(?:if (?:i|we|it|there) (?:\w+ ){0,2}(?:bring|brought|have|had|send|sent|take|took|were|was|are|is|add|need)|(?:\d{1,3}|[a-z]{3,5}) it is\b|instead|rather than|make (?:it|that)|change (?:it|that) to|actually|i meant|no,? wait|not \d+)\b/.test(
      text,
    ) &&
    known.count !== undefined
  ) {
    const value = /\b(?:instead of|rather than|not)\b/.test(tokens.slice(0, first.index).join(' '))
      ? numbers[1]
      : first;
    if (value !== undefined && !isSomethingElse(tokens, value)) return value.value;
  }
  const isTold = HAS_SO_MANY.test(text) && known.count === undefined && serviceOf(known);
  if ((asked === 'count' || isTold) && !isSomethingElse(tokens, first)) return first.value;
  return undefined;
}

/** "There are 3", of the bags that were spoken about. */
const HAS_SO_MANY =
  /\b(?:there are|there's|it's|it is|it will be|we have|we've got|i have|i've got|that's|they are|make it|about|around) (?:only |just |about |around )?(?:\d{1,3}|[a-z]+)(?: of them)?(?=$|[,.!;])/;

function isSomethingElse(
  tokens: readonly string[],
  number: { index: number; length: number },
): boolean {
  const before = tokens[number.index - 1] ?? '';
  const after = tokens[number.index + number.length] ?? '';
  return (
    /^(?:terminal|[#$]|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/.test(
      before,
    ) || /^(?:st|nd|rd|th|pm|am|lbs?|pounds?|o'clock|minimum|min|[:])$/.test(after)
  );
}
