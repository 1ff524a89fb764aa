/** Words that say what is asked, not what a mail is about. */
const FILLER = new Set(
  "a an the that this these those our my your their his her its it's we us i me you he she it they them one ones other others thing things stuff anything something everything nothing some any all each every both more most much many of to for in on at by with from about regarding re concerning as into out off over up down and or but so if then than just only also too even ever yet still already now again here there please kindly thanks thank hey hi hello ok well um uh hmm oh actually basically exactly really quickly quick is are was were be been being am do does did done doing has have had having can could will would shall should may might must let lets let's get gets got getting receive received receives give gives given show shows tell tells told list lists see seen look looking find found search check know want wants need needs like what what's whats which who who's whom whose when where where's why how how's come came comes coming go going gone goes went happen happens happened happening status story latest last recent recently newest translate first second new old update updates news word progress info information details detail summary deal situation guys team sent send sends sender write wrote written say says said mail mails email emails e-mail e-mails message messages thread threads subject letter letters inbox correspondence conversation today tonight yesterday tomorrow moment no none make makes made specific particular certain case matter issue item mention mentions mentioning mentioned contain containing called titled named related handle handled handling process processed processing processes deal become became outcome result results curious wondering wonder think remember back earlier morning afternoon open bring pull dig read full whole complete entire explain brief concerning hear heard frequent common typical reason reasons cause causes amount breakdown volume share percentage rundown average types type kind kinds sort sorts biggest oldest largest idea ideas together per day week month count counts how's worked works working lately often usually always never currently nowadays anyone anybody someone somebody people nobody everyone summarise summarize summarised summarized recap radar arrive arrives arrived arriving go ahead ready able until till top best worst bad good well fine alright own alone among amongst altogether supposed responsible two three four five six seven eight nine ten twelve whether whoever whichever whatever wherever whenever anyway anyhow though meant mean precisely honestly obviously definitely certainly probably surely somehow simply maybe perhaps fellow guy man woman lady gentleman person chap dude girl boy don't doesn't didn't can't won't isn't aren't wasn't weren't".split(
    ' ',
  ),
);

