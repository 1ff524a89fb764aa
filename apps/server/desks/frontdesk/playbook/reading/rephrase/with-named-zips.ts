const FIRST = '(?:first|former|1st)(?: (?:one|place|zip(?: code)?|address))?';
const SECOND = '(?:second|latter|other|2nd|last)(?: (?:one|place|zip(?: code)?|address))?';
const FORTH = new RegExp(
  `\\bfrom (?:the )?${FIRST} to (?:the )?${SECOND}\\b|\\b(?:between|from one to the other of) (?:those|these|the|them|both)\\b(?! same\\b)(?: two| both)?(?: (?:places|zips|zip codes|addresses|towns))?\\b(?! (?:days|dates|\\d))`,
);
const BACK = new RegExp(`\\bfrom (?:the )?${SECOND} to (?:the )?${FIRST}\\b`);

/** "From the first to the second", with the two ZIP codes that were asked about in its place. */
export function withNamedZips(text: string, named: readonly string[]): string {
  const [first, second] = named;
  if (first === undefined || second === undefined || /\b\d{5}\b/.test(text)) return text;
  return text
    .replace(BACK, `from ${second} to ${first}`)
    .replace(FORTH, `from ${first} to ${second}`);
}
