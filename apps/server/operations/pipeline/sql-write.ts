import type { SqlRunner } from './sql-runner.ts';

/**
 * A part of a statement: `name as (…)`, one or several, with `$1`-parameters of its own. Parts are
 * joined, so that what belongs together takes one round trip and commits at once.
 */
export interface SqlWrite {
  text: string;
  values: readonly unknown[];
}

const texts = new Map<string, string>();
const MOST_TEXTS = 100;

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
  const key = all.map(({ text, values }) => `${values.length}\n${text}`).join('\n');
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
