import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DeskName } from './desks.ts';

const folder = fileURLToPath(new URL('../../evals/cases', import.meta.url));
const casesSchema = z.array(z.object({ say: z.string() }));

/** The messages of a desk's evaluations, of the development part only. */
export async function readMessages(desk: DeskName): Promise<string[]> {
  const messages: string[] = [];
  for (const file of (await readdir(join(folder, desk))).sort()) {
    if (!/^(?:questions|refusals)[a-z-]*\.dev\.yaml$/.test(file)) continue;
    const cases = casesSchema.parse(parse(await readFile(join(folder, desk, file), 'utf8')));
    messages.push(...cases.map(({ say }) => say));
  }
  return messages;
}
