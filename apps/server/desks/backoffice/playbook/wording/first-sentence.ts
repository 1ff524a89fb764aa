const ONE_SENTENCE =
  /,? ?\b(?:in|as|with) (?:just )?(?:one|a single|1) (?:short )?(?:sentence|line)\b|\btl;?dr\b/;

/** "Summarise today in one sentence". */
export const asksForOneSentence = (text: string): boolean => ONE_SENTENCE.test(text);

/** How long the answer is to be says nothing about what is asked. */
export const withoutOneSentence = (text: string): string => {
  const rest = text.replace(ONE_SENTENCE, '').trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
};

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
