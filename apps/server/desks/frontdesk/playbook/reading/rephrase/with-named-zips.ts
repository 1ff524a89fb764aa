const FIRST = '(?:first|former|1st)(?: (?:one|place|zip(?: code)?|address))?';
const SECOND = '(?:second|latter|other|2nd|last)(?: (?:one|place|zip(?: code)?|address))?';
const FORTH = new RegExp(
  `\\bfrom (?:the )?${FIRST} to (?:the )?${SECOND}\\b|\\b(?:between|from one to the other of) (?:those|these|the|them|both)\\b(?! same\\b)(?: two| both)?(?: (?:places|zips|zip codes|addresses|towns))?\\b(?! (?:days|dates|\\d))`,
);
const BACK = new RegExp(`\\bfrom (?:the )?${SECOND} to (?:the )?${FIRST}\\b`);

const PLACES: readonly string[] = ['first', 'second', 'third', 'fourth'];
const ONE =
  /\b(?<lead>from |to |in |at |for |so )?the (?<place>first|second|third|fourth|last)(?<noun> one| zip(?: code)?)?(?=$|[,.?!;]| (?:to|from|then|please|instead|be|would|is)\b)/g;

/** "From the second one", "the first ZIP", with that of the ZIP codes asked about side by side. */
export const withAskedZips = (text: string, asked: readonly string[]): string =>
  asked.length < 2
    ? text
    : text.replace(ONE, (hit, ...rest) => {
        const { lead = '', place, noun = '' } = rest.at(-1) as Record<string, string | undefined>;
        const zip = place === 'last' ? asked.at(-1) : asked[PLACES.indexOf(place ?? '')];
        const isMeant = noun.startsWith(' zip') || lead === 'from ' || lead === 'to ';
        return zip === undefined || !isMeant ? hit : `${lead === 'so ' ? '' : lead}${zip}`;
      });

/** "From the first to the second", with the two ZIP codes that were asked about in its place. */
export function withNamedZips(text: string, named: readonly string[]): string {
  const [first, second] = named;
  if (first === undefined || second === undefined || /\b\d{5}\b/.test(text)) return text;
  return text
    .replace(BACK, `from ${second} to ${first}`)
    .replace(FORTH, `from ${first} to ${second}`);
}
