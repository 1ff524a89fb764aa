import { type DayMention, type LocalTime, readDays, readNumbers, tokenize } from '@deskbell/clerk';
import type { Business } from '../../../bookings/business.ts';
import { findSpecialtyItems } from '../../../bookings/specialty-items.ts';
import type { Question } from './memory.ts';
import { type Order, serviceOf } from './order.ts';
import { type Place, readPlaces } from './places.ts';

/** Everything a normalised message says about an order. */
export interface Details {
  order: Partial<Order>;
  zips: string[];
  places: Place[];
  days: DayMention[];
  /** Details the customer takes back. */
  dropped: (keyof Order)[];
}

const BAGS =
  'bags?|suitcases?|luggages?|duffels?|duffles?|backpacks?|totes?|carry-?ons?|trunks?|garment bags?';
const ITEMS =
  'items?|pieces?|pcs|things?|boxes|box|cartons?|bins?|packages?|parcels?|chairs?|lamps?|tables?|desks?|bikes?|bicycles?|strollers?|rugs?|skis|snowboards?|golf clubs?|coolers?|crates?|mirrors?|paintings?|tvs?|monitors?|plants?|pillows?|stools?|containers?';
const PIECE = new RegExp(`^(?:${BAGS}|${ITEMS})$`);
/** Words that may stand between a number and what it counts. */
const NO_FILLER =
  /^(?:from|to|at|on|in|for|with|and|or|by|of my|terminal|pm|am|lbs?|pounds?|hours?|days?|weeks?|months?|people|persons?|kids|children|bedrooms?|rooms?|miles?|minutes?|percent|dollars?|bucks|o'clock|floor|years?|feet|foot|ft|inch(?:es)?|more than|[,.;:!?]|\d.*|street|st|ave|avenue|family)$/;

export function readDetails(options: {
  text: string;
  known: Order;
  asked: Question | undefined;
  business: Business;
  now: LocalTime;
}): Details {
  const { text, known, asked, business, now } = options;
  const days = readDays(text, now);
  const places = readPlaces(text, business);
  const zips = readZips(text, asked);
  const order: Partial<Order> = {
    ...readService(text, known, asked),
    ...readExtras(text),
    ...readTransfer(text, known, asked, business),
    ...readAddresses(text, zips, places, asked),
  };
  Object.assign(order, readPieces({ text, known, asked, business }));
  const merged = { ...known, ...order };
  Object.assign(order, readWhen(text, days, merged));
  return {
    order,
    zips: zips.map(({ zip }) => zip),
    places,
    days,
    dropped: readDropped(text, business),
  };
}

interface ZipMention {
  zip: string;
  index: number;
}

/** ZIP codes, and what was given for one where a ZIP code was asked for. */
function readZips(text: string, asked: Question | undefined): ZipMention[] {
  const zips = [...text.matchAll(/(?<![\d$#.,-]|tt-)\b(\d{5})(?:\s?-\s?(\d{4}))?\b(?![\d-])/g)].map(
    (hit) => ({
      zip: hit[2] === undefined ? (hit[1] ?? '') : `${hit[1]}-${hit[2]}`,
      index: hit.index,
    }),
  );
  if (zips.length > 0) return zips;
  const named = /\bzip(?: ?code)?(?: is| of|:)? ?#?([a-z]{0,3}\d[\w-]{0,9}|abc|xyz)\b/.exec(text);
  if (named?.[1] !== undefined) return [{ zip: named[1], index: named.index }];
  const isAsked = asked === 'zip' || asked === 'pickup_zip' || asked === 'delivery_zip';
  const bare = /^(?:it'?s |it is |to |from )?(\d{3,10})\.?$/.exec(text)?.[1];
  return isAsked && bare !== undefined ? [{ zip: bare, index: 0 }] : [];
}

function readService(
  text: string,
  known: Order,
  asked: Question | undefined,
): Pick<Order, 'service' | 'tier'> {
  const isMove = serviceOf(known) === 'mini_move' || /\bmini[- ]?moves?\b/.test(text);
  const tier = readTier(text, isMove, asked);
  if (tier !== undefined) return { service: 'mini_move', tier };
  if (/\bmini[- ]?moves?\b/.test(text)) return { service: 'mini_move' };
  if (/\bstandard (?:delivery|shipping|deliveries)\b/.test(text)) {
    return { service: 'standard_delivery' };
  }
  if (/\b(?:airport|blade|jfk|ewr|flight|flying|terminal)\b/.test(text)) {
    return { service: 'blade_transfer' };
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
  if (!isTierAsked && !isMove) return undefined;
  if (/\bstandard\b(?! delivery)/.test(text)) return 'standard';
  if (/\bfull\b(?! (?:refund|price|day|cost|house|list))/.test(text)) return 'full';
  if (!isTierAsked) return undefined;
  if (/\b(?:small(?:est|er)?|cheap(?:est)?|first(?: one)?|little)\b/.test(text)) return 'petite';
  if (/\b(?:middle|medium|second(?: one)?|most popular|popular)\b/.test(text)) return 'standard';
  if (/\b(?:larg(?:e|est)|big(?:gest)?|third(?: one)?|last one)\b/.test(text)) return 'full';
  const people =
    /\b(?:family of|we are|we're|for) (\d{1,2})\b|\b(\d{1,2}) (?:people|persons|of us)\b/.exec(
      text,
    );
  const size = Number(people?.[1] ?? people?.[2] ?? 0);
  // Households as the catalogue describes the three tiers: up to 3, up to 5, 6 and more.
  if (size > 0) return size <= 3 ? 'petite' : size <= 5 ? 'standard' : 'full';
  return undefined;
}

const without = (words: string): RegExp =>
  new RegExp(
    `\\b(?:without|no|not|don'?t (?:need|want)|skip|drop|remove|take off|minus|except)\\b[^,.;?!]{0,20}?\\b(?:${words})`,
  );

function readExtras(text: string): Partial<Order> {
  const extras: Partial<Order> = {};
  const isRule =
    /\b(?:do i (?:need|have)|what(?:'s| is| are)|who (?:provides|issues)|how do(?:es)? (?:i|it|the)|is (?:a |the )?(?:coi|certificate)|tell me about|explain)\b/.test(
      text,
    );
  if (
    /\bpack(?:ing|ed|ers?)?\b/.test(text) &&
    !/\bpack(?:ing)? (?:my|own|it|them|the)\b.*\bmyself\b/.test(text)
  ) {
    extras.packing = !without('pack(?:ing)?').test(text);
  }
  if (/\bunpack(?:ing|ed)?\b/.test(text)) extras.unpacking = !without('unpack(?:ing)?').test(text);
  if (/\b(?:coi|certificate of insurance|insurance certificate)\b/.test(text)) {
    const isOff = without('coi|certificate').test(text);
    const isWanted =
      /\b(?:with|plus|and|add|adding|include|including|incl|need|needs|requires?|required|want|also)\b(?:\W+\w+){0,4}?\W+(?:coi|certificate)|\bcoi (?:too|as well|included|required|needed|please)\b|\b(?:coi|certificate of insurance)$/.test(
        text,
      );
    if (isOff) extras.coi = false;
    else if (isWanted && !isRule) extras.coi = true;
  }
  if (/\bsame[- ]?day\b/.test(text)) extras.sameDay = !without('same[- ]?day').test(text);
  return extras;
}

function readTransfer(
  text: string,
  known: Order,
  asked: Question | undefined,
  business: Business,
): Partial<Order> {
  const found: Partial<Order> = {};
  const isTransfer =
    serviceOf(known) === 'blade_transfer' ||
    /\b(?:airport|flight|terminal|blade|fly|flying)\b/.test(text);
  if (/\b(?:jfk|kennedy)\b/.test(text)) found.airport = 'JFK';
  else if (/\bewr\b|\bnewark (?:airport|liberty|international)\b/.test(text)) found.airport = 'EWR';
  else if (/\bnewark\b/.test(text) && (isTransfer || asked === 'airport')) found.airport = 'EWR';
  const airport = '(?:the )?(?:airport|jfk|kennedy|newark|ewr|terminal)';
  if (
    new RegExp(
      `\\bfrom ${airport}\\b|\\b(?:arriv(?:e|es|ing|al)|land(?:s|ing)?)\\b|\\bflying (?:in|into)\\b|\\bpick(?:ed|ing)?[- ]?(?:me |us |them |it )?up (?:at|from) ${airport}\\b`,
    ).test(text)
  ) {
    found.direction = 'from_airport';
  } else if (
    new RegExp(
      `\\b(?:to|for|into) ${airport}\\b|\\bdepart(?:s|ing|ure)?\\b|\\bflying out\\b|\\bcatch(?:ing)? (?:a|my) flight\\b|\\bdrop(?:ped)?[- ]?(?:me |us |them |it )?off (?:at|in) ${airport}\\b`,
    ).test(text)
  ) {
    found.direction = 'to_airport';
  } else if (asked === 'direction') {
    if (/\bto\b|\bgoing\b|\bleaving\b|\boutbound\b|\bfirst\b/.test(text) && !/\bfrom\b/.test(text))
      found.direction = 'to_airport';
    else if (/\bfrom\b|\bback\b|\binbound\b|\bsecond\b/.test(text))
      found.direction = 'from_airport';
  }
  const terminal = /\bterminal ?#?([0-9]{1,2}|[a-f])\b|\bt(\d)\b/.exec(text);
  const bare =
    asked === 'terminal'
      ? /^(?:it'?s |it is |sorry,? |i meant |no,? )*(?:number )?([0-9]|[a-f])\b/.exec(text)?.[1]
      : undefined;
  const value = terminal?.[1] ?? terminal?.[2] ?? bare;
  if (value !== undefined) found.terminal = value.toUpperCase();
  if (found.airport !== undefined && found.airport !== known.airport && value === undefined) {
    const terminals = business.blade_transfer.airports.find(
      ({ code }) => code === found.airport,
    )?.terminals;
    if (known.terminal !== undefined && !terminals?.includes(known.terminal)) delete known.terminal;
  }
  return found;
}

const PICKUP_BEFORE =
  /\b(?:from|pick(?:ed|ing)?[- ]?up (?:in|at|from|is|near)|pick ?up:?|starting (?:in|at)|origin|out of|leaving)(?: (?:zip|code|is|in|the|my|place|address|apartment|home|house|office))*:? ?$/;
const DELIVERY_BEFORE =
  /\b(?:to|into|deliver(?:ed|y|ing)?(?: (?:to|in|at|is))?|drop(?:ped)?[- ]?off(?: (?:at|in|is))?|destination|going to|->)(?: (?:zip|code|is|in|the|my|place|address|apartment|home|house|office))*:? ?$/;

const STREET_LINE =
  "\\b\\d{1,5} (?:[a-z0-9.']+ ){0,3}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|place|pl|court|ct|boulevard|blvd|broadway|highway|hwy|way|terrace|path|trail)\\b\\.?";
const STREET = new RegExp(`(${STREET_LINE})`, 'g');
const STREET_AND_TOWN = new RegExp(`${STREET_LINE}(?:,[a-z .]{0,30})*,? ?$`);

/** The words before a ZIP code or place, without the street and town that may stand between. */
function leadOf(text: string, index: number): string {
  return text
    .slice(Math.max(0, index - 90), index)
    .replace(/->/g, ' to ')
    .replace(STREET_AND_TOWN, '');
}

function readAddresses(
  text: string,
  zips: readonly ZipMention[],
  places: readonly Place[],
  asked: Question | undefined,
): Partial<Order> {
  const found: Partial<Order> = {};
  const mentions = [
    ...zips.filter(({ zip }) => /^\d{5}(?:-\d{4})?$/.test(zip)),
    ...places.map((place) => ({ zip: place.zip, index: place.index, place: place.name })),
  ].sort((a, b) => a.index - b.index);
  for (const mention of mentions) {
    const before = leadOf(text, mention.index);
    const isPickup = PICKUP_BEFORE.test(before);
    const isDelivery =
      !isPickup &&
      (DELIVERY_BEFORE.test(before) || (found.pickupZip ?? found.pickupPlace) !== undefined);
    const place = 'place' in mention ? mention.place : undefined;
    if (isPickup || (!isDelivery && asked === 'pickup_zip')) {
      if (mention.zip !== undefined) found.pickupZip = mention.zip;
      if (place !== undefined) found.pickupPlace = place;
    } else if (isDelivery || asked === 'delivery_zip') {
      if (mention.zip !== undefined) found.deliveryZip = mention.zip;
      if (place !== undefined) found.deliveryPlace = place;
    } else if (
      mentions.length > 1 &&
      found.pickupZip === undefined &&
      /^\s*\d/.test(text.slice(mention.index)) &&
      /^\W*\d{5}(?:-\d{4})? ?(?:to|->|-)/.test(text.slice(mention.index))
    ) {
      if (mention.zip !== undefined) found.pickupZip = mention.zip;
    } else if (
      place !== undefined &&
      /^[a-z ]+ (?:to|->) /.test(text.slice(mention.index)) &&
      mentions.length > 1
    ) {
      found.pickupPlace = place;
      if (mention.zip !== undefined) found.pickupZip = mention.zip;
    }
  }
  for (const hit of text.matchAll(STREET)) {
    const line = (hit[1] ?? '').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
    if (DELIVERY_BEFORE.test(text.slice(0, hit.index))) found.deliveryLine = line;
    else if (PICKUP_BEFORE.test(text.slice(0, hit.index))) found.pickupLine = line;
  }
  return found;
}

/** Counts of ordinary pieces and the specialty items, kept apart. */
function readPieces(options: {
  text: string;
  known: Order;
  asked: Question | undefined;
  business: Business;
}): Partial<Order> {
  const { text, known, asked, business } = options;
  const found: Partial<Order> = {};
  const special = readSpecialty(text, business);
  if (special.description !== '') {
    if (!isTakenBack(text, special.index)) found.specialty = special.description;
  }

  const tokens = tokenize(special.rest);
  let total = 0;
  let isDelta = false;
  const named: string[] = [];
  const numbers = readNumbers(tokens);
  const starts = numbers.filter(
    ({ index }) => !/^(?:terminal|[#$]|zip)$/.test(tokens[index - 1] ?? ''),
  );
  tokens.forEach((token, index) => {
    const isOne =
      (token === 'a' || token === 'an' || token === 'another') &&
      !numbers.some((number) => index >= number.index && index < number.index + number.length);
    if (isOne) starts.push({ value: 1, index, length: 1 });
  });
  starts.sort((a, b) => a.index - b.index);
  for (const { value, index, length } of starts) {
    for (let ahead = 0; ahead < 4; ahead += 1) {
      const token = tokens[index + length + ahead];
      if (token === undefined || NO_FILLER.test(token)) break;
      if (!PIECE.test(token)) continue;
      const words = tokens.slice(index + length, index + length + ahead + 1);
      if (
        tokens[index] === 'another' ||
        words.includes('more') ||
        words.includes('extra') ||
        words.includes('additional')
      )
        isDelta = true;
      if (
        /\b(?:instead of|rather than|not)$/.test(
          tokens.slice(Math.max(0, index - 2), index).join(' '),
        )
      )
        break;
      total += value;
      named.push(
        `${value} ${words.filter((word) => !/^(?:more|extra|additional|of|my|our)$/.test(word)).join(' ')}`,
      );
      break;
    }
  }
  const isLess =
    /\b(?:fewer|less)\b|\bremove (?:one|a|\d+) (?:bag|item|box|suitcase|piece)s?\b/.test(text);
  if (total > 0) {
    if (isDelta) {
      if (known.count !== undefined) found.count = known.count + (isLess ? -total : total);
    } else {
      found.count = total;
      if (named.some((name) => !/ (?:items?|pieces?|things?|pcs)$/.test(name)))
        found.pieces = named.join(' and ');
    }
  } else {
    const bare = readBareCount(tokens, text, known, asked);
    if (bare !== undefined) found.count = bare;
  }
  if (found.count !== undefined && found.count < 0) delete found.count;
  return found;
}

/** "No surfboard after all". */
function readDropped(text: string, business: Business): (keyof Order)[] {
  const { description, index } = readSpecialty(text, business);
  return description !== '' && isTakenBack(text, index) ? ['specialty'] : [];
}

const isTakenBack = (text: string, index: number): boolean =>
  /\b(?:no|without|forget|drop|remove|skip|not) (?:the |a |my )?(?:\w+ )?$/.test(
    text.slice(0, index),
  );

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
    /\b(?:instead|rather than|make (?:it|that)|change (?:it|that) to|actually|i meant|no,? wait|not \d+)\b/.test(
      text,
    ) &&
    known.count !== undefined
  ) {
    const value = /\b(?:instead of|rather than|not)\b/.test(tokens.slice(0, first.index).join(' '))
      ? numbers[1]
      : first;
    if (value !== undefined && !isSomethingElse(tokens, value)) return value.value;
  }
  if (asked === 'count' && !isSomethingElse(tokens, first)) return first.value;
  return undefined;
}

function isSomethingElse(
  tokens: readonly string[],
  number: { index: number; length: number },
): boolean {
  const before = tokens[number.index - 1] ?? '';
  const after = tokens[number.index + number.length] ?? '';
  return (
    /^(?:terminal|[#$]|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/.test(
      before,
    ) || /^(?:st|nd|rd|th|pm|am|lbs?|pounds?|o'clock|[:])$/.test(after)
  );
}

/** The specialty items with their number, and the text without them. */
function readSpecialty(
  text: string,
  business: Business,
): { description: string; rest: string; index: number } {
  const found: string[] = [];
  let rest = text;
  let index = 0;
  const aliases = business.specialty_item.items
    .flatMap(({ aliases }) => aliases)
    .map((alias) => alias.replace(/[^a-z0-9 ]/g, ''));
  const pattern = new RegExp(
    `(?:\\b(\\d{1,2}|a|an|one|two|three|four|five|six)\\s+(?:\\w+ )?)?\\b(${aliases.join('|')})(?:e?s)?\\b`,
    'g',
  );
  for (const hit of text.matchAll(pattern)) {
    const [, number, alias] = hit;
    const count = number === undefined || /^(?:a|an)$/.test(number) ? '' : `${number} `;
    found.push(
      `${count}${alias}${count === '' || /^(?:1|one) $/.test(count) ? '' : 's'}`.replace(
        /boxs$/,
        'boxes',
      ),
    );
    if (found.length === 1) index = hit.index;
    rest = rest.replace(hit[0], ' , ');
  }
  const description = found.join(' and ');
  if (
    description !== '' &&
    findSpecialtyItems(description, business.specialty_item.items).length === 0
  ) {
    return { description: '', rest: text, index: 0 };
  }
  return { description, rest, index };
}

function readWhen(text: string, days: readonly DayMention[], order: Order): Partial<Order> {
  const found: Partial<Order> = {};
  const isTransfer = serviceOf(order) === 'blade_transfer';
  // After "no" or "instead" the later day is the one that holds.
  const real = days.filter(({ isImpossible, first }) => !isImpossible && first !== '');
  const isCorrection = /\b(?:instead of|rather than|not)\b/.test(text);
  const day =
    isCorrection && real.length > 1 && !/\bnot\b.*\bbut\b/.test(text) && !/^no\b/.test(text)
      ? real[0]
      : real.at(-1);
  if (day !== undefined && day.first === day.last) {
    const saysFlight =
      /\b(?:flight|fly|flying|flies|land|lands|landing|arriv\w+|depart\w*|take ?off)\b/.test(text);
    if (isTransfer && saysFlight) found.flightDay = day.first;
    else found.day = day.first;
    if (isTransfer && saysFlight && order.direction === 'from_airport') found.day = day.first;
  }
  const time = days.find((mention) => mention.time !== undefined)?.time;
  if (isTransfer && time !== undefined) found.flightTime = time;
  return found;
}
