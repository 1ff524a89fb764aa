/** So many words of the prompt in a row are no coincidence. */
const WORDS_IN_A_ROW = 10;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/**
 * Finds the first ten words in a row that a text repeats of a prompt's instructions. Only the parts
 * under the given headings count ('Who you are'), for what customers may be told stands under others;
 * without headings all of them do. `facts` do not count where they stand in between.
 */
export function createPromptCheck(
  prompt: string,
  { headings, facts = [] }: { headings?: readonly string[]; facts?: readonly string[] } = {},
): (text: string) => string | undefined {
  const parts = prompt
    .split(/^# /m)
    .filter((part) => headings?.some((heading) => part.startsWith(heading)) ?? true)
    .flatMap((part) =>
      facts.reduce((texts, fact) => texts.flatMap((text) => text.split(fact)), [part]),
    );
  const runs = new Set(parts.flatMap((part) => runsOf(wordsOf(part))));
  return (text) => runsOf(wordsOf(text)).find((run) => runs.has(run));
}

function runsOf(words: readonly string[]): string[] {
  const runs: string[] = [];
  for (let at = 0; at + WORDS_IN_A_ROW <= words.length; at += 1) {
    runs.push(words.slice(at, at + WORDS_IN_A_ROW).join(' '));
  }
  return runs;
}
