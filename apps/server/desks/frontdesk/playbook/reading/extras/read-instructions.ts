/** What the driver shall know, in the customer's own words, and the message without it. */
export interface Instructions {
  sentences: string[];
  /** The customer takes back what the driver was to know. */
  isDropped: boolean;
  rest: string;
}

const DRIVER = '(?:the|your|our|my|whichever) (?:drivers?|movers?|team|crew|guys|courier|person)';

/** Words to the driver, whose own words end where the sentence does. */
const TO_DRIVER = new RegExp(
  `\\b(?:(?:please|pls|(?:can|could|would|will) (?:you|u)|also|and|kindly) )*(?:(?:tell|ask|inform|remind|instruct|advise|have|warn|let) ${DRIVER}(?: know)?(?: that| to|:|,)? |(?:tell|ask|remind|inform|let) (?:them|him|her) (?:know that|know|to|that|not to) |(?:tell|warn|remind|inform) (?:them|him|her) (?=(?:about|there|the|we|it|i|my|our|he|she|someone|nobody|not)\\b)|(?:can|could|should|would|may) (?:${DRIVER}|they|he|she|someone|somebody) (?:please )?(?=\\w)|(?:they|he|she) (?:should|must|needs? to|ha(?:s|ve) to|can|may) (?=(?:please |rather |then |now )*(?:call|text|ring|phone|buzz|knock|leave|message|park|use|hand|put|let me|come|ask for)\\b)|(?:make sure|ensure)(?: that)? (?=${DRIVER} )|${DRIVER} (?:should|must|needs? to|has to|have to|can|may) (?!(?:please |also |just |do the )?(?:un)?pack)|(?:i|we)(?:'d| would)? (?:want|like|need) ${DRIVER} to (?!(?:un)?pack))`,
  'gi',
);

/** "Note for the driver: ", after which everything is for the driver. */
const LABEL = new RegExp(
  `\\b(?:(?:please )?(?:add|leave|put|include|make|take) (?:a |the |this |these |that |in |down )*)?(?:(?:special|delivery|driver|pick-?up) )?(?:instructions?|notes?|remarks?|comments?)(?: (?:for|to) (?:${DRIVER}|them))?(?: (?:that|saying|is|are))?(?:: ?| - |(?<=(?:that|saying)) )|\\b(?:please )?(?:put in|write(?: down)?|mention|note down|pass on)(?: there| also)? that |\\b(?:please )?(?:add|put|write|leave|include|note|mention|say)(?: down| in)? (?:for|to) (?:${DRIVER}|them)(?: that|:)? |\\bplease note(?: that|:)? (?![^.!?]*(?:\\b\\d{5}\\b|\\bbook))`,
  'gi',
);

const PIECES = '(?:it|them|everything|all|these|those|(?:the|my|our) \\w+)';
const SPOT =
  '(?:doors?|doorstep|doorm[ae]n|porch|concierge|lobby|garage|front desk|reception\\w*|neighbou?rs?|gate|steps|stairs|kitchen|hall\\w*|deck|shed|mud ?room|mail ?room|super|security|guard|housekeeper|superintendent|package room|basement|entrance|driveway|patio)\\b';

/** How a clause begins that tells someone at the door what to do. */
const AT_THE_DOOR = new RegExp(
  `(?<=^|[.!;:,] |[-] |\\band |\\bthen |\\balso |\\bso |\\bjust )(?:please |pls |kindly |just |do )*(?:(?:ring|buzz|knock)\\b|(?:call|text|phone|message|whatsapp) (?:me|us|my \\w+|him|her|ahead|before|when|upon|on arrival|at|\\+?\\(?\\d)|leave ${PIECES} (?:with|behind|by|on|inside|outside|under|next)\\b|(?:leave|drop|put|place|set|deliver|bring) ${PIECES}(?: off| down| up)? (?:with|at|in|by|on|behind|inside|outside|under|next|near|to|into) (?:the |my |our |your )?(?:\\w+ )?${SPOT}|leave (?:with|at|behind|by|outside)\\b|hand (?:it|them|everything) (?:over )?to\\b|give (?:it|them|everything) to\\b|use (?:the|our|my) (?:\\w+ )?(?:entrance|elevator|lift|door|gate|ramp|stairs|dock|driveway|side)|(?:come|go|enter) (?:in )?(?:through|around|via|by)\\b|park (?:on|in|at|behind|by|near|across|around)\\b|handle (?:\\w+ )?with care|be (?:very )?careful|mind the\\b|watch (?:out )?for\\b|beware\\b|ask for (?!an?\\b|the price)|${PIECES} (?:can|may|should|must|could|goes?) (?:just |simply |also |please )*(?:be )?(?:left|dropped(?: off)?|put|placed|set down|handed|stay|go|sit) (?:with|at|in|by|on|behind|inside|outside|under|next|near|to|into) (?:the |my |our |your )?(?:\\w+ )?${SPOT}|don'?t (?:ring|knock|buzz|call|use|leave|park|block)\\b|do not (?:ring|knock|buzz|call|use|leave|park|block)\\b)`,
  'gi',
);

