import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildSettings, outputSettings } from './build-settings.ts';
import { buildEmbedFiles } from './embed/widget-page.ts';
import { serveWebsite } from './testing/serve-website.ts';

/** A way the widget gets into a page. The same behaviour is asked of each of them. */
export type WidgetHost = { readonly name: string; build(): Promise<WidgetPage> };

/** Files by path, and what a page has to load the widget with. */
export type WidgetPage = {
  readonly files: ReadonlyMap<string, string>;
  /** The page's tags; settings are what `data-…` attributes of the embed say, in camel case. */
  tags(settings: Record<string, string>): string;
};

const widgetDir = dirname(fileURLToPath(import.meta.url));
const repoDir = join(widgetDir, '..', '..');

const attributes = (settings: Record<string, string>): string =>
  Object.entries(settings)
    .map(([name, value]) => {
      const dashed = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return ` data-${dashed}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    })
    .join('');

/** Bundles an app of React's for a browser; `version` is a folder with the React to use. */
export const bundleReactApp = async (options: {
  entry: string;
  reactDir: string;
}): Promise<Map<string, string>> => {
  const { entry, reactDir } = options;
  const find = createRequire(join(reactDir, 'package.json'));
  const alias = ['react', 'react-dom'].map((name) => ({
    find: new RegExp(`^${name}(?=/|$)`),
    replacement: dirname(find.resolve(`${name}/package.json`)),
  }));
  const result = await build({
    root: dirname(entry),
    ...buildSettings,
    resolve: { alias },
    build: {
      ...outputSettings,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        // `use client` means nothing in a browser.
        checks: { moduleLevelDirective: false },
        output: {
          entryFileNames: 'assets/app.js',
          chunkFileNames: 'assets/[name]-[hash].js',
        },
      },
    },
  });
  return new Map(
    [result]
      .flat()
      .flatMap((part) => ('output' in part ? part.output : []))
      .flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])),
  );
};

const reactHost = (name: string, reactDir: string): WidgetHost => ({
  name,
  build: async () => ({
    files: await bundleReactApp({ entry: join(widgetDir, 'testing/react-page.ts'), reactDir }),
    tags: (settings) =>
      `<div id="app"${attributes(settings)}></div><script type="module" src="/assets/app.js"></script>`,
  }),
});

export const hosts: readonly WidgetHost[] = [
  {
    name: 'the embed',
    build: async () => ({
      files: await buildEmbedFiles(),
      tags: (settings) => `<script async src="/widget/v1.js"${attributes(settings)}></script>`,
    }),
  },
  reactHost('React 19', widgetDir),
  reactHost('React 18', join(repoDir, 'testing/react-18')),
];

/** A page with the widget at every path outside the API. Settings are read at each load. */
export const servePage = (
  page: WidgetPage,
  options: { settings?: () => Record<string, string>; body?: string } = {},
) => {
  const { settings, body = '<main><h1>A page</h1></main>' } = options;
  return serveWebsite(() => ({ files: page.files, body: body + page.tags(settings?.() ?? {}) }));
};
