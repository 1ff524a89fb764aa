import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from './output-file.ts';

export interface Bundle {
  files: OutputFile[];
  /** An entry's name (`site.css`) to its path on the website (`/assets/site-1a2b3c.css`). */
  assets: Record<string, string>;
}

interface ManifestChunk {
  file: string;
  isEntry?: boolean;
  css?: string[];
}

const MANIFEST = 'manifest.json';

/**
 * Bundles scripts and style sheets into `assets/`, with hashes of their content in the names.
 * `entries` maps names (`book.js`) to files under `root`; one that does not exist is left out.
 * Styles that a script imports are named after it (`book.css`). Throws when anything does not compile.
 */
export async function bundleEntries(options: {
  root: string;
  entries: Readonly<Record<string, string>>;
}): Promise<Bundle> {
  const { root } = options;
  const entries = Object.entries(options.entries).filter(([, path]) =>
    existsSync(join(root, path)),
  );
  const { build } = await import('vite');
  const result = await build({
    root,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      write: false,
      target: 'es2022',
      manifest: MANIFEST,
      // Inlined assets would be data: URLs, which the policy of the pages refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // Unlike an array, an object gives names: two entries may have files of one name.
        input: Object.fromEntries(entries.map(([name, path]) => [name, join(root, path)])),
        output: {
          entryFileNames: ({ name }) => `assets/${name.replace(/\.\w+$/, '')}-[hash].js`,
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  });
  const files = [result]
    .flat()
    .flatMap((part) => ('output' in part ? part.output : []))
    .map((file) => ({
      fileName: file.fileName,
      content: file.type === 'chunk' ? file.code : file.source,
    }));
  const manifest = JSON.parse(
    String(files.find(({ fileName }) => fileName === MANIFEST)?.content),
  ) as Record<string, ManifestChunk>;

  const assets: Record<string, string> = {};
  for (const [name, path] of entries) {
    const chunk = manifest[path];
    if (chunk === undefined) throw new Error(`The build left "${path}" out.`);
    assets[name] = `/${chunk.file}`;
    const [styles] = chunk.css ?? [];
    if (styles !== undefined) assets[name.replace(/\.js$/, '.css')] = `/${styles}`;
  }
  return { files: files.filter(({ fileName }) => fileName !== MANIFEST), assets };
}
