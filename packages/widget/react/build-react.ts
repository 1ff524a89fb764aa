import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { buildSettings, outputSettings } from '../build-settings.ts';

const widgetDir = join(dirname(fileURLToPath(import.meta.url)), '..');
const packagesDir = join(widgetDir, '..');

/**
 * The largest the React build may be, in bytes after `gzip -9`: everything that `useChatStream` and
 * `ChatWidget` load at once, minified, without React. The panel, which comes on intent, is counted
 * with the embed.
 */
export const reactLimit = 9 * 1024;

const bundle = async (options: {
  entry: Record<string, string>;
  isMinified: boolean;
}): Promise<Rolldown.OutputChunk[]> => {
  const result = await build({
    root: widgetDir,
    ...buildSettings,
    build: {
      ...outputSettings,
      minify: options.isMinified,
      lib: { entry: options.entry, formats: ['es'] },
      rolldownOptions: {
        external: /^react(?:-dom)?(?:\/|$)/,
        // Minified, it is what an app's own bundler makes: what is loaded at once is in one chunk.
        preserveEntrySignatures: options.isMinified ? 'allow-extension' : 'strict',
        output: {
          minify: options.isMinified,
          // For frameworks that render components on the server unless told otherwise.
          banner: ({ name }) => (name === 'react' && !options.isMinified ? "'use client';" : ''),
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  });
  return [result]
    .flat()
    .flatMap((part) => ('output' in part ? part.output : []))
    .filter((file) => file.type === 'chunk');
};

/** What a page loads at once that uses both the hook and the component, in bytes after `gzip -9`. */
export const measureReact = async (): Promise<number> => {
  const entry = { react: join(widgetDir, 'react/index.ts') };
  const chunks = await bundle({ entry, isMinified: true });
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set(['react.js']);
  for (const name of needed) {
    for (const imported of byName.get(name)?.imports ?? []) {
      if (byName.has(imported)) needed.add(imported);
    }
  }
  return [...needed]
    .map((name) => gzipSync(byName.get(name)?.code ?? '', { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
};

/** Writes the declarations of the package and of the protocol's types it uses. */
const writeTypes = (outDir: string): void => {
  const configDir = mkdtempSync(join(tmpdir(), 'deskbell-types-'));
  const config = join(configDir, 'tsconfig.json');
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(packagesDir, '../tsconfig.base.json'),
      compilerOptions: {
        lib: ['ES2024', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
        module: 'ESNext',
        moduleResolution: 'bundler',
        types: [],
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        // As sources, or their declarations would be left out like those of any installed package.
        paths: Object.fromEntries(
          ['protocol', 'widget'].map((name) => [
            `@deskbell/${name}`,
            [join(packagesDir, name, 'index.ts')],
          ]),
        ),
        rootDir: packagesDir,
        outDir,
      },
      files: ['index.ts', 'react/index.ts', 'embed/css.d.ts'].map((name) => join(widgetDir, name)),
    }),
  );
  try {
    const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
    execFileSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', config], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(configDir, { recursive: true });
  }
  for (const name of globSync('**/*.d.ts', { cwd: outDir })) {
    const path = join(outDir, name);
    const toPackage = (packageName: string) => {
      const found = relative(dirname(path), join(outDir, packageName, 'index.js'));
      return found.startsWith('.') ? found : `./${found}`;
    };
    const text = readFileSync(path, 'utf8')
      .replaceAll(/(['"])@deskbell\/(\w+)\1/g, (_, quote, name) => quote + toPackage(name) + quote)
      .replaceAll(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, '$1$2.js$1');
    writeFileSync(path, text);
  }
};

/** Throws when the React build is larger than `reactLimit` allows. */
export const checkReactSize = async (options: { log?: (line: string) => void }): Promise<void> => {
  const size = await measureReact();
  options.log?.(`useChatStream and ChatWidget ${size} bytes gzipped, without React`);
  if (size > reactLimit) {
    throw new Error(`The React build is ${size} bytes gzipped; ${reactLimit} is the limit.`);
  }
};

/**
 * Builds the package into `outDir`: `index.js`, `react.js`, their chunks, and `types/`. Throws when
 * the React build is larger than `reactLimit` allows or a type is wrong.
 */
export const buildReact = async (options: {
  outDir: string;
  log?: (line: string) => void;
}): Promise<void> => {
  const { outDir } = options;
  await checkReactSize(options);
  const chunks = await bundle({
    entry: { index: join(widgetDir, 'index.ts'), react: join(widgetDir, 'react/index.ts') },
    isMinified: false,
  });
  rmSync(outDir, { recursive: true, force: true });
  for (const { fileName, code } of chunks) {
    const path = join(outDir, fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  writeTypes(join(outDir, 'types'));
};
