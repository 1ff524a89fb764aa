/** "Summarise today in one sentence". */
export const asksForOneSentence = (text: string): boolean =>
  /\b(?:in|as) (?:one|a single|1) (?:short )?(?:sentence|line)\b|\btl;?dr\b/.test(text);

/** The first sentence of an answer; a full stop inside quotation marks ends none. */
export function firstSentence(text: string): string {
  const [paragraph = ''] = text.split('\n');
  let isQuoted = false;
  for (let index = 0; index < paragraph.length; index += 1) {
    const letter = paragraph[index];
    if (letter === '“') isQuoted = true;
    else if (letter === '”') isQuoted = false;
    else if (
      !isQuoted &&
      (letter === '.' || letter === '!' || letter === '?') &&
      /^(?:\s|$)/.test(paragraph.slice(index + 1, index + 2))
    )
      return paragraph.slice(0, index + 1);
  }
  return paragraph.replace(/:$/, '.');
}
