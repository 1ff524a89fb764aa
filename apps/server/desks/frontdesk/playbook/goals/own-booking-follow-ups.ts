import type { Goal, Memory } from '../memory.ts';
import { isTopic } from '../memory.ts';

// What a message wants of the customer's own bookings, right after they were spoken about.

const LEAD =
  '^(?:(?:and|ok(?:ay)?|so|but|oh|thanks|thank you|great|good|fine|hm+|right|alright|also|then|now|sorry|wait|please),?[.!]* )*';
const from = (...parts: string[]): RegExp => new RegExp(LEAD + parts.join(''));

const NAMED = [
  'it|that|this|they|(?:that|this|the(?: \\w+){0,2}?) one',
  '(?:the|that|this|my) (?:\\w+ ){0,3}?(?:booking|order|reservation|transfer|move|delivery|pick-?up|trip|ride|job)',
  'the (?:first|second|third|fourth|fifth|1st|2nd|3rd|last|latest|other|next)(?: one)? of (?:them|these|those|the (?:two|three|four|five|lot))',
] as const;
const ONE = `(?:${NAMED.join('|')})`;

/** "As it stands", before any change. */
const AS_IT_IS =
  '(?:the way (?:it|that) is|as (?:it|that) (?:is|stands)|without the change|before the change|right now|now|currently|at the moment|so far|today)';

