import type { Question } from '../memory.ts';
import { type Order, serviceOf } from '../order.ts';

const TRAVELS =
  /\b(?:airport|flight|flights|terminal|blade|fly|flying|flies|land|lands|landing|arrival|(?:i|we|she|he|who|plane|flight|family|guests?|parents|kids|husband|wife) arriv(?:e|es|ing)|(?:arriving|arrives?) (?:at|on|from|in) (?:jfk|ewr|newark|kennedy|terminal|the airport)|depart\w*|jfk|ewr|kennedy|la ?guardia|lga)\b/;
const AIRPORT =
  '(?:the |your |my |our )?(?:airport|jfk|kennedy|newark|ewr|terminal|la ?guardia|lga|john f)\\b(?! (?:transfers?|runs?|trips?|service|pick-?ups?))';

const LEAVES = new RegExp(
  `\\b(?:flight|flights|fly|flying|flies|depart\\w*|leav(?:e|es|ing)|take[- ]?off|taking off) (?:(?:home|back|out) )?(?:(?:is |goes )?(?:from|of|out of|at) )?(?:(?:to|for) (?!${AIRPORT}))?${AIRPORT}|\\b(?:flying|fly|flies) out\\b|\\bdepart(?:s|ing|ure)?\\b|\\bcatch(?:ing)? (?:a|my|our|the) (?:flight|plane)\\b`,
);
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
  if (LEAVES.test(text)) return 'to_airport';
  if (FROM.test(text)) return 'from_airport';
  if (TO.test(text)) return 'to_airport';
  if (asked !== 'direction') return undefined;
  if (/\bto\b|\bgoing\b|\bleaving\b|\boutbound\b|\bfirst\b/.test(text) && !/\bfrom\b/.test(text)) {
    return 'to_airport';
  }
  return /\bfrom\b|\bback\b|\binbound\b|\bsecond\b/.test(text) ? 'from_airport' : undefined;
}

/** Airport, terminal and direction of an airport transfer. */
export function readTransfer(
  text: string,
  known: Order,
  asked: Question | undefined,
): Partial<Order> {
  const found: Partial<Order> = {};
  const isTransfer =
    serviceOf(known) === 'blade_transfer' || asked === 'airport' || TRAVELS.test(text);
  if (/\b(?:jfk|kennedy)\b/.test(text)) found.airport = 'JFK';
  else if (/\bewr\b|\bnewark (?:airport|liberty|international)\b/.test(text)) found.airport = 'EWR';
  else if (/\bnewark\b/.test(text) && (isTransfer || LEAVES.test(text))) found.airport = 'EWR';
  const direction = readDirection(text, isTransfer || found.airport !== undefined, asked);
  if (direction !== undefined) found.direction = direction;
  const terminal = /\bterminal ?#?([0-9]{1,2}|[a-f])\b|\bt(\d)\b/.exec(text);
  const bare =
    asked === 'terminal'
      ? /^(?:it'?s |it is |sorry,? |oh,? |i mean(?:t)? |no,? |ok,? |make (?:it|that) |then |actually,? )*(?:number )?([0-9]|[a-f])\b(?! (?:bags?|suitcases?))/.exec(
          text,
        )?.[1]
      : undefined;
  const value = terminal?.[1] ?? terminal?.[2] ?? bare;
  if (value !== undefined) found.terminal = value.toUpperCase();
  return found;
}
