import { MONTH_NAMES, NUMBER_WORDS, readNumber, readNumbers, tokenize } from '@deskbell/clerk';
import type { Question } from '../../memory.ts';
import { type Order, serviceOf } from '../../order/order.ts';

const NUMBER = `(?<number>\\d{1,3}|${NUMBER_WORDS})(?![-/:%\\d.]\\d)`;

const OPENINGS = [
  'and|or|but|so|then|ok|okay|no|nope|yes|yeah|oh|ah|hm+|um+|well|wait|sorry|oops|really|please|right',
  'good|fine|great|alright|all right|actually|maybe|perhaps|rather|better|btw|by the way|correction',
  '(?:my|a|one|another|small|quick|little|last|tiny) (?:change|correction|mistake|thing|bad)[:,]?|typo',
  'what then|how much|price|the price',
] as const;
const OPENING = `(?:(?:${OPENINGS.join('|')}),? )*`;

/** What stands right before the number of the pieces, and of nothing else. */
const COUNTS = [
  'with|even|up to',
  "let's (?:do|make it|take|go with|call it)|call it|make (?:it|that|them|this)|making (?:it|that)",
  '(?:change|put|set|bring|take|raise|lower|cut|reduce|correct) (?:it|that|them|this)(?: back| up| down)?(?: to)?',
  "turns? out(?: to be| it's| there are)?|we're (?:at|up to|down to)",
  "(?:i|we|she|he|they)(?:'ve| have|'ll| will|'d| would| might| may| could| can| only| just| do| are| am|'re|'m| need to| want to| really| rather| also| still)* (?:have|got|need|want|take|taking|send|sending|bring|bringing|ship|shipping|meant|mean|said|move|moving|book|booking|counted|count|found|keep|keeping)",
  "(?:i|we)(?: might| may| could| can| would| will|'d|'ll)?(?: end| ended| get| manage| do| go| start| stick)(?: up| away)? with",
  '(?:book|send|bring|ship|take|price|quote|count|do|keep|back to|down to|go back to|stick with|stay with|go with)(?: me)?(?: (?:just|only|it|them|that|the price))?(?: (?:for|as|with|at))?',
  '(?:what|how) (?:about|if|for)|what (?:is|would) (?:it|that)(?: be)? for',
  "(?:what |and )?if(?: (?:it|there|they|we|i|that)(?:'s|'re|'d|'ve| is| are| was| were| be| had| have| send| sent| bring| brought| take| took| did| need| want| make it)*)?",
  'how much (?:would|will|is|are|for|do|does)|(?:price|quote|cost|total|estimate) (?:for|of|with)|(?:would|will) (?:i|we) (?:pay|owe) (?:for|with)|(?:pay|cost) (?:for|with)',
] as const;
/** The same of a number that may answer another question as well. */
const COUNTS_PERHAPS = [
  'for|of|about|around|just|only|exactly|say|like|than|a total of',
  "let's say|(?:could|might|may|will|would|must|should) be",
  "(?:it|that|this|there|they)(?:'?s|'ll be|'d be|'re| is| are| was| were| will be| would be| could be| might be| may be| must be| has to be| should be)",
  'the(?: other| remaining| first| last)?|those|these|all|my|our',
] as const;

const leadOf = (words: readonly string[]): string =>
  `(?:(?:${words.join('|')})(?: only| just| about| exactly| maybe| perhaps)? )`;
const SURE = leadOf(COUNTS);
const ANY = leadOf([...COUNTS, ...COUNTS_PERHAPS]);

/** What may follow it. */
const TAIL = [
  'will do|would do|is enough|are enough|is fine|is ok(?:ay)?|would be enough|should do|should be enough|is plenty|will be enough|suffices?',
  'was right|is right|were right|is correct|was correct|it is|it was|in fact|as before|as i said|again',
  'then|please|pls|instead|actually|sorry|now|only|in total|in all|altogether|after all|in the end|at most|at least|too|as well|though|really|maybe|perhaps|for now|thanks|thank you|and no more|no more|just',
  'i think|i guess|i believe|i suppose|i hope|if possible|if i may',
  'btw|by the way|my (?:bad|mistake|error|fault)|to be (?:exact|precise|clear)|it turns out|as it turns out|i (?:see|hear|forgot|noticed)|typo|correction|oops',
  'of them|of those|of these|stay|remain|left|come|go|(?:would |will )?(?:be|cost|come to)(?: then| be)?',
] as const;
const END = `(?:,? (?:${TAIL.join('|')}))*`;

