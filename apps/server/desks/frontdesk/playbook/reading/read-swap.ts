import type { Order } from '../order/order.ts';

/** Turned round whatever was said before. */
const TURNS_ROUND = [
  /\b(?:swap|switch|reverse|flip|exchange)\b[^.?!]{0,30}\b(?:address\w*|zips?|zip codes|places|pick-?up|delivery|direction|them|two)\b/,
  /\b(?:the )?(?:other|wrong|opposite|reverse) (?:way|direction)(?: a?round)?\b/,
  /\bvice versa\b|\bback to front\b|\b(?:the|a|in|do|for) (?:reverse|return)\b(?! (?:policy|label|to))/,
];
/** "I mixed them up": both ends, unless what was mixed up is told anew: "I mixed that up, it's JFK". */
const MIXED_UP =
  /\bmixed (?:(?:them|these|those|it|that|the \w+|the two \w+) up|up (?:the|my|both))\b/;
const TELLS_ANEW =
  /\d|\b(?:jfk|kennedy|newark|ewr|terminal|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/;
/** Turned round once; afterwards it names the trip that was spoken about. */
const WAY_BACK =
  /\b(?:way|trip|journey|ride|transfer|delivery|booking) (?:back|home)\b|\breturn (?:trip|journey|way|transfer|delivery|leg|booking)\b|\b(?:bring|take|get|send|ship|move|come|go|deliver|transport|need|want|have|suitcases|bags|boxes|items|things|stuff|same|one|it|them|everything)\b[^.?!,]{0,25}? back\b(?! (?:to (?:me|you)|with|on that|and forth|pain|seat|door|entrance|yard|porch|patio|deck|gate|garden|stairs|steps|room|side|office|of))/;

const HOMEWARDS =
  '(?: back)?(?:(?:,)? (?:to|for) (?:me|us|here|home|(?:my|our) (?:own )?(?:place|home|house|apartment|flat|building|office)|the (?:city|apartment|flat))\\b|(?<= back| there) (?:back|home)\\b)';
const FROM_THERE = new RegExp(
  `\\b(?:back )?from (?:over |out |up |down )?(?:there|them|her|him)(?:${HOMEWARDS})(?! \\d)`,
);

/** "From over there back to my apartment", of an order whose two ends are known, in plain words. */
export const withTurn = (text: string, { pickupZip, deliveryZip }: Order): string =>
  pickupZip === undefined || deliveryZip === undefined || /\b\d{5}\b/.test(text)
    ? text
    : text.replace(FROM_THERE, 'the other way round');

/** "2 more boxes the other way round": those alone go back. */
export const withoutMore = (text: string): string =>
  text.replace(
    /\banother (?=\d|(?:two|three|four|five|six)\b)|(?<=\b\w+) more(?= [a-z]+s?\b)/g,
    '',
  );

/** Whether a message turns the order's two ends round. */
export const turnsRound = (text: string, isTurned: boolean): boolean =>
  TURNS_ROUND.some((signal) => signal.test(text)) ||
  (MIXED_UP.test(text) && !TELLS_ANEW.test(text)) ||
  (!isTurned && isWayBack(text));

/** "And coming back?" */
const AND_BACK =
  /^(?:(?:and|or|ok|so|then|what about|how about|what is it|how much is it|for),? )+(?:(?:coming|going|getting|travell?ing|on the way|the way|the trip|for coming) )?back(?: home| again| then)?[?.!]*$/;

const DAY_OR_NUMBER = [
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december',
  '\\d{1,2}(?:st|nd|rd|th)\\b(?! (?:street|st|ave))|\\d{1,3} (?:boxes|bags|suitcases|items|pieces|of)',
  '(?:original|initial|first|old|previous|earlier|other) (?:day|date|time|plan|number|size|one)',
  '(?:day|date|time|number|size|plan|petite|standard|full|mini)',
].join('|');
/** "Put it back to that", "back to Thursday": a detail as it was, and no way back. */
const AS_BEFORE = new RegExp(
  `\\bback (?:on )?to (?:the |that |my |our |just |only )?(?:${DAY_OR_NUMBER})\\b|\\bback to (?:that|it|what|how)(?=$|[ ,.?!;])(?! (?:place|address|house|apartment|town|zip))|\\b(?:put|move|set|switch|change|shift|push) (?:it|that|this|the \\w+) back\\b(?! (?:home|from|to)\\b)`,
);

export const isWayBack = (text: string): boolean =>
  (WAY_BACK.test(text) || AND_BACK.test(text)) &&
  !AS_BEFORE.test(text) &&
  !/\b(?:money|call|be|text|write|put (?:it|that|them|this|the \w+)) back\b(?! to)|\b(?:come|get) back (?:to|later|with)\b/.test(
    text,
  );

/** Whether a message picks up where the order is delivered, or delivers where it is picked up. */
export const namesOtherEnd = (known: Order, said: Partial<Order>): boolean =>
  known.pickupZip !== known.deliveryZip &&
  ((said.pickupZip !== undefined &&
    said.pickupZip === known.deliveryZip &&
    (said.deliveryZip ?? known.pickupZip) === known.pickupZip) ||
    (said.deliveryZip !== undefined &&
      said.deliveryZip === known.pickupZip &&
      (said.pickupZip ?? known.deliveryZip) === known.deliveryZip));

const PARTS = ['Zip', 'Place', 'Line', 'City', 'State'] as const;

/** The pickup as the delivery and the delivery as the pickup; a flight is the other one. */
export function turnRound(order: Order): void {
  const before = { ...order };
  for (const part of PARTS) {
    delete order[`pickup${part}`];
    delete order[`delivery${part}`];
    const pickup = before[`pickup${part}`];
    const delivery = before[`delivery${part}`];
    if (delivery !== undefined) Object.assign(order, { [`pickup${part}`]: delivery });
    if (pickup !== undefined) Object.assign(order, { [`delivery${part}`]: pickup });
  }
  if (before.direction !== undefined) {
    order.direction = before.direction === 'to_airport' ? 'from_airport' : 'to_airport';
    delete order.flightDay;
    delete order.flightTime;
  }
}
