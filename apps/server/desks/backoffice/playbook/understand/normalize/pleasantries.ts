const HELLO =
  '(?:(?:hi+|hello|hey+|hiya|yo|good (?:morning|afternoon|evening)|morning|afternoon|evening|dear)(?: (?:aubs|there|all|everyone|everybody|team|folks|again|you))*[,.! ]+)*';
/** Where the question begins after a pleasantry that no full stop ends. */
const QUESTION =
  "(?=(?:and |but |so |anyway |please )*(?:what|which|who|whose|how|when|where|why|show|list|tell|give|find|can|could|would|did|do|does|is|are|was|were|has|have|any|anything|i need|i'd like|we need)\\b)";
/** "… and my head is still on the beach. How many …": what a full stop ends is no question. */
const NO_STATEMENT = '(?![^.?!]*[.!…]\\s+\\S)';
const END = `(?:[.!,;:)…-]+\\s+|\\s+(?:- )?${QUESTION}${NO_STATEMENT})`;
const UNTIL_END = '[^.?!,;:)]{2,70}?';

const STARTS: readonly string[] = [
  `(?:i'm|i am|we're|we are) (?:just |only |now |finally )*(?:back|returning|returned) (?:from|after|in|at) ${UNTIL_END}`,
  `(?:i |we )?(?:really |do )?hope ${UNTIL_END}`,
  'how are you(?: doing| today| this morning| all| guys)*(?:[?]+| today)?',
  `(?:what a|such a) ${UNTIL_END}`,
  `(?:it's|it is|it was|boy is it|still) (?:so |very |really |pretty |such |a |rather )*(?:cold|hot|rainy|raining|snowing|pouring|freezing|sunny|grey|dark|windy|beautiful|lovely|quiet|early|late|hectic|crazy)${UNTIL_END.replace('2,70', '0,70')}`,
  `happy (?:new |first )?(?:monday|tuesday|wednesday|thursday|friday|december|thanksgiving|holidays?|birthday|week|month|day)(?: everyone| everybody| all| to you| of december)?`,
  "(?:it's |it is )?(?:just )?(?:me|us) again",
  "(?:you're|you are) (?:a |an |my |our |the |so |really |very )*(?:star|angel|gem|best|hero|lifesaver|great|wonderful|helpful|kind|sweet)(?: today)?",
  `(?:nice|good|great|lovely) (?:weather|day|to see you|work|job)(?: today| yesterday| out there)?`,
  `(?:i |we )?(?:had|have had|survived) (?:a |an |my |our )?(?:good|nice|great|long|quiet|lovely|busy) ${UNTIL_END}`,
  `(?:sorry|apologies|excuse me)(?: again)?(?: for| to) (?:bother|disturb|trouble|ask|interrupt|all|so many)${UNTIL_END}`,
];

const ASKS = new RegExp(`^${QUESTION}`);
const LEADS = STARTS.map((start) => new RegExp(`^${HELLO}(?:${start})${END}`));
const EMOTICON = /(?:^|\s)[:;=]['-]?[)(\]dp]+(?=\s)/g;

/** A text without the kind words before its question. */
export function withoutPleasantries(text: string): string {
  const plain = text.replace(EMOTICON, '.');
  for (const lead of LEADS) {
    const rest = plain.replace(lead, '');
    if (rest !== plain && (rest.split(' ').length > 2 || ASKS.test(rest)))
      return withoutPleasantries(rest);
  }
  return text;
}