/** "And 6", "so it's 4 then": a number and hardly a word besides. */
const ALONE = new RegExp(`^${OPENING}${ANY}?${ANY}?${NUMBER}${END}$`);
/** "What if I send 3": the number a clause ends with, where another number was asked for. */
const SURELY = new RegExp(`^${OPENING}${SURE}${ANY}?${NUMBER}${END}$`);

const SENDS = [
  "(?:i|we)(?:'d|'ll| would| will| want to| need to|'re| are|'m| am)?(?: only| just)* (?:send|sending|bring|bringing|take|taking|ship|shipping|have|need|move|moving)",
  '(?:make|change|correct|put) (?:it|that|this|them)(?: to)?',
  "(?:it|there|that)(?:'d be|'ll be|'s| would be| will be| are| is)(?: only| just)*",
  '(?:book|send|ship|take|quote|price)(?: me)?(?: just| only)?(?: (?:it|that|this))?(?: (?:for|as|with))?(?: (?:the|those|these|all|my|our))?(?: (?:other|remaining))?',
  '(?:with|for) (?:just |only |about )?(?:(?:the|those|these|all) )?(?:other |remaining )?',
  '(?:the|those|these) (?:other|remaining)',
] as const;
const NEXT =
  '(?=$| (?:from|to|on|then|please|now|instead|of (?:them|those|these)|for|and|but|by|in (?:the end|total|all)|will|would|is|are|go|come|stay|at|though|after all|altogether|today|tomorrow)\\b(?! \\d{1,2}(?:am|pm)))';
/** "I'd send two from 10019": the number amid the rest. */
const AMID = new RegExp(`\\b(?:${SENDS.join('|')}) ?(?<= )${NUMBER}${NEXT}`);

/** "And 5 from 10011": the number before where it goes. */
const BEFORE_ZIP = new RegExp(
  `^(?:(?:and|or|so|but|then|ok|what about|how about),? )+${NUMBER} (?:from|to) \\d{5}\\b`,
);

/** What is left of a number that is put right: "3, not 4", "not 4 but 3". */
const WRONG = new RegExp(
  `,? ?\\b(?:and )?(?:not|instead of|rather than|no longer) (?:the )?(?:\\d{1,3}|${NUMBER_WORDS})\\b(?: (?:but|any ?more))?`,
  'g',
);

