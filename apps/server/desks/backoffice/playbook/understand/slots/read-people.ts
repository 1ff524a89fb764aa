import { saysNothingElse } from './read-names.ts';

/** Words that stand where a name may, and are none. */
export const NOT_A_NAME =
  /^(?:ranked|complete|completed|finish|finished|close|closed|progress|things|them|agents?|executions?|failures?|errors?|reviews?|messages?|suppliers?|guests?|clients?|something|the|a|an|my|our|your|their|his|her|its|this|that|these|those|all|any|each|every|some|who|whom|what|which|whose|how|there|here|it|we|they|you|i|me|us|he|she|them|everyone|everybody|someone|anyone|anybody|nobody|today|tomorrow|yesterday|tonight|week|weeks|month|day|days|year|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|last|next|this|vendor|vendors|customer|customers|staff|system|team|agent|agents|task|tasks|todo|todos|open|urgent|high|medium|low|overdue|done|review|due|triage|vision|context|deadline|email|emails|mail|mails|let|one|ones|be|is|are|now|sure|please|not|no|and|or|of|for|with|from|in|on|at|to|by|do|does|did|had|got|gets?|gave|caus|miss|alway|often|never|have|has|need|needs|should|must|rest|end|start|whole|everything|but|except|been|already|yet|first|second|third|office|much|many|more|else|who|left|anything|something|nothing|lots|stuff|still|late|busy|working|up|being|today's|tomorrow's|week's|tonight|tmrw|also|still|only|just|please|show|list|everyone's|open|high|low|risk|priority|which|before|after|since|until|business|company|people|somebody|make|made|makes|create|created|creates|add|added|adds|opened|raise|raised)$/i;
const NAME = "([\\p{L}][\\p{L}'-]{1,30}(?: [\\p{L}][\\p{L}'-]{1,30})?)";

const ASSIGNED: readonly RegExp[] = [
  new RegExp(
    `\\b(?:tasks|to-?dos)(?: (?:open|overdue|urgent|left))? (?:has|does) ${NAME}(?: (?:still|currently|now))?(?: (?:have|got|left|open|assigned))*[\\s?.!]*$`,
    'iu',
  ),
  new RegExp(`\\bwhat (?:is|was|are) ${NAME} (?:late with|behind (?:on|with)|overdue with)`, 'iu'),
  new RegExp(`\\b(?:assigned|given|belong(?:s|ing)?|allocated) to ${NAME}`, 'iu'),
  new RegExp(
    `${NAME}['’]s? (?:\\w+[- ])?(?:\\w+ )?(?:tasks?|to-?dos?|work|plate|list|assignments?|queue|(?:open|overdue|urgent|remaining|late|unfinished) (?:items?|jobs?|ones|points?|things?|stuff))\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:tasks?|to-?dos?|work|stuff|things|ones|priority|jobs?)(?: \\w+| (?:are|is|were|do we have|have we got|there are)(?: (?:still|currently|now|there))?(?: (?:open|due|overdue|left|late|there|pending|urgent))?)? (?:for|of) ${NAME}`,
    'iu',
  ),
  new RegExp(
    `\\b(?:anything|something|nothing|much|more|what(?:'s| is| else)?)(?: (?:left|open|else|urgent|due|overdue|new))* (?:there )?for ${NAME}(?: to do| today| this week| tomorrow| now| right now| open| due)*[?.!]*$`,
    'iu',
  ),
  new RegExp(
    `\\b(?:what|which)(?: \\w+){0,3}? (?:does|should|must|did|is|has|else does) ${NAME} (?:still )?(?:have|need|do|be doing|owe|get|got|working|busy|supposed|up to|on)`,
    'iu',
  ),
  new RegExp(
    `\\b(?:did|has|have) ${NAME} (?:already )?(?:finish|complete|close|do|get done)\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:does|should|must|is|has) ${NAME} (?:still |currently |now |already )?(?:have|got|need to|working on|responsible|left|busy|have got)`,
    'iu',
  ),
];
/** Words that ask for somebody's work without calling it tasks. */
export const WORK_OF_A_PERSON = new RegExp(
  [
    "^(?:and |so )?what (?:is|was|are) (?!(?:it|that|this|there|everything|the|our|my)\\b)[\\p{L}'-]{2,20} (?:late with|behind (?:on|with)|overdue with)\\b",
    `\\b(?:anything|something|nothing|much|more|a lot|lots|enough|what)(?: (?:left|open|else|urgent|due|overdue|new))*(?: for [\\p{L}'-]+(?: [\\p{L}'-]+)?)? (?:left )?to do(?! with\\b)(?: today| tomorrow| this week| next week| now| right now)*[?.!]*$`,
    "^(?:is there |do we have |have we got )?(?:anything|something|what(?:'s| is)?)(?: (?:left|open|else|urgent|due|overdue|new))* for [\\p{L}'-]{2,20}(?: to do| today| tomorrow| this week| now| right now)*[?.!]*$",
    "\\bwhat(?:'s| is| are| has| does| should| must) [\\p{L}'-]{2,20}(?: [\\p{L}'-]{2,20})? (?:still |currently |now )*(?:working on|busy with|up to|supposed to (?:do|work on)|responsible for|got to do|be doing|be working on|(?:have|got) (?:left|open|on|to do|going))\\b",
    "\\bis [\\p{L}'-]{2,20} (?:very |too |still )?busy\\b",
    "\\b[\\p{L}-]{2,20}['’]s? (?:open |overdue |urgent |remaining )(?:items?|jobs?|ones|points?|things?|stuff)\\b",
  ].join('|'),
  'u',
);

