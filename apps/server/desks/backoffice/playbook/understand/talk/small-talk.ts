import { isAboutAssistant, isGreeting, isThanks } from '@deskbell/clerk';
import type { Saying } from '../../memory.ts';
import { readAboutYou } from './about-you.ts';
import { readClosing, readComment } from './closing-talk.ts';
import { isPause } from './pauses.ts';

const ABOUT_AUBS =
  /\b(?:can (?:i|we) trust you|are you (?:reliable|trustworthy)|what are you|what is aubs|who is aubs|what does aubs (?:stand|mean|do))\b/;

const GREETING =
  /^(?:(?:hi+|hello+|hey+|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|morning|evening|afternoon|greetings)[\s,!.]*)+(?:(?:my |dear |you |old |to )*(?:aubs|deskbell|there|bot|robot|computer|assistant|friend|again|all|team|folks|buddy|mate|everyone|everybody|you|sunshine)[\s,!.]*)*$/;
const STILL_THERE =
  /^(?:(?:hey|hello|hi|aubs|so|ok)[, ]+)*are you (?:still )?(?:there|here|awake|online|around|listening|with me)[\s?.!]*$/;
/** A question answered meanwhile. */
const SETTLED =
  /^(?:i |we |just |already )*(?:figured|found|sorted|solved|worked) (?:it|that)(?: out)?(?: (?:myself|now|already|thanks|thx|all|by myself|ourselves|anyway))*[\s.!]*$|^(?:(?:oh|ah|ok|no|wait|lol)[, ]*)*(?:never ?mind|nvm|forget (?:it|that)|scratch that|ignore (?:that|me|it)|no worries|all good|it's fine|false alarm)(?: me)?[\s,.!-]*(?:(?:i|we|it|it's|i've|we've|that|that's|already|just|now|all|have|has|is|was|got|myself|found|figured|sorted|solved|worked|done|know|see|remember(?:ed)?|saw|out|there|here|answer|the|settled|resolved|clear|ok|fine|thanks?|thx|you|my|mistake|bad|wrong|chat|window)[\s,.!']*)*$/;
const WRONG_CHAT =
  /^(?:(?:oh|ah|oops|sorry)[, ]*)*(?:wrong|not the right) (?:chat|window|person|tab|box|channel|thread)[\s,.!]*(?:sorry|my bad|ignore(?: that| me)?)?[\s.!]*$/;
const PRAISE =
  /^(?:(?:wow|well|ha|haha|ok|oh)[,! ]*)*(?:you(?:'re| are)|that(?:'s| is| was)|this is) (?:very |so |really |quite |such |a |an |the |too |most |super )*(?:helpful|kind|good|nice|sweet|smart|clever|great|fast|quick|handy|useful|wonderful|amazing|brilliant|lovely|star|genius|gem|angel|best|help|dear)(?:[, ]+(?:to (?:me|us)|young man|my dear|my friend|dear|mate|man|buddy|today|thanks?|thank you|really|help|bot))*[\s.!]*$/;
const PERSON =
  /\b(?:am i|are we) (?:really |actually )?(?:talking|speaking|chatting|writing|texting) (?:to|with) (?:a|an|the|some|any)? ?(?:real |actual |live )?(?:person|human|robot|bot|machine|computer|ai|somebody|someone|people)\b|\bis (?:there|this|that) (?:a|an|any|some)? ?(?:real |actual |live )?(?:person|human|human being|somebody|someone|robot|bot|machine|computer|ai)(?: (?:behind|at|on|there|here|answering|reading|typing|in)\b.*)?[?.!]*$/;
const GOODBYE =
  /^(?:ok[,.! ]*)?(?:bye+(?: bye)?|goodbye|good ?night|see (?:you|ya)(?: later| tomorrow)?|have a (?:good|nice|great) .{0,20}|take care|that's (?:all|it)(?: for (?:now|today))?|nothing else|i'm done|no more questions|never ?mind|forget it|no thanks?|no)[\s!.]*$/;
const HELP =
  /^(?:please )?(?:help|help me|help please|\?+|menu|commands|options)[\s!.?]*$|\b(?:what (?:can|could|do) you (?:do|help|know|answer|tell)(?!.* (?:about|of|on|from) )|how (?:can|do) (?:you help|i use (?:you|this))|what (?:can|could|should|do) i (?:ask|say)|what are you able|what (?:questions|kind of questions|sort of things)|how does this (?:work|chat)|your (?:capabilities|features|functions)|show me what you can)\b|\b(?:tools?|functions?|abilities|skills|commands) (?:do|can|could|have|are) you\b|\b(?:list|show|name|explain|what are)(?: me)?(?: all)? (?:of )?your (?:tools?|functions?|skills|abilities|commands)\b/;
