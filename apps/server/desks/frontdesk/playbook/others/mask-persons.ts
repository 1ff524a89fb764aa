import { keepReadings } from '@deskbell/clerk';
import { GIVEN_NAMES } from './given-names.ts';

// Who is spoken of besides the customer: each person is replaced by a sign that says how they are
// named, so that the rules need not know by whom a question is about.

/** By name, title or e-mail address; by relation; by what else is known of them. */
export const NAMED = '§n';
export const RELATED = '§r';
export const DESCRIBED = '§d';
/** Any of them. */
export const PERSON = '§[nrd]';

const RELATION = [
  'neighbou?rs?|friends?|boss|roommates?|housemates?|flatmates?|ex(?:-(?:husband|wife))?|landlord|landlady|tenants?|subtenants?|employees?|colleagues?|co-?workers?|clients?|employer|secretary',
  'husband|wife|spouse|partner|boyfriend|girlfriend|fianc[eé]e?|mother|mom|mum|father|dad|parents|folks|sister|brother|son|daughter|kids?|children|siblings?',
  'cousin|uncle|aunt|niece|nephew|grandmother|grandma|grandfather|grandpa|grandparents|stepmother|stepfather|stepson|stepdaughter|in-laws|family',
].join('|');
const relation = new RegExp(
  `\\b(?:my|our|his|her|their|your|the) (?:(?:older|younger|elder|oldest|youngest|little|big|old|new|former|other|best|good|next-door|upstairs|downstairs) )?(?:${RELATION})(?:[- ]in[- ]law)?\\b`,
  'g',
);
/** "My sisters", without its apostrophe: of one, whose it is. */
const ownerOfNoSign =
  /\b(?:my|our|his|her|their) (?:husband|wife|spouse|partner|boyfriend|girlfriend|mother|mom|mum|father|dad|sister|brother|son|daughter|cousin|uncle|aunt|niece|nephew|grandmother|grandma|grandfather|grandpa)s\b/g;
/** "The family", "the kids" without an owner may be the customer's own. */
const OWNERLESS = /^(?:the|your) (?:kids?|children|family|folks|parents|partner|son|daughter)\b/;

const SOMEBODY =
  'lady|woman|man|guy|gentleman|couple|family|people|folks|person|customers?|clients?|kid|girl|boy|resident|residents|tenants?|neighbou?rs?|household|party|sender|recipient|caller|owners?';
const described: readonly RegExp[] = [
  new RegExp(
    `\\b(?:the|that|those|a|an|this) (?:\\w+ )?(?:${SOMEBODY}) (?:upstairs|downstairs|next door|(?:before|after|ahead of|behind|above|below|next to|across from) (?:me|us|mine|ours|you)|(?:in|at|from|on) (?:the )?(?:\\d\\w*(?: [a-z]+ (?:street|st|avenue|ave|road|rd|lane|drive|place))?|apartment \\w+|apt\\.? \\w+|unit \\w+|penthouse|first|second|third|fourth|fifth|\\w+ floor|(?:ground|top) floor|building))`,
    'g',
  ),
  /\b(?:the|that|a) (?:senator|mayor|governor|celebrity|actor|actress|singer|judge|ambassador|president)\b/g,
  /\bthe (?:previous|last|next|other|first|earlier) (?:customer|client|person|family|couple|guy|lady|house|stop)s?\b(?! (?:takes?|is|was|are|runs?) (?:longer|late|delayed|running))/g,
  /\b(?:the|those|some) other (?:people|customers?|clients?|families|passengers)\b/g,
];

/** Words after a first name that are no last name. */
const NO_SURNAME = new Set(
  `a about all already also an and any anything are arrive arrived arrives as ask asked at be been before book booked booking bookings
  books bring but by call called can cancel chose choose come comes coming confirm did do does doing due either ever for from
  gave get gets go goes going got had has have having he her here hers him his how i if in is it its just keep lately leave leaves leaving left like live
  lives made make may me mini move moved moves moving my need needs next not now of off on one or order ordered orders our out over owe paid pay pays pick picked please
  really reserve reserved said same schedule scheduled send sending sends sent she ship shipped should so something spend spent standard
  still take taken takes than that the their them then there they this to today tomorrow tonight too took travel until use used uses using want wanted
  wants was we well were what when where which who why will with would yesterday yet you your`
    .trim()
    .split(/\s+/),
);
/** After a name: a street, a hotel, minutes of grace; "Jan 9" and "June 2027" are days. */
const NO_PERSON_BEFORE =
  /^(?:\.? \d{1,2}(?:st|nd|rd|th)?\b(?! (?:bags?|boxes|suitcases|items|people))| 20\d\d\b)|^ (?:street|st|avenue|ave|road|rd|lane|place|square|hotel|vineyard|period|terrace|drive|boulevard|court|county|hill|heights|island|beach|airport|house|bridge|tunnel)\b/;
