import type { SqlRunner } from './sql-runner.ts';

/**
 * A part of a statement: `name as (…)`, one or several, with `$1`-parameters of its own. Parts are
 * joined, so that what belongs together takes one round trip and commits at once.
 */
export interface SqlWrite {
  text: string;
  values: readonly unknown[];
}

const MOST_TEXTS = 100;
const texts = new Map<string, string>();
/** Short names of the parts: they are long, and looking for all of them at once would read them all. */
const partNumbers = new Map<string, number>();

/** One statement of all parts and a last one, which may read what the others return. */
export function joinWrites(parts: readonly SqlWrite[], last: SqlWrite): SqlWrite {
  const all = [...parts, last];
  return {
    text: joinTexts(all),
    values: all.flatMap(({ values }) => values),
  };
}

/** Runs parts as a statement of their own. */
export async function runWrites(run: SqlRunner, parts: readonly SqlWrite[]): Promise<void> {
  if (parts.length === 0) return;
  const { text, values } = joinWrites(parts, { text: 'select', values: [] });
  await run(text, values);
}

// The same few texts come with every mail.
function joinTexts(all: readonly SqlWrite[]): string {
  const key = keyOf(all);
  const known = texts.get(key);
  if (known !== undefined) return known;
  let before = 0;
  const numbered = all.map(({ text, values }) => {
    const offset = before;
    before += values.length;
    return text.replaceAll(/\$(\d+)/g, (_, digits) => `$${Number(digits) + offset}`);
  });
  const last = numbered.pop() ?? '';
  const joined = numbered.length === 0 ? last : `with ${numbered.join(',\n')}\n${last}`;
  if (texts.size < MOST_TEXTS) texts.set(key, joined);
  return joined;
}

function keyOf(all: readonly SqlWrite[]): string {
  let key = '';
  for (const { text, values } of all) {
    let number = partNumbers.get(text);
    if (number === undefined && partNumbers.size < MOST_TEXTS) {
      number = partNumbers.size;
      partNumbers.set(text, number);
    }
    // Beyond that, the text itself: no number is like it.
    key += `${number ?? text}:${values.length};`;
  }
  return key;
}
