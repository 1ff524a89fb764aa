import type { Saying } from '../../memory.ts';

type Part = 'taken' | 'thanks' | 'goodbye';

const whole = (sources: readonly string[]): readonly RegExp[] =>
  sources.map((source) => new RegExp(`^(?:${source})$`));

const TO_WHOM = '(?: (?:you|aubs|mate|man|buddy|friend|all|dear|everyone|team))*';
const SO_MUCH =
  '(?: (?:so much|very much|a lot|a bunch|a ton|a million|loads|again|indeed|anyway|then|really))*';

/** What a message may be made of that ends a matter, part by part. */
const PARTS: readonly (readonly [Part, readonly RegExp[]])[] = [
  [
    'taken',
    whole([
      '(?:ok|okay|alright|all right|right|fine|good|great|perfect|super|cool|nice(?: one)?|well|excellent|wonderful|lovely|brilliant|awesome|sure|yes|yep|no|nope|very good|very well|all good)(?: then| now)?',
      '(?:ha(?:ha)*h?|he(?:he)+|lol|wow|oh|ah|aha|hm+|phew|cute|funny|sweet|neat|amazing|awesome|impressive|interesting)(?: (?:nice|good|great|ok|cool|sweet|lovely|funny|well|right|one))*',
      '(?:got it|gotcha|understood|noted|i see|makes sense|fair enough|good to know|sounds good|works for me|i understand)(?: then| now)?',
      "(?:that|this|it)(?:'s| is| was)? ?(?:really |very |all |just |exactly )*(?:helps?|helped|answers it|does it|explains (?:it|that|a lot)|clears (?:it|that) up|works|clear(?: now)?|helpful|useful|what i (?:needed|wanted)(?: to know)?)(?: (?:a lot|so much|very much|a bunch|me|us|enormously|already|a great deal))*",
      '(?:exactly |just |all )*what i (?:needed|wanted|was looking for|was after)(?: to (?:know|hear|see))?',
    ]),
  ],
  [
    'thanks',
    whole([
      `(?:many |big |huge |ok )*(?:thanks|thank you|thx|thanx|tnx|ty|ta|cheers|merci|gracias)${SO_MUCH}${TO_WHOM}(?: for (?:the|your|all|that|this|everything|looking|checking|helping)[a-z ]{0,30})?`,
      '(?:much|very much|i am much|really) obliged|(?:a |that was a |what a )?(?:big|great|huge|real|good) help|(?:that|you|this) (?:was|were|is|are) (?:very |really |so |super )*(?:quick|fast|easy|nice|kind|great|good|perfect)|(?:much|really|very much) appreciated|(?:i )?(?:really )?appreciate (?:it|that|this|the help)',
      "you(?:'ve| have)?(?: just)? (?:saved|made) (?:my|me|the) (?:day|life|morning|week|evening|a lot of \\w+)",
      "i owe you(?: one)?|you rock|you're (?:the best|a (?:star|gem|lifesaver|legend|treasure))|(?:good|great|nice) (?:job|work)|well done",
    ]),
  ],
  [
    'goodbye',
    whole([
      "(?:i think |i guess |so )*(?:that|this)(?:'s| is| was| will be|'ll be|'d be| would be| should be)?(?: about)? (?:all|it|everything)(?: (?:for|from) (?:now|today|me|us|tonight|the moment|this (?:morning|afternoon|evening)))*(?: (?:that )?i (?:need|needed|wanted|want)(?: to know)?)?(?: then| thanks)?",
      "nothing (?:else|more)(?: (?:for|from) (?:now|today|me))*|no (?:more|further) questions|(?:i'm|i am|we're|we are) (?:all )?(?:done|off|out|leaving|good|set|finished)(?: (?:for (?:now|today)|here|then|home|now))*",
      `(?:bye|bye bye|goodbye|cya|cu|ttyl|so long|later|ciao|good ?night|take care)(?: (?:now|then|for now))*${TO_WHOM}`,
      '(?:see|catch|talk to|speak to|hear from) (?:you|ya)(?: (?:all|later|soon|tomorrow|then|around|next \\w+|on \\w+))*|talk (?:later|soon|tomorrow)|(?:until|till) (?:tomorrow|later|then|next time|monday)',
      '(?:have|enjoy) (?:a|your|the) [a-z]{2,12}(?: [a-z]{2,12})?(?: (?:too|everyone|aubs|then|off))*',
      "(?:i )?(?:gotta|got to|have to|must|need to|better|'d better|should) (?:go|run|leave|be off|get going)(?: (?:now|home|then))*|signing off|over and out|time to (?:go|leave)(?: home)?|off i go",
      "(?:i'll|i will|let's|let me) (?:leave it (?:at that|there|here)|let you go|stop here|call it a day)",
    ]),
  ],
];