/** Words the desk itself is made of: alone they name no mail. */
const DOMAIN =
  /^(?:(?:high|highest|low|medium|top)-(?:priority|risk|urgency|prio)|highest|lowest|urgency|importance|remaining|outstanding|unfinished|incomplete|pressing|soon|soonest|newest|unresolved|upcoming|coming|next|blocked|stale|done|closed|risk|risky|phishing|spam|suspicious|tasks?|to-?dos?|todos?|agents?|executions?|runs?|jobs?|vendors?|suppliers?|contractors?|merchants?|customers?|clients?|guests?|staff|internal|systems?|health|deadlines?|calendar|events?|reviews?|approvals?|queue|pipeline|database|redis|models?|performance|performing|activity|high|medium|low|priority|priorities|urgent|important|critical|overdue|late|failed|failing|failures?|fail|fails|errors?|errored|broken|pending|running|completed|cancelled|finished|processed|patterns?|trends?|reliability|history|categor(?:y|ies)|attention|due|week|weeks|month|months|days?|year|quarter|weekend|open|unscheduled|triage|vision|context|deadline|budget|operations|office|business|company|work|numbers?|counts?|total|overview|recap|digest|report|incoming|assigned|aubs|data|services?|server|attachments?|unread|leadership|management|colleagues?|employees?|crew|unprocessed|queued|backlog|stuck|unanswered|unassigned|unscheduled|ran|slow\w*|fast\w*|reliable|reliab\w+|confiden\w+|busiest|performers?|approved|rejected|reviewed|automated|automatic|notifications?)(?:'s)?$/;

/** Words of a question for one mail that say what is wanted of it. */
export const FIND_WORDS = DOMAIN;

/** A small number says how many, or which row; a long one may be an order's, one with cents is money. */
const isWord = (word: string): boolean => /\p{L}|\d{4}|\d,\d{3}|\d\.\d\d$/u.test(word);
const UNIT = /^(?:dollars?|usd|bucks|euros?|percent)$/;
const WORDS = /[\p{L}\p{N}](?:[\p{L}\p{N}'.&@/-]|,(?=\d{3}(?!\d)))*/gu;
/** "180 dollars". */
const isOfUnit = (word: string, after: string | undefined): boolean =>
  /^\d/.test(word) && UNIT.test(after ?? '');
/** "The number 88-1203" is a number of four digits at least. */
const isCalledNumber = (word: string, after: string | undefined): boolean =>
  /^numbers?$/.test(word) && /^[a-z]{0,4}-?\d[\d,.-]*\d$/.test(after ?? '');
/** "Van 2", "terminal 4": what is told apart by a small number. */
const NUMBERED =
  /^(?:vans?|trucks?|cars?|bus|terminals?|units?|gates?|docks?|bays?|suite|apartment|floor|pier|building)$/;

/** "Details" is talk, and in "bank details" part of a name. */
const isFiller = (word: string, before: string | undefined): boolean =>
  (FILLER.has(word) || word.endsWith("n't")) &&
  !(word === 'old' && before === undefined) &&
  !(
    /^(?:details|case|letter|report)$/.test(word) &&
    before !== undefined &&
    !FILLER.has(before) &&
    !DOMAIN.test(before)
  );

/** The words of a text that are about something, in their order; empty when none is. */
export function contentWords(text: string): string[] {
  const words = (text.match(WORDS) ?? [])
    .map((word) => word.replace(/(?:'s|[.'/-]+)$/, ''))
    .filter((word, index, all) =>
      isWord(word)
        ? !isFiller(word, all[index - 1]) && !isCalledNumber(word, all[index + 1])
        : isOfUnit(word, all[index + 1]) ||
          (/^\d{1,3}$/.test(word) && NUMBERED.test(all[index - 1] ?? '')),
    );
  return words.every((word) => DOMAIN.test(word)) ? [] : words;
}

/** Whether every word is one the rules know anyway. */
export const saysNothingElse = (text: string): boolean => contentWords(text).length === 0;

const MAIL = '(?:e-?mails?|mails?|messages?|threads?|letters?|correspondence|notes?)';
const ABOUT =
  '(?:about|regarding|concerning|re:?|mentioning|that mentions?|which mentions?|containing|with the subject|titled|called|named|related to|around|to do with|having to do with)';

/** What somebody wants or says: after the verb stands what it is about. */
const WANTS =
  /^(?:and )?what (?:all )?(?:did|does|do|has|have|is|was) (.+?) (?:want\w*|sa(?:y|id|ying)|wr(?:ite|ote|itten|iting)|ask\w*|need\w*|sen[dt]|repl\w+|answer\w*|t(?:ell|old)(?: us)?|request\w*|report\w*|announc\w+|offer\w*|propos\w+|suggest\w*|complain\w*|promis\w+|mention\w*|warn\w*|mean|demand\w*|expect\w*|plan\w*)\b/;

/** "Did the garage send us a quote for the dent?": who sends it, and what. */
const SENDS =
  /^(?:(?:and|so|but|ok) )*(?:did|has|have|does)(?:n't)? (?:the |our |that |an? )?(.+?) (?:ever |already |also )*(?:sen[dt]|giv(?:e|en)|mail(?:ed)?|e-?mail(?:ed)?|issued?)(?: (?:to )?us)?(?= (?:an?|the|any|its|their|his|her|our|some|another)\b)/;

/** "Did Marcus Reed write about his lamp?": who writes, and about what. */
const WRITES_ABOUT =
  /\b(?:did|has|have) (?:the |our )?(.+?) (?:ever |already |also )*(?:writ\w+|say|said|e-?mail(?:ed)?|complain(?:ed)?|ask(?:ed)?)(?: (?:to )?us)?(?: (?:any|some)thing)? (?=(?:about|regarding) )/;

/** "How many mails did Peconic send us?" */
const COUNTS =
  /\bhow (?:many|much) (?:e-?mails?|mails?|messages?) (?:did|has|have) (?:the |our )?(.+?) (?:sen[dt]|wr(?:ite|itten|ote))\b/;

/** Where a question names a mail by what it is about; the group is the name. */
const FINDS: readonly RegExp[] = [
  /\b(?:issue|problem|trouble|question|incident|mess|matter|wrong) (?:with|about|around) (?:the |that |our )(.+)/,
  /^(?!(?:what|how|which|who|when|where|why|is|are|did|do|does|any|has|have|show|list|give)\b)(.{3,60}?) ?(?:-|:|,|\.\.\.?) (?:what|any|where|how|did|has|is it|was it|status|who|when)\b/,
  /^when (?:do|must|should|will|did) (?:we|i|they|he|she) (?:have to |need to )?\w+ (?:the|our|that|this) (.+)/,
  /^(?:has|was|is|did|were|have) (?:the|that|our|this) (.+?) (?:been|being|get|got|handled|dealt|processed|done|paid|answered|resolved|sorted|go|come|arrive|fail)\b/,
  /\b(?:the|that|this) (?:e-?mail|mail|message|letter) with (?:the |our |an? )?(?!(?:attach|file|high|low|medium|critical|most|id|number)\w*\b)(.+?)(?= (?:so |very |really )?(?:risky|urgent|suspicious|dangerous|important|flagged|held|waiting)\b|[?.!,]|$)/,
  WANTS,
  SENDS,
  WRITES_ABOUT,
  /\bdid (.+?) (?:ever )?(?:write|send|e-?mail|mail|contact|reply|answer|respond|get back)\b/,
  /\b(?:write|wrote|written|writing|ask(?:ed|ing)?|complain(?:ed|ing)?|complaints?|questions?|say(?:ing)?|said|talk(?:ed|ing)?) (?:to us |us |in |anything |something )?about (.+)/,
  /^(?:by |until |till |before )?when(?:'ll)? (?:do|does|did|will|is|are|was|were|must|should|can|could)(?: (?:we|i|they|he|she))? (?:(?:have|need|supposed|going) to (?:\w+ (?:the |our |that |this )?)?)?(.+?)(?: (?:get|got|change|changed|start|begin|end|happen|take place|arrive|be|due|coming|come|over|open|close|run out|expire|delivered|repaired|fixed|installed|replaced|paid|finished|ready))*[?.!]*$/,
  /^when(?:'s| is| was| are| will| does| do) (?:the|our|that|this) (.+)/,
  /"([^"]{2,80})"/,
  /\b(?:what|whatever)(?:'s| is| has| did| ever)*? ?(?:happen(?:ed|s|ing)?|becom(?:e|ing)|became|came|come|going on|went on|up|new|the (?:story|status|deal|latest|situation|word|outcome|news)|going)(?: (?:to|with|of|on|about|for|regarding|behind|from|there))+ (.+)/,
  /\b(?:news|updates?|word|progress|info(?:rmation)?|details?|latest|status|story|outcome|where are we|where do we stand|how far are we|how did (?:it|things) go|history) (?:on|about|of|from|with|for|regarding|behind) (.+)/,
  new RegExp(
    `\\b${MAIL} (?:we got |you got |that came in |that came |sent |we received )?${ABOUT} (.+)`,
  ),
  new RegExp(
    `\\b(?:anything|something|everything|stuff|what(?: do we (?:have|know))?) ${ABOUT} (.+)`,
  ),
  /\b(?:find|search(?:ing)?(?: for)?|look(?:ing)? (?:up|for)|locate|dig up|pull up|track down|bring up) (?:me )?(.+)/,
  /\b(?:tell me (?:more )?about|what about|how about|know about|where(?:'s| is| did)|how(?:'s| is| did| does)|explain) (?:the |that |this |our |a )(.+)/,
  /\b(?:did|have|has) (?:we|you|anyone|anybody|i|they) (?:ever |already )?(?:get|gotten|got|receive|received|hear|heard|see|seen|handle|handled|process|processed|deal with|dealt with|answer|answered|reply to|replied to|respond to|responded to) (?:anything |something |back )?(?:from |about |on |to )?(.+)/,
  new RegExp(
    `\\b(?:${MAIL}|anything|something|hear(?:d)?) (?:(?:we )?(?:got|received|came|sent|back) )?(?:in )?(?:from|by|of) (.+)`,
  ),
];
/** A name right before the word for a mail: here every word must belong to the name. */
const NAMES_BEFORE: readonly RegExp[] = [
  new RegExp(
    `(?=\\b(?:the|that|this|our|a|an|his|her|their|any|which) (.{2,60}?) ${MAIL}\\b)`,
    'g',
  ),
  new RegExp(`^(.{3,60}?) ${MAIL}[?.!]*$`, 'g'),
];

const CUT =
  /\s*(?:[?!;]|,|\.(?:\s|$)| and (?=(?:what|who|when|how|why|show|tell|is|are|did|do)\b)).*$/;
const VERB_END =
  / (?:fail\w*|arrive\w*|come in|came in|go|went|get (?:processed|handled|stuck)|due|get done|takes? place|took place)$/;

/** Those that lead to who says it; what is said of stands behind. */
const SAID_OF = [WANTS, SENDS, WRITES_ABOUT];

/** The words of the mail a question is about; undefined when it names none. */
export function readFindWords(text: string): string | undefined {
  for (const pattern of NAMES_BEFORE) {
    for (const [, hit = ''] of text.matchAll(pattern)) {
      const words = contentWords(hit);
      const isWhole = words.length > 0 && hit.endsWith(words.at(-1) ?? '') && isName(hit, words);
      if (isWhole) return nameOf(words);
    }
  }
  for (const pattern of FINDS) {
    const found = pattern.exec(text);
    const hit = found?.[1];
    if (found === null || hit === undefined) continue;
    const own = contentWords(hit.replace(CUT, '').replace(VERB_END, ''));
    const isSaidOf = SAID_OF.includes(pattern) && own.length > 0;
    const about = isSaidOf ? text.slice(found.index + found[0].length).replace(CUT, '') : '';
    const name = nameOf([...own, ...contentWords(about).slice(0, 4)]);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Without the states a mail may be in: "the failed lease mail" is about the lease. */
function nameOf(words: readonly string[]): string | undefined {
  const named = words.filter((word, _index, all) => !isState(word) || all.length === 1);
  if (named.length === 0 || named.every((word) => DOMAIN.test(word))) return undefined;
  return named.slice(0, 8).join(' ');
}

/** Who wants or says it: their own mail comes first. */
export function readTeller(text: string): string | undefined {
  const said = [WANTS, SENDS, COUNTS].map((pattern) => pattern.exec(text)?.[1]).find(Boolean) ?? '';
  if (new RegExp(`\\b${MAIL}\\b`).test(said)) return undefined;
  const words = contentWords(said);
  const isName = words.length > 0 && words.length < 4;
  return isName && !words.some((word) => DOMAIN.test(word)) ? words.join(' ') : undefined;
}

/** Nothing but leading words of talk and the name itself: "open the fire inspection", not "how many of the". */
function isName(text: string, words: readonly string[]): boolean {
  const tokens = text.match(/[\p{L}\p{N}][\p{L}\p{N}'.&@/-]*/gu) ?? [];
  const first = tokens.findIndex((token) => !FILLER.has(token));
  const lead = tokens.slice(0, first).join(' ');
  return (
    tokens.length - first === words.length &&
    words.length <= 5 &&
    !/\b(?:how many|how much|what|which|did|do|does|why)\b/.test(lead)
  );
}

const isState = (word: string): boolean =>
  /^(?:failed|pending|running|overdue|urgent|completed|unread)$/.test(word);

const TASK = '(?:tasks?|to-?dos?|action items?)';
const TASKS_ABOUT = new RegExp(
  `\\b${TASK} (?:about|regarding|concerning|around|related to|from the|for the|with the|on the) (.+)`,
);
const TASK_NAMED = new RegExp(`\\b(?:the|that|this|our) (.{2,60}?) ${TASK}\\b`);

/** The words of the mail whose tasks are meant: tasks are found by their mail. */
export function readTaskWords(text: string): string | undefined {
  const about = TASKS_ABOUT.exec(text)?.[1];
  if (about !== undefined) return nameOf(contentWords(about.replace(CUT, '')));
  const named = TASK_NAMED.exec(text)?.[1];
  const words = contentWords(named ?? '');
  return named !== undefined && words.length > 0 && isName(named, words)
    ? nameOf(words)
    : undefined;
}

const FROM =
  /\b(?:e-?mails?|mails?|messages?|letters?|anything|something|everything|news|stuff|hear|heard|heard back|word) (?:[a-z]{2,10} ){0,2}?from (?!about\b)(.{2,80})/;
const END_OF_NAME =
  /(?:[?!;,]| (?:about|regarding|concerning|that|which|who|with|to|today|in|on|over|since|this|last|and|or|but|please|yet|so|again|has|have|had|is|are|was|were|did|got|fail\w*|mention\w*|contain\w*|ask\w*|at all|lately|recently)\b).*$/;

/** The name after "from"; undefined where it is a kind of people or a day. */
export function readSenderName(text: string): string | undefined {
  const hit = FROM.exec(text)?.[1]?.replace(END_OF_NAME, '');
  const words = (hit?.match(/[\p{L}\p{N}][\p{L}\p{N}'.&-]*/gu) ?? [])
    .map((word) => word.replace(/(?:'s|[.'-]+)$/, ''))
    .filter((word) => !/^(?:the|our|my|a|an|mr|mrs|ms)$/.test(word));
  const isName = words.length > 0 && words.length <= 5 && contentWords(words.join(' ')).length > 0;
  return isName ? words.join(' ') : undefined;
}
