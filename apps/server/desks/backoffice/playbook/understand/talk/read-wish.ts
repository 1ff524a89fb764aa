import type { Saying } from '../../memory.ts';
import { readToldWish } from './told-wishes.ts';

/** What leads to something to be done, so that even a word that is also a noun is a verb. */
const LED =
  "(?:\\b(?:please|kindly|(?:can|could|would|will|can't|won't) (?:you|u)|(?<=^(?:and |so |ok |then |please )?)(?:can|could) (?:we|i)|you (?:should|must|have to|need to|can|could)|(?:are|were) you (?:able|allowed|permitted|supposed) to|(?:i|we)(?:'d)? (?:want|need|would like|like|expect|order|tell|ask) you to|go ahead and|go and|let's|how (?:do|can|could|should|would) (?:i|we)|where (?:do|can|could|should) (?:i|we)|who (?:can|may|could)|feel free to|make sure to|i want to|we want to|try to) )";
/** What may lead to it, and to much else: only with an object that nothing but a verb has. */
const LOOSE = '(?:(?:\\b(?:and|then|now|just|also|so|immediately|ok)|[,;.!:–]| -) )';
const AND = '(?:please |now |just |also |kindly |quickly |immediately |then |go )*';

const OBJECT =
  "(?=(?:it|that|this|them|those|these|the|a|an|my|our|your|all|up|new|every\\w*|any\\w*|him|her|each|me|us|both|some|back|out|to|as|\\d+|[\\p{L}'-]+(?: [\\p{L}'-]+)? (?:as|to|that|about|a|an|the|for|on)|\\[|failed|old|open|pending|overdue|task|tasks|invoice|review|reviews)(?: |$|[?.!,]|\\[))";
/** What makes a noun of the word before it: "order from", "call log", "refund requests". */
const IS_NOUN =
  '(?! ?(?:$|[?.!,:;&-]|(?:of|from|with|by|about|regarding|at|in|on|for|to|details|person|info|data|and|or|is|was|are|were|did|does|has|log|logs|number|numbers|code|codes|request|requests|status|list|history|mail|mails|e-?mails?|message|messages|confirmations?|receipts?|forms?|notes?|times?|center|policy|policies|costs?|dates?|today|yesterday|this week|last|\\d+ ?(?:$|[?.!:,;]))(?: |$|[?.!,])))';

interface Verbs {
  saying: Saying;
  /** Verbs and nothing else. */
  plain: string;
  /** Nouns as well. */
  nouns?: string;
}

const VERBS: readonly Verbs[] = [
  {
    saying: 'read_only_retry',
    plain:
      're-?try|re-?run|re-?process|re-?start|re-?queue|re-?boot|resume|re-?trigger|re-?launch|kick (?:off|it)|try (?:it|that|this|them|those|again|the)|run (?:it|that|them|this|those|these|the [^?]{1,60}) (?:again|once more|one more time|anew)|process (?:it|that|them|this|those|the [^?]{1,60}) again',
  },
  {
    saying: 'read_only_review',
    plain:
      'approve|reject|decline|dismiss|turn (?:it|that|this|them|those) down|sign off|green-?light|wave through',
  },
  {
    saying: 'read_only_pay',
    plain:
      'pay(?! (?:attention|day|roll|raise|rise|slips?|checks?|rates?|dates?)\\b)|(?:take care of|handle|see to) (?:the )?(?:payments?|paying|refund)|settle|buy|purchase|re-?imburse|wire (?=the|\\$|\\d|money|it|him|her|them)|transfer (?=the|\\$|\\d|money|it|[\\d.,]+)|(?:make|send|issue|initiate|schedule|stop|give|process) (?:a |an |the |that |[\\p{L}]+ (?:a |the )?)?(?:payments?|refunds?|transfers?|credits?|money)|give [^?]{1,40} (?:a refund|(?:his|her|their|the) money)|(?:give|hand|send|pay) (?!me\\b|us\\b)[^?]{1,40}\\b(?:money|dollars|bucks|cash|deposit|fee|\\$ ?\\d+|\\d+)[^?]{0,15} back',
    nouns:
      'refund|order(?! [^?]{0,40}\\bby )|re-?order|book|credit|charge|invoice (?=the|her|him|them|our)',
  },
  {
    saying: 'read_only_mail',
    plain:
      'send(?! (?:me|us)\\b)|send (?:me|us) (?:an? )?(?:e-?mail|mail|message|reminder|text)|forward|reply|respond|compose|draft|notify|write (?:to|back|an? (?:e-?mail|mail|reply|answer|message|letter|response|note)|(?:him|her|them)\\b|[\\p{L}]+ (?:that|to|about|back)\\b)|let (?!me\\b|us\\b)[\\p{L}]+(?: [\\p{L}]+)? know|get back to|tell (?!me\\b|us\\b|you\\b|apart\\b)(?:him|her|them|everyone|the (?:team|staff|crew|customer|guest|vendor|landlord|driver)|[\\p{L}]+ (?:to|that|about)\\b)|ask (?!me\\b|you\\b|if\\b|about\\b|for\\b)[^?]{1,40} (?:to|when|whether|if|for|why|how|what|about)\\b',
    nouns:
      'text|phone|call(?! (?:up|me|volume)\\b)|ring|contact|answer|ping|(?:e-?mail|mail|message) (?=(?:him|her|them|everyone|everybody|(?:the|our) (?:team|staff|crew|customer|guest|vendor|landlord|driver|boss|office|supplier)|[\\p{L}]+(?: [\\p{L}]+)? (?:that|saying|asking|telling|why|back|to (?!us|me|our|the))\\b)) ?',
  },
  {
    saying: 'read_only_task',
    plain:
      'mark|close|(?:tick|check|cross|strike) (?:it|this|that|them|those) off|assign|re-?assign|delegate|tick off|check off|snooze|postpone|delay (?=the|it|that|this)|re-?schedule|move|add|create|rename|lower|bump|prioriti[sz]e|de-?prioriti[sz]e|push (?=[^?]{0,60}\\b(?:back|to|out|by)\\b)|set (?!.{0,20}\\b(?:of|rules)\\b)|put (?=[^?]{1,60}\\b(?:in|on|into|to|off|down)\\b)|remind (?!me (?:what|which|who|when|where|how|why|of)\\b)|make (?=(?:a |an |the |that |this |it |new )[^?]{0,40}\\b(?:tasks?|to-?dos?|deadline|reminder|appointment|event|urgent|high|low|medium|done)\\b)|give (?!me\\b|us\\b)(?=[^?]{1,60}\\b(?:task|to-?do|job)\\b)|finish(?! (?:date|time|line)\\b)|complete (?=(?:it|that|this|them|the (?!list|picture|overview))\\b)|edit|modify|adjust|extend',
    nouns: 'schedule|change|update(?! (?:me|us)\\b)|raise',
  },
  {
    saying: 'read_only',
    plain:
      'grant|delete|remove|throw (?=[^?]{1,60}\\b(?:away|out)\\b)|get rid of|chuck|dump|bin (?=(?:it|that|this|them|those|the|all)\\b)|archive|unsubscribe|un-?block|ban|cancel|stop|pause|halt|turn (?:on|off|up|down)|switch (?:on|off)|shut ?down|disable|enable|deactivate|activate|install|escalate|download|export|fix|clear|purge|wipe|erase|trash|discard|empty|flush|mute|quarantine|white-?list|black-?list|blacklist|print (?=(?:it|this|that|the|all|out)\\b)|run (?=(?:it|the (?:attachment|file|script|program)|a )\\b)',
    nouns: 'block|flag|star|label|report (?=the|this|that|it)',
  },
];