/** What is said of the way in. */
const WAY_IN =
  /\b(?:(?:gate|door|access|entry|security|building|lobby|front door|garage|elevator|alarm|lock ?box|buzzer|intercom|entrance)[- ]?(?:code|pin|number|combination)|lock ?box|(?:the |our |my )?(?:buzzer|intercom|door ?bell|bell|gate|side door|back door|front door|side entrance|back entrance|service entrance|freight elevator|service elevator|elevator|loading dock|driveway|freight entrance|loading bay)(?: (?:to|of|at|for) (?:the|our|my) \w+)? (?:is|are|does|doesn'?t|has|was|will|needs|works|says)\b|(?:the |a )?(?:spare )?keys? (?:is|are|will be|hangs?|lies?) (?:under|with|in|at|by|behind|on|left)|(?:loading (?:dock|bay)|(?:freight|service|side|back|rear|delivery|main) (?:entrance|elevator|door|gate)) (?:is )?(?:on|at|around|behind|off|next to|via|from)\b|(?:security|the (?:doorman|concierge|super|guard|front desk|porter))(?: \w+)? (?:needs?|wants?|requires?|has to|have to|must|will|opens|closes|only|knows?)\b(?![^.?!]*\b(?:coi|certificate|insurance)\b)|apartment door is\b|code (?:is|:) ?[#*]?\d)/gi;

/** Where an order goes on after words to the driver. */
const ORDER_GOES_ON =
  /(?:,|;| -|,? and|,? then) (?:please |then |also )?(?:(?:you can |let'?s |just )?(?:book|reserve|schedule) (?:it|that|this|me|us|for|please|now|\d|a|an|the)|book(?: |$)|go ahead|make (?:it|that) |change (?:it|that|the (?:day|date|number)) |how much|what (?:is|does|would|will)|what's|add (?:a coi|coi|packing|unpacking|one|two|\d))/i;

const DAY_OR_ZIP = [
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?',
  '(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|the \\d{1,2}(?:st|nd|rd|th)',
  '\\d{1,2}/\\d{1,2}|\\d{5}(?: to \\d{5})?',
].join('|');
/** ", December 15": a detail of the order after words to the driver. */
const DETAIL_GOES_ON = new RegExp(
  `(?:,|;| -) ?(?:on |for |from |to |pick-?up (?:on )?|delivery )?(?:${DAY_OR_ZIP})(?=$|[,.;!?]| (?:please|book|from|\\d))`,
  'i',
);

const DROPS =
  /\b(?:forget|remove|delete|drop|skip|cancel|ignore|scrap|take out|no need for)\b[^.?!]{0,30}\b(?:notes?|instructions?|message (?:for|to) the driver)\b|\b(?:take|leave) (?:that|the|this|my) (?:\w+ )?(?:notes?|instructions?|message) (?:off|out|away|back)\b/i;

const SENTENCE_END = /(?<!\b(?:st|ave|apt|no|mr|mrs|ms|dr|bldg|fl))[.!?](?=\s|$)/gi;

interface Span {
  start: number;
  /** Where the customer's own words to the driver begin. */
  from: number;
  end: number;
}

/** Finds what a plain text, in the customer's own letters, says for the driver. */
export function readInstructions(text: string): Instructions {
  if (DROPS.test(text)) {
    return { sentences: [], isDropped: true, rest: tidy(text.replace(DROPS, ' ')) };
  }
  const spans = findSpans(text);
  if (spans.length === 0) return { sentences: [], isDropped: false, rest: text };
  let rest = '';
  let index = 0;
  const sentences: string[] = [];
  for (const { start, from, end } of spans) {
    rest += text.slice(index, start);
    const said = text
      .slice(from, end)
      .replace(/^[\s,:;-]+|[\s,;.!-]+$/g, '')
      .replace(/^(?:please|pls|kindly|that|to|rather|then) /i, '')
      .replace(
        /,? (?:instead|please|now|(?:please )?(?:tell|let) (?:him|her|them|the driver)(?: know)?)$/i,
        '',
      );
    if (/[a-z0-9]/i.test(said)) sentences.push(said.charAt(0).toUpperCase() + said.slice(1));
    index = end;
  }
  rest += text.slice(index);
  return {
    sentences,
    isDropped: false,
    rest: tidy(rest),
  };
}

/** Without what is left over where something was taken out of a sentence. */
function tidy(text: string): string {
  const rest = text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;!?])/g, '')
    .replace(/([.!])[.,;!]+/g, '$1')
    .replace(/^[\s,;:.!?-]+/, '')
    .trim();
  const tail = /(?: ?(?:[,;:-]|\b(?:and|also|plus|please|but|oh|so)\b))+$/i.exec(rest.slice(-40));
  return tail === null ? rest : rest.slice(0, rest.length - tail[0].length);
}

