import type { Question } from '../../memory.ts';
import { type Order, serviceOf } from '../../order/order.ts';
import { readTerminal } from './read-terminal.ts';

const TRAVELS =
  /\b(?:airport|flight|flights|terminal|blade|fly|flying|flies|land|lands|landing|arrival|(?:i|we|she|he|who|plane|flight|family|guests?|parents|kids|husband|wife) arriv(?:e|es|ing)|(?:arriving|arrives?) (?:at|on|from|in) (?:jfk|ewr|newark|kennedy|terminal|the airport)|depart\w*|jfk|ewr|kennedy|la ?guardia|lga)\b/;
const AIRPORT =
  '(?:the )?(?:same |your |my |our )?(?:airport|jfk|kennedy|newark|ewr|terminal|la ?guardia|lga|john f)\\b(?! (?:transfers?|runs?|trips?|service|pick-?ups?))';

/** Who leaves from the airport: "we could go from Newark instead". */
const WE_LEAVE = new RegExp(
  `\\b(?:we|i|she|he|they)(?:'ll|'d|'re|'m| could| can| will| would| might| may| are| am)?(?: also| now| rather| just)* (?:go|going|leave|start|travel|depart)(?: out)? (?:from|out of|via) ${AIRPORT}`,
);
const LEAVES = [
  new RegExp(
    `\\b(?:flight|flights|fly|flying|flies|depart\\w*|leav(?:e|es|ing)|take[- ]?off|taking off) (?:(?:home|back|out) )?(?:(?:is |goes )?(?:from|of|out of|at) )?(?:(?:to|for) (?!${AIRPORT}))?${AIRPORT}`,
  ),
  /\b(?:flying|fly|flies) out\b|\bdepart(?:s|ing|ure)?\b|\bcatch(?:ing)? (?:a|my|our|the) (?:flight|plane)\b/,
  // "Flight leaves friday", and not "leaves Boston"
  /\b(?:flight|plane)(?: \w+day)?(?:'s| is| only| also)* (?:leav(?:es?|ing)|tak(?:es?|ing) off|goes)(?= (?:on|at|in the|early|late|around|about|that|this|next|tomorrow|the|\d|[a-z]{3,6}day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b|[.,!;]|$)/,
  WE_LEAVE,
];
const leaves = (text: string): boolean => LEAVES.some((signal) => signal.test(text));
const LANDS =
  /\bland(?:s|ed|ing)?\b|\b(?:flying|fly|flies|flight|coming) (?:in\b|into\b|back (?:in)?to\b)|\barriv(?:e|es|ing|al)\b/;
const FROM = new RegExp(
  `\\bfrom ${AIRPORT}|\\b(?:pick|collect|fetch|grab|get)\\w*\\b[^.?!]{0,35}? (?:at|from) ${AIRPORT}`,
);
const TO = new RegExp(
  `\\b(?:to|for|into) ${AIRPORT}|\\b(?:drop|deliver|bring|take|get)\\w*\\b[^.?!]{0,35}? (?:at|in|to) ${AIRPORT}`,
);

/** Whether bags go to the airport or come from it; of a flight, the other way round. */
function readDirection(
  text: string,
  isTransfer: boolean,
  asked: Question | undefined,
): Order['direction'] {
  if (isTransfer && LANDS.test(text)) return 'from_airport';
  if (leaves(text)) return 'to_airport';
  if (FROM.test(text)) return 'from_airport';
  if (TO.test(text)) return 'to_airport';
  if (asked !== 'direction') return undefined;
  if (/\bto\b|\bgoing\b|\bleaving\b|\boutbound\b|\bfirst\b/.test(text) && !/\bfrom\b/.test(text)) {
    return 'to_airport';
  }
  return /\bfrom\b|\bback\b|\binbound\b|\bsecond\b/.test(text) ? 'from_airport' : undefined;
}

/** "Newark, not JFK", "they moved us from JFK to Newark": the airport that is not meant. */
const NOT_THIS =
  /\b(?:not|instead of|rather than|isn't|wasn't|no longer)(?: (?:from|to|at|in|via))? (?:jfk|kennedy|newark|ewr)\b(?!\?)|\bfrom (?:jfk|kennedy|newark|ewr) (?=to (?:jfk|kennedy|newark|ewr)\b)/g;

/** "She lands on Friday, 4 suitcases from 10019 to 11937": no trip to an airport. */
const ROAD = /\b\d{5} to \d{5}\b/;
const NAMED = /\b(?:airport|jfk|ewr|kennedy|newark|lga|la ?guardia|terminal|transfer)\b/;

/** Airport, terminal and direction of an airport transfer. */
export function readTransfer(
  message: string,
  known: Order,
  asked: Question | undefined,
): Partial<Order> {
  const text = message.replace(NOT_THIS, ' ');
  const found: Partial<Order> = {};
  if (serviceOf(known) !== 'blade_transfer' && ROAD.test(text) && !NAMED.test(text)) return found;
  const isTransfer =
    serviceOf(known) === 'blade_transfer' || asked === 'airport' || TRAVELS.test(text);
  if (/\b(?:jfk|kennedy)\b/.test(text)) found.airport = 'JFK';
  else if (/\bewr\b|\bnewark (?:airport|liberty|international)\b/.test(text)) found.airport = 'EWR';
  else if (/\bnewark\b/.test(text) && (isTransfer || leaves(text))) found.airport = 'EWR';
  const direction = readDirection(text, isTransfer || found.airport !== undefined, asked);
  if (direction !== undefined) found.direction = direction;
  const terminal = readTerminal(text, known, asked);
  if (terminal !== undefined) found.terminal = terminal;
  return found;
}
