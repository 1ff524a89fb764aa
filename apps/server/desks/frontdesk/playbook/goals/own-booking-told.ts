import { asksOfOthersBooking } from '../others/others-booking.ts';

// Questions about the customer's own bookings that name them by what they know of them.

const BOOKED =
  '(?:bookings?|orders?|reservations?|appointments?|pick-?ups?|deliver(?:y|ies)|transfers?|moves?|rides?|trips?|runs?|jobs?|things?|ones?|stuff|suitcases|bags|boxes)';
const KIND = "(?:(?!(?:from|to|with|and|or|for|of|if)\\b)[\\w'-]+ ){0,3}?";
const I_ARRANGED =
  "(?:that |which )?(?:i|we)(?:'ve| have| had)?(?: ever| just| already)? (?:got |have )?(?:arranged|booked|set up|scheduled|reserved|ordered|planned|have with you|with you|coming up|coming|got coming up|had)\\b";
const YOU_DID =
  "(?:that |which )?(?:you|y'all)(?: guys)?(?:'ve| have|'re| are)? (?:did|took|moved|delivered|picked up|brought|carried|drove|doing|taking|picking up|handled|handling)\\b";
const ASKED =
  /\b(?:how much|what(?:'s| is| was| did| do| does| am| time| day| are)?|when(?:'s)?|which|price|total|cost|status|confirmed|paid|pending|locked in|remind|tell me|is|was|has)\b/;
const TIMED =
  "(?:coming up|upcoming|(?:this|next|last) (?:week|month|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|in a few days|(?:right |just |shortly )?(?:before|after|around|over) (?:christmas|thanksgiving|labor day|memorial day|new year'?s?|the holidays|easter)|in (?:january|february|march|april|may|june|july|august|september|october|november|december))";

const TOLD: readonly RegExp[] = [
  new RegExp(`\\b(?:the|that|those|my|our) ${KIND}${BOOKED}[^.?!,]{0,12} ${I_ARRANGED}`),
  new RegExp(`\\b(?:the|that|those|my|our) ${KIND}${BOOKED} ${YOU_DID}`),
  new RegExp(`\\b(?:that|my|our) ${KIND}${BOOKED}[^.?!,]{0,30}? ${TIMED}\\b`),
  new RegExp(
    `\\bmy (?:next|upcoming|last|latest|previous|coming) (?:\\w+ )?(?:mini move|petite move|standard move|full move|airport transfer|standard delivery|${BOOKED})\\b`,
  ),
];
const MONEY: readonly RegExp[] = [
  /\b(?:what|how much) (?:was|were|am|are) (?:i|we) (?:\w+ )?(?:quoted|paying|charged|billed|being charged)\b[^.?!]*\b(?:my|the|that|our|on|this|next|last)\b/,
  /\b(?:what|how much) did (?:i|we) (?:end up |actually |finally |have to )?(?:pay(?:ing)?|spend(?:ing)?)\b/,
  /\bdid (?:that|it|the last one) (?:run|set|cost) (?:me|us)\b/,
  /\bdid (?:that|it) (?:come|add up) to in the end\b/,
  /\bremind me (?:of )?(?:what|how much|when|which)\b[^.?!]{0,30}\b(?:i'm|i am|we're|we are|i|we|my|our)\b/,
];
const COMING =
  /\bwhat\b[^.?!]{0,15}\b(?:do|have) (?:i|we) (?:have |got )?(?:coming up|lined up|scheduled|on the books)\b/;
/** A wish for something new, a rule or a change. */
const NOT_OWN =
  /\b(?:if|what if|would it|could i|can i|can you|could you|want to|need to|like to|change|cancel\w*|resched\w*|add|refund|policy|late|lost|damaged|missing|broken|broke|insur\w+|instead|tip)\b/;

/** Whether a normalised request asks of a booking that it tells by its kind, its time or its maker. */
export function asksIndirectly(text: string): boolean {
  if (NOT_OWN.test(text)) return false;
  if (COMING.test(text) || MONEY.some((signal) => signal.test(text))) return true;
  return ASKED.test(text) && TOLD.some((signal) => signal.test(text));
}

/** "My upcoming mini move, how much is it?": the question stays beside what it is about. */
export const keepQuestionBeside = (text: string): string =>
  asksIndirectly(text) || asksOfOthersBooking(text) || OF_CERTIFICATE.test(text)
    ? text.replace(/, (?=(?:what|how|is|was|when|which|did|can you|could you)\b)/g, ' - ')
    : text;

const OF_CERTIFICATE =
  /^(?!.*(?:\d|\b(?:petite|standard|full|move|delivery)\b)).*\b(?:coi|certificates?)\b[^.?!,]{0,20}, (?:what|how much) (?:does|is|would|will) (?:it|that|one)\b/;