function findSpans(text: string): Span[] {
  const spans: Span[] = [];
  const covered = (index: number): boolean =>
    spans.some(({ start, end }) => index >= start && index < end);
  const take = (start: number, from: number, limit: number): void => {
    if (covered(start)) return;
    const said = text.slice(from, limit);
    const tails = [ORDER_GOES_ON.exec(said)?.index, DETAIL_GOES_ON.exec(said)?.index];
    const end = from + Math.min(...tails.map((index) => index ?? said.length));
    spans.push({ start, from, end });
  };
  for (const hit of text.matchAll(LABEL)) {
    const from = hit.index + hit[0].length;
    if (/[a-z0-9]/i.test(text.slice(from))) take(hit.index, from, text.length);
  }
  for (const hit of text.matchAll(TO_DRIVER)) {
    const from = hit.index + hit[0].length;
    const limit = sentenceEnd(text, from);
    if (isQuestionOf(text, hit.index)) continue;
    const isAsked = /^(?:can|could|should|would|may) (?!(?:you|u)\b)/i.test(hit[0]);
    if (isAsked && !WISHED_OF_DRIVER.test(text.slice(from))) continue;
    take(hit.index, from, limit);
  }
  for (const hit of text.matchAll(AT_THE_DOOR)) {
    const limit = sentenceEnd(text, hit.index);
    if (text[limit] !== '?') take(hit.index, hit.index, limit);
  }
  for (const hit of text.matchAll(WAY_IN)) {
    if (covered(hit.index)) continue;
    const limit = sentenceEnd(text, hit.index);
    if (text[limit] !== '?') {
      const start = clauseStart(text, hit.index);
      take(start, start, limit);
    }
  }
  return spans.sort((a, b) => a.start - b.start).filter(isApart);
}

const isApart = ({ start }: Span, index: number, all: readonly Span[]): boolean =>
  !all.slice(0, index).some(({ end }) => start < end);

/** What is asked of a driver with a question mark, and is a wish all the same. */
const WISHED_OF_DRIVER =
  /^(?:please|call|text|ring|phone|buzz|knock|leave|message|let|park|use|hand|bring it|put)\b/i;

/** "How do I tell the driver?" and "what can the driver carry?" ask us. */
const isQuestionOf = (text: string, index: number): boolean =>
  /\b(?:how|what|when|where|who|why|which|if|should i|do i|must i|need to|have to|is there|way to|able to|possible to|tips?|does|did)\b[^.?!]{0,20}$/i.test(
    text.slice(Math.max(0, index - 30), index),
  );

const NUMBER_AFTER =
  /^\?\s*(?:(?:my|our|the) (?:number|cell|phone)(?: is|:)? )?[+(]?\d[\d ().-]{6,16}/i;

function sentenceEnd(text: string, from: number): number {
  SENTENCE_END.lastIndex = from;
  const end = SENTENCE_END.exec(text)?.index ?? text.length;
  // "Could they call ahead? 212-555-0147"
  const number = NUMBER_AFTER.exec(text.slice(end));
  return number === null ? end : end + number[0].length;
}

const CLAUSE_STARTS = ['. ', '! ', '? ', ', ', '; ', ': ', ' - ', ' and '];
const LEAD = /^(?: ?(?:ok|oh|sorry|actually|also|no|so|wait|thanks|btw)\b,?)+ ?/i;

function clauseStart(text: string, index: number): number {
  const before = text.slice(0, index);
  const start = Math.max(
    0,
    ...CLAUSE_STARTS.map((mark) => {
      const found = before.lastIndexOf(mark);
      return found < 0 ? 0 : found + mark.length;
    }),
  );
  return start + (LEAD.exec(before.slice(start))?.[0].length ?? 0);
}
