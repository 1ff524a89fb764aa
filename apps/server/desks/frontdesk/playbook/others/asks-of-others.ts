import { keepReadings } from '@deskbell/clerk';
import { DESCRIBED, maskPersons, NAMED, PERSON, RELATED } from './mask-persons.ts';

// A question whether, when, where, what or how much about a person who is not the customer.

const AUXILIARY =
  "(?:is|are|was|were|did|does|do|has|have|had|will|isn't|aren't|didn't|doesn't|hasn't|haven't|wasn't)";
const QUESTION =
  "(?:what|when|where|which|why|whether|if|how|how much|how many|how often|what's|when's|where's|who)";
/** What a customer of ours does. */
const DEALS =
  '(?:book\\w*|order(?:s|ed|ing)?|reserv\\w+|pay(?:s|ing)?|paid|ow(?:e|es|ed)|spen[dt]\\w*|mov(?:e|es|ed|ing)|schedul\\w+|sen(?:d|ds|t|ding)|shipp?\\w*|pick(?:s|ed|ing)?|cho(?:se|osing)|chosen|took|taken?|leav(?:e|es|ing)|left|going|goes|coming|travel\\w*|fl(?:y|ies|ying|ew)|cancel\\w*|arriv\\w*|liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|due|tipp?\\w*|receiv\\w*|deliver\\w*|get(?:s|ting)?|got|us(?:e|es|ed|ing))';
/** Of relations less says it: whether a wife uses or gets something is asked of the rules as well. */
const DEALS_OF_RELATED =
  '(?:book\\w*|order(?:s|ed|ing)?|reserv\\w+|pay(?:s|ing)?|paid|ow(?:e|es|ed)|spen[dt]\\w*|mov(?:e|es|ed|ing)|schedul\\w+|sen(?:d|ds|t|ding)|shipp?\\w*|pick(?:ed|ing)?|cho(?:se|osing)|chosen|took|leav(?:e|es|ing)|travel\\w*|fl(?:ies|ying|ew)|cancel\\w*|getting|going)';
const LISTED =
  '(?:(?:still |also |already )?(?:on|in) (?:your|the|that|this|our|my) (?:\\w+ )?(?:list|schedule|books?|calendar|system|route|records?|files?|database|truck|van|waiting list|waitlist)|(?:still )?(?:down|on) for|a (?:\\w+ )?(?:customer|client)|one of your|confirmed|all set)';
const BOOKED =
  '(?:bookings?|orders?|reservations?|appointments?|pick-?ups?|deliver(?:y|ies)|transfers?|moves?|trips?|jobs?|shipments?)';
/** What is kept of a customer. */
const DATA =
  '(?:booking|order|reservation|appointment|account|status|history|profile|phone|cell|mobile|number|e-?mail|invoice|receipt|bill|tracking|confirmation|schedule|address(?:es)?|date|time slot|new place)s?';
const GOODS =
  '(?:boxes|bags?|stuff|things|luggage|suitcases?|surfboards?|items|pieces|truck|van|driver)';
/** What asks for something without a question. */
const TELL =
  '(?:tell|show|give|send|read|list|find|look(?:ing)? up|check|see|know|need|share|reveal|confirm|want|wonder\\w*|curious|get me|pull up|open|search|remind)';

/** A rule of the company, for whoever it is: "does my wife have to be home". */
const IS_RULE = new RegExp(
  `\\b(?:does|do|did|is|are|will|would|if|when) ${PERSON} (?:also |even |then |still |really )?(?:need|have to|has to|must|got to|gotta|required?|supposed|allowed|able|expected|(?:be |get )?(?:charged|covered|insured|called|notified|reached)|safe|welcome)\\b`,
);

interface Signal {
  /** What it is, for who reads a failure. */
  readonly says: string;
  readonly pattern: RegExp;
}

const signal = (says: string, ...parts: readonly string[]): Signal => ({
  says,
  pattern: new RegExp(parts.join('|')),
});

