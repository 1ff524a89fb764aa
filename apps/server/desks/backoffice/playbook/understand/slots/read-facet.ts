import type { Facet } from '../../query.ts';

const FACETS: readonly (readonly [Facet, RegExp])[] = [
  // "Is what they asked for done yet?": its tasks say so.
  [
    'tasks',
    /^(?:(?:and|so|but|ok) )*(?:is|was|are|were|has|have) (?:what|all|everything)(?: that)? (?:he|she|they|it|\p{L}{3,15}) (?:ask|want|need|request|demand|expect|propos)\w*\b.*\b(?:done|handled|taken care of|finished|settled|dealt with|seen to|completed)\b/u,
  ],
  [
    'arrival',
    /^(?:(?:and|so|but|ok) )*when (?:did|was|were) (?:the|our|my|that) .{2,60} (?:fail|stop|break|crash|go down|blocked|disputed)\b/,
  ],
  // "Whose name is on the label?" stands in the mail.
  [
    'assignee',
    /^(?:(?:and|so|but|ok) )*whose(?: (?:task|job|work|turn|duty|business|problem|responsibility))?(?: (?:is|was|would) (?:it|that|this|that one|this one))?[\s?.!]*$/,
  ],
  ['text', /^(?:(?:and|so|but|ok) )*(?:(?:on|in|to|for|at|of|with) )?whose\b/],
  [
    'text',
    /^(?:(?:and|so|but|ok) )*(?:which|what) (?:[a-z]{3,20} ){1,2}(?:is|was|does|did) (?:it|that|this|(?:that|this|the) (?:mail|e-?mail|message|one)) (?:about|for|concern\w*|mean\w*|mention\w*|refer\w* to|talk\w* about|belong\w* to|relate\w* to)[\s?.!]*$/,
  ],
  // "From whom should he get the records?" stands in the mail.
  [
    'text',
    /^(?:(?:and|so|but|ok) )*(?:from|to|with|for|by|of) whom (?:should|must|can|could|do|does|did|will|would|has|have|shall) (?:we|i|he|she|they|\p{L}+) (?!(?:send|sent|come|came|receive|get it|hear)\b)/u,
  ],
  [
    'sender',
    /\bwho (?:gave|assigned|told|asked|ordered|instructed|wanted|wants) (?:him|her|them|us|[a-z]{2,15}) (?:(?:with|to do|to|for|about) )?(?:it|that|this|the|so)\b|\bwho (?:gave|assigned) (?:it|that|this|the task|that task) to\b/,
  ],
  [
    'review',
    /^(?:(?:and|so|but|ok) )*(?:why|how come) (?:is|was|are) (?:it|that|this|he|she|they)(?: (?:one|mail))? (?:still )?(?:on|in|among) (?:the|that|this|our|your) (?:list|queue|reviews?|pile|stack)\b/,
  ],
  [
    'arrival',
    /^(?:(?:and|so|but|ok) )*when did (?:he|she|they|somebody|the [a-z]{3,15}) (?:tell|say|inform|confirm|mention|answer|reply|respond|promise|let us know|get back|announce)\b/,
  ],
  [
    'arrival',
    /^(?:(?:and|so|but|ok) )*(?:(?:on|at) )?(?:which|what) (?:exact )?(?:day|date|time) (?:is|was) (?:that|this|the|it|her|his|their) ?(?:e-?mail|mail|message|letter|note|sent|written)\b/,
  ],
  [
    'due',
    /^(?:(?:and|so|but|ok) )*(?:(?:on|at|for|by) )?(?:which|what) (?:exact )?(?:day|date|time|weekday) (?:is|was|are|were|will) (?:the|that|this|it|our|his|her|their)\b(?!.*\b(?:sent|wr[io]t\w+|came|come|arrive\w*|received|got)\b)/,
  ],
  ['due', /^(?:(?:and|so|but|ok) )*since when\b.*\b(?:overdue|late|due|expired)\b/],
  [
    'failure',
    /^(?:(?:and|so|but|ok) )*(?:what (?:is|was)|what's) (?:the )?(?:problem|trouble|matter|issue|difficulty|obstacle|hitch)(?: (?:with|about|there|then|here)| (?:it|that|this|one|mail|the second|the other|today's))*[\s?.!]*$/,
  ],
  ['failure', /^(?:(?:and|so|but|ok|well) )*(?:why (?:not|so|though|is that so)|how so)[\s?.!]*$/],
  [
    'review',
    /\b(?:has|have|did|was|is|were) (?:anybody|anyone|somebody|someone|nobody|a person|it|that|they|we|this)(?: one)? (?:already |been |yet |ever |still )*(?:decid\w+|undecided|signed off|cleared|released)\b/,
  ],
  [
    'review',
    /^(?:(?:and|so|but|ok) )*(?:why|what for|how come|for what reason) (?:does|do|did|must|should|has|is|was|would) .{0,40}\b(?:person|human|somebody|someone|anybody|people|one of us|we) .{0,20}\b(?:look|see|check|decide|approve|read|judge|involved|needed)\b/,
  ],
  // Whether a thing was brought back stands in the mails, and whether we sent anything in none.
  [
    'text',
    /^(?:(?:and|so|but|ok) )*(?:do|did|have|has|is|was|are|were) (?:we|it|that|this|they|he|she|the [a-z]{3,15})(?: (?:have|get|got|gotten))?(?: (?:it|that|them))? (?:already |yet |been |come |brought )*back(?: yet| already| now| here| with us)*[\s?.!]*$/,
  ],
  [
    'answered',
    /^(?:(?:and|so|but|ok) )*(?:has|have|was|were|is) (?:it|this|that|these|those|they) (?:already |been |ever )*(?:sent(?: off| out)?|posted|forwarded|mailed)(?: (?:yet|already|to (?:him|her|them)))*[\s?.!]*$/,
  ],
  [
    'amount',
    /\b(?:the|which|what) (?:disputed|outstanding|charged|quoted|agreed|refunded|requested|demanded|owed|open|due|actual) (?:amount|sum|total|price|fee)\b/,
  ],
  ['sender', /^(?:(?:and|so|but|ok) )*who(?: exactly| is it| is that| was it| was that)?[\s?.!]*$/],
  // From when on something holds stands in the mail; what is due is another day.
  [
    'text',
    /^(?:(?:and|so|but|ok) )*(?:from|since|as of|starting) (?:when|(?:which|what) (?:day|date|month|year))(?: on)? (?:do|does|did|will|is|are|must|should|would|can)\b(?!.*\b(?:overdue|late|expired)\b)/,
  ],
  // Where or how to pay stands in the mail.
  [
    'text',
    /^(?:(?:and|so|but|ok) )*(?:to |into |on |onto |in )?(?:where|whom|how(?! (?:much|long|soon|many|often))|(?:which|what|whose) (?:account|card|iban|bank))\b.*\b(?:pay|transfer|wire|settle|pa(?:id|yable)|money|refund\w*)\b/,
  ],
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
    /^(?:and |so |but )*(?:why|how come) (?:could|can|was|were|is|did)(?:n't| not) .{2,60} (?:be |get )?(?:read|processed|opened|handled|understood|go through)\b/,
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
    /\bwhere (?:would|will|does|do|did|should) (?:a |an |the |our |my |any )?(?:repl(?:y|ies)|answers?|responses?)\b|\bto whom (?:would|will|does|do) (?:a |an |the |our |my |any )?(?:reply|answer|response)\b|\brepl(?:y|ies)[- ]to (?:address|field)\b/,
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
    /\b(?:who (?:is|was|should|has to|needs to|will)|who'?s)\b.*\b(?:assigned|responsible|on it|got it|has it|doing|do it|handle|handling|working|owner|owns|charge|take care|taking care)\b|\bassignees?\b|\bassigned to\b|\bwho owns\b|\bwho has (?:it|that|this|the [a-z]+ one|number \d+)\b|^(?:and |so |but )*who (?:has|have|needs?|ought) to\b|^(?:and |so |but )*who (?:should|must|will|can|is (?:going|supposed) to|shall) (?!know\b)/,
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
  [
    'attachments',
    /\battach\w*\b|\bfiles?\b|\b(?:is|are|was|were) there (?:any |a )?(?:pictures?|photos?|images?|pdfs?)\b/,
  ],
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

const WRONG_WITH =
  /^(?:(?:and|so|but|ok) )*what(?:'s| is| was) (?:wrong|the (?:matter|problem|trouble)) with /;
const OF_PROCESSING =
  /\bwith (?:it|that|this|them|the (?:first|second|third|fourth|last|other|next|previous|same))\b/;
const OF_MAIL =
  /\b(?:e-?mails?|mails?|messages?|executions?|ones?|imports?|system|forward|attachments?)\b/;

/** "What's wrong with van 3?": a thing, not the processing of a mail. */
const isWrongWithAThing = (text: string): boolean =>
  WRONG_WITH.test(text) && !OF_PROCESSING.test(text) && !OF_MAIL.test(text);

/** What of one mail is asked for; its story unless something else is said. */
export function readFacet(text: string): Facet {
  if (isWrongWithAThing(text)) return 'story';
  const isStory = STORY.test(text);
  const found = FACETS.find(
    ([facet, pattern]) => !(isStory && NOT_OF_A_STORY.has(facet)) && pattern.test(text),
  );
  return found?.[0] ?? 'story';
}
