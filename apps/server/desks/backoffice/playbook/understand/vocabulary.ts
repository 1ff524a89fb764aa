import type { Topic } from '../query.ts';

/** Words that ask, lead or are polite: they narrow nothing down, whatever the topic. */
const NEUTRAL = new Set(
  "else other others alone among amongst i'll i'd i'm i've we'll we'd we're we've you'd you'll a an the own possibly whether whatever dear perhaps love darling honey sir madam briefly sum altogether that this these those our my your their his her its it's that's there's here's us we i me you he she it they them one ones thing things stuff matter matters anything something everything nothing some any all every both many much number amount count counts total of to for in on at by with from about regarding as into out off up and or but so if then just also too ever yet still already now right here there is are was were be been being am isn't aren't do does did has have had having can could will would shall should may might must let lets let's gets get got getting give gives show shows showing me tell tells told list lists see seen look looking find check need needs want wants like know knew knows what what's whats which who who's whom when how how's why come please kindly thanks thank hey hi hello ok okay well um uh oh actually exactly really quickly quick pull bring view display print run-down rundown overview summary summarise summarize summarised summarized recap breakdown details info information data currently moment present today's far soon kind kinds sort think say said asap pls morning aubs people person anyone anybody someone somebody everyone everybody each whole entire full go going goes went way lot lots bunch couple little bit i'd i'm i've we've you've have't they're we're you're guys team's wondering curious idea mean meant rather instead only again same please? hear heard question questions ask asked wait happen happens happened happening call name make made sure yes no? take took taken back got? e g etc re via over down during within ago? report reports update updates status state states item items entry entries record records result results row rows page use uses used using because behind team like looks seem seems".split(
    ' ',
  ),
);

const MAIL =
  "e-?mail(?:s|ed|ing)?|mail(?:s|ed|ing)?|messages?|inbox|mailbox|correspondence|letters?|post|posts|threads?|notes?|came|comes|coming|arriv\\w+|receiv\\w+|gotten|land(?:ed|s)?|hits?|sent|sends?|sending|senders?|wrote|writes?|writing|written|contact\\w*|reach\\w*|process\\w*|handl\\w+|dealt|deal|busy|volume|traffic|incoming|new|newest|latest|last|recent\\w*|through|notifications?|categor(?:y|ies)|statuses|types?|business|office|system|desk|worked|work|working|outcome|reply|mention\\w*|contain\\w*|includ\\w+|concern\\w*|relat\\w+|what'?ve|bring|involv\\w+|talk\\w*|read|reading|retry";
