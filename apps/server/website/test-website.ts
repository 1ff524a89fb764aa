import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Owner } from '../../../testing/postgres.ts';

const pages = fileURLToPath(new URL('../../web/pages', import.meta.url));
const entries = ['site', 'book', 'account', 'dashboard', 'console'];

/** For tests: the real templates as a build leaves them, with a few files to serve. */
export async function createTestWebsiteFolder(
  owner: Owner,
  { templates = {} }: { templates?: Record<string, string> } = {},
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'deskbell-website-'));
  owner.after(() => rm(directory, { recursive: true, force: true }));
  await cp(pages, join(directory, 'templates'), { recursive: true });
  for (const [name, text] of Object.entries(templates)) {
    await writeFile(join(directory, 'templates', `${name}.liquid`), text);
  }
  const assets = entries.flatMap((name) =>
    ['js', 'css'].map((ending) => [`${name}.${ending}`, `/assets/${name}-12345678.${ending}`]),
  );
  await writeFile(join(directory, 'assets.json'), JSON.stringify(Object.fromEntries(assets)));
  await mkdir(join(directory, 'public/assets'), { recursive: true });
  await mkdir(join(directory, 'public/widget'));
  return directory;
}