/** An insult and nothing else: one beside a question is passed over. */
const INSULT =
  /^(?:(?:god|man|wow|ugh|omg|seriously)[,! ]*)*(?:(?:you(?:'re| are)?|this(?: (?:thing|bot|chat|assistant|tool))?|aubs|it|that|what)(?:'s| is| are)? (?:so |really |just |such |a |an |the |fucking |damn |completely |totally |absolute(?:ly)? |piece of |pretty )*(?:stupid|dumb|useless|worthless|pathetic|terrible|awful|garbage|trash|rubbish|crap|shit|idiot|moron|fool|joke|worst|annoying|suck|sucks|ridiculous|bad bot|nonsense|bullshit)|shut (?:up|it)|i hate (?:you|this)|hate (?:you|this)|wtf|what the (?:hell|heck|fuck)|go (?:away|to hell)|get lost|screw you|damn(?: you| it)?|bad bot)(?: bot| machine| thing| ever| at this| too)*[\s!.?]*$/;
/** Insults that name none: "go fly a kite", "not the brightest bulb, are you". */
const INSULTING_IDIOM =
  /^go (?:jump in (?:a|the) lake|fly a kite|boil your head|play in traffic|kick rocks)[\s!.]*$|^(?:you(?:'re| are) )?not the (?:brightest|sharpest) (?:bulb|tool|knife|crayon)\b|^the lights are on,? but (?:nobody|no one)(?:'s| is) home\b|^you(?:'re| are) .{2,30} short of a\b/;
const SHRUG =
  /^(?:(?:oh|ah|well|ok|lol|haha)[, ]*)*(?:sorry(?: about that)?|oops|ups|my (?:bad|mistake)|whatever|idk|i (?:don't|do not) know|dunno|nvm|blah(?:[ ,]*blah)*|sure|maybe|nothing|forget (?:it|that)|it'?s (?:ok|fine|nothing|all right)|fair enough|i see|never mind that)[\s!.]*$/;
const ARITHMETIC =
  /\b\d[\d.,]* ?(?:[*×]|\+(?= ?\d)|(?:times|plus|minus|divided by|multiplied by|over)(?= \d)|% of(?= \d)|percent of(?= \d)|to the power of) ?\d[\d.,]*\b(?! ?(?:e-?mails?|mails?|tasks?))|\b(?:square|cube) root of\b/;
const TODAY =
  /\b(?:what(?:'s| is) (?:the |today's )?(?:date|day|time)(?: today| is it| now)?|what (?:day|date|time) is (?:it|today)|which day is (?:it|today))[\s?.!]*(?:today)?[?.!]*$/;

const isShrug = (text: string): boolean =>
  [SHRUG, SETTLED, WRONG_CHAT].some((pattern) => pattern.test(text)) || isPause(text);

const SAYINGS: readonly (readonly [Saying, (text: string) => boolean])[] = [
  ['greeting', (text) => isGreeting(text) || GREETING.test(text) || STILL_THERE.test(text)],
  ['thanks', (text) => isThanks(text) || PRAISE.test(text)],
  ['goodbye', (text) => GOODBYE.test(text)],
  ['identity', (text) => isAboutAssistant(text) || ABOUT_AUBS.test(text) || PERSON.test(text)],
  ['help', (text) => HELP.test(text)],
  ['today', (text) => TODAY.test(text)],
  ['abuse', (text) => INSULT.test(text) || INSULTING_IDIOM.test(text)],
  ['declined', (text) => isShrug(text)],
  ['off_topic', (text) => ARITHMETIC.test(text)],
];

export const readSmallTalk = (text: string): Saying | undefined =>
  SAYINGS.find(([, isSaid]) => isSaid(text))?.[0] ??
  readClosing(text) ??
  readComment(text) ??
  readAboutYou(text);

const OFF_TOPIC =
  /\b(?:weather|rain|snow|sunny|forecast|jokes?|poems?|limericks?|haikus?|rhymes?|essays?|bedtime|fairy ?tales?|song|sing|recipe|meaning of life|capital of|president|prime minister|who won|game last night|stocks?(?: (?:price|market)s?)?|shares to buy|crypto\w*|cook\w*|(?:on|watch) tv|something funny|funny story|riddle|meaning of|who(?:'s| is)? (?:will|going to|gonna) win|world series|playoffs|who will win|are you (?:happy|sad|tired|married|single|hungry)|do you (?:have|want) (?:a |any )?(?:feelings|friends|family|kids|children|pets?)|divided by|world cup|super ?bowl|olympics|netflix|instagram|tiktok|bitcoin|something interesting|horoscope|lottery|movie|flights?|hotel|restaurant|translate this|how old are you|your (?:favou?rite|age|birthday)|do you (?:like|love|dream|sleep|eat)|sports?|football|python|javascript|math|calculate|salar(?:y|ies)|wages?|pay ?checks?|pay ?slips?|earn(?:s|ed)? (?:a|per|an) (?:month|year|hour|week)|how much (?:does|do|did) [a-z]{2,20} (?:earn|make)|what (?:does|do|did) [a-z]{2,20} (?:make|earn)(?: (?:a|per|an) (?:month|year|hour|week)))\b|\b\d+ ?[+*x] ?\d+\b/;
const ROWS_OF_KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const isNoise = (word: string): boolean =>
  word.length >= 4 && ROWS_OF_KEYS.some((row) => row.includes(word));
/** Nobody's name or code: letters without a vowel, or a letter again and again. */
const isGibberish = (word: string): boolean =>
  /^[b-df-hj-np-tv-xz]{5,}$/.test(word) || /^(.{1,3})\1+$/.test(word) || isNoise(word);

/** Talk that has nothing to do with the business: no mail is searched for it. */
export function isOffTopic(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    OFF_TOPIC.test(text) || words.some(isNoise) || (words.length > 0 && words.every(isGibberish))
  );
}
