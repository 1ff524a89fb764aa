import { isAboutAssistant, isGreeting, isThanks } from '@deskbell/clerk';
import type { Saying } from '../memory.ts';

const ABOUT_AUBS =
  /\b(?:can (?:i|we) trust you|are you (?:reliable|trustworthy)|what are you|what is aubs|who is aubs|what does aubs (?:stand|mean|do))\b/;

const GOODBYE =
  /^(?:ok[,.! ]*)?(?:bye+(?: bye)?|goodbye|good ?night|see (?:you|ya)(?: later| tomorrow)?|have a (?:good|nice|great) .{0,20}|take care|that's (?:all|it)(?: for (?:now|today))?|nothing else|i'm done|no more questions|never ?mind|forget it|no thanks?|no)[\s!.]*$/;
const HELP =
  /^(?:please )?(?:help|help me|help please|\?+|menu|commands|options)[\s!.?]*$|\b(?:what (?:can|could|do) you (?:do|help|know|answer|tell)(?!.* (?:about|of|on|from) )|how (?:can|do) (?:you help|i use (?:you|this))|what (?:can|could|should|do) i (?:ask|say)|what are you able|what (?:questions|kind of questions|sort of things)|how does this (?:work|chat)|your (?:capabilities|features|functions)|show me what you can)\b/;
const TODAY =
  /\b(?:what(?:'s| is) (?:the |today's )?(?:date|day|time)(?: today| is it| now)?|what (?:day|date|time) is (?:it|today)|which day is (?:it|today))[\s?.!]*(?:today)?[?.!]*$/;

const SAYINGS: readonly (readonly [Saying, (text: string) => boolean])[] = [
  ['greeting', isGreeting],
  ['thanks', isThanks],
  ['goodbye', (text) => GOODBYE.test(text)],
  ['identity', (text) => isAboutAssistant(text) || ABOUT_AUBS.test(text)],
  ['help', (text) => HELP.test(text)],
  ['today', (text) => TODAY.test(text)],
];

export const readSmallTalk = (text: string): Saying | undefined =>
  SAYINGS.find(([, isSaid]) => isSaid(text))?.[0];

const OFF_TOPIC =
  /\b(?:weather|rain|snow|sunny|forecast|jokes?|poems?|song|sing|recipe|meaning of life|capital of|president|prime minister|who won|game last night|stock (?:price|market)|bitcoin|something interesting|horoscope|lottery|movie|flights?|hotel|restaurant|translate this|how old are you|your (?:favou?rite|age|birthday)|do you (?:like|love|dream|sleep|eat)|sports?|football|python|javascript|math|calculate)\b|\b\d+ ?[+*x] ?\d+\b/;
const ROWS_OF_KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const isNoise = (word: string): boolean =>
  word.length >= 4 && ROWS_OF_KEYS.some((row) => row.includes(word));

/** Talk that has nothing to do with the business: no mail is searched for it. */
export const isOffTopic = (text: string): boolean =>
  OFF_TOPIC.test(text) || (text.match(/\p{L}+/gu) ?? []).some(isNoise);
