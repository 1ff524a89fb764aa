import { keepReadings } from '@deskbell/clerk';
import { type Rewrite, WISHES } from './roundabout-wishes.ts';
import { LEFT_TO_PEOPLE, RESPONSIBLE } from './usual-people.ts';
import { RATINGS } from './usual-ratings.ts';
import { sayTasksOf } from './whose-work.ts';

// The many ways to say what the rules know by one name. Each entry is about a kind of wording, never
// about one sentence; what may be the name of a mail is left as it is.

const NOUN = '(e-?mail|mail|message|task|deadline|vendor|review|agent)';
const ABOUT_THINGS: readonly Rewrite[] = [
  [
    /\b(?:the |that )?(?:thing|tool|robot|software|program|computer) (?:that|which) (?:reads|sorts|handles|processes|opens|checks) (?:all )?(?:our|the|my|your)? ?(?:e-?mails?|mails?|inbox|messages|post)\b|\byour? (?:pc|computer|laptop|machine|server)\b/g,
    'the system',
  ],
  [/\b(?:still )?(?:doing|does) its job\b/g, 'running'],
  [
    /\b(?:held(?: back| up)?|parked|quarantined|frozen) (?:e-?mails?|mails?|messages?)\b|\b(?:e-?mails?|mails?|messages?) (?:that (?:are|were) |are |being )?(?:held(?: back| up)?|on hold|parked)(?=[\s?.!]*$)/g,
    'open reviews',
  ],
  [
    /(?<=\b(?:urgent|open|overdue|late|important|high[- ]priority|unfinished|assigned|unassigned|which|what|whose|how many|any|all|the|our|\w+'s) )jobs\b(?! (?:fail|ran|run|in the queue|are (?:running|queued|stuck|pending)))/g,
    'tasks',
  ],
  [/\b(?:smth|sth|smt)\b/g, 'something'],
  [/\bdb\b/g, 'database'],
  [/\bhiccup(?:s|ed)?\b/g, 'fail'],
  [/\b(?:diary|planner|agenda|date book|datebook)\b/g, 'calendar'],
  [
    /\b(?:to[- ]?do|task|work) ?(?:pile|backlog|heap|stack)\b|\bpile of (?:work|tasks|to-?dos)\b/g,
    'open tasks',
  ],
  [/\b(?:approval|review|decision) (?:pile|stack|heap|queue|list|backlog)\b/g, 'open reviews'],
  [new RegExp(`\\b${NOUN}s?[- ]wise\\b`, 'g'), 'in $1s'],
  [/\bdate[- ]?wise\b/g, 'in deadlines'],
  [
    /\b(?:mail|e-?mail|inbox) (?:robot|bot|machine|machinery)\b|\b(?:the|our|this) (?:robot|machine|machines|software|program|tech(?:nology)?|whole thing)(?= (?:is|are|was|were|still|ok|down|up|alive|running|working|behav\w+|misbehav\w+|acting|doing)\b)|(?<=\b(?:is|are|has|have|did|does|do|was|were) )(?:the|our|this) (?:robots?|machines?|software|program|tech|whole thing)\b/g,
    'the system',
  ],
];

/** How long an answer is to be, who wants to know, and in what order. */
const AROUND: readonly Rewrite[] = [
  [
    /^(?:everything|all)( (?:since|from|in|on|of|after|before|between)\b[^?]*?)[\s,-]+(?:just |only )*(?:tell me |say |give me )?(?:how many|the (?:number|count))\b[^?]*$/g,
    'how many e-mails$1',
  ],
  [/\b(?:in |during )?the week (from|between) (?=(?:the )?(?:\d|[a-z]{3,9} \d))/g, '$1 '],
  [
    /^(?:and |so )?what(?:'s| is) (?:there )?on (?:on |for )?(?=the \d|jan|feb|mar|apr|may \d|jun|jul|aug|sep|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next )/g,
    'what is on the calendar on ',
  ],
  [
    /,? (?:so to speak|as it were|if you (?:like|will|know what i mean)|i guess|i suppose|or so|or whatever)(?=[\s?.!]*$)/g,
    '',
  ],
  [/\b(?:walk|talk|run|take|guide|lead) (?:me|us) through\b/g, 'summary of'],
  [
    /\bwhat (?:has |had )?(?:kept (?:us|you|everyone|the team|the office) busy|went down|did we (?:deal with|go through|have))\b/g,
    'what happened',
  ],
  [
    /\b(?:anything|something|what|things?)(?: is there)?(?: that)? (?:i'd|i would|we'd|we would|i might|i will|i'll|we'll)(?: later)? (?:regret|hate|be sorry|kick myself)\b[^?]*/g,
    'what needs my attention',
  ],
  [
    /\bwhere (?:do|must|should|does) (?:we|i|somebody|someone) (?:(?:have|need|got|supposed) to )?be\b/g,
    'which appointments are there',
  ],
  [
    /\bwhat (?:are|am|is|were) (\w+) (?:meant|supposed|expected|scheduled) to (?:get through|do|finish|get done|deliver|complete|work on|achieve)\b/g,
    'what tasks does $1 have to do',
  ],
  [
    /\b(?:please )?remind me(?: again)?[,:] |\bremind me(?: again)? (?=(?:what|which|who|when|where|how|why)\b)/g,
    '',
  ],
  [
    /^(?:(?:our|my|the|his|her) )?[\p{L}]{2,20}(?: [\p{L}]{2,20})? (?:wants|wanted|would like|needs|is asking|asks|asked|has asked|keeps asking|is wondering)(?: me| us)?(?: to (?:know|find out|see|hear))?[:,]? (?=(?:what|which|who|when|where|why|how)\b)/gu,
    '',
  ],
  [
    /,? in (?:a few|two|three|four|five|[2-9]|a couple of|some|short) (?:short |quick )?(?:sentences|lines|words|bullets?|bullet points|points)\b/g,
    ' in short',
  ],
  [/\bthe story of (?=last|this|yesterday|today|the (?:day|week))/g, 'summary of '],
  [
    /^(?:(?:i (?:need|want)|give me|show me|tell me|read me|what(?:'s| is| are)|can i (?:have|see|get)|let me (?:see|have)|i'd like) )?(?:the )?(?:exact |full |whole |complete |precise |original |literal )*(?:text|wording|words|contents?|body) (?:of|in|from) (.{3,80}?)(?: please)?[.?!]*$/g,
    'what does $1 say',
  ],
  [/,? (?:word for word|verbatim|in full|in its entirety)(?=[\s?.!]*$)/g, ''],
  [
    /^(?:first(?:ly)?(?: of all)?|start with|begin with|to start with|to begin with)[,:]? (?:tell me |show me |list )?(.{3,80}?),? (?:and )?(?:then|after that|secondly|second|next)[,:]? (?:tell me |show me |list )?/g,
    '$1 and then ',
  ],
  [
    /(?<=\b(?:tasks?|to-?dos?)\b.{0,60}?),? (?:(?:sorted|ordered|ranked|in order|order) (?:by|of) (?:priority|urgency|importance|rank)|(?:with )?(?:the )?(?:most )?(?:urgent|important|pressing|critical|highest)(?: priority)?(?: ones?)? (?:on top|at the top|first|up front|coming first))(?=[\s?.!]*$| (?:please|today|for)\b)/g,
    ' ranked',
  ],
  [/\b(?:sorted|ordered) by (?:the )?(?:due )?(?:date|day)s?\b/g, ''],
];

/** Late, cancelled, held back, and other states. */
const STATES: readonly Rewrite[] = [
  [
    /\b(?:my|our|a|your|his|her|somebody's|someone's) (?:signature|autograph|sign-?off|initials|stamp)\b/g,
    'my approval',
  ],
  [
    /\b(?:bomb(?:ed|s)?(?: out)?|crapped out|crap out|go(?:ne|es)? belly up|went belly up|tank(?:ed)?|flop(?:ped)?|go south|went south|fell apart|fall apart|barf(?:ed)?|go(?:ne)? bust|go(?:ne)? boom|blew a fuse)\b/g,
    'fail',
  ],
  [
    /\b(?:gone|went|going) (?:whoosh|by the board|down the drain|out the window|unnoticed)\b/g,
    'overdue',
  ],
  [
    /(?<!\b(?:orders?|deliver(?:y|ies)|drivers?|movers?|trips?|vans?|who) )\b(?:running|run|came|is|are|getting) late\b(?=[\s?.!]*$| (?:now|today|already|at the moment)\b)/g,
    'are overdue',
  ],
  [
    /\b(?:whose |with a |the )?(?:due )?(?:date|day|deadline)s?(?: that| which)? (?:has|have|is|are)(?: already| long| now)? (?:gone(?: by| past)?|passed|over|been missed)\b/g,
    'overdue',
  ],
  [/\b(?:past|after|beyond) (?:its|their|the) (?:due )?dates?\b/g, 'overdue'],
  [
    /\b(?:which|what) (?:of the |of our )?(?:due )?dates? (?:did|have|has) (?:we|i|they|the team) (?:already )?(?:miss(?:ed)?|blown?|blew|let slip|slip(?:ped)?)\b|\b(?:which|what|how many|any|all) (?:of the |of our )?(?:due )?dates (?:were|have been|are|got) (?:missed|blown|over)\b/g,
    'which deadlines are overdue',
  ],
  [
    /\b(?:what|which ones) (?:have|did) we miss(?:ed)?(?: so far| until now)?,? in deadlines\b/g,
    'which deadlines are overdue',
  ],
  [
    /\b(?:called off|scrapped|dropped)(?=[\s?.!]*$| (?:today|this|last|yesterday|so far)\b)/g,
    'cancelled',
  ],
  [
    /\b(did|have|has) (we|they|i|somebody|someone|anyone|anybody|you) cancel(?:led)?\b(?= (?:any|some|a|the)? ?(?:tasks?|to-?dos?)\b)/g,
    'which are the cancelled',
  ],
  [
    /\b(?:runs? out|lapses?|lapsing|running out|expires?|expiring)(?= (?:this|next|in|on|by|before|until|soon|within|over|during|today|tomorrow)\b|[\s?.!]*$)/g,
    'expires',
  ],
  [
    /\b(?:a |any |the |our )?(?:thumbs[- ]up|go-?ahead|green light|yes or (?:a )?no|blessing|verdict|okay|nod)(?= (?:from (?:us|me|you|somebody|someone|a (?:human|person)))\b|[\s?.!]*$)/g,
    'approval',
  ],
  [/\b(?:got|received|has|given|gave) (?:the |a |our )?approval\b/g, 'was approved'],
  [
    /\bdecisions (?:are|do|have) we (?:sitting on|still (?:have to|need to|must) (?:make|take)|(?:have|need) to (?:make|take)|(?:left|open) to make)\b|\bdecisions? (?:(?:are|is) )?(?:still )?(?:pending|open|outstanding|left|to make|to be made)\b/g,
    'reviews are pending',
  ],
  [/\b(approved|rejected|declined|decided) so far\b/g, '$1'],
  [
    /\b(?:could|can)(?:n't| not)? (?:the|our|your) (?:system|agents?|robots?|bots?|machine|software)(?: not)? (?:read|open|process|handle|understand|digest)\b|\b(?:could|can)(?:n't| not) (?:you|it|they) (?:read|open|process|handle|understand|digest)\b|\b(?:could|can)(?:n't| not) be (?:read|opened|handled|understood|digested)\b|\bcould(?:n't| not) (?:we |the system )?process\b/g,
    'failed',
  ],
  [
    /(?<=\b(?:mails?|e-?mails?|message|forward|one|it|that|which|did|anything|something|ones) (?:[\w'-]{1,20} ){0,3})(?:died|die|choked|fell over|fall over|gave up|blow(?:ing)? up|got stuck|conked out)\b/g,
    'failed',
  ],
  [
    /\b(?:went|go|going|gone|get|got|made it|make it|come|came) through (?:fine|ok|well|smoothly|cleanly|without (?:a |any )?(?:problems?|trouble|errors?|hitch))\b/g,
    'completed',
  ],
  [
    /\b(?:in the works|in the making|under way|being (?:processed|worked on|handled|read))(?: (?:as we speak|right now|at the moment|now|just now|currently))?/g,
    'being processed',
  ],
  [
    /\b(?:as we speak|at this (?:very )?moment|at the minute|just now|right this (?:minute|second))\b/g,
    'now',
  ],
];

const PEOPLE: readonly Rewrite[] = [
  [
    /\b(?:any|some|one|which|who|how many|all) of our (?:own )?(?:people|folks|guys|lot|drivers|movers|team)\b(?= (?:e-?mail|mail|write|wrote|sent|send|have|has|contact|report)\w*)/g,
    'any staff',
  ],
  [
    /\b(?:the )?(?:automatic|automated|machine|robot) (?:systems?|senders?|services?)\b/g,
    'the systems',
  ],
  [/\b(?:machine|robot|automatic) (mails?|e-?mails?|messages?)\b/g, 'system $1'],
  [
    /\b(?:writ(?:e|es|ten)|wrote) in\b(?! (?:(?:early|late|mid) )?(?:january|february|march|april|may|june|july|august|september|october|november|december|the|this|that|last|her|his|their|it|20\d\d)\b)/g,
    'write us',
  ],
];

/** What should be looked at first, however somebody puts it. */
const FIRST =
  /\bwhat(?:'s| is| would| should| could| do| does| must)? (?:you |i |we |one |be |your )?(?:advise|advice|suggest\w*|recommend\w*|tackle|do|start(?: with)?|begin(?: with)?|deal with|dealt with|handled?|look at|looked at|sort out|sorted)(?: me| us)? ?(?:on (?:where|what|how) to (?:begin|start|do|tackle|focus))? ?(?:first(?: thing)?|before (?:lunch|noon|anything else|the others?|i leave)|if you were me|in my (?:place|shoes|position))+(?: (?:if you were me|today|now|in my place|this morning))*[?.!]*$|\b(?:where|what) to (?:begin|start|focus|tackle)(?: on)?(?: first)?(?: today| now| this morning)?[?.!]*$|^(?:so |and )?(?:what|which|where)(?:'s| is| are)?(?: of)? ?(?:these |all |the |our |your |my )*(?:matters?|things?|stuff|items?|mail|e-?mail|thing)? ?(?:is |are )?(?:the |our )?(?:most (?:pressing|urgent|critical|important|serious|dangerous|alarming|worrying)|nastiest|scariest|worst|biggest|ugliest|hottest|riskiest|gravest) ?(?:of (?:all|them|these))?(?:thing|one|matter|issue|problem|trouble|mail|e-?mail|mess|worry|headache|item|stuff|fire)?s?(?: (?:in there|on the desk|here|there|in the inbox|on my desk|in the office|around))*(?: (?:at the moment|right now|now|today|currently|just now))*[?.!]*$/;

const SYSTEM: readonly Rewrite[] = [
  [
    /\bwhat(?:'s| is) (?:the |our )?(system|server|queue|database|backlog) (?:doing|like|up to|looking like)(?=[\s?.!]*$| (?:now|today|right)\b)/g,
    'how is the $1 running',
  ],
  [
    /\b(?:misbehav\w+|acting (?:up|funny|weird|strange)|playing up|being weird|go(?:ne|ing)? haywire|conked out|crapp\w+ out|kaput|alive|kicking|ticking over|humming(?: along)?|purring|behaving(?: itself| themselves)?|breathing|dead|the matter(?= with (?:the |our )?(?:system|server|database|queue|agents|inbox|machine)))\b/g,
    'running',
  ],
  [
    /\b(?:is|are) (?:something|anything) running with (?:the |our )?(?:system|server|it)\b/g,
    'is the system ok',
  ],
  [
    /\b(?:did|has|have) (?:anything|something) (?:on|in|with) (?:the |our )?(?:system|server|database)\b/g,
    'did the system',
  ],
  [/\bare we technically\b/g, 'is the system'],
];

const AGENTS: readonly Rewrite[] = [
  [
    /\b(?:is|are|was|does) (?:the )?(triage|vision|deadline|task|context)(?: agent)? (?:\w+ )?(?:slower|faster|better|worse|quicker|more \w+|less \w+) (?:\w+ )?than (?:the )?(triage|vision|deadline|task|context)(?: agent)?\b/g,
    'how are the agents $1 and $2 doing',
  ],
  [
    /\b(?:all (?:of the )?five(?: of them)?|the five(?: of them)?|(?:your|the|our) (?:helpers|workers|robots|little helpers|ai workers|readers))\b(?! (?:mails?|e-?mails?|tasks?|reviews?|deadlines?|vendors?|people|customers?))/g,
    'the agents',
  ],
  [
    /\b(?:how (?:often|many times|much)|did|do|does|have|has|when)\b[^?]{0,40}\b(?:rules?|rule book)\b[^?]{0,20}\b(?:step\w* in|stand in|stood in|take over|took over|help\w* out|cover\w*|fill\w* in)\b[^?]*|\bhow (?:often|many times|much)\b[^?]{0,30}\bfall(?:en)? back (?:to|on) (?:the )?rules?\b/g,
    'how often did the agents use the rules',
  ],
];

const VENDORS: readonly Rewrite[] = [
  [
    /\b(?:would|should|could|can|shall) (?:you|we|i) (?:ever )?(?:order|buy|purchase|rent|hire|book|lease)(?: (?:anything|something|more|stuff))? (?:from|with) (.{2,40}?) again\b/g,
    'can we rely on $1',
  ],
  [
    /\b(?:can|could|should|may) (?:we|i) (?:still |really |safely |always |actually )+(?=(?:rely|count|depend|trust|bank)\b)/g,
    'can we ',
  ],
  [/\b(?:can|could|should) (?:we|i) (?:count|depend|bank|build) on\b/g, 'can we rely on'],
  [
    /\bshould (?:we|i) (?:keep|continue|stop|go on|stay) (?:working|buying|dealing|doing business|ordering|on|with)? ?(?:with|from)\b/g,
    'can we rely on',
  ],
  [
    /\bkept? (?:its|their|his|her|all|the) promises?\b|\bkept? (?:its|their) word\b|\bstuck to (?:its|their) (?:word|promises?)\b/g,
    'delivered on time',
  ],
  [
    /\b(?:what(?:'s| is)|tell me|show me|give me) (?:our|the|my) (?:history|experience|record|relationship|track record) with (?:the |our )?/g,
    'track record of ',
  ],
];

/** "Sorted by date" says how, not which. */
const REWRITES = [
  ...AROUND,
  ...RESPONSIBLE,
  ...LEFT_TO_PEOPLE,
  ...WISHES,
  ...ABOUT_THINGS,
  ...PEOPLE,
  ...SYSTEM,
  ...STATES,
  ...AGENTS,
  ...VENDORS,
  ...RATINGS,
];

const EMOTICONS =
  /(?:^|\s)(?:[:;=]['-]?[)(\]dp]+|<3|\^\^)(?=[\s.,!?]|$)|(?:\p{Extended_Pictographic}|\u{fe0f}|\u{200d})+/gu;
const LONGEST = 600;

/** A normalised text in the words that the rules know. */
export const sayUsually = keepReadings(rewrite, (text) => text);

function rewrite(text: string): string {
  if (text.length > LONGEST) return text;
  let said = text.replace(EMOTICONS, '').trim();
  if (said === '') return text;
  for (const [pattern, usual] of REWRITES) said = said.replace(pattern, usual);
  if (FIRST.test(said)) return 'what needs my attention';
  return sayTasksOf(said);
}
