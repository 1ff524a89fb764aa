import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildWidget } from '../../packages/widget/build.ts';
import { bundleEntries } from './build/bundle-entries.ts';
import { createFolderWriter } from './build/folder-writer.ts';
import type { OutputFile } from './build/output-file.ts';

const webDir = dirname(fileURLToPath(import.meta.url));
const repoDir = join(webDir, '..', '..');
const STAMP = '.stamp';
const ASSETS = 'assets.json';
const CONSOLE_CHUNKS = 'console-chunks.json';

/**
 * Pages that are open in a browser, and the widget's loader in a cache, may still ask for what an
 * earlier build had.
 */
const KEEP_OLD_ASSETS_MS = 7 * 24 * 60 * 60 * 1000;
const isHashed = (fileName: string): boolean =>
  /^public[/\\](?:assets|widget)[/\\].*-[\w-]{8}\./.test(fileName);

/** What pages may load, by the name under which the filter `asset` finds it. */
const entries: Readonly<Record<string, string>> = {
  'site.js': 'site/site.ts',
  'site.css': 'styles/site.css',
  'book.js': 'book/book.tsx',
  'book.css': 'styles/book.css',
  'account.js': 'account/account.ts',
  'account.css': 'styles/account.css',
  'dashboard.js': 'dashboard/dashboard.tsx',
  'dashboard.css': 'styles/dashboard.css',
};
const consoleEntries: Readonly<Record<string, string>> = { 'console.js': 'console/main.tsx' };

const sources = [
  'apps/web/**/*.{ts,tsx,css,liquid,svg,json}',
  'packages/{widget,protocol}/**/*.{ts,tsx,css,json}',
  'package-lock.json',
];
const isSource = (path: string): boolean =>
  !/(?:^|\/)(?:node_modules|dist)(?:\/|$)/.test(path) && !/\.test\.tsx?$/.test(path);

/** A hash over the names and contents of everything the website is built from. */
const hashSources = (): string => {
  const hash = createHash('sha256');
  const exclude = (path: string) => /(?:^|\/)(?:node_modules|dist)$/.test(path);
  for (const path of globSync(sources, { cwd: repoDir, exclude }).filter(isSource).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(repoDir, path)))
      .update('\0');
  }
  return hash.digest('hex');
};

const gzipBytes = (files: readonly Pick<OutputFile, 'content'>[]): number =>
  files.reduce((sum, { content }) => sum + gzipSync(content).length, 0);
const sayKb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

const readFiles = (pattern: string): OutputFile[] =>
  globSync(pattern, { cwd: webDir }).map((fileName) => ({
    fileName,
    content: readFileSync(join(webDir, fileName)),
  }));

/**
 * Builds the website into `outDir` (`apps/web/dist`) unless that is up to date: `public/` is to be
 * served as it is, with `.gz` and `.br` beside each file; `templates/` and `assets.json` are for
 * the server that renders the pages. Whoever renders the templates finds the assets they name.
 * Throws when the build fails; what was built before stays.
 */
export const buildPages = async (
  options: { log?: (line: string) => void; outDir?: string } = {},
): Promise<{ outDir: string; built: boolean }> => {
  const outDir = options.outDir ?? join(webDir, 'dist');
  const stampFile = join(outDir, STAMP);
  const stamp = hashSources();
  const isUpToDate =
    existsSync(join(outDir, ASSETS)) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp;
  if (isUpToDate) return { outDir, built: false };

  const startedAtMs = performance.now();
  const [site, staff, widget] = await Promise.all([
    bundleEntries({ root: webDir, entries, jsxImportSource: 'preact' }),
    bundleEntries({ root: webDir, entries: consoleEntries, jsxImportSource: 'react' }),
    buildWidget(),
  ]);
  const publicFiles = [...site.files, ...staff.files, ...widget, ...readFiles('favicon.svg')];

  rmSync(stampFile, { force: true });
  const folder = createFolderWriter(outDir);
  for (const { fileName, content } of publicFiles) {
    const path = join('public', fileName);
    folder.write(path, content);
    folder.write(`${path}.gz`, gzipSync(content, { level: 9 }));
    folder.write(`${path}.br`, brotliCompressSync(content));
  }
  for (const { fileName, content } of readFiles('pages/**/*.liquid')) {
    folder.write(fileName.replace(/^pages/, 'templates'), content);
  }
  folder.write(ASSETS, JSON.stringify({ ...site.assets, ...staff.assets }, null, 2));
  folder.write(CONSOLE_CHUNKS, JSON.stringify(staff.chunks, null, 2));
  folder.write(STAMP, stamp);
  folder.deleteOthers({ isKept: isHashed, keepMs: KEEP_OLD_ASSETS_MS });

  const sizes = [...site.files, ...widget]
    .filter(({ fileName }) => !fileName.endsWith('.svg'))
    .map(({ fileName, content }) => `${fileName} ${sayKb(gzipBytes([{ content }]))}`)
    .join(', ');
  const console = `console ${sayKb(gzipBytes(staff.files))} in ${staff.files.length} files`;
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  options.log?.(`Built the website in ${seconds} s (gzip: ${sizes}, ${console}).`);
  return { outDir, built: true };
};