/** On a text with signs in place of persons. */
const SIGNALS: readonly Signal[] = [
  signal(
    'is Nina on your list',
    `(?<!\\b(?:we|you|i|and|who|name) )\\b${AUXILIARY} (?:you |there )?(?:already )?(?:§[nd])(?!'s (?:\\w+ )?(?:ok|okay|fine|free|covered|available)\\b)(?!')`,
  ),
  signal(
    "look up my sister's",
    `\\b(?:look(?:ing)? up|pull up|check|show|find|open|get|see)(?: me| us| also)? (?:${RELATED})(?:'s?)?(?: (?:ones?|too|as well|also|please|now|then|for me|status|info|details|${BOOKED}))*(?:[?.!,]|$)`,
  ),
  signal(
    'is my husband moving',
    `\\b${AUXILIARY} (?:already )?${RELATED} (?:\\w+ ){0,3}?(?:${DEALS_OF_RELATED}|${LISTED}|(?:have|got) an? (?:\\w+ )?${BOOKED})\\b`,
  ),
  signal(
    'where is Lucas',
    `\\b(?:what|when|where|how|who)'?s ${NAMED}(?!')`,
    `\\b${NAMED}'s (?:address|account|phone|number|e-?mail|invoice|status)\\b`,
  ),
  signal(
    "when is Nina's delivery",
    `\\b(?:${QUESTION}|${TELL}|any)\\b[^.?!]{0,30} ${PERSON}'s? (?:\\w+ ){0,2}?${DATA}\\b(?! (?:is|was) \\d)`,
  ),
  signal(
    "has Nina's delivery arrived",
    `\\b(?:is|are|was|were|did|has|have|when's|where's|how's) (?:you (?:\\w+ )?\\w+ing (?:up )?)?${PERSON}(?:'s?|s')? (?:\\w+ ){0,2}?(?:${BOOKED}|${GOODS})\\b(?=[^.?!]*(?:[?.!]|$))(?![^.?!]*\\b(?:free|included|covered|allowed|ok|okay|safe|possible|too)\\b)`,
  ),
  signal(
    'what time are you picking up her stuff',
    `\\b(?:when|where|what time|what day|which day|how) (?:are|do|did|will|were) you (?:\\w+ ){1,4}(?:for |to |at |from |with )?${PERSON}\\b(?![^.?!]*\\b(?:can|could|charge)\\b)`,
  ),
  signal(
    'tell me where Omar lives',
    `\\b${TELL}\\b[^.?!]{0,25}\\b${QUESTION} (?:\\w+ ){0,2}?${PERSON} (?:\\w+ ){0,2}?(?:${DEALS}|is|was|has|${LISTED})\\b`,
  ),
  signal(
    'what Sarah paid',
    `\\b(?:what|which|when|where|how much|how many|why|how come)(?: \\w+){0,2} (?:§[nd]) (?:\\w+ )?${DEALS}\\b`,
  ),
  signal(
    "when Daniel's suitcases get to the airport",
    `\\b(?:when|where|what(?:'s| is| was| were) in|how many|what) (?:do |does |did |are |will )?§[nd]'s? (?:\\w+ )?(?:${GOODS}|${BOOKED})\\b`,
  ),
  signal(
    'everything about Ellen',
    `\\b(?:everything|anything|something|more|all|info\\w*|details?|data) (?:that )?(?:you (?:have|know|got) )?(?:about|on|of|for|from) §[nd]`,
    `\\b(?:true|heard|rumou?r\\w*) (?:that )?§[nd]`,
    `\\b(?:made|placed|booked|paid|ordered|sent|cancelled) by §[nd]`,
  ),
  signal(
    'do you know Julia Roberts',
    `\\b(?:do|does|did|have|has|are|were|will) (?:you|totetaxi)(?: guys)? (?:\\w+ )?(?:know|have|serve|mov(?:e|ed|ing)|work(?:ed|ing)? (?:with|for)|got|delivering (?:\\w+ )?(?:to|for)|pick(?:ed|ing)? up (?:from|for)|(?:go|going|coming|driving) to) (?:an? |anything (?:for|from|to) )?(?:§[nd])(?!')`,
  ),
  signal(
    'look up Ellen',
    `\\b(?:show|look up|look for|check|find|pull up|open|search|search for|list|read)(?: (?:me|out|up|on|for|about|whether|if|all|everything|the|name|customer|account|person|of|an?)){0,4} (?:§[nd])(?!'s (?:boxes|bags)\\b)`,
  ),
  signal(
    'any bookings for Haddad',
    `\\b(?:any|the|a|which|what) (?:\\w+ )?(?:${BOOKED}|record|address|number|account)s? (?:for|of|from|by|under|in the name of|with) (?:the name |name )?(?:§[nd])(?=[^.?!]*(?:\\?|\\b(?:is|are|on file|there|yet|already|on (?:the )?\\d|on \\w+day)\\b|$))`,
    `^(?:is|are|was|were) there\\b[^.?!]*\\b${BOOKED}\\b[^.?!]*${PERSON}`,
  ),
  signal(
    'maya@example.com - what is booked there',
    `^${NAMED}(?! here)(?: ?[,:;-]+| )[^.?!]*\\b(?:booked|booking|order|status|address|how much|paid)\\b`,
  ),
  signal(
    "I am Daniel's wife",
    `\\b(?:i'm|i am|this is|calling (?:for|from|about)|as|on behalf of|asking for) (?:${NAMED}|the ${NAMED})'s \\w+\\b(?=[^?]*\\b(?:booking|order|reservation|status|(?:he|she|they|her|his|him|their)|our (?:move|delivery)|address)\\b)`,
  ),
];

