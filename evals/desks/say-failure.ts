import type { CaseResult } from './case-result.ts';

/** Longer answers are cut: the JSON has them whole. */
const MOST_CHARACTERS = 600;

/** A case that failed, as a small block: what was said, what is wrong, what was answered. */
export function sayFailure({ id, tags, said, runs }: CaseResult): string {
  const failed = runs.filter(({ isPassed }) => !isPassed);
  const [run] = failed;
  const often = runs.length > 1 ? ` failed ${failed.length} of ${runs.length} runs` : '';
  const marks = tags.length > 0 ? ` [${tags.join(', ')}]` : '';
  const answers = run?.answers ?? [];
  return [
    `${id}${marks}${often}`,
    ...said.flatMap((message, index) => [
      `    > ${oneLine(message)}`,
      ...(answers[index] === undefined ? [] : [`    < ${oneLine(answers[index].text)}`]),
    ]),
    ...(run?.wrong ?? []).map((what) => `    - ${what}`),
  ].join('\n');
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, ' / ').trim();
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS)}…`;
}