const pattern = ({ plain, nouns }: Verbs): RegExp =>
  new RegExp(
    [
      `(?:^|${LED})${AND}(?:${plain})\\b`,
      ...(nouns === undefined
        ? []
        : [
            `${LED}${AND}(?:${nouns})\\b(?! (?:of|from|about)\\b)`,
            `^${AND}(?:${nouns})\\b${IS_NOUN}`,
          ]),
      `${LOOSE}${AND}(?:${[plain, nouns].filter(Boolean).join('|')}) ?${OBJECT}`,
    ].join('|'),
    'u',
  );

const WISHES = VERBS.map((verbs) => [verbs.saying, pattern(verbs)] as const);

const ASKS =
  /^(?:(?:until|till|by|before|after|since) (?:when|what|which)|what|which|who(?! (?:can|may|could) )|when|where(?! (?:do|can|could|should) (?:i|we) )|why|did|do(?! (?:what|as|whatever|exactly|everything|all) )|does|is|are(?! you (?:able|allowed|permitted|supposed) )|was|were|has|have|had|how (?:many|much|often|long|is|are|was|were|did|does)|show me|list|find|search|any|anything)\b/;
/** "And to where should we pay it?" */
const ASKS_ON =
  /^(?:(?:and|so|but|ok|then) )*(?:to|from|at|by|on|for|in|with|until|since) (?:what|which|whom?|where|when)\b|^(?:(?:and|so|but) )+(?:what|which|whose|why|when|how (?:many|much|often|long|is|are|was|were|did|does))\b/;
/** Words to be written about what is known: that is an answer. */
const TO_BE_TOLD =
  /\b(?:send|write|draft|compose|make|create|prepare|put together|give|print)(?: me| us)?(?: up)?(?: a| an| the)?(?: (?:short|quick|brief|little|full|complete|daily|weekly))* (?:summary|overview|lists?|report|recap|digest|run-?down|brief|briefing|table|breakdown|count)\b|\b(?:write|sing|tell)(?: me| us)?(?: a| an)? (?:[\p{L}]+ )?(?:poem|song|joke|story|haiku|essay|limerick)\b|\badd (?:it |them |that |these )?up\b|\banswer (?:me|(?:a|any|some|this|my|the|one|another)(?: \w+)? questions?)\b|\bcall(?:ed)? it\b|\bcancell?ed\b|\bclose to\b/u;
const OBEYS =
  /\b(?:do|follow|obey|execute|carry out|comply with|act on) (?:exactly |just |everything |all )*(?:what(?:ever)?|as|the (?:instructions?|orders?|steps|commands?)|its (?:instructions?|orders?)|(?:it|they) (?:says?|asks?|tells?)|that) ?(?:[^?]{0,80}\b(?:e-?mails?|mails?|messages?|letters?|attachments?|says?|asks?|tells?|wants?|told)\b)/;

/** "Is it open? If so, close it." */
const IF_SO =
  /^(?:and )?if (?:so|yes|not|no|it is|it isn't|they are|there (?:is|are)(?: any)?|that is so)[ ,]+(?:then |please )*/;
/** "Have the scan processed once more", which does not ask whether it was. */
const HAS_IT_DONE = /^have (?!(?:you|we|i|they|there|any|these|those)\b)(?!.*(?:\bbeen\b|\?))/;

/** Something to be done, which this chat does not do; undefined when it only asks. */
export function readWish(written: string): Saying | undefined {
  const text = written.replace(IF_SO, '');
  if ((ASKS.test(text) && !HAS_IT_DONE.test(text)) || ASKS_ON.test(text) || TO_BE_TOLD.test(text))
    return undefined;
  if (OBEYS.test(text)) return 'read_only_obey';
  return WISHES.find(([, isWished]) => isWished.test(text))?.[0] ?? readToldWish(text);
}
