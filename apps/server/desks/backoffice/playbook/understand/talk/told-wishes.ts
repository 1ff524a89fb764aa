import type { Saying } from '../../memory.ts';

// What is to be done, said in other ways than by a verb that leads a sentence: "I want it gone",
// "could the task be moved?", "it belongs in the trash", "she takes over", "consider it approved".

const LEAD = '(?:^|[,;:.!?–] ?| - |\\b(?:and|so|then|but|please|just|now) )';
const OPENING =
  '(?:please |now |just |also |kindly |so |then |ok |well |(?:can|could|would|will) you (?:please |maybe |just )*|if (?:so|yes|not|it is|they are|there are(?: any)?|that is so)[ ,]+(?:then |please )*)*';
const SUBJECT = '[^?.!,;:]{2,70}?';

/** What is done to a record, as it is said of it afterwards. */
const DONE_TO: readonly (readonly [Saying, string])[] = [
  [
    'read_only_review',
    'approved|rejected|declined|dismissed|accepted|waved through|let through|let go|signed off',
  ],
  [
    'read_only_retry',
    'retried|re-?run|re-?started|re-?processed|rebooted|run again|processed (?:again|once more|anew)|tried (?:again|once more)',
  ],
  [
    'read_only_pay',
    'refunded|reimbursed|credited|ordered|re-?ordered|booked|bought|transferred|wired|settled|paid(?= (?:today|now|right away|at once|immediately|please|back|out|this)|[\\s.!]*$)',
  ],
  [
    'read_only_mail',
    'sent(?! (?:by|from|in|us|me|to us|on|out on|last|this|today|yesterday)\\b)|forwarded|answered|called|notified|informed|told|contacted|replied to|reminded|thanked|invited|texted',
  ],
  [
    'read_only_task',
    'marked|closed|assigned|re-?assigned|unassigned|delegated|given to|handed (?:over )?to|passed (?:on )?to|ticked off|checked off|crossed off|struck off|snoozed|postponed|delayed|re-?scheduled|scheduled|moved|pushed(?: back| out)?|put (?:off|back|on|in|down)|changed|updated|set|raised|lowered|bumped(?: up| down)?|downgraded|upgraded|prioriti[sz]ed|renamed|corrected|edited|added|created|finished|merged|split|extended|shortened|swapped|noted(?: down)?',
  ],
  [
    'read_only',
    'deleted|removed|thrown (?:away|out)|binned|trashed|archived|cancelled|canceled|called off|stopped|paused|halted|(?:turned|switched|shut) (?:off|on|down)|disabled|enabled|deactivated|activated|blocked|un-?blocked|banned|muted|cleared(?: out| up)?|wiped|erased|emptied|purged|dropped|scrapped|exported|downloaded|printed|fixed|repaired|signed|confirmed|renewed|disputed|flagged|filed(?: away)?|taken (?:off|down|out|away|care of)|cleaned(?: up| out)?',
  ],
];
/** How a record is to be. */
const TO_BE =
  "(?:only |just |at least |really |of |a |as |the |in |on )*(?:low|medium|high|urgent|normal|top|higher|lower|open|done|closed|finished|gone|due|off|out|over|away|somebody else's|someone else's)\\b(?: ?(?:priority|prio|now|again|list))*";

const SHOULD = '(?:should|can|could|may|might as well|shall|had better|better|ought to)';
const MUST = '(?:must|needs? to|ha(?:s|ve) to|is to|are to)';
const ADVERBS =
  '(?:now |only |just |please |all |already |also |really |rather |better |simply |finally |be )*';

/** "All tasks assigned to Tom" are tasks to be shown. */
const SHOWN =
  '(?!(?:all |the |every |any |my |our |only )*(?:list of )?(?:open |failed |urgent )*(?:tasks|to-?dos|mails|e-?mails|messages|reviews|deadlines) (?:that|which|assigned|marked|sent|created|added|closed|finished|moved|set|changed|given|updated)\\b)(?!.*\\b(?:that|which) (?:is|are|was|were|has|have)\\b)';
const REPORTS =
  '(?!.*\\b(?:says?|said|wrote|writes|asks|asked|told us|saying|mention\\w*|where|who|what|which|when|why|how|whether|someone|somebody|anything|something|everything|things?|stuff)\\b)';
/** What the world asks for; that it has to be done is no order. */
const OF_THE_WORLD =
  '(?!(?:renewed|signed|paid|confirmed|answered|called|sent|settled|ordered|booked|repaired|fixed|disputed|informed|notified|contacted|refunded)\\b)';