/** "There are 3", of the bags that were spoken about. */
const HAS_SO_MANY =
  /\b(?:there are|there's|it's|it is|it will be|we have|we've got|i have|i've got|that's|they are|make it|about|around) (?:only |just |about |around )?(?:\d{1,3}|[a-z]+)(?: of them)?(?=$|[,.!;])/;

/** What else the clerk may have asked for that is answered with a number. */
const NUMBERED: readonly Question[] = [
  'day',
  'terminal',
  'zip',
  'pickup_zip',
  'delivery_zip',
  'airport',
];

const MORE = new RegExp(
  `\\b(?:(?<more>\\d{1,3}|${NUMBER_WORDS}) more|another (?<other>\\d{1,2}|two|three|four|five|six))(?=$|[,.;!?]| (?:please|then|and|from|to|for|though|actually|sorry|as well|too)\\b)`,
);
const LESS = new RegExp(`\\b(?<less>\\d{1,3}|${NUMBER_WORDS}) (?:less|fewer)\\b(?! than)`);

/**
 * The number of a message that counts the pieces without naming them: "4", "and with 7?", "3 will
 * do", "one more". It counts where pieces were spoken about, or their number was asked for.
 */
export function readBareCount(
  text: string,
  known: Order,
  asked: Question | undefined,
): number | undefined {
  const plain = text
    .replace(CLOCK_TIME, '@')
    .replace(/ {2,}/g, ' ')
    .replace(/\bone (?:more )?(?:thing|hour)\b/g, ' ');
  if (known.count !== undefined) {
    if (TWICE.test(plain)) return known.count * 2;
    if (HALF.test(plain) && known.count % 2 === 0) return known.count / 2;
    const more = MORE.exec(plain)?.groups;
    const extra = readNumber(more?.more ?? more?.other ?? '');
    if (extra !== undefined) return known.count + extra;
    const fewer = readNumber(LESS.exec(plain)?.groups?.less ?? '');
    if (fewer !== undefined) return known.count > fewer ? known.count - fewer : undefined;
  }
  const isAsked = asked === 'count';
  if (known.count === undefined && !isAsked) {
    return HAS_SO_MANY.test(plain) && serviceOf(known) !== undefined
      ? findNumber(plain, true)
      : undefined;
  }
  const found = findNumber(plain, isAsked || asked === undefined || !NUMBERED.includes(asked));
  if (found !== undefined || !(isAsked || PUTS_RIGHT.test(plain))) return found;
  return firstNumber(plain.replace(WRONG, ' '));
}

/** Times of day and days in figures. */
const CLOCK_TIME =
  /\b\d{1,2}(?:\/\d{1,2}(?:\/\d{2,4})?|[:.]\d\d(?: ?[ap]m)?| ?(?:[ap]m|o'clock))\b/g;

/** "Double that?", of pieces and not of a price. */
const TWICE =
  /\b(?:double|twice|two times) (?:that|it|this|as many|the (?:number|amount|quantity))(?=$|[ ,.?!])(?! (?:price|cost|much))/;
const HALF =
  /\b(?:just |only )?half (?:of )?(?:that|it|this|them|as many|the (?:number|amount|quantity))(?=$|[,.?!]| (?:then|please|only|instead)\b)/;

/** Words of a correction: the number may stand anywhere. */
const PUTS_RIGHT =
  /\b(?:instead|count(?:ed)? (?:them )?again|(?:re|mis)count(?:ed)?|counted wrong|make (?:it|that)|change (?:it|that) to|actually|i meant|no,? wait|not \d+)\b/;

const BEFORE_OTHERS = new RegExp(
  `^(?:terminal|[#$]|${MONTH_NAMES.join('|').toLowerCase()}|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$`,
);
const AFTER_OTHERS = /^(?:st|nd|rd|th|pm|am|lbs?|pounds?|o'clock|minimum|min|[:])$/;

/** The first number that is no day, time, weight or amount. */
function firstNumber(text: string): number | undefined {
  const tokens = tokenize(text);
  return readNumbers(tokens).find(
    ({ index, length }) =>
      !BEFORE_OTHERS.test(tokens[index - 1] ?? '') &&
      !(tokens[index] === 'one' && BEFORE_ONE.test(tokens[index - 1] ?? '')) &&
      !AFTER_OTHERS.test(tokens[index + length] ?? ''),
  )?.value;
}

/** "That one", "the bigger one": no number. */
const BEFORE_ONE =
  /^(?:the|that|this|those|these|which|other|next|first|second|last|new|different|right|wrong|petite|standard|full|an?|any|[a-z]+er|[a-z]+est)$/;

/** The number the last clause that has one says. `isFree`: a number alone answers nothing else. */
function findNumber(text: string, isFree: boolean): number | undefined {
  const clauses = text.replace(WRONG, ' ').split(/[.?!;()]+|[:,](?= )| - /);
  for (const clause of clauses.reverse()) {
    const words = clause.trim().replace(/ {2,}/g, ' ');
    const short = words.length <= LONGEST_CLAUSE ? words : '';
    const hit = (isFree ? ALONE : SURELY).exec(short) ?? AMID.exec(words) ?? BEFORE_ZIP.exec(words);
    const value = readNumber(hit?.groups?.number ?? '');
    if (value === undefined || value === 0) continue;
    if (hit?.groups?.number === 'one' && NAMES_ONE.test(hit[0])) continue;
    return value;
  }
  return undefined;
}

const LONGEST_CLAUSE = 90;

/** "The one", "I need one": a word for something that was spoken about. */
const NAMES_ONE =
  /\b(?:the|those|these|all|my|our|other|first|last|need|want|take|have|got|get|book|do|about|around|like|say|with|that|than) one\b/;
