import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from './output-file.ts';

export interface Bundle {
  files: OutputFile[];
  /** An entry's name (`site.css`) to its path on the website (`/assets/site-1a2b3c.css`). */
  assets: Record<string, string>;
  /** Every chunk by its source file, or a name of its own: what it is made of and brings along. */
  chunks: Record<string, BundleChunk>;
}

/** As Vite's manifest has it; `imports` and `dynamicImports` are keys of the same record. */
export interface BundleChunk {
  file: string;
  css?: string[];
  imports?: string[];
  dynamicImports?: string[];
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
  /** Whose function JSX calls. */
  jsxImportSource: 'preact' | 'react';
}): Promise<Bundle> {
  const { root, jsxImportSource } = options;
  const entries = Object.entries(options.entries).filter(([, path]) =>
    existsSync(join(root, path)),
  );
  const bundles = await Promise.all(
    entries.map(([name, path]) => bundleEntry({ root, name, path, jsxImportSource })),
  );
  const files = new Map(
    bundles.flatMap((bundle) => bundle.files.map((file) => [file.fileName, file] as const)),
  );
  return {
    files: [...files.values()],
    assets: Object.assign({}, ...bundles.map(({ assets }) => assets)),
    chunks: Object.assign({}, ...bundles.map(({ chunks }) => chunks)),
  };
}

/** One by one: a page has one script, and what two of them share would be a request after it. */
async function bundleEntry(options: {
  root: string;
  name: string;
  path: string;
  jsxImportSource: string;
}): Promise<Bundle> {
  const { root, name, path, jsxImportSource } = options;
  const { build } = await import('vite');
  const result = await build({
    root,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: jsxImportSource, development: false } },
    build: {
      write: false,
      target: 'es2022',
      manifest: MANIFEST,
      // Inlined assets would be data: URLs, which the policy of the pages refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // React's libraries say 'use client', which means nothing to a bundle for browsers.
        onLog: (level, log, handle) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
        input: { [name.replace(/\.\w+$/, '')]: join(root, path) },
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
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
  ) as Record<string, BundleChunk>;

  const chunk = manifest[path];
  if (chunk === undefined) throw new Error(`The build left "${path}" out.`);
  const [styles] = chunk.css ?? [];
  return {
    files: files.filter(({ fileName }) => fileName !== MANIFEST),
    chunks: manifest,
    assets: {
      [name]: `/${chunk.file}`,
      ...(styles !== undefined && { [name.replace(/\.js$/, '.css')]: `/${styles}` }),
    },
  };
}