const WORDS: Readonly<Record<Exclude<Topic, 'find' | 'record' | 'attention' | 'summary'>, string>> =
  {
    emails: MAIL,
    executions: `${MAIL}|rates?|executions?|runs?|ran|running|jobs?|pipeline|failures?|errors?|errored|problems?|issues?|wrong|broken?|broke|reasons?|causes?|top|(?:most )?common|frequent\\w*|often|most|list|queue|stuck|made|make|through|finish\\w*|complete\\w*|able|trying|tried|stand|standing|fell|blew|rails|correctly|successfully|properly|unsuccessful|couldn't|didn't|don't|hung|hanging|up`,
    tasks:
      "soonest|soon|nearest|earliest|tasks?|to-?dos?|todos?|do|done|action|actions|work|works|working|worked|assignments?|assign\\w*|chores?|plate|list|due|dates?|deadlines?|scheduled|schedule|must|supposed|left|remaining|remain\\w*|outstanding|pending|open|opened|unfinished|incomplete|undone|finish\\w*|complet\\w+|close[ds]?|busy|responsible|doing|belong\\w*|given|owner|owns?|owe|has|priority|priorities|upcoming|next|first|finished|get|things?|active|handle|handled|care|deal|job|jobs|exist\\w*|there's|office|business|system|falls?|falling|agenda|today's|new|stand|standing|waiting|current",
    deadlines:
      'soonest|nearest|earliest|deadlines?|calendar|dates?|due|upcoming|coming|next|scheduled?|schedule|events?|keep|fall|falls|falling|set|planned|plan|approaching|agenda|expire\\w*|expiring|end|ends|ending|future|ahead|must|things?|outstanding|open|up|meet|remember|pay|paid|payments?|payable|invoices?|bills?|owe|owed|money|amounts?|deliver\\w*|shipments?',
    agents:
      'agents?|levels?|ai|a\\.i|bots?|models?|five|5|perform\\w*|doing|do|work\\w*|well|good|bad|badly|poorly|job|accura\\w+|confiden\\w+|certain\\w*|sure|slow\\w*|fast\\w*|quick\\w*|long\\w*|time|times|speed|average|avg|mean|median|p95|error\\w*|fail\\w*|mistakes?|wrong|most|least|best|worst|better|often|rate|rates|stats?|statistics|compare|comparison|numbers?|metrics|latency|busi\\w+|run|runs|ran|process\\w*|analy\\w+|handl\\w+|mails?|e-?mails?|messages?|seconds?|milliseconds?|healthy|ok|fine|fallbacks?|rules?|disagree\\w*|reliab\\w*|trust\\w*|success\\w*|lately|recently|quality|figures|many|average|highest|lowest|problem\\w*|trouble\\w*|struggl\\w*|issues?|take|takes|taking|enough|read|reading|behav\\w*|workers?|so|hold\\w*|up|than|each|per|overall|general',
    vendors:
      "vendors?|suppliers?|contractors?|merchants?|companies|company|businesses|partners?|mails?|e-?mails?|messages?|patterns?|trends?|histor\\w+|reliab\\w*|unreliable|dependab\\w*|trust\\w*|punctual\\w*|rely|relied|rank\\w*|rat\\w+|scores?|stats?|statistics|perform\\w*|behav\\w*|track|best|worst|top|most|least|more|biggest|often|usually|usual\\w*|regular\\w*|frequent\\w*|active|compare|notic\\w*|seen?|insights?|late|time|flaky|deliver(?:s|ed|ing)?|problem\\w*|trouble\\w*|down|letting|lets?|keep\\w*|miss\\w*|buy|buying|write\\w*|writing|wrote|send\\w*|sent|contact\\w*|senders?|hear|lately|recently|good|bad|doing|quality|common|habit\\w*|tendenc\\w+|list|main|major|work|working|deal\\w*|relationship|experience|how|overall|general|look|looks|observ\\w*|find|poor\\w*|very|anything|special|on|new|receiv\\w*|who's|so|coming|come|too|always|never|reputation|profile|mailed|e-mailed|follow\\w*|among|history|number|amount|volume",
    health:
      'smooth\\w*|machin\\w+|empty|import\\w*|intake|postgres\\w*|levels?|properly|function\\w*|side|back(?:ed|log|end)?|ai|reach\\w*|respond\\w*|availab\\w+|alive|off(?:line)?|online|slow\\w*|fast|llms?|claude|rules?|costs?|spen[dt]\\w*|money|tokens?|site|website|app|login|chat|queue\\w*|length|depth|long|big|large|circuit|connect\\w*|stable|load|uptime|downtime',
    reviews:
      "reviews?|review\\w*|approv\\w+|decisions?|decid\\w+|sign|off|signed|sign-?offs?|humans?|person|pending|waiting|waits?|await\\w*|mails?|e-?mails?|messages?|reject\\w*|declin\\w+|open|left|remaining|outstanding|queue|need\\w*|undecided|still|me|my|ok|oks|opened|created|raised|nobody|no-one|anybody|yet|hasn't|haven't|confirm\\w*|handle|list|new|latest|last|recent\\w*|were|flagged|held|made|get|manual\\w*|attention|currently|requir\\w+|someone's|approvals?|status|state|first|next",
  };

const PATTERNS = new Map(
  Object.entries(WORDS).map(([topic, words]) => [topic, new RegExp(`^(?:${words})$`)]),
);

/** Whether a word of a question on a topic narrows nothing down. */
export const isUnderstood = (word: string, topic: Topic): boolean =>
  NEUTRAL.has(word) || (PATTERNS.get(topic)?.test(word) ?? false);
