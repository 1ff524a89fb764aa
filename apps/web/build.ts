import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const webDir = dirname(fileURLToPath(import.meta.url));
const repoDir = join(webDir, '..', '..');
const outDir = join(webDir, 'dist');
const stampFile = join(outDir, '.stamp');
const profileFile = join(repoDir, 'apps/server/bookings/data/catalogue.json');

const sources = [
  'apps/web/**/*.{ts,css,html,svg,json}',
  'packages/{widget,protocol}/**/*.{ts,json}',
  'apps/server/bookings/data/catalogue.json',
  'package-lock.json',
];
const isSource = (path: string): boolean =>
  !/(?:^|\/)(?:node_modules|dist)(?:\/|$)/.test(path) && !path.endsWith('.test.ts');

/** A hash over the names and contents of everything the pages are built from. */
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

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Writes the business's own words into the page: `{{name}}`, `{{phone}}` and so on. */
const businessWords = (): Plugin => {
  const { profile } = JSON.parse(readFileSync(profileFile, 'utf8')) as {
    profile: Record<string, string>;
  };
  const words: Record<string, string> = {
    ...profile,
    phoneDigits: (profile.phone ?? '').replaceAll(/[^\d+]/g, ''),
  };
  return {
    name: 'business-words',
    transformIndexHtml: (html) =>
      html.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
        const word = words[name];
        if (word === undefined) throw new Error(`The business profile has no "${name}".`);
        return escapeHtml(word);
      }),
  };
};

type OutputFile = { fileName: string; content: string | Uint8Array };

const bundle = async (): Promise<OutputFile[]> => {
  const { build } = await import('vite');
  const result = await build({
    root: webDir,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [businessWords()],
    build: {
      write: false,
      target: 'es2022',
      // Inlined assets would be data: URLs, which the page's policy refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  const output = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  return output.map((file) => ({
    fileName: file.fileName,
    content: file.type === 'chunk' ? file.code : file.source,
  }));
};

/**
 * Builds the pages into `apps/web/dist` unless that is up to date, with `.gz` and `.br` beside each
 * file. Hashed assets are written first and the page last, so a server that is serving the folder
 * meanwhile never gives a page without its assets. Throws when the build fails; the old pages stay.
 */
export const buildPages = async (
  options: { log?: (line: string) => void } = {},
): Promise<{ outDir: string; built: boolean }> => {
  const stamp = hashSources();
  const isUpToDate =
    existsSync(stampFile) &&
    existsSync(join(outDir, 'index.html')) &&
    readFileSync(stampFile, 'utf8') === stamp;
  if (isUpToDate) return { outDir, built: false };

  const startedAtMs = performance.now();
  const files = await bundle();
  const isPage = (name: string) => name.endsWith('.html');
  files.sort((a, b) => Number(isPage(a.fileName)) - Number(isPage(b.fileName)));
  const written = new Set<string>();
  const write = (fileName: string, content: Uint8Array) => {
    const path = join(outDir, fileName);
    written.add(path);
    if (existsSync(path) && readFileSync(path).equals(content)) return;
    mkdirSync(dirname(path), { recursive: true });
    // Renamed into place: another start may be serving or building this folder right now.
    const unfinished = `${path}.${process.pid}.tmp`;
    writeFileSync(unfinished, content);
    renameSync(unfinished, path);
  };
  rmSync(stampFile, { force: true });
  for (const { fileName, content } of files) {
    const bytes = Buffer.from(content);
    write(`${fileName}.gz`, gzipSync(bytes, { level: 9 }));
    write(`${fileName}.br`, brotliCompressSync(bytes));
    write(fileName, bytes);
  }
  for (const entry of readdirSync(outDir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(path) && !entry.name.endsWith('.tmp'))
      rmSync(path, { force: true });
  }
  writeFileSync(stampFile, stamp);

  const sizes = files
    .map(
      ({ fileName, content }) => `${fileName} ${(gzipSync(content).length / 1024).toFixed(1)} KB`,
    )
    .join(', ');
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  options.log?.(`Built the pages in ${seconds} s (gzip: ${sizes}).`);
  return { outDir, built: true };
};
