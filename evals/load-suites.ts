import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Suite } from './suite.ts';

/**
 * The suites of a folder by name: every `.ts` module that exports `suite`, tests excepted.
 * Rejects when two have one name.
 */
export async function loadSuites(folder: string): Promise<Suite[]> {
  const suites: Suite[] = [];
  for (const file of (await readdir(folder)).sort()) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const module: { suite?: Suite } = await import(pathToFileURL(join(folder, file)).href);
    if (module.suite !== undefined) suites.push(module.suite);
  }
  suites.sort((a, b) => a.name.localeCompare(b.name));
  const twice = suites.find(({ name }, index) => suites[index + 1]?.name === name);
  if (twice !== undefined) throw new Error(`Two suites are called ${twice.name}.`);
  return suites;
}
