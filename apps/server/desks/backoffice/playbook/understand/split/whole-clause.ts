const KIND = '(?:tasks?|to-?dos?|reviews?|deadlines?|vendors?|e-?mails?|mails|executions?|agents?)';
const WHOLE_CLAUSES: readonly RegExp[] = [
  new RegExp(
    `^(?:and )?(?:which|what|how many|any|are there(?: any)?|show(?: me)?|list)(?: of our| the| our| open)? ${KIND} \\w`,
  ),
  /^(?:and )?(?:did|is|has|was) (?:anything|something|everything) \w/,
  /^(?:and )?(?:what|which) (?:all )?(?:failed|broke|crashed|went wrong|did not work|came in|arrived|is overdue|is due|is late|waits?|is waiting|happened) ?(?!to (?:it|that|them)\b)/,
];
/** A question that is whole in itself takes nothing from the one before it in the same message. */
export const isWholeClause = (text: string): boolean => WHOLE_CLAUSES.some((one) => one.test(text));

const LEAD = '^(?:(?:and|so|but|ok|now|then|well),? )*';
const VERB =
  "(?:am|is|are|was|were|isn't|aren't|wasn't|weren't|do|does|did|has|have|had|came|come|got|arrived|failed|wait|waits|need|needs|can|could|will|must|should)";
/** Each names its kind, and says something of it in a clause of its own. */
const WHOLE_QUESTIONS: readonly RegExp[] = [
  `${LEAD}(?:which|what|how many) (?:of our |of the )?(?:[a-z-]{3,15} )?${KIND}(?: (?:in|of|on|from|during) [\\w, -]{3,40}?)? ${VERB} \\w`,
  `${LEAD}what (?:all )?(?:does|do|must|should|has|did) (?!(?:it|that|this|he|she|they|we|you|i)\\b)\\p{L}{2,20} (?:still |also )?(?:(?:have|need|got) )?to (?:do|finish|get done)\\b`,
].map((source) => new RegExp(source, 'u'));
/** It is asked of what was told: "which of those …", "which tasks are also …?" */
const OF_WHAT_WAS_TOLD =
  /\b(?:of (?:them|those|these)|those|these|ones?|also|only|just|too|as well|same|else|left|more|there|then)\b/;

/** "How many tasks were made today?" after the urgent ones: it keeps nothing of what was asked. */
export const isWholeQuestion = (text: string): boolean =>
  WHOLE_QUESTIONS.some((one) => one.test(text)) && !OF_WHAT_WAS_TOLD.test(text);