const wanted = (done: string): string =>
  `${LEAD}${OPENING}(?:i|we)(?:'d| would|'ll| will)? (?:really |still |just )*(?:want|need|like|love|prefer|wish|expect|rather have) (?!to (?:see|know|look|check|hear|read|find|get)\\b)${SHOWN}${SUBJECT} (?:to be |to get |to |being )?${ADVERBS}${done}`;
const saidOf = (done: string, modal: string): string =>
  `^${OPENING}${REPORTS}${SUBJECT} (?<!\\b(?:that|which|who|it) )${modal} ${ADVERBS}(?:be |get |go )(?:${ADVERBS})${done}`;
const asked = (done: string): string =>
  `${LEAD}(?:can|could|may|might|would) (?!you\\b|i\\b|we\\b|it be (?:that|said)\\b)(?!.*\\b(?:anything|something|who|what|which)\\b)${SUBJECT} (?:please |maybe |perhaps |possibly )*(?:be|get) ${ADVERBS}${done}`;
const had = (done: string): string =>
  `${LEAD}${OPENING}(?:have|get|see that|make sure(?: that)?|let's (?:have|get)|let) (?!(?:you|we|i|they|any|all of|there)\\b)${SUBJECT} (?:gets? |is |are |be )?${done}`;

const named = (saying: Saying, sources: readonly string[]): (readonly [Saying, RegExp])[] =>
  sources.map((source) => [saying, new RegExp(source, 'u')] as const);

const ofParticiples = DONE_TO.flatMap(([saying, words]) => {
  const done = `(?:${words})(?![\\p{L}-])`;
  return named(saying, [
    wanted(done),
    saidOf(done, SHOULD),
    saidOf(`${OF_THE_WORLD}${done}`, MUST),
    asked(done),
    had(done),
  ]);
});

const TASK_WORD =
  '(?:tasks?|to-?dos?|jobs?|items?|reviews?|mails?|e-?mails?|messages?|newsletters?|reminders?|deadlines?|entr(?:y|ies)|ones?|things?)';

