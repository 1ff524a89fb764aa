/** Words that mean the same to a company that carries luggage, each list under its first word. */
const SAME: readonly string[] = [
  'driver drivers mover movers crew guys guy courier couriers chauffeur man men',
  'bag bags suitcase suitcases luggage baggage duffel duffels trunk trunks box boxes item items piece pieces thing things stuff belongings goods carton cartons crate crates tote totes parcel parcels valise backpack backpacks gear carryon',
  'broken broke break breaks breaking breakage smashed smash wrecked wreck ripped rip cracked crack crushed torn shattered dented scratched scratch scratches damaged damage damages ruined busted chipped bent trashed mangled',
  'lost lose loses losing missing vanished disappeared misplaced stolen',
  'booking bookings order orders reservation reservations appointment appointments',
  'change changes changing changed amend edit modify update swap switch alter adjust correct fix move',
  'mistake wrong incorrect error messed',
  'house home apartment place condo flat',
  'porch stoop doorstep doorway garage',
  'doorman doormen super porter',
  'refund reimburse reimbursement',
  'discount discounts deal deals special specials offer offers promotion promotions',
  'code codes coupon coupons voucher promo',
  'paperwork papers paper documents document docs proof',
  'stash store keep park',
  'someone somebody anyone anybody',
  'nobody noone',
  'tip tips tipping gratuity gratuities',
  'show arrive arrives arrived arriving',
  'expensive valuable valuables pricey costly',
  'human person people agent representative operator',
  'robot bot ai machine computer chatbot',
];

const FIRST = new Map(
  SAME.flatMap((line) => {
    const [first = '', ...others] = line.split(' ');
    return others.map((word): [string, string] => [word, first]);
  }),
);

/** "You guys" are no drivers, and "no one" is nobody. */
const JOINED: readonly [RegExp, string][] = [
  [/\b(?:you|u) (?:guys|all|folks|people|lot)\b|\by'?all\b/g, 'you'],
  [/\bno[- ]one\b/g, 'nobody'],
  [
    /\bpick(?:ed|ing)?[ -]up\b|\bpick(?:ed|ing)? (?:it|them|everything|bags|my \w+) up\b/g,
    'pickup',
  ],
  [/\bdrop(?:ped|ping)?[ -]?off\b/g, 'deliver'],
];

/** A normalised text with one word in place of each that means the same, for comparing it. */
export function toConcepts(text: string): string {
  const joined = JOINED.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);
  return joined.replace(/[a-z]+/g, (word) => FIRST.get(word) ?? word);
}

/** Words that say little of what a question is about. */
export const LIGHT_WORDS: readonly string[] =
  'who what when where which how why whose still even exactly really actually then now get got go goes going come coming need needs take takes give use make some any all more most much many up out off over by from into not no dont cant after before again anything something everything here'.split(
    ' ',
  );