/** What a booking has: "and the total?", "which day is it?", "what's its number?". */
const PARTS: readonly RegExp[] = [
  // "And the total?"
  from(
    "(?:(?:what|which|how much)(?:'s| is| was| were| are)? )?(?:the|its|my|that|their) (?:\\w+ )?",
    '(?:total|price|amount|cost|sum|number|reference|date|day|status|pick-?up(?: day| date)?)s?',
    `(?: of ${ONE})?(?: again| then| please| exactly| for (?:it|that))*[?.!]*$`,
  ),
  // "What did that one cost?", "what would that one have cost me?"
  from(
    `(?:what|how much)(?:'s| is| was| were| am| are| does| did| do| would| will)? (?:i |we )?(?:pay |paid |paying |owe )?(?:for )?${ONE}`,
    `(?: (?:in the end|left|due|have|be|been|cost|costs|come|came|to|at|me|us|in total|altogether|again|then|total|worth|${AS_IT_IS}))*[?.!]*$`,
  ),
  // "How much exactly?"
  from(
    'how much(?: (?:exactly|precisely|in total|altogether|then|again|was that|is that))*[?.!]*$',
  ),
  // "The latest of them, what is its price?"
  from(`(?:what about |how about )?${ONE}[,:;] (?:what|how much|when|where|is|was)\\b`),
  // "What service was that again and what does it cost?"
  /\b(?:what|which) (?:(?:kind|type|sort) of )?(?:service|trip|job) (?:is|was|were) (?:it|that|this)\b/,
  // "What was the booking number again?", "which reference do I quote?"
  /\b(?:booking|order|reservation|reference|confirmation|its|the) (?:number|no\.?|code|id|reference)\b/,
  /\b(?:what|which|the|my|a) reference\b/,
  /\b(?:what|which) (?:\w+ )?(?:number|reference|code|id) (?:do|should|shall|must|can|would|will) (?:i|we)\b/,
  /\b(?:number|reference) (?:of|for) (?:it|that|this)\b|\b(?:which|what) number (?:is|was) (?:it|that|this)\b/,
  /\b(?:left|still|remains|due) to (?:be )?(?:pay|paid)\b|\bdo (?:i|we) (?:still )?owe\b/,
  from(
    `(?:when|where|what time|what day|which day|what date)(?:'s| is| was| were| are| does| did| will| would)? ${ONE}`,
    '(?: (?:again|happening|then|supposed to be|meant to be|scheduled(?: for)?|planned|be|picked up|on|for))*[?.!]*$',
  ),
  from(
    `(?:is|was|has|are|were|did) ${ONE}(?: been| already| also| still| ever| even| really| actually)*`,
    ' (?:paid|confirmed|pending|cancell?ed|completed|on|booked|done|upcoming|go through|happen)\\b',
  ),
  // "And it's paid?", "the second one isn't paid yet, is it?"
  from(
    `${ONE}(?:'s| is| was| isn't| has| hasn't)(?: been| already| also| still| not)*`,
    ' (?:paid|confirmed|pending|cancell?ed|completed|booked)\\b',
  ),
  /\b(?:how many (?:items|bags|pieces|boxes|things|suitcases)|what) (?:is|are|was|were|'s) (?:there )?(?:in|on|part of) (?:it|that|this|the (?:booking|order))\b/,
];

/** Another one of them: "the one before that", "which one was cancelled?". */
const OTHERS: readonly RegExp[] = [
  /\b(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last|next|other|latest|newest|earlier|previous)(?: one|$|\?)/,
  /\b(?:the|any|an?) (?:\w+ ){0,3}?(?:one|ones|ride|trip|move|transfer|delivery|booking|order)s? (?:before|after|following|earlier|prior)\b/,
  /\b(?:which|what|any|are|is|was|were)(?: one| ones)?(?: of (?:them|those|these))? (?:is|are|was|were|got|has been|have been)? ?(?:still )?(?:paid|unpaid|confirmed|pending|cancell?ed|completed)\b/,
  // "Which one is still waiting for payment?"
  /\b(?:which|what|any|are|is)\b[^.?!]{0,30}\b(?:(?:awaiting|waiting (?:for|on)) (?:my |the |a )?payment|unpaid|(?:not|isn't|hasn't been) (?:yet )?paid)\b/,
  // "And which is the cheapest?", "which of these is still to be paid?"
  from(
    "(?:which|what)(?: one)?(?: of (?:them|these|those))?(?:'s| is| was| are)(?: still| not| yet)*",
    ' (?:the )?(?:cheapest|(?:most|least) expensive|dearest|biggest|smallest|unpaid|open|due|owed|outstanding|(?:left |yet )?to (?:be )?(?:pay|paid)|not paid|unpaid)\\b',
  ),
  // "What about the one on the 26th?"
  from(
    '(?:(?:what|how) about |(?:what|how much|when|where)(?: is| was| will| did)? (?:i pay for )?|(?:is|was|has) )?',
    'the (?:one|booking|order|move|delivery|transfer|ride|trip) (?:on|for|of|from|in) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)|\\w+day|(?:january|february|march|april|may|june|july|august|september|october|november|december)|\\d{1,2}/\\d{1,2})\\b',
  ),
  from(
    '(?:(?:what|how) about |what (?:is|was) |how much (?:is|was) |when (?:is|was) )?',
    'the (?:paid|unpaid|confirmed|pending|cancell?ed|completed|(?:most|least) expensive|cheapest|airport|mini|\\w+day|(?:january|october|november|december))',
    '(?: (?:one|ones|booking|order|move|delivery|transfer|ride|trip))?[?.!]*$',
  ),
  /^(?:and )?when did (?:i|we) (?:move|travel|fly|book|order|ship|send)\b/,
];

/** "And how many are still to come?" */
const COUNTS_THEM =
  /^(?:and |so |ok,? )*how many (?:of (?:them|those|these) )?(?:are|were|have been|is|do i have) (?:already |still |all )?(?:completed?|done|finished|over|upcoming|to come|coming(?: up)?|left|in total|there(?: in total)?)\b/;

const CHANGES_IT =
  /\b(?:change|move|push|reschedule|postpone|switch|correct|edit|update|add|amend|alter|bring)\b[^.?!]{0,45}\b(?:it|that|this|that one|this one|the (?:\w+ )?(?:booking|order|reservation|transfer|move|delivery|pick-?up|day|date|address|terminal|time|number))\b/;
/** "Can it be an hour later?" */
const MOVES_IT =
  /\b(?:can|could|may) (?:it|that|they|the \w+|we|you|i) (?:please )?(?:be|come|happen|take place|make|have|get|do)\b[^.?!]{0,30}\b(?:earlier|later|another|different|moved|changed|instead|other)\b/;
const MAY_I =
  /\b(?:can|could|may|is it|possible|too late|how (?:do|can|would)|able to|allowed|still)\b/;
const CANCELS_IT =
  /\b(?:cancel|call off|drop|scrap)\b[^.?!]{0,12}\b(?:it|that|this|that one|this one|the (?:\w+ ){0,2}?(?:booking|order|one|transfer|delivery|move))\b/;

const fits = (text: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => pattern.test(text));

const MOST_WORDS = 14;

/**
 * What a message goes on with when it is about bookings that were spoken about: their details, or
 * the rule for a change of them. Undefined when it is about something else.
 */
export function followUpOfBookings(
  memory: Memory,
  text: string,
  real: readonly Goal[],
): Goal | undefined {
  if (memory.shown.length === 0 && memory.meant === undefined) return undefined;
  if (text.split(' ').length > MOST_WORDS || real.includes('history')) return undefined;
  if (CANCELS_IT.test(text)) return 'policy:cancellation';
  if ((CHANGES_IT.test(text) && MAY_I.test(text)) || MOVES_IT.test(text)) return 'policy:edit';
  if (!saysNoOrder(memory) || BOOKS.test(text)) return undefined;
  if (COUNTS_THEM.test(text)) return 'history';
  if (fits(text, PARTS) || fits(text, OTHERS)) return 'bookings';
  if (memory.shown.length === 0 || real.some(isTopic)) return undefined;
  return real.length === 0 && REFERS.test(text) ? 'bookings' : undefined;
}

const BOOKS = /\b(?:zip|book (?:a|an|another|it|that|me)|new (?:one|booking|order))\b/;

/** Words of which one alone points at a booking, where nothing else is asked for. */
const REFERS =
  /\b(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last|next|other|latest|newest|upcoming|it|that|those|they|these|paid|pending|confirmed|completed|cancell?ed|status|when|where|deliver\w*|moves?|transfers?|one|ones|both)\b/;

const saysNoOrder = ({ heard: { changed, zips } }: Memory): boolean =>
  zips.length === 0 &&
  [...changed].every((key) =>
    ['day', 'service', 'direction', 'airport', 'flightDay'].includes(key),
  );
