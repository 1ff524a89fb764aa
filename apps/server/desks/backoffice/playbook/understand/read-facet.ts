import type { Facet } from '../query.ts';

const FACETS: readonly (readonly [Facet, RegExp])[] = [
  [
    'advice',
    /\b(?:should|can|may|must|do|shall|ok to|safe to) (?:i|we|to)? ?(?:really )?(?:pay|trust|believe|click|open|settle|wire|transfer|follow|obey|worry|comply|ignore|do (?:that|this|it|so|what it says))\b|\b(?:is|are|was) (?:it|this|that|they|the .{2,60}?) (?:safe|legit\w*|real|genuine|trustworthy|a scam|a fraud|fraud\w*|phishing|spam|fake)\b|\bsafe to (?:pay|open|click|trust|answer)\b|\b(?:is|was) (?:it|this|that) really\b/,
  ],
  [
    'amount',
    /\bhow much\b(?! (?:e-?mails?|mails?|time|longer)\b)|\b(?:the|its|their|our|my|which|what|his|her|an|any|total) (?:(?:net|gross|exact|full|invoice|total|monthly|final) )?(?:amount|total|price|cost|sum|fee|premium|rent|surcharge)\b(?! of e?-?mails?)|^(?:and |the )?(?:amount|total|price|cost|costs|sum)[?.!]*$|\bwhat (?:do|does|did|would|will|is|are|has|have) .{0,60}\b(?:cost|owe|charged?|come to)\b|\bhow expensive\b/,
  ],
  [
    'recipient',
    /\b(?:to whom|whom? (?:was|is|did) (?:it|this|that|he|she|they|the e-?mail|the mail|the message) (?:sent|addressed|go|written|meant|intended|write|send|for|to)(?: it)?(?: to| for)?(?! ?(?:by|from)\b)|addressed to|(?:the|its) recipients?)\b/,
  ],
  [
    'answered',
    /^(?:(?:and|so|but|then) )*(?:was|were|has|have) .{1,40}? (?:already |been |ever )*(?:told|informed|notified|called(?: back)?|refunded|shipped|ordered|confirmed|returned|reimbursed)(?: (?:yet|already|about (?:it|this|that)))?[\s?.!]*$/,
  ],
  [
    'answered',
    /\b(?:has|have|was|were|is|did) (?:it|this|that|we|anyone|somebody|someone|the .{2,40}?|that .{2,30}?) (?:already |been |ever )*(?:paid|pay|settle|settled)\b|^(?:and |already |is it |was it )*paid(?: already| yet| for)?[?.!]*$|\b(?:did|have|has) (?:we|anyone|anybody|someone|somebody|you) (?:ever |already |yet )?(?:answer\w*|repl(?:y|ied)|respond\w*|got(?:ten)? back|get back|react\w*)\b|\b(?:was|is|has) (?:it|this|that) (?:been )?(?:answered|replied)\b|\b(?:did|has|have) .{1,40} (?:get|got|had|receive|received) (?:an? |our |any )?(?:answer|reply|response)\b/,
  ],
  [
    'weight',
    /\b(?:why|how come|what makes)\b.*\b(?:urgent|urgency|risk\w*|critical|high|important|dangerous|suspicious)\b|^(?:and |so |but )*(?:just )?how (?:urgent|risky|important|dangerous|suspicious|critical)\b|\b(?:its?|the|what|which|that|any|his|her|their) (?:level of )?(?:risk|urgency)\b|\brisk (?:level|rating)\b|^(?:and |so |but )*(?:is|was) (?:it|this|that|this one|that one) (?:really |very |that |so |more |less |at all )?(?:urgent|risky|important|critical|suspicious|dangerous|high[- ]risk|a (?:high )?risk)\b/,
  ],
  [
    'text',
    /^(?:(?:and|so|but|is there|do we have|then) )*(?:anything|something|what)(?: else| more)? (?:(?:do |should |must )?(?:we|i) (?:need to|have to|should|must) |to )(?:prepare|bring|watch|consider|mind|note|take along|have ready|keep in mind|look out for|get ready)\b/,
  ],
  [
    'todo',
    /\bwhat (?:do|does|should|must|can|shall) (?:we|i|somebody|someone|anyone|they|staff) (?:have to|need to|got to|must|now|still)? ?(?:do|be done|act)\b(?! (?:first|next|about (?!it|that|this)))|\bwhat (?:is|has|needs|'s)(?: there)? to (?:be done|do|happen)\b|\bwhat now\b|\bnext steps?\b|\bwhat needs (?:doing|to be done)\b/,
  ],
  [
    'review',
    /\b(?:reviews?|reviewed|approv\w+|flagged|held(?: back| up)?|needs? a (?:human|person)|why (?:was|is) (?:it|that|this|one) needed|waiting for (?:a )?(?:decision|person)|why .{0,40}(?:waiting|waits?|pending|on hold|stopped))\b/,
  ],
  [
    'failure',
    /^(?:and |so |but )*(?:why|how come) (?:could|can|did|does|was|is|has|had|were)(?:n't| not)? (?:it|that|this|that one|this one) (?:not )?(?:be |been |get |got )?(?:processed|read|handled|opened|understood|work|go through|make it|completed?|fail\w*)\b/,
  ],
  [
    'failure',
    /\bhow (?:often|many times)\b.*\btried\b|\b(?:was|were|has) .{1,30}\b(?:re-?)?tried\b|\bhow many attempts\b|\b(?:why|how come|reason|cause|what)\b.*\b(?:fail\w*|error\w*|break|broke|broken|crash\w*|wrong|stuck|not (?:work|processed|go through)|didn'?t (?:work|go through|get processed))\b|\bwhat went wrong\b|\bwhat'?s wrong\b|^(?:but |and |so )?(?:the |its )?(?:why|how come|reason|cause)(?: is that| was that| though| exactly)?[?.!]*$/,
  ],
  [
    'sender',
    /\b(?:who (?:sent|wrote|send|emailed|mailed|asked(?: (?:for|us))?|requested|reported|complain(?:ed|s)|wants|is (?:it|this|that) from|was (?:it|this|that) from|did (?:it|this|that) come from)|who'?s (?:it|this|that|the sender|the .* from)|from whom|by whom|(?:which|what|whose|the|her|his|their|its) (?:e-?mail )?address(?! (?:for|of the (?:delivery|pickup)))|who is the sender|sender|(?:who|where|which (?:company|vendor|person|customer|one)) (?:did|does|was|is) .*(?:come )?from)\b/,
  ],
  [
    'assignee',
    /\b(?:is|are|was|has) (?:somebody|someone|anybody|anyone|nobody|no one) (?:already |been )*(?:assigned|on (?:it|that|this)|responsible|in charge|taking care|doing|handling|working|looking)\b/,
  ],
  [
    'assignee',
    /\b(?:who (?:is|was|should|has to|needs to|will)|who'?s)\b.*\b(?:assigned|responsible|on it|got it|has it|doing|do it|handle|handling|working|owner|owns|charge|take care|taking care)\b|\bassignees?\b|\bassigned to\b|\bwho owns\b|^(?:and )?whose\b|\bwho has (?:it|that|this|the [a-z]+ one|number \d+)\b|^(?:and |so |but )*who (?:has|have|needs?|ought) to\b|^(?:and |so |but )*who (?:should|must|will|can|is (?:going|supposed) to|shall) (?!know\b)/,
  ],
  [
    'due',
    /^(?:and |so |but |ok )*(?:at )?what time (?:does|do|did|is|was|will|would|must|should)\b(?!.*\bcome in\b)|^(?:and |so |but |ok )*(?:due )?(?:by |until |till |before |from |starting )?when(?: exactly| on)?[?.!]*$|^(?:and |so |but |ok )*when (?:do|does|will|must|can|are|should) (?!.*\b(?:come in|came in|arrived)\b)|\b(?:by|until|till|before) (?:when|what (?:time|day|date)|which (?:day|date|time))\b|\bhow (?:long|much time) (?:do|does|did|have|has) (?:we|i|he|she|they|somebody|\w+)\b.*\b(?:have|got|time|left)\b|\bwhen (?:do|does|did|must|should) (?:it|she|he|they|we|i|that|this)\b.*\b(?:want|need|expect|end|start|begin|expire|pay|send|answer|be)\w*|\bwhen (?:will|would) (?:it|that|this|the)\b|\bhow soon\b|^(?:and |so |but )*(?:is|was) (?:it|this|that)(?: one)? (?:already |still |now )?(?:overdue|late|past due|expired|due)\b|\b(?:when|what day|what date|by when|how soon)\b.*\b(?:due|deadline|expire\w*|happen\w*|take place|scheduled|planned|inspection|appointment|have to|need to|must|supposed)\b|\bdeadlines?\b|\bdue (?:date|when)\b|\bwhen is (?:it|that|this|the)\b/,
  ],
  [
    'due',
    /^(?:(?:and|so|but|ok|then|or) )*(?:(?:on|for|at|by|from|until|before|after) )?(?:what|which) (?:exact )?(?:days?|dates?|time|hour|weekday)(?: exactly| then| is (?:it|that|this)(?: for)?| was (?:it|that)| will (?:it|that|this) be)?[\s?.!]*$/,
  ],
  [
    'due',
    /^(?:(?:and|so|but|ok|then) )*(?:due|payable|needed|wanted|expected) (?:by )?when[\s?.!]*$/,
  ],
  [
    'arrival',
    /\b(?:which|what) (?:day|date|time) (?:did|was|has|were) (?:it|he|she|they|that|this|the (?:e-?mail|mail|message)) (?:been )?(?:wr(?:ite|ote|itten)|sen[dt]|come|came|arrive\w*|received|get|got)\b/,
  ],
  ['arrival', /^(?:(?:and|so|but|ok) )*since when\b/],
  [
    'arrival',
    /\b(?:when|what time|what day|since when)\b.*\b(?:arrive\w*|came|come in|receive\w*|get|got|sent|send|wr[io]te|written|contact\w*|ask(?:ed)?|complain\w*|report(?:ed)?|in)\b|\bhow (?:old|long ago)\b/,
  ],
  ['attachments', /\battach\w*\b|\bfiles?\b/],
  ['tasks', /\b(?:tasks?|to-?dos?|action items?|follow[- ]?ups?)\b/],
  [
    'text',
    /\b(?:what (?:does|did|do|would|is|are|was|were) (?:it|this|that|that one|this one|he|she|they|the (?:e-?mail|mail|message|letter|note|sender|customer|vendor|task|first one|second one)) (?:(?:really|exactly|actually|still|now|also|even|then|all) )*(?:say|write|want|need|ask|tell|offer|mean|complain|propose|suggest|mention|request|saying|asking|wanting|offering|complaining)(?:s|ed)?\b|(?:does|did) (?:it|this|that|he|she|they) (?:say|mention|write|name|give)|what(?:'s| is| was) (?:it|this|that|that one|this one) (?:about|for)\b|how (?:long|far|big|large|heavy) (?:did|was|were|has|had|is) (?:she|he|they|it|that|this)\b|what (?:happens|would happen|will happen|happened) (?:if|otherwise|unless)\b|what if (?:we|i)\b|what about\?$|what(?:'s| is) (?:in|inside) (?:it|this|that|the)|what does .* say|read (?:it|me|that|me it|me that)|body|full text|the text|content|contents|what was (?:written|said))\b/,
  ],
  ['agents', /\bagents?\b|\bconfiden\w+\b|\bhow sure\b/],
  [
    'status',
    /\b(?:(?:is|was|has|did) (?:it|that|this|the .{2,60}?)) (?:been )?(?:done|processed|handled|go through|gone through|completed|finished|fail|failed|get processed|succeed\w*)\b/,
  ],
  [
    'due',
    /^(?:and |so |but |ok )*when (?:exactly |precisely )?(?:was|were|is|are|will|did|does|do|has) (?:it|this|that|they|he|she)\b/,
  ],
];

const STORY =
  /\b(?:what (?:has )?(?:happened|became|is happening)|what's (?:happening|the (?:story|status|latest))|tell me (?:more )?about|(?:show|give|find|open) (?:me )?the)\b/;
const NOT_OF_A_STORY = new Set<Facet>(['amount', 'recipient', 'weight']);

/** What of one mail is asked for; its story unless something else is said. */
export function readFacet(text: string): Facet {
  const isStory = STORY.test(text);
  const found = FACETS.find(
    ([facet, pattern]) => !(isStory && NOT_OF_A_STORY.has(facet)) && pattern.test(text),
  );
  return found?.[0] ?? 'story';
}
