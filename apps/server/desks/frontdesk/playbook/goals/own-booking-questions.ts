import type { Carries } from './carries.ts';

// Questions about the customer's own bookings that a price, a day or a policy could be taken for.

const BOOKED =
  '(?:bookings?|orders?|reservations?|appointments?|pick-?ups?|deliver(?:y|ies)|transfers?|moves?|rides?|trips?|jobs?)';
/** What stands between "the" and "move": a kind, a month, a day. */
const BESIDE = "(?:(?!(?:from|to|with|and|or|for|of|is|are|a|an)\\b)[\\w'/-]+,? ){0,4}?";
const I_HAVE = "(?:i|we)(?:'ve| have)?(?: ever| just| already| all| still)?";
const IS_BOOKED = '(?:booked|reserved|scheduled|ordered|arranged|planned)';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';

/** What is still to be paid of what was booked. */
const OWED: readonly RegExp[] = [
  /\b(?:anything|something|nothing|what(?:'s| is| do| does)?)\b[^.?!]{0,20}\b(?:still|left)\b[^.?!]{0,20}\b(?:pay|paid|owed?|due|pending|open|unpaid|unconfirmed)\b/,
  /\b(?:open|outstanding|unpaid|remaining) (?:balance|amounts?|payments?|bills?|invoices?|bookings?|orders?)\b/,
  /\b(?:anything|something|what(?:'s| is)) (?:of mine )?(?:unpaid|outstanding|overdue|pending|owed)\b/,
  /\bdo (?:i|we) (?:still )?owe (?:you |anything|something|money)|\bam i (?:all )?(?:paid up|square|settled)\b/,
  new RegExp(
    `\\b(?:my|our) ${BESIDE}${BOOKED}\\b[^.?!]{0,25}\\b(?:unpaid|not (?:yet )?paid|isn't paid|isnt paid|aren't paid|arent paid|to be paid)\\b`,
  ),
];

/** All there is. */
const LISTED: readonly RegExp[] = [
  /\bwhat(?:'s| is| do i have)\b[^.?!]{0,20}\b(?:upcoming|coming up|booked|scheduled|planned|lined up)\b[^.?!]{0,15}\b(?:for (?:me|us)|with you|on my end)\b/,
  new RegExp(`\\bmy (?:next |future )?(?:upcoming|coming|current|open|future) ${BOOKED}\\b`),
  /\b(?:what|which|how many|how much)\b[^.?!]{0,25}\bdid (?:i|we) (?:choose|pick|select|put down|enter|ask for|request|sign up for|go (?:for|with))\b/,
  /\b(?:did|have) (?:i|we) (?:already )?(?:add|include|order|book|select|pick|put)(?:ed|d)?\b[^.?!]{0,30}\b(?:to|on|with|for|in|into) (?:my|our|the)\b/,
  /\b(?:was|is|were|are|has|have) (?:any(?:thing)?|something|one|some|none|all) of (?:mine|ours|my \w+|our \w+) (?:been |get |getting )?(?:cancell?ed|paid|confirmed|completed|pending)\b/,
  /\b(?:have|do) (?:i|we) (?:have |got )?(?:an?|any|another|some) (?:[\w-]+ ){1,3}(?:coming(?: up)?|booked|scheduled|planned|lined up|with you)\b/,
  /^(?:so |and )?when are (?:you|they)(?: guys)? (?:coming|picking (?:me|us|it|everything) up|getting here)(?: for (?:my|our) \w+)?[?.! ]*$/,
  /\bam i (?:still )?(?:on|in|down on) (?:your|the) (?:list|schedule|calendar|books?|sheet|system)\b/,
  /\b(?:did|have|has) (?:you|y'all)(?: guys)?(?: ever| already| actually| yet)? (?:gotten|get|got|receive[ds]?|seen?) (?:my|our|the) (?:payment|money|check|deposit)\b/,
  /\bhow long (?:until|till?|before) (?:you|y'all|the driver|your \w+|they|my|our)\b[^.?!]{0,20}\b(?:come|comes|get|pick|here|collect|fetch|pick-?up|move|delivery|transfer)\b/,
  /\b(?:recall|remember|forgot(?:ten)?|sure|know|check)\b[^.?!]{0,12}\b(?:if|whether|what|which|when) (?:\w+ ){0,3}?(?:i|we)(?:'ve| have|'d| had)? (?:booked|ordered|reserved|scheduled|picked|chosen|chose)\b/,
  /\b(?:did|has|have) (?:my|our|the) (?:thing|one|order|stuff|payment|booking) (?:actually |ever |already )?(?:go|gone|went) through\b/,
  new RegExp(
    `\\b(?:list|show|see|tell|give|view|display|pull up|overview|summary|rundown)\\b[^.?!]{0,30}\\b(?:everything|all|anything|what|whatever|things?|stuff|${BOOKED})\\b[^.?!]{0,15}\\b${I_HAVE} (?:got )?(?:${IS_BOOKED}|coming|on file)\\b`,
  ),
  new RegExp(
    `\\bwhat (?:all |else )?(?:do|have) (?:i|we) (?:have |got |all )*(?:${IS_BOOKED}|coming up|on the books|lined up)\\b(?! (?:to|on) (?:pay|move)\\b)`,
  ),
  new RegExp(
    `\\b(?:which|what) (?:\\w+ )?${BOOKED} (?:do|have|did) (?:i|we)(?: have| got| still have| make| made)*(?: with you| coming up| left| now| at the moment)*[?.! ]*$`,
  ),
  /\b(?:anything|something|next|first|what(?:'s| is| do i have)?)\b[^.?!]{0,25}\b(?:on|in|under) my (?:schedule|calendar|account|name|profile|file)\b/,
  new RegExp(
    `\\b(?:are|is|were|was) (?:all|any|both|some|one|none) (?:of )?(?:my|our) ${BESIDE}${BOOKED}\\b`,
  ),
  /\b(?:which|what|when|where)\b[^.?!]{0,20}\bdid (?:i|we) (?:last )?(?:book|order|reserve|schedule)\b/,
  new RegExp(
    `\\b(?:most expensive|cheapest|dearest|biggest|smallest|last|first|latest|newest|next) (?:thing|one|${BOOKED})\\b[^.?!]{0,20}\\b${I_HAVE} (?:${IS_BOOKED}|made|had)\\b`,
  ),
  /\b(?:booking|order|reservation|confirmation) (?:number|no\.?|id|code|reference)\b(?=[^.?!]*\b(?:my|the|for|again|was|is)\b)(?<=\b(?:what|what's|whats|which|give|tell|need|find|forgot|lost|know|have)\b[^.?!]{0,30})/,
  /\bwhat number\b[^.?!]{0,20}\b(?:my|our)\b/,
  /\b(?:did|have|has|was|were|is|got) (?:i|we|you|anything|something|any(?: of (?:it|them|mine))?)(?: been| ever| already| get)? cancell?(?:ed)?\b(?! (?:if|when|before|after|within|without|free)\b)(?! (?:my|our|the|a) [a-z]+ (?:within|before|after)\b)/,
];

/** How many there are, which the sums over all say. */
const COUNTED =
  /\b(?:(?:number|count|amount) of|how many)\b[^.?!]{0,25}\b(?:upcoming|open|completed|past|finished|active|total|cancell?ed|confirmed|of my|my)?\b[^.?!]{0,15}\b(?:bookings|orders|moves|deliveries|transfers|pick-?ups|jobs|trips|reservations)\b[^.?!]{0,25}\b(?:my (?:account|name|profile)|do i have|have i|i have|i've|are mine|of mine|with you|on file|for me)\b|\b(?:number|count) of my (?:\w+ )?(?:bookings|orders|moves|deliveries|transfers|pick-?ups|reservations)\b/;

/** "How many of my bookings are completed?"; of other states only the list tells. */
const COUNTED_DONE = new RegExp(
  `\\bhow many (?:of )?(?:(?:my|our|the) )?${BESIDE}${BOOKED} (?:are|were|have been|did i|have i|did we|have we|do i have|got)\\b[^.?!]{0,15}\\b(?:completed?|done|finished|over|behind|upcoming|coming|ahead|left|to come|in total|altogether)\\b`,
);

/** Whether a normalised request asks how many bookings the customer has. */
export const countsOwnBookings = (text: string): boolean =>
  COUNTED.test(text) || COUNTED_DONE.test(text);

/** Of one whose day is named: its money, its state, its number. */
const OF_A_BOOKING =
  /\b(?:how much|prices?|total|costs?|amount|pay(?:ing)?|paid|charg\w+|bill\w*|number|status|confirmed|pending|settled|locked in|still on|still happening|good to go|all set|which service|what service|what kind|what time|completed|done|finished)\b/;
const MINE_OR_THE = new RegExp(`\\b(?:my|our) ${BESIDE}${BOOKED}\\b`);
const THE = new RegExp(`\\b(?:the|that) ${BESIDE}${BOOKED}\\b`);
const DATED = new RegExp(`\\b(?:\\d{1,2}(?:st|nd|rd|th)|${MONTH} \\d{1,2}|\\d{1,2}/\\d{1,2})\\b`);
const IS_CHARGED =
  /\b(?:am|are|was|were) (?:i|we) (?:paying|charged|being charged|billed|getting charged)\b|\bare you charging (?:me|us)\b|\bhow much do you have (?:me|us) down for\b/;
const STANDS =
  /^(?:(?:hi|hey|and|so|ok),? )*(?:is|was|has|are) .{0,60}\b(?:paid|confirmed|locked in|settled|pending|still on|still happening|good to go|gone through)\b/;
/** "Are we good for Friday?", "I'm all set for the 4th, right?" */
const ALL_SET =
  /\b(?:are we|am i|is (?:everything|it all|it)|we're|we are|i'm|i am) (?:still |all |both )?(?:good(?: to go)?|set|on|confirmed|booked in|in the books) (?:for|on)\b/;
const HAVE_I =
  /\b(?:do|have) (?:i|we) (?:have|got) (?:anything|something|a (?:pick-?up|move|delivery|transfer|booking))\b/;

/** "How much was the November move?": of a booking that is past. */
const WAS = [
  new RegExp(
    `\\b(?:how much|what|when|where|was|were|did)\\b[^.?!]{0,25}\\b(?:the|my|our|that|last) ${BESIDE}(?:${MONTH}|last) ${BESIDE}${BOOKED}\\b`,
  ),
  new RegExp(
    `\\b(?:how much|what|when) (?:was|were|did)\\b[^.?!]{0,20}\\b(?:the|my|our|that) ${BESIDE}${BOOKED}\\b[^.?!]{0,10}\\b(?:in|of|from|on|back in) (?:last )?(?:${MONTH}|month|week|year|summer|fall|spring|winter)\\b`,
  ),
];

/** "I booked something last week, can you tell me when it gets picked up?" */
const HAS_BOOKED = new RegExp(
  `\\b(?:i|we)(?:'ve| have| had)?(?: already| just)? (?:booked|ordered|reserved|scheduled|arranged|(?:made|placed|did) (?:an? )?(?:\\w+ )?${BOOKED})\\b`,
);
const ASKS_OF_IT =
  /\b(?:when|what (?:day|date|time|status|number)|which day|status|is (?:it|that|everything)|was (?:it|that)|picked up|number|find|look (?:it )?up|check|remember|remind|forg[eo]t\w*|show|see)\b/;
const ASKS_A_RULE =
  /\b(?:cancel\w*|refund\w*|chang\w+|mov(?:e|ing) (?:it|that)|re-?schedul\w*|pay|paid|charged|fees?|polic\w+|add|insur\w*|damag\w*|by mistake|wrong|with another|elsewhere)\b/;
/** "Didn't I book a move with you?" */
const DID_NOT_I =
  /\b(?:didn't|haven't|hadn't) (?:i|we) (?:already |just )?(?:book|order|reserve|schedule|made?|placed?|arrange)(?:ed|d)?\b/;

/** Whether a normalised message says that something is booked, and asks about it, in a sentence or in two. */
export const asksOfWhatIsBooked = (text: string): boolean =>
  HAS_BOOKED.test(text) && ASKS_OF_IT.test(text) && !ASKS_A_RULE.test(text);

/** Whether a normalised request asks of a booking the customer has. */
export function asksOfOwnBookings(text: string, carries: Carries): boolean {
  const hasOrder = carries.hasCount || carries.hasSpecialty || carries.hasZip || carries.hasPlace;
  if (hasOrder || /\b(?:if i|what if|policy)\b/.test(text)) return false;
  if ([...OWED, ...LISTED, ...WAS].some((signal) => signal.test(text))) return true;
  if (DID_NOT_I.test(text)) return true;
  if (asksOfWhatIsBooked(text)) return true;
  if (IS_CHARGED.test(text)) return !carries.hasTier || carries.hasDay;
  if (!carries.hasDay) return false;
  if ([HAVE_I, STANDS, ALL_SET].some((signal) => signal.test(text))) return true;
  if (!OF_A_BOOKING.test(text)) return false;
  return MINE_OR_THE.test(text) || (THE.test(text) && DATED.test(text) && !carries.hasTier);
}
