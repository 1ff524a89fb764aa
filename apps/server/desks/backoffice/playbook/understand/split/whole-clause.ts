const WHOLE_CLAUSES: readonly RegExp[] = [
  /^(?:and )?(?:which|what|how many|any|are there(?: any)?|show(?: me)?|list)(?: of our| the| our| open)? (?:tasks?|reviews?|deadlines?|vendors?|e-?mails?|mails|executions?|agents?) \w/,
  /^(?:and )?(?:did|is|has|was) (?:anything|something|everything) \w/,
  /^(?:and )?(?:what|which) (?:all )?(?:failed|broke|crashed|went wrong|did not work|came in|arrived|is overdue|is due|is late|waits?|is waiting|happened) ?(?!to (?:it|that|them)\b)/,
];
/** A question that is whole in itself takes nothing from the one before it in the same message. */
export const isWholeClause = (text: string): boolean => WHOLE_CLAUSES.some((one) => one.test(text));
