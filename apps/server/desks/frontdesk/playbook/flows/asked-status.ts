/** The states a booking can be in, as the lookup tool names them. */
const STATUSES = ['pending', 'paid', 'confirmed', 'completed', 'cancelled'] as const;
type Status = (typeof STATUSES)[number];

const UNPAID =
  /\b(?:unpaid|(?:not|never|(?:is|are|was|has|have)n'?t)(?: yet| been| fully| been fully)? paid|(?:still|left|have|has) to (?:be )?pa(?:y|id)|owed?|owing|outstanding|(?:awaiting|waiting (?:for|on)) (?:my |the |a |your )?payment|open (?:balance|payments?|invoices?)|(?:anything|something|left|nothing) to pay|still (?:open|due))\b/;
const OTHER_WORDS: readonly [RegExp, Status][] = [
  [/\b(?:cancel|canceled|called off)\b/, 'cancelled'],
  [/\b(?:finished|done|over with)\b/, 'completed'],
];

/** The state a question is about, such as "which of them is not paid yet": nothing has come for it. */
export function askedStatus(text: string): Status | undefined {
  if (UNPAID.test(text)) return 'pending';
  return (
    STATUSES.find((word) => new RegExp(`\\b(?:un)?${word}\\b`).test(text)) ??
    OTHER_WORDS.find(([pattern]) => pattern.test(text))?.[1]
  );
}
