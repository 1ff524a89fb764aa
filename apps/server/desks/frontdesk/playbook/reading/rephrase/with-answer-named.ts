import { NUMBER_WORDS, readNumber } from '@deskbell/clerk';
import type { Question } from '../../memory.ts';

const OPENINGS = [
  'oh|ah|hm+|um+|uh|er|ok|okay|yes|yeah|yep|no|nope|so|well|sorry|oops|actually|wait|right|then|and|but',
  'let me (?:check|see|look)|(?:my|a) (?:bad|mistake|typo)|i (?:see|meant|mean|think|guess|believe|checked|misread)',
  'it (?:says|looks like|turns out)|turns out|(?:my|the) ticket says|looks like|apparently|just checked|good catch|got it|found it',
] as const;
const IS = [
  "(?:it|that|this|they|mine|ours|hers|his|theirs)(?:'?s|'?d be|'ll be| is| was| be| would be| will be| should be| must be| should have been| should say| says)?",
  'its|thats|thatd be|itd be|make (?:it|that)|should be|must be|has to be|be|put(?: down)?|in|at|from|number|no\\.|#',
] as const;
const TAILS = [
  'then|please|pls|sorry|actually|i (?:think|believe|guess|meant|see|mean)|thanks|thank you|of course|instead|now',
  'not (?:\\d{1,2}|[a-f])|for (?:sure|us|me)|my (?:bad|mistake)|in fact|indeed|it is|after all|obviously',
] as const;

const ANSWER = new RegExp(
  `^(?:(?:${OPENINGS.join('|')}),? ){0,5}(?:(?:${IS.join('|')}) ?(?:just |really |actually |indeed |number |#)?){0,3}(\\d{1,2}|[a-f]|${NUMBER_WORDS})(?:,? (?:${TAILS.join('|')})){0,4}$`,
);

/**
 * A message with the detail that was asked for named beside the number that answers for it: "hmm, it's
 * four" is "terminal 4" where the terminal was asked for, and counts nothing.
 */
export function withAnswerNamed(text: string, asked: Question | undefined): string {
  if (asked !== 'terminal' || /\bterminal\b/.test(text)) return text;
  const clauses = text.split(CLAUSE_END);
  const at = clauses.findIndex((clause) => ANSWER.test(clause.trim()));
  if (at < 0) return text;
  const value = ANSWER.exec(clauses[at]?.trim() ?? '')?.[1] ?? '';
  return clauses
    .with(at, ` terminal ${readNumber(value) ?? value}`)
    .join('')
    .trim();
}

/** Ends of clauses; kept between them. */
const CLAUSE_END = /([.?!;]+(?= |$)|,(?= )| - | and (?=\D))/;