const OTHERS: readonly (readonly [Saying, RegExp])[] = [
  ...named('read_only_task', [
    wanted(TO_BE),
    `${saidOf(TO_BE, `(?:${SHOULD}|${MUST})`)}[\\s.!]*$`,
    `^${OPENING}make ${SUBJECT} (?:a |an )?(?:top|high|low|medium|urgent|less|more)\\b`,
  ]),
  // Who is to do it from now on.
  ...named('read_only_task', [
    `^${OPENING}(?:let's|i'd rather|we'd rather|i would rather|let|better) (?:have |let |see )?[\\p{L}'-]{2,20}(?: [\\p{L}'-]{2,20})? (?:do|book|handle|take|call|answer|have|get|write|send|pay|look after|deal with|go|bring|pick up) \\S`,
    `^${OPENING}(?:have|get) [\\p{L}'-]{2,20} (?:to )?(?:do|book|handle|take|call|answer|write|send|pay|look after|deal with|bring|pick up) \\S`,
    `^(?!.*\\b(?:who|what|which|when|did|does|if|whether)\\b)${SUBJECT} (?:takes?|will take|is taking|can take|should take) (?:it |that |this |them )?over\\b`,
    `^(?!.*\\b(?:who|what|which|when|did|does|if|whether|mail|said|says)\\b)${SUBJECT} (?:tasks?|to-?dos?|jobs?|work|stuff) (?:all )?(?:goes?|must go|should go|ha(?:s|ve) to go|needs? to go|can go|is for|are for) to [\\p{L}]`,
    `\\b(?:all )?(?:her|his|their|my|this|that) (?:tasks?|to-?dos?|work|stuff|jobs?) (?:now )?(?:goes?|go|ha(?:s|ve) to go|should go|must go) to [\\p{L}]`,
    `^(?!.*\\?)[\\p{L}'-]{2,20} should (?:have|get|do|take) (?:all (?:of )?)?(?:the |[\\p{L}]+'s )(?:${SUBJECT})?(?:tasks?|to-?dos?|jobs?|work)\\b`,
    "\\b(?:it|that|this)(?:'s| is) (?:his|hers|theirs|[\\p{L}]{2,20}'s) (?:now|from now on)\\b",
    `${LEAD}${OPENING}(?:swap|exchange|substitute|replace) ${SUBJECT} (?:for|with|by) \\S`,
    `${LEAD}${OPENING}(?:un-?assign|relieve|free) \\S`,
    `${LEAD}${OPENING}take ${SUBJECT} (?:off|away|from|out)(?= |[.!]|$)`,
  ]),
  // What is settled.
  ...named('read_only_task', [
    `^${SUBJECT}: ?(?:all )?(?:done|finished|completed?|settled|closed|sorted|paid|handled)\\b[\\s.,!]*(?:thanks?|thank you|please|now)?[\\s.!]*$`,
    `${LEAD}(?:so |that |this |it |the )*${TASK_WORD}? ?(?:is|are|'s) (?:now |all |already )?(?:done|finished|settled|paid|sorted|handled|closed)(?:,| so| -|;) ?(?:you|please|so|can|check|tick|off|mark|now)`,
    `,? so (?:that|this|the|it)(?:'s)? ?${TASK_WORD}? ?(?:is |are )?(?:now )?(?:done|finished|settled|closed|obsolete|sorted)\\b`,
    `^${OPENING}(?:i'm |we're |i am )?(?:done|finished|through) with (?!you\\b|this chat)${SUBJECT}, (?:check|tick|so|please|mark|off)`,
    `${LEAD}${OPENING}(?:cross|strike|scratch|drop|kill|lose|get|take|wipe|tick|check|knock) ${SUBJECT} (?:off|from|out of)(?= |[.!?]|$)`,
    `${LEAD}${OPENING}(?:scratch|drop|kill|lose|scrap|ditch|skip) (?:the |that |this |those |these |all )${SUBJECT}${TASK_WORD}\\b`,
    `^(?!.*\\b(?:what|which|who|why|when|if)\\b)(?:we|i) (?:do not|don't|no longer|won't) need (?!to\\b)${SUBJECT} ?(?:any ?more|any longer|now|from now on|after all)?[\\s.!]*$`,
    `^(?!.*\\?)(?:the|that|this|those|these|all)\\b${SUBJECT} (?:can|may|should|must|has to|have to) (?:now |all )?go(?: now| away| out| then)*[\\s.!]*$`,
  ]),
  ...named('read_only_task', [
    `\\b(?:due )?(?:date|deadline|day) ${SUBJECT}(?:: ?|, )(?:make|set|change) (?:it|that|this)\\b`,
    `\\b(?:due )?(?:date|deadline|amount|name|priority|assignee) ${SUBJECT}(?:is|are|was) (?:wrong|incorrect|a typo|off|mistaken|not right)\\b[,.;: ]+(?:it|that|make|should|must|correct|the right|put|please)`,
    `${LEAD}${OPENING}correct (?:the|that|this|it|his|her|its)\\b`,
    `${LEAD}${OPENING}(?:note|write|jot) (?:it |that |this )?down\\b`,
    `^${OPENING}(?:remember|keep in mind|don't forget|note|make a note)(?: please)? (?:that|to) `,
    `^(?:new|another|one more|extra) (?:task|to-?do|reminder|deadline|appointment|event)(?: for [^:]{2,30})?: ?\\S`,
    `${LEAD}${OPENING}open (?:a|an|another|new|one) (?:new )?(?:ticket|task|to-?do|case|issue|claim|file)\\b`,
    `${LEAD}${OPENING}set (?:the )?(?:priority|status|due date|deadline|date|assignee|owner|reminder|it|that|this)\\b`,
  ]),
  ...named('read_only_task', [
    `${LEAD}${OPENING}(?:shift|bring forward|switch|transfer) (?:it|that|this|them|the|her|his|their|our)\\b`,
    `^${OPENING}(?:let|make|have) [\\p{L}'-]{2,20} (?:be )?(?:the |an? )?(?:new )?(?:owner|assignee|responsible|in charge)\\b`,
    `^${OPENING}tick off (?:all|the|every\\w*|that|this|it|them|those)\\b`,
  ]),
  ...named('read_only_mail', [
    `^${OPENING}(?:write|tell|answer|text|e-?mail) (?!me\\b|us\\b|you\\b|what\\b)[\\p{L}'-]{2,20}(?: [\\p{L}'-]{2,20})? that \\S`,
  ]),
  ...named('read_only', [
    `^${OPENING}(?:from now on|in future|always|never|next time [^,]{2,60}),? (?:please )?(?:treat|approve|reject|mark|delete|archive|block|ignore|pay|send|answer|forward|skip)\\b`,
    `^${OPENING}(?:treat|handle|classify|categori[sz]e) [^?]{2,60} as \\S`,
  ]),
  // What is decided.
  ...named('read_only_review', [
    `${LEAD}${OPENING}(?:consider|treat|count|regard) ${SUBJECT} (?:as )?(?:approved|rejected|declined|accepted|done|settled|closed|decided|paid)\\b`,
    `\\b(?:has|have|gets?|you have|with) my (?:ok|okay|approval|blessing|permission|consent|go-?ahead|yes|sign-?off|thumbs up)\\b`,
    `\\bmy (?:answer|decision|verdict|vote|word)\\b[^?]{0,60}\\b(?:is|would be|:) (?:a |an |clear |definite )*(?:yes|no|approve|reject|approved|rejected|decline)\\b`,
    `${LEAD}${OPENING}(?:say|answer|go with|put) (?:a )?(?:yes|no) (?:to|on|for|in)\\b`,
    `\\b(?:it's|that's|it is|that is|i say) (?:a )?(?:yes|no|ok|go) (?:from|by|with) (?:me|us|my side|our side)\\b`,
    `\\b(?:reject|approve|decline|approval|rejection|approving|rejecting) (?:it )?(?:is|would be|are) (?:fine|ok|good|right|best|in order)\\b`,
    `${LEAD}${OPENING}accept (?:the|that|this|it|their|his|her|all|any|${SUBJECT} (?:offer|invitation|quote|price|proposal|terms))\\b`,
    `${LEAD}you (?:can|may|could|should|might) (?:now |safely |just |as well |also )*(?:let|wave|approve|reject|release|close|delete|tick|check|cross|strike|mark|archive|send|pay|answer|cancel|drop|remove|move|assign|throw)\\b`,
  ]),
  ...named('read_only_retry', [
    `${LEAD}${OPENING}(?:give|grant|allow) ${SUBJECT} (?:another|one more|a second|a new|a fresh|a further|second|a) (?:go|try|shot|chance|attempt|run|spin|round|kick|push|nudge|re-?start|re-?try)\\b`,
    `\\b(?:deserves?|needs?|could use|could do with|wants?) (?:another|one more|a second|a new|a fresh|a) (?:go|try|shot|chance|attempt|run|re-?start|re-?boot|kick|nudge|re-?try)\\b`,
    `${LEAD}${OPENING}(?:kick|nudge|poke|jump-?start) (?:the|that|this|it|those|them)\\b`,
    `${LEAD}${OPENING}(?:get|bring|put) (?:the |our )?(?:queue|system|server|agents?|[\\p{L}]+ agent|mailbox|processing|it|them|worker) (?:going|running|up|back|moving|started|to work|online)\\b`,
  ]),
  ...named('read_only_mail', [
    `^${OPENING}tell (?!me\\b|us\\b|you\\b|what\\b|which\\b|who\\b|how\\b|when\\b)[\\p{L}'-]{2,20}(?: [\\p{L}'-]{2,20})? (?:we|i|it|they|he|she|the|our|there|thanks|sorry|yes|no)\\b`,
    `${LEAD}${OPENING}(?:write|send|say|answer|reply|tell) (?:them|him|her|it|one|something(?: nice| kind)?)(?=[\\s.!]*$)`,
    `${LEAD}${OPENING}drop ${SUBJECT} (?:a |an )?(?:quick |short )*(?:line|note|mail|message|text|word)\\b`,
    `^(?!.*(?:\\?|\\b(?:who|which|when|what|why)\\b))(?:someone|somebody|we|you|one of us|anyone|i) (?:should|must|ought to|had better|has to|have to|needs? to) (?:really |just |please |better )*(?:call|answer|reply|write|tell|mail|e-?mail|ring|contact|inform|apologi[sz]e|get back)\\b`,
    `${LEAD}${OPENING}(?:submit|hand in|deliver|provide|upload|present|return) (?:our|the|my|all|that|this|it|your)\\b`,
    `${LEAD}${OPENING}confirm (?!if\\b|whether\\b|that (?:there|we have|it)|for me\\b|what|which|who|when|how)\\S`,
    `${LEAD}${OPENING}apologi[sz]e to\\b`,
  ]),
  ...named('read_only_pay', [
    `\\b(?:should|must|has to|needs to|ought to|shall|can|could|will) (?:get|have|receive|be given) (?:back )?(?:his|her|their|the|a|all|some)\\b[^?]{0,40}\\b(?:back|refund\\w*|credit|compensation)\\b`,
    `^(?:can|could|should|may|let|have)\\b[^?]{2,50}\\b(?:dollars|money|amount|payment|deposit|fee|\\$ ?\\d+|\\d+)\\b[^?]{0,20}\\b(?:go|come|flow|wander) (?:back|out|over)\\b`,
    `^${SUBJECT} (?:should|must|has to|needs to) be paid (?:today|now|tomorrow|at once|right away|immediately)?[,.; ]+(?:please |so )?(?:do|pay|go)\\b`,
    `${LEAD}${OPENING}place (?:a |an |the |another |our )?(?:order|booking|reservation)\\b`,
    `${LEAD}${OPENING}(?:renew|dispute|contest|terminate|sign)(?! (?:of|off|up)\\b) (?:the|our|my|that|this|it|a|${SUBJECT} (?:raise|policy|permit|lease|contract|claim|invoice))\\b`,
    `${LEAD}${OPENING}(?:use|save|store|enter|put in|register|record|keep|take|make) (?:the |that |this |it |their |his )?(?:[\\p{L}]+ )?(?:as )?(?:the )?(?:iban|bank (?:account|details|data)|account|bank)\\b(?! (?:mail|e-?mail|message))`,
  ]),
  // What is not wanted.
  ...named('read_only', [
    `\\b(?:belongs?|goes|go) (?:straight )?(?:in|into|to) (?:the )?(?:trash|bin|garbage|waste|junk|spam|archive|recycling)\\b(?!.*\\?)`,
    `${LEAD}(?:off|away|out|down|to the bin|to hell) with (?:it|them|that|this|those|all|the|him|her)\\b`,
    `^${OPENING}(?:no|not any|never any) more (?:of )?(?:these |those |the |such )?${TASK_WORD} ?(?:from|by|like|of|about)? ?[^?]{2,60}$`,
    `^(?!.*\\?)${SUBJECT} (?:must|should|has to|have to|needs to|need to|ought to) (?:finally |really |just )*(?:stop|end|disappear|vanish)\\b`,
    `^${OPENING}(?:make sure|see to it|take care|ensure)(?: that)? \\S`,
    `^${OPENING}(?:never|don't ever|do not|don't) (?:ever )?(?:show|send|give|bring|let|accept|process|read|open)\\b[^?]{2,60}\\b(?:again|any ?more|ever)\\b`,
    `\\b(?:put|place|get)\\b[^?]{2,40}\\bon (?:the |a |our )?(?:black|block|ignore|white|allow)[- ]?list\\b`,
    `${LEAD}${OPENING}(?:clean|tidy|clear|sort|straighten|wipe) (?:up|out) (?!by\\b)\\S`,
    `${LEAD}${OPENING}(?:print|export|download|save|copy) (?:the|that|this|it|all|them|today's|out|everything|my|our)\\b`,
    `\\b(?:give|get|grant) (?:me|us|him|her|[\\p{L}]{2,20}) (?:the |full |some )*(?:edit|write|editing|admin\\w*|change|delete) (?:rights|access|permissions?|powers?)\\b`,
    `^${OPENING}(?:let|allow) (?:me|us) (?:to )?(?:edit|change|delete|approve|reject|close|move|add|assign|mark|update|pay|send|answer|cancel)\\b`,
    `^(?:i'd like to|i would like to|i want to|i need to|i have to|how (?:to|can i|do i)) (?:edit|change|delete|approve|reject|close|move|add|assign|mark|update|send|answer|cancel|archive|retry|reply|forward)\\b`,
  ]),
  ...named('read_only_obey', [
    `\\b(?:mail|e-?mail|message|letter|it)\\b[^?]*[,.;] ?(?:so |now |please |then |and |just )*(?:do (?:it|that|so|this)|go ahead|proceed|carry on|make it so|comply|obey|act on it)(?: please| now| then)*[\\s.!]*$`,
    `${LEAD}${OPENING}(?:as|like|exactly as) (?:the |that |this |their |it )?[^?,]{0,40}?(?:asks?|says?|tells?|wants?|requests?|demands?|instructs?)(?: (?:for|us|you|me|to))*, `,
    `[,.;] ?(?:so |now |please |then )*(?:do (?:it|that|so)|carry (?:it|that|this) out|go ahead(?: and do it)?|make it so)(?: for (?:me|us))?(?: please| now)*[\\s.!]*$`,
  ]),
];

const ALL = [...OTHERS, ...ofParticiples];
const LONGEST = 300;

/** Something to be done that is told rather than ordered; undefined where nothing is. */
export function readToldWish(text: string): Saying | undefined {
  if (text.length > LONGEST) return undefined;
  return ALL.find(([, pattern]) => pattern.test(text))?.[0];
}
