import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Business } from '../bookings/business.ts';
import { type CompressedPage, compressPage } from './compressed-page.ts';
import { pageDataOf } from './page-data.ts';
import { createTemplateEngine } from './template-engine.ts';
import { WebsiteError } from './website-error.ts';

export interface Website {
  /** By path, each in the form without a slash at its end. */
  pages: ReadonlyMap<string, CompressedPage>;
  notFound: CompressedPage;
  /** Served as it is. */
  publicDirectory: string;
}

const HTML = 'text/html; charset=utf-8';
const NOT_FOUND = 'not-found';

/** Pages that search engines are asked to leave out. */
const PERSONAL_PAGES = new Set(['login', 'register', 'dashboard', NOT_FOUND]);

/**
 * Renders every page that `buildPages()` put into `directory`. Throws a `WebsiteError` when one
 * of them cannot be rendered whole, so that half a page is never served.
 */
export async function createWebsite(options: {
  directory: string;
  business: Business;
  /** Where people reach this server. */
  publicUrl: string;
  clock?: () => Date;
  log: Pick<Logger, 'info'>;
}): Promise<Website> {
  const { directory, business, log } = options;
  const startedAtMs = performance.now();
  const { origin } = new URL(options.publicUrl);
  const templates = join(directory, 'templates');
  const engine = createTemplateEngine({ directory: templates, assets: readAssets(directory) });
  const data = pageDataOf(business, (options.clock ?? (() => new Date()))());

  const render = async (name: string): Promise<CompressedPage> => {
    const isIndexed = !PERSONAL_PAGES.has(name);
    const page = { name, path: pathOf(name), isIndexed };
    try {
      return await compressPage(
        await engine.render(name, { ...data, page, site: { origin } }),
        HTML,
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'for an unknown reason';
      throw new WebsiteError(`The page "${name}" cannot be rendered: ${reason}.`, {
        cause: error,
      });
    }
  };
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

function readAssets(directory: string): Record<string, string> {
  const path = join(directory, 'assets.json');
  if (!existsSync(path)) {
    throw new WebsiteError(`The website has not been built into ${directory}. Run "npm start".`);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

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
