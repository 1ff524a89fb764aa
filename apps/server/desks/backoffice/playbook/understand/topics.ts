import { keepReadings } from '@deskbell/clerk';
import type { Topic } from '../query.ts';
import { readLeftOut } from './normalize/left-out.ts';
import { WHAT_CAME_OF_IT } from './slots/read-cannot.ts';
import { isHighRisk, readPriority, readSender } from './slots/read-filters.ts';
import { contentWords } from './slots/read-names.ts';
import { WORK_OF_A_PERSON } from './slots/read-people.ts';
import { isOverdue } from './slots/read-task-status.ts';

const MAIL = /\b(?:e-?mails?|mails?|messages?|inbox|correspondence)\b/;
const TASK =
  /\b(?:tasks?(?! agent)|to-?dos?|to[- ]do(?:'?s)?(?= (?:list|items?|for|due|this|today|tomorrow|by|on)\b)|todo list|action items?|work items?|assignments?|on (?:my|our|the|\w+'s) (?:plate|list)|things? to do|what (?:do|does|should|must) \w+ (?:have|need)(?: to (?:do|get done|finish|work on))|(?:has|have|need|needs) to (?:be done|get done|finish|do)|(?:ticked|checked|crossed) off|[\p{L}-]{2,20}'s (?:plate|list|to-?do list|workload)|chores?|work (?:is )?(?:left|open|waiting))\b/u;
const DEADLINE =
  /\b(?:deadlines?(?! agent)|calendar|payments? (?:(?:are|is|fall|falls|come|comes) )?(?:due|coming)|(?:next|upcoming|coming|outstanding) payments?|appointments?|coming up|upcoming|on the schedule|events?|due dates)\b/;
const AGENT =
  /\b(?:agents?|the (?:ai|bots?)|triage|vision|context(?= (?:run|ran|runs|fail\w*|perform\w*|take\w*)\b))\b/;
const MODEL_UP =
  /\b(?:ai|model|claude|llm) (?:still |currently )?(?:is |be )?(?:offline|online|down|up|on|off|reachable|available|connected)\b/;
const VENDOR = /\b(?:vendors?|suppliers?|contractors?|merchants?)\b/;
const EXECUTION =
  /\b(?:executions?|pipeline|runs(?! (?:well|fine|ok|smooth\w*))|jobs?(?! to do)|processing)\b/;
const REVIEW =
  /\b(?:reviews?|approvals?|sign[- ]?offs?|(?:need|needs|waiting (?:for|on)|await\w*|for) (?:my|our|a|your|human|someone'?s?)? ?(?:approval|approving|decision|decisions|ok|sign-?off|review|human|person)|to (?:approve|review|sign off|decide)|pending approval)\b/;
/** "What did we reject", "was anything approved": decisions, and nothing they were about. */
const DECIDED =
  /^(?:(?:and|so|ok) )*(?:what|which|how many|how much|who|did|have|has|was|were|anything|something|everything|list|show(?: me)?|all)\b.*\b(?:approv(?:e|ed|ing)|reject(?:ed|ing)?|decline[ds]?|turn(?:ed)? down|den(?:y|ied)|sign(?:ed)? off)\b/;
const DECISION =
  /\b(?:approv(?:e|ed|ing)|reject(?:ed|ing)?|decline[ds]?|turn(?:ed)? down|den(?:y|ied)|sign(?:ed)? off)\b/g;
const isDecided = (text: string): boolean =>
  DECIDED.test(text) && !MAIL.test(text) && contentWords(text.replace(DECISION, ' ')).length === 0;
const SUMMARY =
  /\b(?:summar\w+|(?:sum|wrap|summed|wrapped)(?: (?:it|this|that|things|everything|today|yesterday|(?:the|this|last) \w+))? up|wrap[- ]?up|(?:quick |short |brief )+(?:of|for|on|about)(?= )|(?:a |the )?brief(?:ing)?(?= (?:of|for|on|please|me)\b|[?.!]*$)|tl;?dr|(?:the )?highlights|in (?:short|brief|a nutshell)|(?:have|did|what'?ve) (?:i|we) miss(?:ed)?|what (?:went|has gone) on|what (?:all )?(?:went down|took place)|how (?:was|were|is|did) (?:the )?(?:november|october|september|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|business)|recap|overview|digest|rundown|run-down|briefing|brief me|catch me up|fill me in|get me up to speed|up to speed|activity|what'?s new|what is new|anything new|what did (?:i|we) miss|how (?:was|is|did|has) (?:the |my |our )?(?:day|week|weekend|morning|month|today|yesterday)(?: (?:go|been|going|look\w*))?|what happened(?: (?:today|yesterday|this|last|over|on|in|since|while).*)?$|what'?s (?:been )?(?:happening|going on)|what'?s up(?: today)?$)/;
const FAILURE =
  /\b(?:fail\w*|errors?|errored|crash\w*|went wrong|go wrong|gone wrong|(?:did|do)(?:n't| not) (?:work|go through|get through|make it|complete|finish|get processed)|couldn'?t be processed|could not be processed|broke|blew up|stuck)\b/;

const PROCESSING_SPEED =
  /\b(?:how (?:long|fast|quickly|quick)|quickly|fast enough)\b.*\b(?:process|handle|read|analy[sz]e)|\b(?:processed|handled|read|analy[sz]ed) (?:\w+ )?(?:quickly|fast|slowly)\b|\bprocessing (?:times?|speed)\b/;
const HEALTH = new RegExp(
  [
    "\\b(?:everything|every thing|all|things?|it all|all (?:the )?systems?)(?:'s| is| are)? ?(?:still |all |going |running |working |looking |up and |been |being )*(?:ok|good|fine|alright|all right|smooth\\w*|well|healthy|up|running|working|operational|normal|green|in order|stable|on track|as it should|online|go)\\b",
    '\\bis (?:everything|all|it all|the whole thing)\\b(?!.*\\b(?:done|due|paid)\\b)',
    "\\b(?:system|systems|service|services|server|servers|platform|infrastructure|aubs|setup|machinery|database|db|redis|postgres|queue|imap|smtp|mail import|import|intake)(?:'s)? (?:status|health|state|check|ok|up|down|running|working|healthy|fine|online|doing|alive|stable|slow)\\b",
    '\\b(?:status|health|state|condition|shape) (?:check|report|page|update|of (?:the |our |your )?(?:system|systems|service|services|server|platform|aubs|everything|things|infrastructure|whole thing))\\b',
    '^(?:the |current |overall )?(?:status|health|uptime|health ?check|systems?)(?: (?:please|now|check|report))?[?.!]*$',
    "\\b(?:how'?s|how is|how are|how do) (?:the |our )?(?:systems?|server|servers|services?|platform|everything|infrastructure|things)(?: (?:doing|running|going|look\\w*|holding up|today|now))*\\b",
    '\\b(?:is|are|was) (?:the |our )?(?:systems?|database|db|redis|postgres\\w*|queue|server|servers|service|services|model|claude|llm|aubs|platform|(?:e-?mail|mail) (?:server|import|intake|service)|imap|smtp|import|backend|site|app)\\b(?!.*\\be-?mails?\\b)',
    '\\b(?:any|are there|having|see|seeing) (?:any )?(?:known |current |technical |system )*(?:outages?|downtime|problems|issues|trouble|hiccups|glitches)\\b(?!.*\\b(?:vendors?|suppliers?|agents?|tasks?|customers?|guests?|needs?|for me|waiting)\\b)',
    '\\b(?:up and running|outage|downtime|uptime|are we (?:up|online|live|operational|healthy|good|ok|still up)|all good|all ok|anything (?:down|broken|offline|wrong|not working)|something (?:down|broken|wrong)|working properly|(?:does|do|did|will) (?:everything|it all|things|all of it|the (?:system|systems|machinery|whole thing)) (?:still )?(?:run|work|go|look|function)|is it (?:working|running|down|up))\\b',
    '\\b(?:which|what) (?:ai |language |llm )?model\\b',
    '\\b(?:did|has|have|was|were) (?:the |our )?(?:systems?|servers?|services?|database|queue|redis|platform|aubs) (?:go|gone|went|been|ever)? ?(?:down|offline|crash\\w*|slow|running|up|ok|fine|stable|working|healthy)\\b|^(?:(?:is|are) (?:it|we|things) )?(?:all )?(?:running|working) (?:ok|fine|well|smooth\\w*|properly|normally)[?.!]*$|\\b(?:anything|something|much|how many|what) (?:is |are )?(?:in|on) the (?:queue|backlog)\\b|\\b(?:how (?:long|big|full|large|deep)|size|length|state) (?:is|of) the (?:queue|backlog)\\b|\\b(?:queue|backlog) (?:backed up|empty|full|size|length|state|status)\\b',
    '\\b(?:budget|how much (?:have|did) we (?:spend|spent)|(?:ai|model|token|claude) (?:cost|costs|spend|spending|budget)|pending queue|queue (?:length|size|depth)|how (?:long|big|full) is the queue)\\b',
  ].join('|'),
);

/** "What is going wrong?", of nothing in particular. */
const WRONG =
  /^(?:(?:ok|so|and|but|right|hey) )*(?:tell me |see )?(?:what(?:'s| is| are)|is (?:there )?anything|anything|something)(?: we)?(?: currently| all| is)? ?(?:going|being|doing)? ?(?:wrong|amiss|bad)(?: right now| now| today| here| at the moment| currently| this morning| there)*[?.!]*$/;

const ATTENTION = new RegExp(
  [
    '\\b(?:emergenc(?:y|ies)|crisis|crises|trouble spots?|show-?stoppers?|blockers?)\\b(?! (?:exit|number|contact|call|light))',
    '\\b(?:the |any |all |our |some |only )*(?:really |very |most )*(?:critical|urgent|important|pressing|serious|alarming|worrying|severe|grave|burning) (?:stuff|things?|matters?|items?|points?|news|topics?|cases?|issues?|problems?)\\b(?!.*\\b(?:from|by|about|with|of|for (?!me|us|today|now))\\b)',
    "\\b(?:anything|something|nothing)(?: else)? (?:really |very |that is |that's )*(?:serious|alarming|worrying|critical|urgent|pressing|severe|important|disturbing|nasty)\\b(?!.*\\b(?:from|by|about|with|of)\\b)",
    "\\b(?:(?:can't|cannot|can not|cant|won't|mustn't|must not|shouldn't|should not|couldn't) wait|not wait|too late if)\\b",
    '\\b(?:what|where|which(?: \\w+)?) (?:should|must|does|do|needs? to|has to|shall|would|ought)(?: the)? (?:team|staff|crew|office|people|shift|somebody|someone|everyone|manager|dispatch|dispatcher|boss)? ?(?:have to |need to |want to )?(?:focus|look|concentrate|start|begin|deal with|take care of|prioriti[sz]e|know|worry|attend|tackle|jump on)\\b',
    '\\b(?:needs?|require)\\b.{0,20}\\b(?:attending to|intervention|(?:a|some|any)(?: \\w+)? (?:human|person|somebody|someone|body)|looking (?:at|into|after)|me|us)\\b',

    "\\b(?:anything|something|what|everything|stuff|things?)(?: else)?(?: is there| is)?(?: that)? (?:i|we|you think i|do i|do we|should i|should we|must i|else should i) ?(?:should|need to|ought to|must|have to|shall|would|better|might want to|want to|can'?t)? ?(?:know|be aware|worry|look (?:at|into|out)|keep an eye|watch|focus|care|deal with|take care|handle|prioriti[sz]e|act on|follow up|address|tackle|be worried|be concerned|miss|do (?:first|now|next))",
    '\\b(?:anything|something|what|who|anyone|everything|issues?|problems?|things?|cases?)(?: that| which| else)? needs? (?:me|us|a (?:human|person)|somebody|someone)\\b',
    "\\b(?:needs?|wants?|requires?|deserves?|calls? for|calling for|worth) (?:my|our|your|some|any|immediate|urgent|human|the team'?s)? ?(?:attention|looking|a look|action|eyes)\\b",
    "\\b(?:anything|something|what'?s|what is|what are|is there anything|are there any|any|all)(?: the| our| my)? ?(?:really |very |super |else )?(?:urgent|important|pressing|critical|on fire|burning|alarming|concerning|worrying|worrisome|noteworthy|unusual|suspicious|weird|strange|odd|out of the ordinary|off|red flags?|fires|hot|surprises|concerns|escalations?|warnings?|alerts?|high[- ]risk|risky|risks?)(?: things| stuff| matters| items| issues| right now| today| now| at the moment| going on| happening)*[?.!]*$",
    "\\b(?:heads[- ]up|red flags?|high[- ]risk|attention items?|my attention|our attention|top priorit(?:y|ies)|biggest (?:issues?|problems?|concerns?|worr\\w+)|what'?s on fire|(?:worst|most (?:urgent|important|pressing|critical)) (?:thing|issue|problem|matter)s?|what should (?:i|we) (?:do|start|begin|tackle|handle|work on|look at|focus|worry|know|prioriti[sz]e)|(?:do|should) (?:i|we) (?:need to |have to )?(?:worry|be worried|be concerned)|where (?:should|do) (?:i|we) (?:start|begin|focus|look)|what matters(?: most)?|fires to put out|should i be (?:worried|concerned)|what am i missing|keep an eye on|on (?:my|our|your) radar|worth (?:knowing|mentioning|noting|hearing|reporting|telling|a mention)|(?:must(?:n't| not)|should(?:n't| not)|don't|do not|can't|cannot) (?:i |we )?(?:forget|overlook|miss|neglect|ignore)|what (?:have|did) (?:i|we) (?:forget|forgotten|overlook\\w*))\\b",
    '^(?:the |our |my )?(?:priorities|urgent matters|urgent stuff|urgent(?: ones?| stuff| things?)?|alerts?|warnings?|important stuff|risks?)[?.!]*$',
  ].join('|'),
);

const VENDOR_STUDY =
  /\b(?:patterns?|trends?|reliab\w*|histor\w+|track record|stats|statistics|perform\w*|behav\w*|trust\w*|best|worst|top|most|least|biggest|often|regular\w*|how are|how do|how have|insights?|who|which|compare|rank\w*|sorted by|ordered by|by (?:number|amount|volume|count)|rate|ratings?|scores?|deliver\w*|notice\w*|usual\w*|tendenc\w+|habit\w*|problem\w*|late|on time|flaky|dependable|active|look like|looking)\b/;

/** One vendor is studied by its name alone. */
const OF_A_VENDOR =
  /\b(?:ratings?|scores?|reliability|track record|reputation|vendor (?:history|profile|record)) (?:of|for|with) (?!(?:the )?(?:e-?mails?|mails?|tasks?|agents?|system|reviews?|risk)\b)|^(?:(?:what(?:'s| is)|show me|give me|tell me|the|our|current) )*(?!(?:risk|confidence|agent|system|task|urgency)\b)[\p{L}\p{N}][\p{L}\p{N}&.'-]*(?: [\p{L}\p{N}&.'-]+){0,4}(?:'s)? (?:ratings?|reliability|reliability score|track record|reputation|vendor (?:history|profile|record|score))(?: please| lately| so far)?[?.!]*$|\bhow good (?:is|are|was|has) (?!(?:it|this|that|the (?:ai|agents?|mail|system)|you|we|things?|everything)\b)|\bis [\p{L}\p{N}&. '-]{2,40} any good\b|\b(?:has|have|did|does|do|is|was) [\p{L}\p{N}&.' -]{2,40} (?:ever |always |often |usually |been |already |sometimes )*(?:deliver(?:s|ed|ing)? (?:late|on time|too late|as promised)|(?:been |come |came )?late (?:before|often|with (?:deliver\w+|orders?))|let us down|keep(?:s)? (?:its|their) (?:word|promises?))\b|\babout [\p{L}\p{N}&. '-]{2,40} as (?:a|our) (?:vendor|supplier|contractor|partner)\b|\bhow (?:is|are|was|has|have) [\p{L}\p{N}&. '-]{2,40} (?:been )?(?:doing |performing )?as (?:a|our) (?:vendor|supplier|contractor|partner)\b/u;

/** "Compare A and B", "A or B, who is more reliable?": by their names alone. */
const COMPARES_VENDORS =
  /^(?:please |can you |could you )*compare (?!.*\b(?:today|yesterday|tomorrow|(?:this|last|next) \w+|weeks?|months?|days?|agents?|tasks?|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)[\p{L}\p{N}&.' -]{2,40} (?:and|with|to|against|vs\.?|versus) [\p{L}\p{N}&.' -]{2,40}|^[\p{L}\p{N}&.' -]{2,40} (?:or|vs\.?|versus) [\p{L}\p{N}&.' -]{2,40}?[,:?-]? (?:who|which)(?: one)?(?:'s| is| are) (?:the )?(?:more |most )?(?:reliable|dependable|better|trustworthy|punctual)|^(?:who|which)(?: one)?(?:'s| is) (?:the )?(?:more (?:reliable|dependable|trustworthy|punctual)|better)[,:]? .{2,40} or .{2,40}/u;

/** "Which mails came from vendors?" lists mails; "which vendors send most mails?" studies vendors. */
const FROM_VENDORS =
  /^(?:(?:and|so|ok|please) )*(?:which|what|how many|show|list|any|give|were there|are there|did)\b.*\b(?:e-?mails?|mails?|messages?)\b.*\bfrom (?:our |the |any )?(?:vendors?|suppliers?)(?=[\s?.!]*$| (?:today|yesterday|this|last|on|in|since|came|arrived)\b)/;
/** "What did vendors write to us on Saturday?" asks for their mails. */
const VENDORS_WROTE =
  /^(?:(?:and|so|ok|please) )*(?:what|anything|something|how many|how much|did|have|has|show|list|which)\b.*\b(?:vendors?|suppliers?) (?:have |has |had |did |all |already |ever )*(?:writ\w+|wrote|sen[dt]|e-?mail(?:ed)?|mail(?:ed)?|ask(?:ed)?|tell|told|say|said|want(?:ed)?|contact(?:ed)?|reach(?:ed)? out|answer(?:ed)?)\b/;
const VENDORS_AS_SUCH =
  /\b(?:most|least|often|usual\w*|patterns?|trends?|reliab\w*|histor\w+|compare\w*|each|per|by|which (?:vendor|supplier)s?)\b/;

/** Of all who write only vendors are counted one by one. */
const BY_SENDER =
  /\bsenders\b|\bwhere (?:do|does|did|are|is) (?:all |most |the |our |my |these |this )*(?:e-?mails?|mails?|messages?) (?:mostly |usually )?(?:come|coming|from)\b|\bwho (?:sends?|sent|writes?|wrote|e-?mails?|mails?|has sent|has written)(?: to)?(?: us)?(?: the)? (?:most|more|often)\b|\b(?:per|by|for each) sender\b/;

/** What says a topic that is about everything at once: words beside it may narrow it down. */
export const SAID_BY: Partial<Record<Topic, RegExp>> = {
  health: HEALTH,
  attention: new RegExp(`${ATTENTION.source}|${WRONG.source.replace(/\^|\$/g, '')}`),
  summary: SUMMARY,
};

/** "Which payments are coming", not "which booking was the payment for". */
const OF_MEETINGS =
  /^(?:(?:what|which|any|do we have|have we got|are there|list|show|me|the|our|all|of|other|more|these|is|a|an) )+(?:\w+ ){0,2}(?:meetings?|payments?)\b/;

const ALL_BUT = /^(?:(?:show|list|give)(?: me)? )?(?:everything|all|anything|all mails?) except /;

/** Lists of which no kinds of people are left out. */
const OF_A_LIST = /\b(?:tasks?|to-?dos?|deadlines?|reviews?|executions?|agents?)\b/;

/** What a normalised request is about by its plain words; undefined when it does not say. */
export const topicOf = keepReadings(readTopics, (text) => text);

function readTopics(text: string): readonly Topic[] {
  const namesAgent = AGENT.test(text) && !/\bagent of\b/.test(text);
  if (!namesAgent && WORK_OF_A_PERSON.test(text)) return ['tasks'];
  const namesVendor = VENDOR.test(text);
  const isAllBut = ALL_BUT.test(text) || readLeftOut(text).length > 0;
  if (isAllBut && !OF_A_LIST.test(text)) return ['emails'];
  if (WHAT_CAME_OF_IT.test(text)) return ['emails'];
  if (!namesAgent && OF_A_VENDOR.test(text)) return ['vendors'];
  if (MODEL_UP.test(text)) return ['health'];
  if (namesAgent) return ['agents'];
  if (WRONG.test(text)) return ['attention'];
  if (/\b(?:success|failure|error|completion) rates?\b/.test(text)) return ['executions'];
  if (
    /\bhow (?:was|were|did) (?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|last|day|week|weekend|month)\b/.test(
      text,
    ) &&
    !MAIL.test(text)
  )
    return ['summary'];
  if (HEALTH.test(text) && !(TASK.test(text) || namesVendor || /\bdue\b/.test(text)))
    return ['health'];
  if (
    /\b(?:approve|approved|reject|rejected)\b/.test(text) &&
    /\b(?:reviews?|approvals?)\b/.test(text)
  )
    return ['reviews'];
  if (MAIL.test(text) && isHighRisk(text) && !REVIEW.test(text)) return ['emails'];
  if (/\breviews?\b/.test(text) && isHighRisk(text)) return ['reviews'];
  // "Anything urgent overdue?"
  if (isOverdue(text) && readPriority(text) !== undefined && !MAIL.test(text)) return ['tasks'];
  if (
    /^how many (?:of (?:them|those|these) )?(?:\w+ )?(?:completed|succeeded)\b/.test(text) &&
    !TASK.test(text)
  )
    return ['executions'];
  if (ATTENTION.test(text) && !TASK.test(text) && !/\bdue\b/.test(text)) return ['attention'];
  if (isDecided(text)) return ['reviews'];
  if (REVIEW.test(text) && !/\bperformance review\b/.test(text)) return ['reviews'];
  if (TASK.test(text)) return ['tasks'];
  if (COMPARES_VENDORS.test(text) && !MAIL.test(text)) return ['vendors'];
  if (
    /\b(?:how (?:reliable|dependable|trustworthy|punctual) (?:is|are|has|have|was|were)|can (?:we|i) (?:trust|rely on)|(?:reliability|track record) (?:of|with))\b/.test(
      text,
    )
  )
    return ['vendors'];
  if (
    /\b(?:is|are|was|has|have) (?:[\w'&.-]{2,30} ){1,5}(?:been )?(?:reliable|dependable|trustworthy)\b/.test(
      text,
    )
  )
    return ['vendors'];
  if (
    /\b(?:from|by) (?:our |the |any )?(?:customers?|guests?|clients?|vendors?|suppliers?|staff|colleagues|employees|leadership|management|systems?|machines)\b/.test(
      text,
    ) &&
    !namesVendor
  )
    return ['emails'];
  if (/\b(?:late on|behind (?:on|schedule)|running (?:late|behind))\b/.test(text) && !namesVendor) {
    return ['tasks', 'deadlines'];
  }
  if (
    /^(?:(?:the|our|all|my|any|next|upcoming|please) )*(?:meetings?|payments?)[?.!]*$|^what(?:'s| is) next[?.!]*$/.test(
      text,
    )
  ) {
    return ['deadlines'];
  }
  if (BY_SENDER.test(text)) return ['vendors'];
  const isMailOfVendors = (MAIL.test(text) && FROM_VENDORS.test(text)) || VENDORS_WROTE.test(text);
  if (isMailOfVendors && !VENDORS_AS_SUCH.test(text)) return ['emails'];
  if (
    /\bbusiest (?:day|weekday|hour|time|week|month)\b|\b(?:which|what) (?:day|weekday|hour)s?\b.*\b(?:most|busiest)\b/.test(
      text,
    )
  )
    return ['emails'];
  if (PROCESSING_SPEED.test(text)) return ['agents'];
  if (namesVendor && (!MAIL.test(text) || VENDOR_STUDY.test(text))) return ['vendors'];
  if (DEADLINE.test(text)) return ['deadlines'];
  if (
    /\bwhat(?:'s| is| will| does| do we have| all)? ?(?:happen(?:s|ing)?|planned|scheduled|going to happen|on the (?:agenda|program))(?: (?:on|for|next|tomorrow|this coming|later|in)\b|[?.!]*$)/.test(
      text,
    ) &&
    !/\b(?:now|today|right|moment)\b/.test(text)
  )
    return ['deadlines'];
  if (OF_MEETINGS.test(text) && !MAIL.test(text)) return ['deadlines'];
  if (
    SUMMARY.test(text) &&
    MAIL.test(text) &&
    (namesVendor || FAILURE.test(text) || /\b(?:customers?|guests?|clients?|staff)\b/.test(text))
  ) {
    return ['emails'];
  }
  if (SUMMARY.test(text) && !EXECUTION.test(text)) return ['summary'];
  if (FAILURE.test(text) && /\b(?:why|reasons?|causes?|how come)\b/.test(text))
    return ['executions'];
  if (/\bexecutions?\b/.test(text)) return ['executions'];
  if (MAIL.test(text)) return ['emails'];
  if (EXECUTION.test(text) || FAILURE.test(text)) return ['executions'];
  if (/\b(?:high|low|medium|top)[- ]priority\b/.test(text)) return ['tasks'];
  if (
    /^what (?:all )?(?:did|has|have) (?:[\w'-]{1,30} ){1,3}(?:finish(?:ed)?|completed?|get done|gotten done)\b/.test(
      text,
    )
  )
    return ['tasks'];
  if (/\b(?:due|over ?due|expires?|expiring)\b/.test(text)) return ['tasks', 'deadlines'];
  if (/\b(?:got|get|was|been|is|were) (?:\w+ )?(?:done|finished|completed)\b/.test(text))
    return ['tasks'];
  if (/\b(?:high|low|medium|top)[- ]priority\b|\bpriorities\b|\bassigned to\b/.test(text))
    return ['tasks'];
  if (
    /\b(?:came|come|coming|comes|arrived?) (?:in|through)\b|\bdid we (?:get|receive|process|handle)\b|\b(?:did|has|have|does) (?:any(?:thing|one|body)|something|somebody|someone) (?:new |else |already )?(?:arriv\w+|com(?:e|en) in|landed|reach(?:ed)?|sho?wn? up|show up)\b|\banything (?:arrive[ds]?|landed)\b|\b(?:customers?|guests?|clients?|vendors?|suppliers?|staff|colleagues?|employees?|crew|team|systems) (?:\w+ )?(?:has |have |had )?(?:sent us|send us|sends us|wrote|write|written|writes|writing|e-?mail(?:s|ed)?|mail(?:s|ed)?|contact(?:s|ed)?|reached out)\b|\bhave we (?:got|gotten|received|processed|handled)\b|\bwhat (?:arrived|came)\b|\b(?:we|you|i) (?:have |had )?(?:received|got|gotten|processed)\b|\b(?:wrote|write|written|writes|writing|e-?mailed|contacted|contact|contacting|reached out) (?:to )?us\b|\bprocess(?:ed)?\b/.test(
      text,
    )
  ) {
    return ['emails'];
  }
  if (
    /^(?:how many|which|what|any|anything|are (?:there|any)|is (?:there|anything)|show|list)\b.*\b(?:pending|queued|unprocessed|in progress|running|cancell?ed)\b/.test(
      text,
    ) &&
    contentWords(text).length === 0
  )
    return ['executions'];
  return readSender(text) !== undefined ? ['emails'] : [];
}
