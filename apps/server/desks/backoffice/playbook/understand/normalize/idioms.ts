import { keepReadings } from '@deskbell/clerk';
import type { Rewrite } from './roundabout-wishes.ts';

// Figures of speech for what the rules know by a plain word. Each list is about one thing asked for.

const STATE_OF_SYSTEM: readonly Rewrite[] = [
  [
    /\b(?:ship-?shape|hunky[- ]dory|tickety-?boo|copacetic|peachy|a-ok|firing on all cylinders|(?:running |going |working )?like clockwork|up to (?:scratch|snuff|par)|in (?:good|fine|great|perfect|top|working) (?:nick|shape|order|fettle|health|form|condition))\b/g,
    'ok',
  ],
  [/\bon the (?:technical|tech|technology|it) (?:side|front|end)\b/g, 'with the system'],
  [/\bhow(?:'s| is) (?:the|our) patient\b/g, 'how is the system'],
  [
    /\b(?:how(?:'s| is| far along is| far is)|is|where (?:are we|do we stand|do things stand) with) (?:the |our )?(?:mail |e-?mail |message )?processing(?: of (?:the |our )?(?:e-?mails?|mails?))? ?(?:going|coming along|getting on|doing|looking|keeping up|up to speed|backed up|stuck|behind)?(?: (?:right now|now|at the moment|currently|today|at present|these days))?(?=[\s?.!]*$)/g,
    'how is the system running',
  ],
  [
    /\b(?:are|is) (?:the |our |all )*(?:e-?mails?|mails?|messages?)(?: still| all)? (?:getting|being) (?:processed|handled|read)(?: fast enough| quickly)?(?: (?:right now|now|at the moment|currently))? or (?:is|are|do|does) (?:it|they|things|we|something)\b[^?]*/g,
    'is the system keeping up',
  ],
  [
    /\b(?:what(?:'s| is)|how is) the (?:current|present) (?=(?:processing|execution) (?:state|status|situation)\b)/g,
    'what is the ',
  ],
  [/\b(?:in|with) the (?:plumbing|engine room|machine room|pipes)\b/g, 'with the system'],
];

const COST =
  /\b(?:costs?|spen[dt]\w*|budget|expens\w+|bill|pric(?:e|y)|pa(?:y\w*|id)|burn\w*|cheap)\b/;
const OF_SYSTEM =
  /\b(?:(?:the|our|this|running) (?:system|agents?|ai|model|llm|assistant|bots?|language model)|ai|llm|tokens?|language model|claude|aubs|this thing)\b/;
const OF_OTHERS =
  /\b(?:e-?mails?|mails?|messages?|invoices?|vendors?|suppliers?|customers?|tasks?|deadlines?|travel|rental|real estate|insurance|estate|(?:from|by) the \w+ agent)\b/;

/** What the system itself costs: no agent's figures tell. */
const asksSystemCost = (text: string): boolean =>
  COST.test(text) && OF_SYSTEM.test(text) && !OF_OTHERS.test(text);

const IN_ORDER: readonly RegExp[] = [
  /\b(?:in|by|what|which|pecking) (?:the )?order\b(?: (?:of|should|do|must|would|shall|for|i|we)\b|[\s?.!]*$)/,
  /\b(?:rank|ranked|ranking|prioriti[sz]ed?)\b(?! (?:agent|vendors?))/,
  /\bpriority (?:list|order|ranking)\b|\blist of priorities\b/,
  /\bmost (?:pressing|urgent|important|critical)(?: (?:things?|stuff|ones?|first))* (?:on top|at the top|up top|up front|first)\b/,
  /\bwhat(?:'s| is)? (?:matters|comes|goes|counts) (?:the )?(?:most|first|before)\b/,
  /\b(?:top|first)(?: \w+)? (?:on|of) (?:the|my|our) (?:agenda|list|pile|to-?do(?: list)?)\b/,
];
/** These ask for it by themselves. */
const LISTS_OF_ALL: readonly RegExp[] = [
  /\bmost (?:pressing|urgent|important|critical) (?:thing|matter|issue|problem|item)s? (?:on|we|i|you|to deal|right|at|today|now|that)\b/,
  /\b(?:top|main|biggest|chief) (?:\w+ )?priorities\b/,
  /\b(?:hot|hit|fire|danger) ?list\b/,
];
const OF_A_KIND =
  /\b(?:tasks?|to-?dos|e-?mails?|mails?|messages?|deadlines?|reviews?|vendors?|suppliers?|agents?|failures?|executions?|customers?|senders?|orders? (?:number|no|\d)|(?:assigned|linen|purchase|work) orders?)\b/;
const OF_WORK =
  /\b(?:things|stuff|everything|it all|my|me|i|we|us|our|what|needs?|day|work|to-?do|today|morning)\b/;

/** What to do in which order, of everything at once. */
const asksForOrder = (text: string): boolean =>
  !OF_A_KIND.test(text) &&
  (LISTS_OF_ALL.some((pattern) => pattern.test(text)) ||
    (IN_ORDER.some((pattern) => pattern.test(text)) && OF_WORK.test(text)));

const PERSON_OR_US =
  '(we|i|they|you|the team|somebody|anyone|anybody|[a-z]{2,15}(?: [a-z]{2,15})?)';
const IS_ON_TASKS = /\b(?:tasks?|to-?dos?|action items?|assignments?|chores?|jobs)\b/;
const DONE_WITH =
  /\b(?:wrapped up|knocked (?:out|off)|polished off|finished off|(?:crossed|ticked|checked) off|put to bed|(?<!\bbe )marked (?:as )?(?:done|completed?|finished)|got(?:ten)? (?:done|through)|(?:took|taken) care of|cleared (?:off|away))\b/g;
const DONE_BY_US =
  /\bdid (we|they|you|the team|[a-z]{2,15}) (?:wrap up|knock (?:out|off)|polish off|finish off|(?:cross|tick|check) off|put to bed|get (?:done|through)|take care of|clear (?:off|away))\b/g;
const WHOSE_WORK_IS_DONE = new RegExp(
  `^(?:and )?(?:did|has|have) ${PERSON_OR_US} (?:already )?(?:(?:complete|finish|close)(?:d|ed)? (?:anything|something|much)|(?:get|got|gotten) (?:anything|something|much) (?:done|finished))(?=[\\s?.!]*$| )`,
);
const NO_PERSON = /\b(?:system|agents?|vendors?|mail|e-?mail|anything|processing)\b/;

function sayDone(text: string): string {
  const whose = WHOSE_WORK_IS_DONE.exec(text);
  if (whose !== null && !NO_PERSON.test(whose[1] ?? '')) {
    return `which tasks did ${whose[1]} complete${text.slice(whose[0].length)}`;
  }
  if (CLOSED.test(text) && !OF_A_KIND.test(text)) {
    return text.replace(CLOSED, 'which tasks were completed');
  }
  if (!IS_ON_TASKS.test(text)) return text;
  return text
    .replace(
      /\b(?:not|no longer|n't) open (?:any ?more|any longer)\b|\bno longer open\b/g,
      'completed',
    )
    .replace(DONE_BY_US, 'did $1 complete')
    .replace(DONE_WITH, 'completed');
}

/** "Anything closed lately?" */
const CLOSED =
  /^(?:and |so )?(?:anything|something|what|how much|what all)(?: (?:has|have|was|were|got|did|we|they|been|all))* (?:closed|ticked off|crossed off|checked off|wrapped up|cleared)\b/;
const OF_STATE = '(?:status(?:es)?|states?)';
const OF_KIND = '(?:categor(?:y|ies)|kinds?)';
/** "Broken down by status", "per category": the counts of a list say it. */
const BY_STATE = new RegExp(
  `,? ?\\b(?:(?:by|per|into|according to|over|across)(?: (?:the|their|its|each|every|all|single|possible))* (${OF_STATE}|${OF_KIND})|(?:for|of|in|with) (?:each|every) ${OF_KIND})\\b(?: (?:they|it) (?:is|are|has|have)(?: in)?)?`,
);
const SPLIT_UP =
  /\b(?:broken|break|split|divided?|group(?:ed)?|distributed|spread|count(?:ed)?|breakdown)(?: (?:up|down|out))?\b/g;

function sayByState(text: string): string {
  const hit = BY_STATE.exec(text);
  if (hit === null) return text;
  const isOfStates = new RegExp(OF_STATE).test(hit[1] ?? '');
  const all = /\b(?:reviews?|approvals?)\b/.test(text)
    ? ' pending or decided'
    : /\b(?:tasks?|to-?dos?)\b/.test(text)
      ? ' by state'
      : '';
  const before = text.slice(0, hit.index).replace(SPLIT_UP, ' ');
  const after = text.slice(hit.index + hit[0].length).replace(/^ (?:down|up|out)\b/, '');
  return `how many ${before}${isOfStates ? all : ''}${after}`
    .replace(/ {2,}/g, ' ')
    .replace(/^how many how (?:many|are|is)\b/, 'how many');
}

const ANY_STATE =
  /,? ?\b(?:(?:of|in|with|at|from|for|across|under) )?(?:every|any|all|each|whatever|regardless of|no matter|irrespective of|independent of)(?: (?:the|their|its|what|which|possible|kinds? of|of the))* (?:status(?:es)?|states?)\b(?: (?:it|they|that) (?:is|are|has|have|may be)(?: in)?)?/g;
const OF_ALL_TIME =
  /(?<=\b(?:all|every|any)\b.{0,40}) (?:(?:there (?:has|have) |that (?:has|have) )?ever(?: been| existed| made| created)?|of all time)(?=[\s?.!,]*$|,)/g;

/** Tasks and reviews are those that are open unless others are wanted as well. */
function sayAnyState(text: string): string {
  const isOfReviews = /\b(?:reviews?|approvals?)\b/.test(text);
  const isOfTasks = /\b(?:tasks?|to-?dos?)\b/.test(text);
  const all = isOfReviews ? ' pending or decided' : isOfTasks ? ' done or not' : '';
  const said = text.replace(ANY_STATE, '');
  const timeless = said === text && all !== '' ? text.replace(OF_ALL_TIME, '') : said;
  return timeless === text ? text : `${timeless.replace(/[\s?.!,]+$/, '')}${all}`;
}

const LAST = '(?:last|latest|most recently|lastly)';
const WHO =
  '(?:who|which (?:person|sender|one|(customer|guest|client|vendor|supplier|colleague)s?))';
const WROTE =
  '(?:wrote|e-?mailed|mailed|contacted|messaged|sent (?:us )?(?:an? )?(?:e-?mail|mail|message)|got in touch|reached out)';
const TO_US = '(?: (?:to |with )?us)?';
const WROTE_LAST: readonly RegExp[] = [
  new RegExp(`\\b${WHO} ${WROTE}${TO_US} ${LAST}(?=[\\s?.!]*$)`),
  new RegExp(`\\b${WHO} (?:${LAST}) ${WROTE}${TO_US}(?=[\\s?.!]*$)`),
  new RegExp(
    `\\b${WHO}(?:'s| is| was) the (?:very )?(?:last|latest|most recent)(?: (?:one|person|sender))? (?:to|who|that) (?:write|wrote|e-?mail(?:ed)?|mail(?:ed)?|contact(?:ed)?|get in touch|reach out|message)${TO_US}`,
  ),
  /\b(?:who(?:'s| is| was)|name of|tell me|what(?:'s| is)) (?:the )?(?:name of )?(?:the |our )?(?:very )?(?:last|latest|newest|most recent) (?:sender|writer|correspondent)\b(?! of)(?: of (?:a|an) (?:e-?mail|mail))?/,
  /\bwho (?:sent|wrote|mailed) (?:us )?(?:the |our )?(?:very )?(?:last|latest|newest|most recent) (?:e-?mail|mail|message)\b/,
  new RegExp(
    `\\b(?:who(?:'s| is| was) |what(?:'s| is) )?the (?:very )?(?:last|latest|most recent) (customer|guest|client|vendor|supplier|colleague|staff)(?: member)? (?:to|who|that) (?:have |has )?(?:write|writ(?:e|ten)|${WROTE.slice(3)}${TO_US}`,
  ),
  /\bwhose (?:e-?mail|mail|message) (?:came in|arrived|came|is|was|got here|landed) (?:the )?(?:last|latest|most recently|newest)\b/,
];

/** Who wrote last is known by the newest mail; a ranking of senders knows nothing of it. */
function sayNewest(text: string): string {
  for (const pattern of WROTE_LAST) {
    const hit = pattern.exec(text);
    if (hit === null) continue;
    const rest = text.slice(hit.index + hit[0].length);
    return hit[1] === undefined
      ? `who sent the latest mail${rest}`
      : `what is the latest mail from ${hit[1] === 'staff' ? 'staff' : `${hit[1]}s`}${rest}`;
  }
  return text;
}

/** A normalised text without figures of speech. */
export const sayPlainly = keepReadings(rewrite, (text) => text);

const LONGEST = 600;

function rewrite(text: string): string {
  if (text.length > LONGEST) return text;
  let said = text;
  for (const [pattern, plain] of STATE_OF_SYSTEM) said = said.replace(pattern, plain);
  if (asksSystemCost(said)) return 'how much have we spent on ai';
  if (asksForOrder(said)) return 'what needs my attention';
  return sayNewest(sayAnyState(sayByState(sayDone(said))));
}