const partOf = (said: string): Part | undefined =>
  PARTS.find(([, patterns]) => patterns.some((pattern) => pattern.test(said)))?.[0];

/** "Alright then, that will be all, thanks": every part of it ends the matter. */
export function readClosing(text: string): Saying | undefined {
  if (text.length > 160 || text.includes('?')) return undefined;
  const parts = text
    .split(/[\s]*[,.!;:–—]+[\s]*| - | and (?=(?:bye|see|thank|have|good|take|that)\b)/)
    .filter((part) => part !== '')
    .map(partOf);
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  if (parts.includes('goodbye')) return 'goodbye';
  return parts.includes('thanks') ? 'thanks' : 'declined';
}

const LEAD = '(?:(?:wow|oh|ah|aha|haha|lol|well|ok|hm+|phew|ouch|yikes|man|gosh|god|dear)[,.! ]+)*';
const SO =
  '(?:really |quite |so |very |a |an |the |too |pretty |just |such |all |kind of |a bit |rather |not )*';
const FEELING =
  '(?:tired|hungry|thirsty|late|busy|happy|glad|sorry|surprised|exhausted|bored|relieved|confused|sleepy|cold|sick|curious|impressed|worried|shocked|fed up|stressed)';
const QUALITY =
  '(?:lot|much|many|few|interesting|strange|weird|odd|funny|sad|bad|terrible|awful|annoying|pity|shame|relief|mess|surprise|joke|nightmare|crazy|amazing|impressive|unbelievable|great news|good news|bad news|freezing|cold|hot|warm|loud|dark|early|late|cute|sweet|stupid|disaster|unfortunate|understandable)';

/** What somebody says about what they read or how they feel; no mail is searched for it. */
const COMMENTS: readonly RegExp[] = [
  `${LEAD}(?:that|this|it|those|these|there)(?:'s| is| was| are|'re| were) ${SO}${QUALITY}(?: (?:in here|out there|outside|today|now|though|of (?:them|mails?|tasks?)|to hear))*`,
  `${LEAD}(?:i'm|i am|we're|we are) ${SO}${FEELING}(?: (?:today|now|already|here|to hear (?:that|it|this)|about (?:that|it)))*`,
  `${LEAD}(?:glad|happy|sorry|good|great|sad|nice) to (?:hear|see|read|know)(?: (?:that|it|this))?`,
  `${LEAD}(?:the )?poor (?:thing|guy|man|woman|girl|boy|kid|lady|fellow|soul|chap|dog|customer|driver)`,
  `${LEAD}what (?:a|an) ${SO}(?:day|mess|week|morning|night|pity|shame|relief|surprise|life|nightmare|story|job|lot|idea|year|month|monday|joke|disaster|waste)`,
  `${LEAD}${SO}(?:interesting|strange|weird|odd|funny|hilarious|crazy|amazing|impressive|unbelievable|incredible|ouch|phew|yikes|oof|too bad|bad luck|whatever|typical)`,
  '(?:oh|ah|dear|wow)(?: (?:dear|no|my|boy|god|well|wow|me|man|goodness))+',
  `${LEAD}(?:it's |it is )?(?:lunch|coffee|break|dinner|tea|home)(?: ?time| break)(?: now| soon)?`,
  `${LEAD}(?:i'll|i will|we'll|we will) (?:just )?(?:tell|call|ask|inform|write|ring|do|deal|handle|sort|think|look|check|remember|talk|take care|answer|see)(?: [a-z']{1,12}){0,6}`,
].map((source) => new RegExp(`^(?:${source})[\\s.!]*$`));

export const readComment = (text: string): Saying | undefined =>
  text.length <= 120 && COMMENTS.some((pattern) => pattern.test(text)) ? 'declined' : undefined;
