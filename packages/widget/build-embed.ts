import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { buildSettings, outputSettings } from './build-settings.ts';

/** A built file; `fileName` is its path under the folder that is served as `/`. */
export type OutputFile = { fileName: string; content: string };

const widgetDir = dirname(fileURLToPath(import.meta.url));

/** The largest a file may be, in bytes after `gzip -9`. */
export const embedLimits = { loader: 1536, panel: 16_384 } as const;

export const gzipSize = (content: string): number => gzipSync(content, { level: 9 }).length;

const bundle = async (options: {
  entry: string;
  format: 'es' | 'iife';
  output: Rolldown.OutputOptions;
  define?: Record<string, string>;
}): Promise<{ fileName: string; isEntry: boolean; code: string }[]> => {
  const result = await build({
    root: widgetDir,
    ...buildSettings,
    define: options.define ?? {},
    build: {
      ...outputSettings,
      modulePreload: false,
      // As a library: pages of websites would get a helper that preloads chunks' style sheets.
      lib: { entry: join(widgetDir, options.entry), formats: [options.format], name: 'deskbell' },
      rolldownOptions: {
        // What is fetched later finds what it shares with the panel in the panel.
        preserveEntrySignatures: 'allow-extension',
        output: { minify: true, ...options.output },
      },
    },
  });
  return [result]
    .flat()
    .flatMap((part) => ('output' in part ? part.output : []))
    .filter((file) => file.type === 'chunk')
    .map(({ fileName, code, isEntry }) => ({
      fileName,
      isEntry,
      // Left for other bundlers; nobody bundles these files again.
      code: code.replaceAll('/* @__PURE__ */', ''),
    }));
};

/** Builds the embed: `widget/v1.js` and, beside it, the panel and what it fetches later. */
export const buildWidget = async (): Promise<OutputFile[]> => {
  const panelChunks = await bundle({
    entry: 'panel/start-panel.ts',
    format: 'es',
    output: {
      entryFileNames: 'widget/panel-[hash].js',
      chunkFileNames: ({ name }) => `widget/${name === 'es' ? 'words-es' : name}-[hash].js`,
    },
  });
  const panel = panelChunks.find((chunk) => chunk.isEntry);
  if (panel === undefined) throw new Error('The widget was built without its panel.');
  const loader = (
    await bundle({
      entry: 'embed/loader.ts',
      format: 'iife',
      output: { entryFileNames: 'widget/v1.js' },
      define: { PANEL_FILE: JSON.stringify(panel.fileName.replace('widget/', '')) },
    })
  )[0];
  if (loader === undefined) throw new Error('The widget was built without its loader.');

  return [loader, ...panelChunks].map(({ fileName, code }) => ({ fileName, content: code }));
};

/**
 * Prints the sizes of the embed's files and throws when the loader or the panel is larger than
 * `embedLimits` allows. Not a part of building: a server must start with another zlib too.
 */
export const checkEmbedSizes = async (options: { log: (line: string) => void }): Promise<void> => {
  for (const { fileName, content } of await buildWidget()) {
    const size = gzipSize(content);
    const limit = fileName.endsWith('/v1.js')
      ? embedLimits.loader
      : fileName.includes('/panel-')
        ? embedLimits.panel
        : Infinity;
    options.log(`${fileName} ${size} bytes gzipped`);
    if (size > limit) {
      throw new Error(`${fileName} is ${size} bytes gzipped; ${limit} is the limit.`);
    }
  }
};
