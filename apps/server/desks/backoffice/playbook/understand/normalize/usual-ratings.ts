import type { Rewrite } from './roundabout-wishes.ts';

const RATED =
  '(?:rated|ranked|flagged|marked|classified|classed|considered|judged|labell?ed|put down)';
const PEOPLE =
  '(?:vendors?|suppliers?|customers?|guests?|clients?|staff|colleagues|our (?:own )?(?:staff|people|team)|systems?|machines)';
const NOT_A_FIRM =
  '(?!(?:the |this |that |a |our |any )?(?:e-?mails?|mails?|messages?|reviews?|tasks?|risks?|vendors?|suppliers?)\\b)';

/** Ways to ask for the risk of mails and for how a vendor is rated. */
export const RATINGS: readonly Rewrite[] = [
  [
    new RegExp(
      `\\b(?:has|have|was|were|is|are|did) (?:there )?(?:been )?(?:an?|any|some|one)? ?(?:e-?mails?|mails?|messages?) (?:from|by|of) (${PEOPLE}) (?:been |get |got |was |were |that was |ever )*${RATED} ?(?:as |to be )?(?:an? )?(?:of )?(?:high|critical)[- ]?risk\\b`,
      'g',
    ),
    'any high risk mails from $1',
  ],
  [
    /\b(?:dangerous|fishy|malicious) (?=(?:customer|guest|vendor|supplier|staff|system) (?:e-?mails?|mails?|messages?)\b)/g,
    'high risk ',
  ],
  [
    new RegExp(`\\b(?:phishing|fraud|scams?) (?:from|by) (?=(?:our |the )?${PEOPLE}\\b)`, 'g'),
    'high risk mails from ',
  ],
  [
    new RegExp(
      `\\bwhat(?:'s| is| was) (?:the )?${NOT_A_FIRM}([^?]{2,40}?)(?:'s|(?<=s)') (?:current |overall |vendor )?(?:scores?|ratings?|grade)\\b`,
      'g',
    ),
    'reliability of $1',
  ],
  [
    new RegExp(
      `\\bwhat (?:score|rating|grade) (?:does|do|did|has|have) ${NOT_A_FIRM}([^?]{2,40}?) (?:have|get|got|reach)\\b`,
      'g',
    ),
    'reliability of $1',
  ],
  [
    new RegExp(`\\bhow (?:is|are|was) ${NOT_A_FIRM}([^?]{2,40}?) (?:rated|scored|graded)\\b`, 'g'),
    'reliability of $1',
  ],
  [
    /\bhow (?:many (?:delivery )?(?:promises|delivery dates)|often) (?:did|has|have|does) ([^?]{2,40}?) (?:break|broken|broke|keep|kept|miss|missed)(?: (?:its|their|a|his|her|the)(?: delivery)? (?:promises?|word|dates?))?/g,
    'reliability of $1',
  ],
];
