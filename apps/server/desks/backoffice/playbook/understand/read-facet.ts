import type { Facet } from '../query.ts';

const FACETS: readonly (readonly [Facet, RegExp])[] = [
  [
    'advice',
    /\b(?:should|can|may|must|do|shall|ok to|safe to) (?:i|we|to)? ?(?:really )?(?:pay|trust|believe|click|open|settle|wire|transfer)\b|\b(?:is|are|was) (?:it|this|that|they|the .{2,60}?) (?:safe|legit\w*|real|genuine|trustworthy|a scam|a fraud|fraud\w*|phishing|spam|fake)\b|\bsafe to (?:pay|open|click|trust|answer)\b/,
  ],
  [
    'answered',
    /\b(?:did|have|has) (?:we|anyone|anybody|someone|somebody|you) (?:ever |already |yet )?(?:answer\w*|repl(?:y|ied)|respond\w*|got(?:ten)? back|get back|react\w*)\b|\b(?:was|is|has) (?:it|this|that) (?:been )?(?:answered|replied)\b|\b(?:did|has|have) .{1,40} (?:get|got|had|receive|received) (?:an? |our |any )?(?:answer|reply|response)\b/,
  ],
  [
    'weight',
    /\b(?:why|how come|what makes)\b.*\b(?:urgent|urgency|risk\w*|critical|high|important|dangerous|suspicious)\b|^(?:and )?how (?:urgent|risky|important|dangerous)\b/,
  ],
  [
    'todo',
    /\bwhat (?:do|does|should|must|can|shall) (?:we|i|somebody|someone|anyone|they|staff) (?:have to|need to|got to|must|now|still)? ?(?:do|be done|act)\b(?! (?:first|next|about (?!it|that|this)))|\bwhat (?:is|has|needs|'s)(?: there)? to (?:be done|do|happen)\b|\bwhat now\b|\bnext steps?\b|\bwhat needs (?:doing|to be done)\b/,
  ],
  [
    'review',
    /\b(?:reviews?|reviewed|approv\w+|flagged|held(?: back| up)?|needs? a (?:human|person)|why (?:was|is) (?:it|that|this|one) needed|waiting for (?:a )?(?:decision|person))\b/,
  ],
  [
    'failure',
    /\b(?:why|how come|reason|cause|what)\b.*\b(?:fail\w*|error\w*|break|broke|broken|crash\w*|wrong|stuck|not (?:work|processed|go through)|didn'?t (?:work|go through|get processed))\b|\bwhat went wrong\b|\bwhat'?s wrong\b|^(?:but |and |so )?(?:the |its )?(?:why|how come|reason|cause)(?: is that| was that| though| exactly)?[?.!]*$/,
  ],
  [
    'sender',
    /\b(?:who (?:sent|wrote|send|emailed|mailed|asked(?: (?:for|us))?|requested|wants|is (?:it|this|that) from|was (?:it|this|that) from|did (?:it|this|that) come from)|who'?s (?:it|this|that|the sender|the .* from)|from whom|by whom|who is the sender|sender|(?:who|where) (?:did|does|was|is) .*(?:come )?from)\b/,
  ],
  [
    'assignee',
    /\b(?:who (?:is|was|should|has to|needs to|will)|who'?s)\b.*\b(?:assigned|responsible|on it|got it|has it|doing|do it|handle|handling|working|owner|owns|charge|take care|taking care)\b|\bassignees?\b|\bassigned to\b|\bwho owns\b|^(?:and )?whose\b|\bwho has (?:it|that|this)\b/,
  ],
  [
    'due',
    /\b(?:when|what day|what date|by when|how soon)\b.*\b(?:due|deadline|expire\w*|happen\w*|take place|scheduled|planned|inspection|appointment|have to|need to|must|supposed)\b|\bdeadlines?\b|\bdue (?:date|when)\b|\bwhen is (?:it|that|this|the)\b/,
  ],
  [
    'arrival',
    /\b(?:when|what time|what day)\b.*\b(?:arrive\w*|came|come in|receive\w*|get|got|sent|in)\b/,
  ],
  ['attachments', /\battach\w*\b|\bfiles?\b/],
  ['tasks', /\b(?:tasks?|to-?dos?|action items?|follow[- ]?ups?)\b/],
  [
    'text',
    /\b(?:what (?:does|did) (?:it|this|that|he|she|they) (?:say|write|want|need|ask|tell us)|what(?:'s| is) (?:in|inside) (?:it|this|that|the)|what does .* say|read (?:it|me|that|me it|me that)|body|full text|the text|content|contents|what was (?:written|said))\b/,
  ],
  ['agents', /\bagents?\b|\bconfiden\w+\b|\bhow sure\b/],
  [
    'status',
    /\b(?:(?:is|was|has|did) (?:it|that|this|the .{2,60}?)) (?:been )?(?:done|processed|handled|go through|gone through|completed|finished|fail|failed|get processed|succeed\w*)\b/,
  ],
];

/** What of one mail is asked for; its story unless something else is said. */
export const readFacet = (text: string): Facet =>
  FACETS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'story';