/** Of things of others that came to the customer, and the name on them. */
const FOUND =
  'found|find|got|received|ended up|came|left with|delivered|given|mix(?:ed)?[- ]?up|by mistake|wrong';
const TAGGED =
  'name|tag|label|tagged|label+ed|marked|addressed|somebody|someone|other person|another|not (?:ours|mine)';
const WHERE_TO =
  '(?:where|whose|who|what|how)\\b[^?]*\\b(?:belong\\w*|supposed|meant|going|go|lives?|number|address|owner|reach|return|name|it for)';

const ABOUT_IT =
  '(?:(?:to|at|for|from) (?:which|what|where)|(?:is|was) that (?:right|true|so|correct)|what time|which (?:day|address|service|size|one)|what (?:day|date|address|for|exactly)|(?:how much|where|when|what) (?:is|are|was|did|does|has) (?:he|she|they|that|it|his|her|their))\\b(?! (?:do|should|can|could|would|will|works?|is (?:free|open|cheap)) )';

/** The whole message: whom one sentence names, another asks about. */
const ACROSS: readonly Signal[] = [
  signal(
    'my ex is moving on the 15th, to which address',
    `${PERSON} (?:who |that )?(?:\\w+ )?(?:is|has|had|says?|said|told|was|did|booked|ordered|made|placed)\\b[^.?!]{0,60}\\b(?:book\\w*|order\\w*|moving|pick-?up|delivery|reserv\\w*|you (?:come|deliver|pick|move|bring))\\b[^?!]{0,40}\\b${ABOUT_IT}`,
    `${PERSON} (?:\\w+ )?(?:booked|ordered|reserved)\\b[^?!]{0,60}\\b(?:can|could) you (?:read|tell|show|give|look|check|see|find)\\b`,
    `${DESCRIBED},? (?:when|where|what|how much|which)\\b`,
  ),
  signal(
    'my neighbor is Grace. When do you come for her bags',
    `${PERSON}[^?]{0,90}[.?!,;] (?:and |so )?(?:what|when|where|how much|how many|which|why|who|did|does|has|have|is|are|was|were)(?: \\w+){0,2}? (?:is|are|was|were|did|do|does|has|have|will|'s)\\b[^.?!]*\\b(?:he|she|they|him|her|them|his|their|hers|theirs)\\b`,
    `${PERSON}[^?]{0,90}[.?!,;] (?:and |so )?(?:did|does|has|have|is|are|was|were) (?:he|she|they|his|her|their)\\b[^.?!]*\\b(?:${DEALS}|${BOOKED}|${LISTED})`,
  ),
  signal(
    'a box with the name Rosa on it ended up with us',
    `\\b(?:${FOUND})\\b[^?]{0,80}(?:§[nd]|\\b(?:${TAGGED})\\b)[^?]*\\b${WHERE_TO}\\b`,
    `(?:§[nd]|\\b(?:${TAGGED})\\b)[^?]*\\b(?:${FOUND})\\b[^?]*\\b${WHERE_TO}\\b`,
  ),
];

/** Whether a normalised text asks about a person who is not the customer. */
export const asksOfOthers = keepReadings(
  (text: string): boolean => findsAny(SIGNALS, text),
  (text) => text,
);

/** The same for a whole message, of which one sentence names a person and another asks. */
export const asksOfOthersAcross = keepReadings(
  (text: string): boolean => findsAny(ACROSS, text),
  (text) => text,
);

function findsAny(signals: readonly Signal[], text: string): boolean {
  const masked = maskPersons(text);
  if (IS_RULE.test(masked)) return false;
  return signals.some(({ pattern }) => pattern.test(masked));
}
