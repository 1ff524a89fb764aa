// How people ask for the total beside the ZIP codes and the goods, without a word for a price.

const ADVERB = [
  'all[- ]in(?:clu(?:ded|sive))?|altogether|all together|all told|in total|in all|all up|total',
  '(?:with )?everything(?: included)?|door[- ]to[- ]door|(?:from )?(?:soup to nuts|start to finish|end[- ]to[- ]end)',
  '(?:for )?the (?:whole|full|entire) (?:shebang|thing|enchilada|lot|nine yards|deal|job)|out the door',
  "when all(?:'s| is) said and done|lock,? stock,? and barrel|tip to tail",
].join('|');
const IT =
  '(?:it|that|this|everything|all (?:of )?(?:it|that|this)|the (?:lot|whole (?:thing|lot)))';
const IS = "(?:'s|s| is| was| would| will| does| do| might)";
const COMES =
  '(?:be|come(?: out)?(?: to| at)?|run(?: me| us)?(?: to)?|cost|make|amount to|add up to|work out(?: to| at)?|total)';

const SUM =
  'all[- ]in|tally|bottom line|grand total|final (?:number|figure|tally|bill)|(?:whole|full) shebang|number|bill';

const WAYS: readonly RegExp[] = [
  // "What is that all in", "what would it come to door to door"
  new RegExp(
    `\\b(?:what|how much)${IS} ${IT}(?: all)?(?: ${COMES})?,? (?:${ADVERB})(?= |[,.!?]|$)`,
    'g',
  ),
  // "Soup to nuts, what is that"
  new RegExp(`\\b(?:${ADVERB}),? what(?:'s|s| is) ${IT}(?=[,.!?]|$)`, 'g'),
  // "What's it all come to", "whats that work out to"
  new RegExp(
    `\\b(?:what|how much)${IS} ${IT}(?: all)? (?!be\\b|cost\\b|total\\b)${COMES}(?= |[,.!?]|$)`,
    'g',
  ),
  /\b(?:what|how much) (?:am i|are we|would i be|would we be|we|r we) (?:looking at|talking(?: about)?)\b/g,
  /\bwhat (?:kind|sort) of (?:money|price|bill|number|figure) (?:is (?:that|it|this)|are we (?:talking|looking at)(?: about)?)\b/g,
  /\bhow (?:bad|painful|steep) (?:is|would|will) (?:it|that|this)(?: be)?(?=[,.!?]|$)/g,
  new RegExp(
    `\\bwhat(?:'s|s| is| would be) (?:the|my|our) (?:${SUM})(?: (?:number|figure|price|cost|total))?(?=[,.!?]|$| for\\b)`,
    'g',
  ),
  // "4 boxes, all in?"
  new RegExp(`(?<=[,.!?;-] )(?:${ADVERB})(?: please| pls)?(?=[?.! ]*$)`, 'g'),
];
/** "What is 4 boxes from 10011 all in" */
const AROUND = new RegExp(
  `\\b(?:what|how much)(?:'s|s| is| are| would| does) ((?:\\d{1,3}|an?|the|my|our) [^.?!,]{2,60}?)(?: be| ${COMES})? (?:${ADVERB})(?=[,.!?]|$)`,
  'g',
);
const ZIP = /\b\d{5}\b/;
/** Every way has one of these; most messages have none. */
const STEM =
  /\b(?:what|how|all|total|everything|door|soup|start|end|whole|full|entire|out|lock|tip)/;

/** A text with ZIP codes that asks for their total, in plain words. */
export const withTotalsPlain = (text: string): string =>
  ZIP.test(text) && STEM.test(text)
    ? WAYS.reduce((rest, way) => rest.replace(way, 'how much is it'), text).replace(
        AROUND,
        'how much is $1',
      )
    : text;
