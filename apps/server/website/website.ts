import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type CompressedPage, compressPage } from './compressed-page.ts';
import { createPageRenderer, type PageSource } from './page-renderer.ts';

export interface Website {
  /** By path, each in the form without a slash at its end. */
  pages: ReadonlyMap<string, CompressedPage>;
  notFound: CompressedPage;
  /** Served as it is. */
  publicDirectory: string;
}

const NOT_FOUND = 'not-found';

/** Pages that search engines are asked to leave out. */
const PERSONAL_PAGES = new Set(['login', 'register', 'dashboard', NOT_FOUND]);

/**
 * Renders every page that `buildPages()` put into `directory`; templates in its folders are parts of
 * pages, or others' to serve. Throws a `WebsiteError` when one of them cannot be rendered whole, so
 * that half a page is never served.
 */
export async function createWebsite(
  options: PageSource & { log: Pick<Logger, 'info'> },
): Promise<Website> {
  const { directory, log } = options;
  const startedAtMs = performance.now();
  const { origin } = new URL(options.publicUrl);
  const templates = join(directory, 'templates');
  const renderPage = createPageRenderer(options);
  const render = (name: string): Promise<CompressedPage> =>
    renderPage(name, { path: pathOf(name), isIndexed: !PERSONAL_PAGES.has(name) });
  const names = readdirSync(templates)
    .filter((name) => name.endsWith('.liquid'))
    .map((name) => name.slice(0, -'.liquid'.length));
  const pages = new Map(
    await Promise.all(
      names
        .filter((name) => name !== NOT_FOUND)
        .map(async (name) => [pathOf(name), await render(name)] as const),
    ),
  );
  const indexed = names.filter((name) => !PERSONAL_PAGES.has(name)).map(pathOf);
  pages.set('/robots.txt', await compressPage(robots(origin), 'text/plain; charset=utf-8'));
  pages.set(
    '/sitemap.xml',
    await compressPage(siteMap(origin, indexed), 'application/xml; charset=utf-8'),
  );
  const website = {
    pages,
    notFound: await render(NOT_FOUND),
    publicDirectory: join(directory, 'public'),
  };
  log.info(
    { pages: pages.size, ms: Math.round(performance.now() - startedAtMs) },
    'The website is ready',
  );
  return website;
}

const pathOf = (name: string): string => (name === 'home' ? '/' : `/${name}`);

const robots = (origin: string): string =>
  `User-agent: *\nDisallow: /api/\nDisallow: /staff\n\nSitemap: ${origin}/sitemap.xml\n`;

const siteMap = (origin: string, paths: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...paths.map((path) => `  <url><loc>${origin}${path}</loc></url>`),
    '</urlset>',
    '',
  ].join('\n');
