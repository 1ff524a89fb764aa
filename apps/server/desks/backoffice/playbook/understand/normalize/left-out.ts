import { keepReadings } from '@deskbell/clerk';
import type { Category } from '../../query.ts';
import type { Rewrite } from './roundabout-wishes.ts';

// What a question leaves out: kinds of people, which lists then go without, and states, which are
// said as their opposite.

const KIND =
  '(customers?|guests?|clients?|vendors?|suppliers?|staff|colleagues|employees|systems?|automated|automatic)';
const STATE =
  '(done|completed?|finished|closed|approved|rejected|declined|decided|failed|cancell?ed|pending|running|processed)';
const ALL =
  '(?:all|everything|everyone|everybody|anything|anyone|any|every|each|e-?mails?|mails?|messages?|tasks?|reviews?|deadlines?|executions?|ones)';
const THEIRS = '(?:(?:the|any|all|those|ones|our|of|from|by|sent|what|stuff|e-?mails?|mails?) )*';

/** The ways to leave something out, all as "except". */
const EXCEPT: readonly Rewrite[] = [
  [
    /\b(?:apart from|aside from|other than|excluding|excepting|leaving out|leaving aside|not counting|without counting|not including|save for|barring|with the exception of|except for)\b/g,
    'except',
  ],
  [
    new RegExp(`(?<=\\b${ALL}(?: [a-z-]{2,12}){0,3},?) but(?: for| not| no)?(?= ${THEIRS}${KIND})`),
    ' except',
  ],
  [
    new RegExp(`\\b(?:without|minus|skip|skipping|but not|but no) (?=${THEIRS}${KIND})`, 'g'),
    'except ',
  ],
  [
    new RegExp(
      `,? (?:please )?(?:no|not|without|leave out|ignore|omit) (?=${THEIRS}${KIND}(?: e-?mails?| mails?| messages?| ones| stuff)?(?: please)?[\\s?.!]*$)`,
    ),
    ' except ',
  ],
  [
    new RegExp(
      `(?: (?:that|which|who))? (?:is|are|was|were|did|do|does|came|come)(?: not|n't)(?: been)?(?: come| sent| sent in)? (?:from|by) (?=(?:the |a |an |any |our |one of our )*${KIND})`,
    ),
    ' except ',
  ],
  [
    /\bnon-?(customer|vendor|staff|system|supplier|client|guest)s? (e-?mails?|mails?|messages?)\b/g,
    '$2 except $1s',
  ],
];

const BUT_STATE = new RegExp(
  `\\b(?:(?:anything|everything|all|any|whatever|something|every one|each|those|ones) (?:but|except)|except) (?:the |those |ones |that are |which are |what is |already )*${STATE}\\b(?: ones)?`,
  'g',
);
const NEITHER = new RegExp(`\\bneither ${STATE} nor ${STATE}\\b`, 'g');
const OF_REVIEWS = /\b(?:reviews?|approvals?)\b/;

/** Of reviews there are three states, so that all but one are two. */
const OTHER_REVIEWS: Readonly<Record<string, string>> = {
  approved: 'pending or rejected',
  rejected: 'pending or approved',
  declined: 'pending or approved',
  pending: 'decided',
};

/** A normalised text that says what it leaves out in the words that the rules know. */
export const sayLeftOut = keepReadings(rewrite, (text) => text);

const LONGEST = 600;

function rewrite(text: string): string {
  if (text.length > LONGEST) return text;
  let said = text;
  for (const [pattern, usual] of EXCEPT) said = said.replace(pattern, usual);
  const isOfReviews = OF_REVIEWS.test(said);
  return said
    .replace(NEITHER, isOfReviews ? 'pending' : 'not $1 and not $2')
    .replace(
      BUT_STATE,
      (_all, state: string) => (isOfReviews ? OTHER_REVIEWS[state] : undefined) ?? `not ${state}`,
    );
}

/** What leaves kinds of people out, so that its words are known to be used. */
export const LEFT_OUT_KINDS = new RegExp(
  `\\bexcept ${THEIRS}${KIND}(?: (?:e-?mails?|mails?|messages?|ones|stuff))?(?:(?:,| and| or|, and) ${THEIRS}${KIND})?`,
);

const CATEGORY_OF: readonly (readonly [Category, RegExp])[] = [
  ['customer', /\b(?:customer|guest|client)s?\b/],
  ['vendor', /\b(?:vendor|supplier)s?\b/],
  ['staff', /\b(?:staff|colleagues|employees)\b/],
  ['system', /\b(?:systems?|automated|automatic)\b/],
];

/** The kinds of people whose mail a list goes without. */
export function readLeftOut(text: string): Category[] {
  const said = LEFT_OUT_KINDS.exec(text)?.[0];
  if (said === undefined) return [];
  return CATEGORY_OF.filter(([, pattern]) => pattern.test(said)).map(([category]) => category);
}
