import type { BookingClaim, BookingStatus } from './claim.ts';
import { NUMBER_WORDS, readNumberWords } from './number-words.ts';
import type { Surroundings } from './read-claims.ts';
import { splitClauses } from './split-clauses.ts';
import { ASKS, isQuestion } from './words.ts';

const STATUSES: readonly [BookingStatus, RegExp][] = [
  ['confirmed', /\b(?:confirmed|confirmad[oa]s?|confirmee?s?|bestatigt)\b/i],
  ['paid', /\b(?:paid|settled|pagad[oa]s?|pag[oa]s?|payee?s?|bezahlt)\b/i],
  ['cancelled', /\b(?:cancell?ed|called off|voided|cancelad[oa]s?|annulee?s?|storniert)\b/i],
  ['completed', /\b(?:completed?|completad[oa]s?|terminee?s?|abgeschlossen|concluid[oa]s?)\b/i],
  ['pending', /\b(?:pending|pendientes?|en attente|ausstehend|pendentes?)\b/i],
];
const ANY_STATUS = new RegExp(STATUSES.map(([, { source }]) => source).join('|'), 'i');
const NUMBER = /\btt ?-? ?(\d{3,})\b/gi;
const COUNT = new RegExp(
  `\\b(\\d{1,3}|${NUMBER_WORDS}) (?!of\\b|or\\b|to\\b)(?:[a-z-]+ ){0,2}(?:bookings|reservations)\\b`,
  'gi',
);
const BOOKING =
  '(?:bookings?|orders?|reservations?|pickups?|moves?|mini moves?|deliver(?:y|ies)|transfers?|appointments?|slots?|spots?|trips?|cancellations?|payments?|refunds?|requests?|changes?|dates?|cards?|teams?|drivers?|reserva|reservacion|pedido|cita|commande|buchung|termin)';
const IS =
  "(?:is|are|was|were|has been|have been|'s|'re|esta|ha sido|est|a ete|ist|wurde|foi|shows? (?:up )?as|marked|remains?|stands? (?:as|at)|listed as|status:?|now|both|already|officially)";
/** "Your booking is confirmed", "the newest one is paid", "Status: pending". */
const STATES = new RegExp(
  `\\b(?:(?:your|the|this|that|su|votre|ihre?|sua|a|la|tu)\\b[^,;]{0,60}?\\b(?:${BOOKING}|one|ones)|it|they|both|all|everything|that|you|you're)\\b[^,;]{0,60}?(?:\\b|(?='))${IS} (?:(?:still|already|now|currently|also|fully|both|all|not|been|just|successfully|officially) )*$|\\bstatus(?: is)?:? *$|\\b(?:have|see|with|find|found|has) (?:an?|one|two|three|\\d+) (?:\\w+ )?$|(?:^|[:(-] *)$`,
  'i',
);
/** Not yet so, or nobody's: "once it is confirmed", "will be confirmed". */
const NOT_YET =
  /\b(?:once|when|if|until|till|after|before|whether|unless|as soon as|will be|would be|can be|could be|must be|to be|be|gets?|may|might|should|need(?:s|ed)?|any|within|how many|either|or|cuando|si|quand|wenn|falls|quando|sera|wird)\b[^,;]*$/i;
