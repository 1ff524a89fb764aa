import type { LocalTime } from '@deskbell/clerk';
import type { DateClaim, DayWord } from './claim.ts';
import type { Surroundings } from './read-claims.ts';
import { hasWrongWeekday, readNamedDays } from './read-named-days.ts';
import { splitClauses } from './split-clauses.ts';
import { ASKS, IS_OPEN, isQuestion } from './words.ts';

/** In their order: the first that fits says what is claimed. */
const SAYINGS: readonly [DayWord, RegExp][] = [
  [
    'available',
    /(?:\bno|\bnot|n't) (?:\w+ )?busy\b|(?:\d\w{0,2}|\|):? ?[✅✓✔☑]|\blooks? (?:good|open|fine)\b/iu,
  ],
  [
    'unavailable',
    /\b(?:unavailable|indisponi\w*)\b|(?:\bnot?|n't|\bne|\bpas|\bnicht|\bnao|\bnever) (?:\w+ ){0,2}(?:available|free|open|disponib\w+|disponivel|verfugbar|libres?|livres?|frei)\b/i,
  ],
  [
    'busy',
    /\b(?:busy|(?:fully|completely|all|already|totally|is|are) booked(?! (?:for|on|with))|booked (?:up|out|solid|full)|sold out|no (?:more |further )?(?:availability|openings?|slots?|space|room|capacity)|(?:is|are|'s) full|at capacity|taken|nothing (?:left|available|open|free)|ocupad[oa]s?|complet[oa]s?|occupe\w*|belegt|ausgebucht|esgotad[oa]s?|lotad[oa]s?)\b/i,
  ],
  [
    'blocked',
    /(?:\bcan(?:'t| ?not)|\bnot (?:possible|able) to|\bunable to|\bwon't be able to|\bneither can|n't (?:be )?)[^,;]{0,50}?\b(?:book(?:ed)?|schedul\w+|reserv\w+|pick(?:ed)? up|accommodated?|arranged?)\b|(?:\bnot|n't) (?:\w+ )?bookable\b|\bblocked\b/i,
  ],
  [
    'bookable',
    /[✅✓✔☑]|\b(?:bookable|(?:we|i|our \w+)(?: can| could|'ll| will|'d| would) (?:\w+ )?(?:come|be there|pick you|see you|make it)|see you (?:on|then|tomorrow|next)|can (?:still |also |certainly |definitely )?(?:be )?(?:book(?:ed)?|schedul\w+|reserv\w+|accommodated?|fit|squeeze|do|offer|pick(?:ed)?(?: \w+){0,2} up|pick (?:you|it|them))\b|(?:we|i)(?:'d| would| do|'ve)? (?:have|got) (?:a |an |some |you )?(?:slot|opening|space|room)|possible\b(?! (?:by|with) (?:phone|arrangement))|(?:that |it |this |which )?works?(?= (?:for (?:us|an?|the|your)|on our|fine|great|well|perfectly|too)\b|[.!,]|$))/i,
  ],
  [
    'available',
    /\b(?:available|availabilit\w+|free|wide open|(?:is|are|'s|'re|as|still|remain|stay) (?:\w+ )?open|open days?|has (?:\w+ )?(?:space|room)|openings?|slots?|disponib\w+|disponivel|disponiveis|verfugbar|libres?|livres?|frei)\b/i,
  ],
  [
    'offered',
    /\b(?:how about|what about|(?:i|we)(?:'d| would| can| could)? (?:suggest|recommend|propose|offer)|you (?:could|can) (?:choose|pick|take|have|go with)|next (?:best|free|possible)|alternativ\w+|instead|earliest|soonest)\b/i,
  ],
  [
    'booked',
    /\b(?:(?:your|the) [\w ]{0,30}?(?:pickup|booking|move|delivery|transfer|appointment|order|reservation)|it|you|you're)\b[^;]{0,40}?\b(?:set|scheduled|booked|confirmed|reserved|down|planned|picked up|delivered|arriv(?:es?|ing)|com(?:es|ing)|now) (?:for|on|in)\b/i,
  ],
];
const IS_RULE =
  /\b(?:after|from|past|by) (?:6|six)|\b(?:weekend|peak)\b[^,;]*\b(?:surcharge|fee|dates?)|insur|terminal|request/i;
const DAY_WORD =
  /\b(?:days?|dates?|weekends?|weeks?|months?|slots?|openings?|january|february|march|april|june|july|august|september|october|november|december)\b/i;
const SOME = /\b(?:some|several|a few|most|openings?|availability|slots?|one of|or|any)\b/i;
const EXCEPT =
  /\b(?:except|(?<=\b(?:every ?day|all days|any day|each day|all|any|everything)) but|other than|apart from|besides|excluding|salvo|sauf|ausser|exceto)\b/i;
/** "Every day that can be booked is free" claims the second alone. */
const RESTRICTS = /\b(?:that|which) can (?:still )?be booked(?: online)?\b/gi;
const POINTS_TO_DAY =
  /\b(?:it|it's|that|that's|this|those|these|they|they're|both|neither|which|then|yes|yep|same|either|all of them|el|ese|esa|si|oui|ja|sim|cela|das)\b/i;
const BOOKING_NUMBER = /\btt-?\d/i;
/** "The 10th is all yours": something is said of a date itself, in words that no list has. */
const IS_SAID_OF_DATE =
  /(?:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?|\b\d{1,2}(?:st|nd|rd|th)|\b\d{1,2}\/\d{1,2})\)? (?:is|are|still|has|have|would be|will be|seems)\b(?! \$| (?:already |now )?(?:past|over)\b| (?:an?|the|on|in|noted|within|already noted|your|when)\b)/i;
/** Of these each day must be so, whatever else the sentence puts side by side with "or". */
const EACH_COUNTS: ReadonlySet<DayWord> = new Set(['booked', 'named', 'unclear']);
const OTHERS = /\b(?:(?:every|all|any)(?: the)? other|the others?|the rest|all others)\b/i;
const FEW_WORDS = 6;

const ANY_SAYING = new RegExp(SAYINGS.map(([, { source }]) => source).join('|'), 'i');

/** What a sentence says of days: which are free, busy, blocked, proposed or booked. */
export function readDayClaims(
  text: string,
  { now, lead, before }: Surroundings & { now: LocalTime },
): (DateClaim & { text: string })[] {
  const claims: (DateClaim & { text: string })[] = [];
  const claim = (says: DayWord, days: readonly string[], clause: string, except: string[] = []) => {
    claims.push({
      what: 'days',
      says,
      days,
      except,
      of: !EACH_COUNTS.has(says) && SOME.test(clause) ? 'any' : 'every',
      text: clause,
    });
  };
  if (hasWrongWeekday(text, now)) claim('wrong_weekday', [], text);
  let earlier = lead === '' ? before : lead;
  const hasQuestion = isQuestion(text);
  for (const clause of splitClauses(text, ANY_SAYING)) {
    const [stated = clause, ...exceptions] = clause.replace(RESTRICTS, '').split(EXCEPT);
    const excepted = new Set(daysOf(exceptions.join(' '), now));
    const own = daysOf(stated, now).filter((day) => !excepted.has(day));
    const says =
      sayingOf(stated) ??
      (excepted.size > 0 ? sayingOf(clause) : undefined) ??
      (own.length > 0 && lead !== '' ? sayingOf(lead) : undefined);
    const isOpen =
      IS_OPEN.test(headOf(stated, says)) ||
      (hasQuestion && says !== 'offered' && ASKS.test(clause.trim())) ||
      IS_RULE.test(clause) ||
      (says === 'blocked' && /\bsame-day\b/i.test(text));
    if (says !== undefined && !isOpen) {
      const isShort = stated.split(' ').length <= FEW_WORDS;
      const named =
        own.length > 0 ||
        text.endsWith(':') ||
        OTHERS.test(stated) ||
        !(POINTS_TO_DAY.test(stated) || isShort)
          ? own
          : daysOf(earlier, now).filter((day) => !excepted.has(day));
      if (named.length > 0) claim(says, named, clause);
      else if (DAY_WORD.test(stated) && says !== 'booked' && says !== 'offered')
        claim(says, [], clause, OTHERS.test(stated) ? daysOf(earlier, now) : [...excepted]);
    } else if (says === undefined && !isOpen && !hasQuestion) {
      const dates = readNamedDays(stated, now).flatMap(({ days, isDate }) => (isDate ? days : []));
      if (dates.length > 0 && IS_SAID_OF_DATE.test(stated)) claim('unclear', dates, clause);
      else if (dates.length > 0)
        claim(BOOKING_NUMBER.test(stated) ? 'booked' : 'named', dates, clause);
    }
    if (excepted.size > 0) earlier = exceptions.join(' ');
    else if (own.length > 0) earlier = stated;
  }
  return claims;
}

/** Whether it speaks of when there is room. */
export const asksForDays = (text: string): boolean =>
  SAYINGS.some(([says, pattern]) => says !== 'offered' && says !== 'booked' && pattern.test(text));

/** What stands before the word that claims. */
function headOf(text: string, says: DayWord | undefined): string {
  const pattern = SAYINGS.find(([word, said]) => word === says && said.test(text))?.[1];
  const found = pattern?.exec(text);
  return found == null ? text : text.slice(0, found.index + found[0].length);
}

const sayingOf = (text: string): DayWord | undefined =>
  SAYINGS.find(([, pattern]) => pattern.test(text))?.[0];

const daysOf = (text: string, now: LocalTime): string[] =>
  text === '' ? [] : readNamedDays(text, now).flatMap(({ days }) => days);
