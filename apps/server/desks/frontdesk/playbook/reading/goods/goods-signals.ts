// What a message says happens to goods that it names, by the words around them.

export const PERSON =
  '(?:\\w+-in-law|brother|sister|mother|mom|mum|father|dad|son|daughter|husband|wife|partner|friends?|neighbou?r|cousin|aunt|uncle|parents|kids|roommate|boyfriend|girlfriend|grandma|grandpa|nephew|niece|colleague|boss)';
const OWNER = '(?:my|our|his|her|their|the|a)';
const VEHICLE =
  '(?:car|trunk|van|suv|truck|jeep|wagon|minivan|back ?seat|train|plane|bus|jitney|carry-?on|roof|backpack|hand luggage)';

export const TAKES = [
  'no(?! ?[,.])|not|without|skip|forget(?: about)?|drop|lose|minus|except|scratch|remove|cancel|exclude|nix|ditch|scrap|hold',
  '(?:leave|leaving)(?: out| behind| off)?|take (?:out|off|away)',
  "(?:not|isn't|aren't|won't be) (?:taking|bringing|sending)",
  "(?:don't|do not|won't|no longer|needn't) (?:need|want|bring|take|send|include)",
  "(?:am|are|i'm|we're|decided to) keep(?:ing)?|instead of|rather than|in place of",
  '(?:swap|switch|exchange|replace|trade)',
  '(?:g[ia]ve|given|giving|threw|throw|throwing|toss(?:ed)?) (?:away|out)|sold|got rid of|getting rid of|donat(?:ed|ing)',
] as const;
const BRINGS = [
  'with|plus|add(?:ing)?|include|including|also|as well as|but|take|bring|send',
  '(?<=\\b(?:swap|switch|exchange|replace|trade)\\b.{0,40})(?:for|with|by)',
] as const;
/** What comes before goods and decides what becomes of them. */
export const OP = new RegExp(
  `\\b(?:(?<take>${TAKES.join('|')})|(?<only>just|only|nothing but)|(?<bring>${BRINGS.join('|')}))\\b`,
  'g',
);

const STAYS = [
  'stays?\\b|staying\\b|(?:can|will|must|should|is going to|are going to|gets? to) stay\\b',
  '(?:is|are) (?:not|no longer|out|off|gone|staying|being left|sold)\\b',
  "isn't|aren't|won't|(?:can't|cannot|doesn't|don't|does not|do not) (?:come|go|need)",
  '(?:fell|falls) (?:out|away)|no longer\\b|(?:here|behind|at home|home|out)(?=$|[ ,.!?;])',
] as const;
const STAY = new RegExp(`^(?:'s| is| are)? (?:${STAYS.join('|')})`);

/** "In my own car", "with my brother": the way of things that are not sent. */
const GOES_OTHERWISE = new RegExp(
  `\\b(?:in|into|on|onto) ${OWNER} (?:own )?(?:[a-z'-]+ )?${VEHICLE}\\b|\\bwith (?:me|us|him|her|(?:my|our) ${PERSON})\\b|\\b(?:my|our)sel(?:f|ves)\\b`,
);
const BY_HAND =
  /\b(?:take|taking|bring|bringing|carry|carrying|keep|transport|put|putting|load|squeeze|haul|drive|fit|stow|get)\b/;
const TRAVELS =
  /^ (?:(?:will|would|can|could|might|may|should|is|are|'ll)(?: going to| gonna)? )?(?:go|goes|going|come|comes|coming|travel|travels|ride|rides|riding|fit|fits|drive|be|is|are)\b/;
/** "My sister takes the two boxes". */
const TAKEN_BY = new RegExp(
  `\\b(?:(?:my|our|his|her) (?:[a-z]+ )?${PERSON}|he|she|a friend|somebody(?: else)?|someone(?: else)?)(?: will|'ll| can| could| would| is| has|'s| just| already)* (?:take|takes|took|taken|taking|keeps|wants|drives|picks up|gets)(?: care of)? (?:the |those |these |all |my |our )*$`,
);
const OUT =
  /\b(?:leave|take|drop) (?:it|that|them|those|this) (?:out|here|away|off|behind|at home)\b/;
/** "The stroller is heavy. And without it?" */
const WITHOUT_IT =
  /^[^?]*[.!;,?] ?(?:and |or |so |then |what if |what about |how much )*(?:is it |would it be )?without (?:it|them|that|those)\b/;

/** Whether goods are said not to be sent: by the clause up to them, and by what follows them. */
export const isAway = (
  clause: string,
  after: { tail: string; rest: string; hasNumber: boolean },
): boolean =>
  STAY.test(after.tail) ||
  /^ (?:less|fewer)\b(?! than)/.test(after.tail) ||
  (GOES_OTHERWISE.test(after.tail) && (BY_HAND.test(clause) || TRAVELS.test(after.tail))) ||
  TAKEN_BY.test(clause) ||
  (!after.hasNumber && (OUT.test(after.rest) || WITHOUT_IT.test(after.rest)));

/** "The suitcases alone": of all goods these only. */
export const isAlone = (tail: string): boolean =>
  /^ (?:alone|only|by (?:itself|themselves)|on (?:its|their) own|and nothing else)(?=$|[ ,.?!;])/.test(
    tail,
  );