const NOT = /(?:\bnot|n't|\bno longer|\bnever|\bnicht|\bpas|\bnao|\bno) (?:\w+ ){0,2}$/i;

const DONE =
  'booked|reserved|scheduled|rescheduled|cancell?ed|changed|updated|moved|confirmed|refunded|charged|waived|applied|added|sent|e-?mailed|texted|notified|alerted|informed|called|forwarded|escalated|passed|arranged|processed|submitted|placed|completed|secured|locked|held|saved|removed|credited|reversed|upgraded|switched|extended|approved|put|made|finali[sz]ed|taken care of|blocked|guaranteed';
const EFFECTS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:i|we)(?:'ve| have|'d)?(?: (?:just|now|already|also|gone ahead and|went ahead and|successfully|personally))* (?:${DONE}) (?:\\w+ ){0,3}?(?:your?|it|that|this|them|everything|an?|the|our|\\d+|tt|in|down|through|for)\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:your|the|this|that|a|su|votre|ihre?|sua)\\b[^,;.]{0,40}?\\b${BOOKING}(?: [^,;.]{0,30}?)? (?:${IS.replace("|'s|'re", '')}|(?<=\\w)'s) (?:(?:now|already|all|been|just|successfully|officially) )*(?:made(?! (?:for|of|up))|booked|placed|reserved|scheduled|rescheduled|changed|updated|moved|refunded|processed|charged|secured|locked in|all set|set(?= (?:for|in|up)|[.!]|$)|done|finali[sz]ed|in (?:the|our) (?:system|calendar|books)|approved|guaranteed|assigned|notified|informed|received|on its way|on the way|reservad[oa]|hecha|reservee|gebucht|feita)\\b`,
    'i',
  ),
  /\b(?:you|you're|you are|everything|everything's|everything is|it's|it is|that's|we're|we are|all)(?: \w+)? (?:all )?(?:set|booked|booked in|good to go|taken care of|scheduled|reserved)(?=[ .!,]|$)(?! (?:up|of|the|a|aside|price|rate|by|from|online|through|with|at))/i,
  new RegExp(
    `\\b${BOOKING} (?:successful|complete|confirmed|completed|made|cancell?ed|received|went through|(?:is|are) on (?:its|the|their) way)\\b`,
    'i',
  ),
  /^\W*(?:all )?(?:done|booked|cancell?ed|rescheduled|refunded|confirmed|changed|hecho|fait|erledigt|feito)\b\s*(?:[!.,-]|$)|\bconsider it (?:done|booked|cancell?ed)\b/i,
  /\b(?:i|we)(?:'ve| have)\b[^,;.]{0,60}\b(?:in (?:our|the) system|on your (?:booking|order|account))\b|\b(?:i|we)(?:'ve| have)? received your\b/i,
  /\b(?:on (?:its|his|the|their) way|out for delivery|in transit|en route)\b|\b(?:driver|team|crew|van|truck) (?:has |have |'s )?(?:left|arrived|departed|set off|is nearly)\b/i,
  /\b(?:got|received|see) (?:your|the) payment\b|\bpayment (?:has |was )?(?:\w+ )?(?:went through|gone through|cleared|received)\b|\byou(?:'ll| will) (?:get|receive|have) (?:an?|your|the) (?:\w+ )?(?:refund|money)\b/i,
  /\b(?:i|we)(?:'ve| have) (?:asked|told|requested|flagged|let (?:my|our|the) \w+ know)\b|\bhave (?:someone|somebody|a colleague|the team|them) (?:call|contact|reach)|\b(?:someone|somebody|a colleague|an agent|a manager|(?:\w+ ){0,3}team|they|we|i)(?:'ll| will) (?:call|phone|contact|text|reach out|get back|be in touch)\b/i,
  /\b(?:i'll|i will|i'm going to|i am going to|let me)(?: (?:just|now|go ahead and|gladly|happily))* (?:book|cancel|reschedule|refund|reserve|charge|waive|credit|discount)\b/i,
  /\b(?:he|hemos|j'ai|nous avons|ich habe|wir haben|eu|fiz|ja) (?:\w+ ){0,3}?(?:reservado|cancelado|cambiado|reserve|annule|modifie|gebucht|storniert|geandert|reservei|cancelei)\b/i,
];
/** Something is said of a booking in words that no list has. */
const IS_SAID_OF_NUMBER =
  /\btt-?\d+\)? (?:is|was|has been)\b(?! (?:an?|the|your|on|for|in|at|among|one|scheduled|booked|not among)\b)/i;
const DENIED_BEFORE = /(?:n't|\bnot|\bnothing|\bno|cannot|until|once)\b[^.;]*$/i;
const DENIED = /\b(?:not|nothing|once|until|will be|can be|to be)\b|n't\b/i;
const IS_DONE = /^\W*(?:all )?done\b/i;
/** What a hand-over never does. */
const IS_MORE =
  /\btt ?-? ?\d|cancel|refund|sent|e-?mail|charg|waiv|reserv|confirmed|is (?:now )?(?:booked|made|placed)|(?:i|we)(?:'ve| have) (?:\w+ )?booked/i;
/** What the hand-over does, and what was done before and stands in the records. */
const IS_HANDOVER =
  /\b(?:form|card|details|prepared|ready|button|estimate|quote|start booking|summary|prefilled|filled in)\b/i;

/** Numbers and states of bookings, and things said to have been done to them. */
export function readBookingClaims(
  text: string,
  { lead, before }: Surroundings,
): (BookingClaim & { text: string })[] {
  const claims: (BookingClaim & { text: string })[] = [];
  for (const number of numbersIn(text)) claims.push({ what: 'number', number, text });
  const hasQuestion = isQuestion(text) && ASKS.test(text);
  if (!hasQuestion) {
    for (const [, written = ''] of text.matchAll(COUNT)) {
      const count = /\d/.test(written) ? Number(written) : readNumberWords(written);
      claims.push({ what: 'count', count, text });
    }
  }
  let earlier = numbersIn(lead === '' ? before : lead);
  for (const clause of splitClauses(text, ANY_STATUS)) {
    const own = numbersIn(clause);
    const numbers = own.length > 0 ? own : earlier;
    for (const { status, isNot } of statesOf(
      clause,
      own.length > 0 || numbersIn(lead).length > 0,
      lead,
    )) {
      if (!hasQuestion) claims.push({ what: 'status', status, isNot, numbers, text: clause });
    }
    if (own.length > 0) earlier = own;
  }
  const effect = effectIn(text);
  if (effect !== undefined && !hasQuestion && !claims.some(({ what }) => what === 'status')) {
    claims.push({ what: 'effect', isOfHandover: effect === 'handover', text });
  } else if (IS_SAID_OF_NUMBER.test(text) && !claims.some(({ what }) => what === 'status')) {
    claims.push({ what: 'effect', isOfHandover: false, text });
  }
  return claims;
}

export const numbersIn = (text: string): string[] =>
  Array.from(text.matchAll(NUMBER), ([, digits = '']) => `TT-${digits.padStart(6, '0')}`);

function statesOf(
  clause: string,
  isOfNumber: boolean,
  lead: string,
): { status: BookingStatus; isNot: boolean }[] {
  const states: { status: BookingStatus; isNot: boolean }[] = [];
  for (const [status, pattern] of STATUSES) {
    const hit = pattern.exec(clause);
    if (hit === null) continue;
    const head = clause.slice(0, hit.index);
    if (NOT_YET.test(head)) continue;
    if (
      /^ (?:by phone|bookings|within|later|orders)\b/i.test(
        clause.slice(hit.index + hit[0].length),
      ) &&
      !isOfNumber
    )
      continue;
    const isNot = NOT.test(head);
    if (isOfNumber || STATES.test(head) || /\bstatus\b/i.test(lead)) states.push({ status, isNot });
  }
  const inLead = STATUSES.find(([, pattern]) => pattern.test(lead) && !NOT_YET.test(lead));
  if (states.length === 0 && inLead !== undefined && numbersIn(clause).length > 0) {
    states.push({ status: inLead[0], isNot: false });
  }
  return states;
}

function effectIn(text: string): 'handover' | 'other' | undefined {
  const hit = EFFECTS.map((pattern) => pattern.exec(text)).find((found) => {
    if (found === null) return false;
    const head = text.slice(0, found.index);
    return !(NOT_YET.test(`${head} `) || DENIED_BEFORE.test(head) || DENIED.test(found[0]));
  });
  if (hit == null) return undefined;
  const isOfHandover = IS_DONE.test(hit[0]) || (IS_HANDOVER.test(text) && !IS_MORE.test(text));
  return isOfHandover ? 'handover' : 'other';
}
