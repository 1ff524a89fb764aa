import { changesOwnGoods } from '../changes-own-goods.ts';

// Words about bookings that exist, the customer's own.

/** Questions about a customer's own bookings that name none. */
const OWN_BOOKING =
  /\b(?:when|where|what time|what day)(?:'s| is| are| does) (?:the |my |our )?(?:next|upcoming|last|latest) (?:one|pick-?up|booking|order|move|delivery|transfer|trip|reservation)\b|\b(?:is|was|has|did|are|have) (?:the|my|our|that|it|this|they) ?[^.?!]{0,25}\b(?:paid|go(?:ne)? through|been (?:paid|received|processed|confirmed))\b|\b(?:is|was|are) (?:the|my|our|that) (?:\w+ ){0,2}(?:one|booking|order|reservation|move|delivery|transfer|pick-?up) (?:confirmed|cancell?ed|pending|completed|still on)\b|\bdid (?:the|my|our) payment\b|\b(?:the|that) (?:booking|order|reservation) (?:that )?(?:i|we)(?:'ve| have)? (?:just |already )?(?:made|placed|did|booked)\b|\b(?:you've got|you have|you got|got|have you got|do you have) (?:me|us) (?:down|booked|scheduled|on the (?:schedule|list|calendar))\b|\b(?:did|have|has) (?:i|we) (?:already |actually |even |just )?(?:pay|paid)\b(?! you)|\b(?:which|what|any|one) of (?:my|our) (?:\w+ )?(?:bookings?|orders?|reservations?|moves|jobs)\b|\bam i (?:booked|scheduled|confirmed|all set)\b|\b(?:the|that) (?:\w+ )?(?:jobs?|one|move|booking|order|pick-?up|transfer|delivery|trip)s? (?:that )?(?:i|we)(?:'ve| have|'ve got)? (?:got|have|booked|scheduled|coming)\b|\b(?:the|that|my) (?:\w+ )?(?:one|job|booking|move|pick-?up|transfer|delivery) (?:on|for|of) [^.?!]{2,20}\b(?:paid|confirmed|pending|still on|go through)\b|\bi have (?:anything|something) (?:booked|scheduled)\b|\b(?:did|have) you (?:already )?charged? (?:me|my card)\b|\b(?:how much|what) do i (?:still )?owe\b|^(?:my |the )?(?:last|latest|next|newest|upcoming|previous) (?:booking|order|reservation|move|delivery)s?[?.!]*$|\b(?:any|which) (?:pending|paid|unpaid|confirmed|cancell?ed|completed|open|upcoming) (?:bookings?|orders?|reservations?)\b/;
const BOOKINGS =
  /\b(?:status|where(?:'s| is| are)|when(?:'s| is)|check(?: on)?|show|list|see|look ?up|find|track(?:ing)?|view|any (?:news|updates?|word) (?:on|about|of)|what about|has|is|are|did|do i have)\b[^.?!]{0,40}\b(?:my|our) (?:\w+ ){0,2}?(?:bookings?|orders?|reservations?|appointments?|deliver(?:y|ies)|pick-?ups?|luggage|bags?|stuff|things|move|driver|payment|transfer)\b(?! (?:protected|safe|covered|insured|guaranteed))|\b(?:anything|something|stuff) booked\b|\bis (?:my|our) \w+ (?:thing|one|job|run|trip) (?:still )?(?:happening|on|confirmed|booked|paid)\b|\b(?:booking|order|reservation) status\b|\bstatus of (?:my|the|booking|order)\b|\btt-?\d{3,}\b|\b(?:booking|order|reservation)(?: (?:number|no\.?))? ?#? ?\d{3,}\b|\b(?:my|any) (?:upcoming|existing|current|open|next|latest|recent|last|active) (?:bookings?|orders?|reservations?|move|delivery|pickup)\b|^(?:my )?(?:bookings?|orders?|reservations?)[?.!]?$|\bdo i have (?:any |a )?(?:upcoming )?(?:bookings?|orders?|reservations?)\b/;
const HISTORY =
  /\b(?:(?:booking|order|purchase|customer)s? history|(?:past|previous|old|earlier|prior) (?:bookings?|orders?|moves?|reservations?|deliveries)|how (?:much|many)\b[^.?!]{0,30}\b(?:have i|did i|i've|i have)\b[^.?!]{0,25}\b(?:spent|spend|booked|paid|used|ordered|done|made)|how (?:many|much)\b[^.?!]{0,20}\b(?:bookings|orders|moves) (?:have i|do i have|did i)|how (?:often|many times) (?:have|did|do) (?:i|we)\b|how many (?:bookings|orders|moves|trips) (?:in total|total|altogether|so far)|(?:total|sum|altogether|all together|overall|so far|to date)\b[^.?!]{0,25}\b(?:i|we)(?:'ve| have)? (?:paid|spent)|(?:i|we)(?:'ve| have)? (?:paid|spent)\b[^.?!]{0,25}\b(?:in total|total|altogether|all together|overall|so far|to date|all time)|how much\b[^.?!]{0,15}\b(?:have|did) (?:i|we) (?:given?|paid?) (?:to )?you\b|(?:lifetime|total|all[- ]time) (?:spent|spend|spending)|all (?:of )?my (?:bookings|orders))\b/;
/** More pieces for an order that exists. */
const ADD_TO_ORDER =
  /\badd(?:ing)?\b[^.?!]{1,40}\bto (?:my|our|the|an) (?:existing |current )?(?:booking|order|reservation|delivery|move)\b/;
const LESS = /\b(?:take|taking|remov\w+|leav\w+|drop\w*|fewer|less)\b/;
const ADDS_PIECES = /\b(?:bags?|items?|pieces?|box(?:es)?|suitcases?|luggage|duffels?|things?)\b/;

const BOOKED =
  '(?:bookings?|orders?|reservations?|appointments?|pick-?ups?|deliver(?:y|ies)|transfers?|moves?)';
const BOOKED_OR_RIDE = `(?:${BOOKED}|rides?|trips?|runs?|jobs?)`;
/** What stands between "my" and "booking": a day, a kind, a number. */
const BESIDE =
  "(?:(?!(?:from|to|with|in|at|on|and|or|for|of|into|by|is|are|the|my|our|a|an)\\b)[\\w'/-]+,? ){0,4}?";
const CHANGE =
  '(?:chang(?:e|ing)|move|moving|push|postpon(?:e|ing)|re-?schedul(?:e|ing)|switch|shift|updat(?:e|ing)|edit|modify|amend|correct|swap|delay|adjust|alter|bring forward|put off)';
const CHANGES_BOOKING = new RegExp(
  [
    `(?<!\\b(?:any|an|no|the|some|for|every) )\\b${CHANGE}\\b(?: back| up)? (?:[\\w'-]+ ){0,4}?(?:my|our|existing) ${BESIDE}${BOOKED}\\b`,
    `\\b${CHANGE}\\b[^.?!]{0,40}\\b(?:the|an?|that|this) ${BESIDE}${BOOKED} (?:that )?(?:i|we)(?:'ve| have)? (?:just |already )?(?:made|placed|did|booked|have)\\b`,
    `\\b(?:wrong|incorrect|mistake|typo|error)\\b[^.?!]{0,30}\\b(?:in|on|with|for) (?:my|our|the|that|this|yesterday's|today's|last week's) ${BESIDE}(?:booking|order|reservation)\\b`,
    '\\b(?:i|we) (?:booked|put in|entered|chose|picked|gave) (?:you )?(?:the|a) wrong \\w+',
    '\\b(?:chang(?:e|ing)|edit|modify|amend|updat(?:e|ing)) an? (?:existing )?(?:booking|order|reservation)\\b',
    `\\b${CHANGE}\\b[^.?!]{0,40}\\btt-?\\d{2,}`,
    `\\b${CHANGE}\\b[^.?!]{0,30}\\b(?:after (?:i|we)(?:'ve| have)? (?:booked|ordered|placed)|after (?:booking|ordering)|(?:i|we)(?:'ve| have)? already (?:booked|placed|ordered|made)|already (?:placed|booked))\\b`,
    '\\bre-?schedul',
  ].join('|'),
);
/** "Did TT-000010 really get cancelled?" asks; "cancel TT-000010" wants something done. */
const ASKS_STATUS =
  /\b(?:did|was|were|is|are|has|have|got|get|been|why|if|whether)\b[^.?!]{0,40}\b(?:cancell?ed|refunded|paid|confirmed|completed|delivered|moved|rescheduled|received|processed|gone through)\b|\bget cancell?ed\b/;
const NUMBERED = /\btt-?\d{3,}\b/;
const OF_MINE = new RegExp(
  `\\b(?:which|any|what|one|all|how many) (?:one )?of (?:my|our) ${BESIDE}${BOOKED}\\b|\\b(?:after|before|besides|following) my ${BESIDE}(?:booking|order|reservation)\\b|\\b(?:mark|set|flag|register)\\b[^.?!]{0,10}\\bmy ${BESIDE}${BOOKED} (?:as|to) |\\b(?:what|when|where)\\b[^.?!]{0,30}\\bmy ${BESIDE}(?:booking|order|reservation)\\b`,
);

/** "What did I book?", "I forgot when my move is". */
const DID_I = new RegExp(
  `\\b(?:what|when|where|which \\w+|what \\w+) (?:did|have) (?:i|we) (?:last |just |already |ever )?(?:book|order|reserve|schedule)(?:ed|d)?\\b|\\b(?:booked|scheduled|reserved) (?:in|under|on) (?:my|our) (?:name|account)\\b|\\b(?:forgot|don't remember|can't remember|don't know|remind me)\\b[^.?!]*\\b(?:my|our) ${BESIDE}${BOOKED}\\b|^(?:show |list |see )?(?:me )?(?:all )?my (?:bookings|orders|reservations),? (?:please|now)[.!]*$`,
);

/** "How much was my move in November?", "what did I pay you for the ride?" */
const OF_THE_PAST = new RegExp(
  `\\b(?:how much|what|when|where|which day|what day) (?:was|were|did)\\b[^.?!]{0,20}\\b(?:my|our) ${BESIDE}${BOOKED_OR_RIDE}\\b|\\b(?:what|how much) (?:did|have) (?:i|we) (?:pay|paid|spend|spent)\\b(?! (?:for )?(?:it|that|this)\\b)|\\bwhen did (?:i|we) (?:last )?(?:move|travel|ship)\\b|\\bwhat(?:'s| is) (?:happening|going on|up|new|the (?:state|matter)) (?:with|of) (?:my|our) ${BESIDE}${BOOKED_OR_RIDE}\\b`,
);
/** "I have something with you on December 5, right?" */
const HAVE_WITH_YOU =
  /\b(?:i|we)(?:'ve| have| had| do have)? (?:got |have |had )?(?:something|anything|a \w+|an \w+|one|two|some \w+) (?:with you|booked|reserved|scheduled|arranged|planned with you)\b|\b(?:i'm|i am|we're|we are) (?:booked|down|scheduled) (?:for|on|with)\b/;
/** The customer's own booking, named in passing: "cancel my airport transfer". */
const OWN = new RegExp(
  `\\b(?:my|our) ${BESIDE}${BOOKED_OR_RIDE}\\b|\\b(?:i|we)(?:'ve| have)? (?:already |just )?booked (?:an?|the|my|our) ${BESIDE}${BOOKED_OR_RIDE}\\b|\\btt-?\\d{3,}`,
);

/** Whether a normalised request names a booking of the customer's own. */
export const namesOwnBooking = (text: string): boolean =>
  OWN.test(text) || CHANGES_BOOKING.test(text) || changesOwnGoods(text);

/** Whether a normalised request wants a booking changed that exists. */
export const changesBooking = (text: string): boolean =>
  CHANGES_BOOKING.test(text) && !asksStatus(text);

/** More pieces for an order that exists; the policies that answer it. */
export const addsToOrder = (text: string): 'pieces' | 'other' | undefined => {
  if (changesOwnGoods(text)) return LESS.test(text) ? 'other' : 'pieces';
  if (!ADD_TO_ORDER.test(text) && !/\badd(?:ing)?\b[^.?!]{1,40}\btt-?\d{2,}/.test(text)) {
    return undefined;
  }
  return ADDS_PIECES.test(text) ? 'pieces' : 'other';
};

/** Whether a normalised request asks how a numbered booking stands. */
export const asksStatus = (text: string): boolean => NUMBERED.test(text) && ASKS_STATUS.test(text);

/** Whether a normalised request asks about the customer's own bookings. */
export const isAboutBookings = (text: string): boolean =>
  [BOOKINGS, OWN_BOOKING, OF_MINE, DID_I, OF_THE_PAST, HAVE_WITH_YOU].some((signal) =>
    signal.test(text),
  );

export const isAboutHistory = (text: string): boolean => HISTORY.test(text);

/** "Which of my orders got cancelled" is no question about the rules. */
export const asksOfMine = (text: string): boolean => OF_MINE.test(text) && ASKS_STATUS.test(text);