/** Cuts what is no name off both ends: "to Maria this" is Maria. */
function nameIn(words: string): string | undefined {
  // "For the moving crew" names no person.
  if (/^(?:the|a|an|our|my|your|this|that) /i.test(words)) return undefined;
  const kept: string[] = [];
  for (const word of words.split(' ').map((part) => part.replace(/['’]s?$/u, ''))) {
    if (NOT_A_NAME.test(word)) {
      if (kept.length > 0) break;
    } else kept.push(word);
  }
  const name = kept.join(' ');
  return name === '' ? undefined : name;
}

const capitalised = (name: string): string =>
  name.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());

/** Whose tasks are meant, as it is written in `raw`; names in small letters are put right. */
export const readAssignee = (text: string, raw: string): string | undefined =>
  readAssignees(text, raw)[0];

/** All whose tasks are meant: "tasks for Maria and Tom". */
export function readAssignees(text: string, raw: string): string[] {
  const plain = text.slice(0, 400);
  for (const pattern of ASSIGNED) {
    const hit = pattern.exec(plain);
    const name = hit === null ? undefined : nameIn(hit[1] ?? '');
    if (hit === null || name === undefined) continue;
    const at = plain.indexOf(name, hit.index) + name.length;
    const before = /([\p{L}'-]{2,20})(?:'s?)? (?:and|or|&) $/u.exec(
      plain.slice(0, at - name.length),
    )?.[1];
    const after =
      /^(?:'s?)?(?: tasks?)?(?:, ?| and | or | & |, and )(?:for )?([\p{L}'-]{2,20}(?: [\p{L}'-]{2,20})?)/u.exec(
        plain.slice(at),
      )?.[1];
    return [before, name, after]
      .flatMap((one) => (one === undefined ? [] : (nameIn(one) ?? [])))
      .map((one) => withCapitals(asWritten(one, raw)));
  }
  return [];
}

const withCapitals = (name: string): string =>
  name === name.toLowerCase() ? capitalised(name) : name;

const VENDOR_WORDS = '(?:vendors?|suppliers?|contractors?|merchants?)';
const VENDORS: readonly RegExp[] = [
  /^(?:please |can you |could you )*compare (.{2,40} (?:and|with|to|against|vs\.?|versus) .{2,40}?)(?: for me| please| as (?:vendors|suppliers))*[?.!]*$/i,
  /^(.{2,40} (?:or|vs\.?|versus) .{2,40}?)[,:?-]? (?:who|which)(?: one)?(?:'s| is| are) (?:the )?(?:more |most )?(?:reliable|dependable|better|trustworthy|punctual)/i,
  /^(?:who|which)(?: one)?(?:'s| is) (?:the )?(?:more (?:reliable|dependable|trustworthy|punctual)|better)[,:]? (.{2,40} or .{2,40}?)[?.!]*$/i,
  /"([^"]{2,60})"/,
  new RegExp(
    `\\b${VENDOR_WORDS} (?:named |called )?(?!(?:emails?|mails?|messages?|patterns?|histor|reliab|perform|trend|stat|that|who|which|can|could|would|should|might|may|will|do|does|had|got|gets?|gave|caus|miss|alway|often|never|did|are|is|have|has|in|on|at|over|this|last|today|yesterday|we|i|been|was|were|by|with|send|sent|the|and|or|write|wrote|keep|let|deliver|rank|rating|score|for|to|from|of|behav|data|info|list|overview|usually|most|look|seem|never|always|regular|follow|mailed|e-mailed|contact|charg|respond|repl|answer|show|need|want|like|among|sort|order|late|wrong|bill)\\w*)([\\p{L}\\p{N}][^?!.,]{1,50})`,
    'iu',
  ),
  /\b(?:how (?:reliable|dependable|good|trustworthy|late|punctual) (?:is|are|was|has)|can (?:we|i) (?:trust|rely on)|should (?:we|i) trust|(?:reliability|track record|reputation|history|profile|record|patterns?|trends?|experience|relationship|ratings?|scores?) (?:of|with|for|from)|do business with|deal(?:ing|ings)? with) (.{2,60}?)(?: (?:emails?|mails?|been|lately|recently|so far|as a vendor|overall|these days|reliable)\b.*)?[?.!]*$/i,
  /^(?:(?:what(?:'s| is)|show me|give me|tell me|the|our|current) )*(.{2,50}?)(?:'s)? (?:ratings?|reliability|reliability score|track record|reputation|vendor (?:history|profile|record|score))(?: please| lately| so far)?[?.!]*$/i,
  /\babout (.{2,40}?) as (?:a|our) (?:vendor|supplier|contractor|partner)\b/i,
  /\b(?:has|have|did|does|do) (.{2,40}?) (?:ever |always |often |usually |been |already |sometimes )*(?:deliver\w*|come late|came late|let us down|keeps? (?:its|their))\b/i,
  /\bhow (?:is|are|was|has|have) (.{2,50}?) (?:been |doing |performing )+(?:as (?:a |our )?(?:vendor|supplier)s?)/i,
  /\b(?:is|are|has|was) (.{2,50}?) (?:been )?(?:a |any |ever |often )?(?:(?:more |as |less )?(?:reliable|dependable|trustworthy|punctual)|on time|late|good|better|worse)\b/i,
];

/** The one vendor a question is about; undefined when it is about all of them. */
export function readVendor(text: string, raw: string): string | undefined {
  for (const pattern of VENDORS) {
    const hit = pattern.exec(text)?.[1];
    const name = hit === undefined ? undefined : cleanVendor(hit);
    if (name !== undefined) return asWritten(name, raw);
  }
  return undefined;
}

function cleanVendor(hit: string): string | undefined {
  const name = hit
    .replace(/^(?:the|our|a|an|any|all|this|that|vendor|supplier|about|with|from) /g, '')
    .replace(
      / (?:today|yesterday|this|last|in the|over the|since|for the|vendor|supplier|late|often|always|usually|on time|doing|reliable|emails?|mails?|please|lately)\b.*$/,
      '',
    )
    .replace(/[?!.,"]+$/, '')
    .trim();
  const isPlain = new RegExp(
    `^(?:our |the |all |these |my )?(?:${VENDOR_WORDS}|them|they|it|we|one|ones|those|these|each|everyone|which|who|what|most|least|more|less|best|worst|any|it's|you|very|so|really)\\b`,
  ).test(name);
  const isOfAll = new RegExp(`\\b${VENDOR_WORDS}\\b| (?:by|of|for|the)$`).test(name);
  return name.length < 2 || isPlain || isOfAll || saysNothingElse(name) || NOT_A_NAME.test(name)
    ? undefined
    : name;
}

/** The name with the letters of the message, so that an answer can show it as it was asked. */
function asWritten(name: string, raw: string): string {
  const at = raw.toLowerCase().indexOf(name);
  return at < 0 ? name : raw.slice(at, at + name.length);
}
