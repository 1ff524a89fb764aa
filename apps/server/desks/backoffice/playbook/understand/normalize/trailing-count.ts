const COUNT =
  '(?:tell me |give me |just |only )*(?:how many|the (?:numbers?|counts?|totals?))(?: (?:are|is|do we have|have we got))?(?: there)?';
const EACH =
  '(?:of|for) (?:each|both|every one|all|them|these)(?: of (?:them|these|those))?(?: kind| sort)?';
const TRAILING: readonly RegExp[] = [
  new RegExp(`,? (?:and |- )?${COUNT} ${EACH}[\\s?.!]*$`),
  /[,:;-]+ (?:just |only )?(?:the )?(?:numbers?|counts?|totals?)(?: only| please| will do| is enough)*[\s?.!]*$/,
  /[,:;-]+ (?:and )?how many(?: are (?:there|they)| is (?:it|that)| do we have)?(?: in (?:all|total))?[\s?.!]*$/,
];
/** "Which vendors wrote, and how often?": their list counts it. */
const HOW_OFTEN =
  /,? (?:and|or) how (?:often|many times|many each|frequently)(?: (?:each|exactly|in total|did (?:they|each)(?: of them)?))?[\s?.!]*$/;
const ASKS_MANY = /\bhow many\b/;

/** "Overdue tasks and open reviews, how many of each?" asks how many there are. */
export function sayCountFirst(text: string): string {
  const often = HOW_OFTEN.exec(text);
  if (often !== null && /^(?:which|who|what|show|list)\b/.test(text))
    return text.slice(0, often.index);
  for (const pattern of TRAILING) {
    const hit = pattern.exec(text);
    if (hit === null || hit.index < 5) continue;
    const asked = text.slice(0, hit.index);
    if (/[?.!]$/.test(asked)) return text;
    return ASKS_MANY.test(asked) ? asked : `how many ${asked}`;
  }
  return text;
}
