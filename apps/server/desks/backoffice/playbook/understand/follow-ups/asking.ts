import type { Request } from '../request.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';

// The words that a question about one record is put in. They say what is wanted of it, and name no
// other: "who is responsible?", "by when do they expect an answer?"

const word = (words: string): RegExp => new RegExp(`^(?:${words})$`);

const WORDS: readonly RegExp[] = [
  // What is to be done, and by whom.
  word(
    "responsible|charge|owner|assigned|working|care|tak(?:e|ing)|act|react\\w*|prepare\\w*|supposed|required|needed|needs?|task|tasks|hers|mine|ours|theirs|yours|don't|won't|done",
  ),
  word(
    'answer\\w*|repl(?:y|ied)|respond\\w*|told|informed|notified|confirmed|discuss\\w*|reach|contact',
  ),
  word(
    'amounts?|totals?|prices?|costs?|costing|fees?|sums?|charged?|pay|paid|payable|owe|owed|settle|transfer|refunded|much|many|expensive',
  ),
  word(
    'trust\\w*|believe|open|click|safe|legit\\w*|real|genuine|scam|fraud\\w*|phishing|spam|fake|suspicious|dangerous',
  ),
  word('urgent|urgency|risk\\w*|critical|important|level|wrong|fail\\w*|flagged|held'),
  word(
    'due|deadline|dates?|days?|times?|hours?|during|time|long|soon|late|early|until|till|til|before|then|now|happens?|happened?|scheduled|booked|waiting|came|come|coming',
  ),
  word(
    'asks?|asked|asking|requesting|demand\\w*|requested|wants?|wanted|expects?|expected|complain\\w*|reported|offers?|proposes?|suggests?|mentions?|mentioned|says|saying|reads?|means?|meant|concerns?|talking|speak\\w*',
  ),
  word('sender|address\\w*|recipients?|whom|names?|called|files?|attach\\w*|numbers?|phones?|call'),
  word('places?|pick|bring|brings?|get|gets?|far|big|large|heavy|old'),
  word(
    'there|inside|behind|else|back|again|second|exactly|exact|really|actually|itself|automatically',
  ),
  word('why|not|cause|reason|matter|kind|sort|more|right|correct|proper|involved'),
];

/** What many mails have: alone they name none of them. */
const OF_MANY = word(
  'bookings?|trips?|pictures?|photos?|pickup|deliver\\w*|money|invoices?|reason',
);

const isAsked = (one: string): boolean => WORDS.some((pattern) => pattern.test(one));

/** Elsewhere these only say that a mail came in, or ask how late something is. */
const HAPPENS =
  /\b(?:arrive|arrives|(?<=\b(?:was|were|came|comes|been) )(?:too )?late|(?<=\b(?:it|them|is|that|was|van|car) )back(?=[\s?.!]*$| (?:yet|already|now|here|with)))\b/g;

/** The words of a question that its answer has to be about. */
export const soughtWords = (text: string): string[] => [
  ...contentWords(text).filter((one) => !isAsked(one) && !FIND_WORDS.test(one)),
  ...(text.match(HAPPENS) ?? []),
];

/** The words of a question that name something of their own. */
export const ownWords = (text: string): string[] =>
  contentWords(text).filter((one) => !isAsked(one) && !OF_MANY.test(one));

/** Whether it is put in such words only, and in those the desk itself is made of. */
export const namesNothing = (text: string): boolean =>
  ownWords(text).every((one) => FIND_WORDS.test(one));

const ANYBODY = /\b(?:any|some|no|every)(?:body|one|thing)\b|\bnobody\b/;
const POINTING =
  /\b(?:it|its|that|this|he|she|they|him|his|hers?|them|their|these|those|there|the)\b/;

/** "Did anybody approve anything yesterday?" has its own kind and days: it is about no mail in view. */
export const isOwnQuestion = ({ plain, topics, span }: Request): boolean =>
  span !== undefined && topics.length > 0 && ANYBODY.test(plain) && !POINTING.test(plain);