const NO_PERSON_AFTER =
  /(?:\bst\.?|\bsaint|\bport|\blake|\bfort|\d+(?: (?:east|west|north|south))?) $/;

const EMAIL = /[^\s@<>,;]+@(?!totetaxi\.)[^\s@<>,;]+\.[a-z]{2,}/g;
const OWN_EMAIL = /\b(?:my|our) (?:e-?mail|address|account|login)(?: address)? (?:is|was|:)? ?$/;
const TITLED =
  /(?<!\d (?:[a-z]+ ){1,3})\b(?:mrs?|ms|miss|mister|dr|doctor|professor|prof|senator|judge|rabbi)\.? (?!(?:your|the|my|a|an|you|our|it|this|that|in|at|to|and)\b)[a-z][a-z'-]+(?<!'s)/g;
/** "The Millers" and "the Smith family". */
const FAMILY_NAMES =
  'henderson|peterson|simpson|gibson|hudson|robertson|vanderbilt|rockefeller|fischer|schneider|schmidt|weber|rossi|ferrari|murray|ryan|obrien|kowalski|novak|ivanov|johnson|smith|miller|brown|jones|davis|wilson|anderson|taylor|thomas|moore|martin|jackson|thompson|harris|lewis|robinson|allen|torres|nguyen|adams|nelson|baker|campbell|mitchell|carter|roberts|phillips|evans|turner|collins|edwards|stewart|morris|murphy|rogers|cooper|peterson|bailey|kelly|richardson|watson|brooks|bennett|hughes|myers|sanders|ross|foster|cohen|levy|goldberg|goldman|rosen|rosenberg|friedman|kaplan|katz|schwartz|feldman|weinstein|garcia|rodriguez|martinez|hernandez|lopez|gonzalez|perez|sanchez|ramirez|rivera|gomez|diaz|ortiz|patel|shah|singh|kim|lee|chen|wang|li|wong|haddad|delgado|petrova|meyer|becker|kardashian|obama|clinton|trump|kennedy';
const FAMILY = new RegExp(
  `\\bthe (?:(?:${FAMILY_NAMES})(?:e?s)\\b|(?!(?:whole|entire|average|typical|same|other|next|last|first)\\b)[a-z]+ (?:family|household)\\b|(?:${FAMILY_NAMES}) (?:place|home|house|residence)\\b)`,
  'g',
);

/** Those who only told who they are: "I'm Daniel", "hi, Nina here", "thanks, Omar". */
const SPEAKER = new RegExp(
  `\\b(?:i'm|im|i am|my name is|my name's|this is|it's|name's) (?:called )?${NAMED}(?!'s)(?! (?:on|in|a|still|booked|moving|coming)\\b)|\\b(?:hi|hello|hey|thanks|thank you|cheers|regards|best),? ${NAMED}(?! (?:is|has|did|was)\\b)(?!')|^${NAMED} here\\b`,
  'g',
);

/** A normalised text with a sign in place of everyone spoken of who is not the customer. */
export const maskPersons = keepReadings(
  (text: string): string => {
    const signless = text.replaceAll('§', ' ');
    let masked = signless
      .replace(EMAIL, (hit, index: number) =>
        OWN_EMAIL.test(signless.slice(0, index)) ? hit : NAMED,
      )
      .replace(TITLED, NAMED)
      .replace(FAMILY, NAMED);
    for (const pattern of described) masked = masked.replace(pattern, DESCRIBED);
    masked = masked
      .replace(ownerOfNoSign, `${RELATED}'s`)
      .replace(relation, (hit) => (OWNERLESS.test(hit) ? hit : RELATED));
    masked = withoutNames(masked);
    // "My neighbor Grace Lin", "Grace Lin, my neighbor".
    return masked
      .replace(/§r,? §n/g, RELATED)
      .replace(/§n,? §r/g, NAMED)
      .replace(SPEAKER, ' ');
  },
  (text) => text,
);

/** With first names, and the last names that stand after them, replaced. */
function withoutNames(text: string): string {
  let masked = '';
  let done = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (index < done || !GIVEN_NAMES.has(word)) continue;
    const before = text.slice(0, index);
    const after = text.slice(index + word.length);
    if (NO_PERSON_BEFORE.test(after) || NO_PERSON_AFTER.test(before)) continue;
    const [whole = '', last = ''] = SURNAME.exec(after) ?? [];
    const isSurname = last !== '' && !NO_SURNAME.has(last) && !/(?:ing|ed)$/.test(last);
    masked += `${text.slice(done, index)}${NAMED}`;
    done = index + word.length + (isSurname ? whole.length : 0);
  }
  return masked + text.slice(done);
}

const WORD = /(?<![a-z'@.-])[a-z]+(?![a-z@-])/g;
const SURNAME = /^ (?:[a-z]\. )?([a-z][a-z-]+)/;
