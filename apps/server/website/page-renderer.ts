import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Business } from '../bookings/business.ts';
import { type CompressedPage, compressPage } from './compressed-page.ts';
import { pageDataOf } from './page-data.ts';
import { createTemplateEngine } from './template-engine.ts';
import { WebsiteError } from './website-error.ts';

export interface PageSource {
  /** What `buildPages()` made. */
  directory: string;
  business: Business;
  /** Where people reach this server. */
  publicUrl: string;
  clock?: () => Date;
}

/** Renders the template `name`. Throws a `WebsiteError` when that cannot be done whole. */
export type RenderPage = (
  name: string,
  page: { path: string; isIndexed: boolean },
) => Promise<CompressedPage>;

const HTML = 'text/html; charset=utf-8';

/** Throws a `WebsiteError` when nothing has been built. */
export function createPageRenderer({
  directory,
  business,
  publicUrl,
  clock = () => new Date(),
}: PageSource): RenderPage {
  const engine = createTemplateEngine({
    directory: join(directory, 'templates'),
    assets: readAssets(directory),
  });
  const data = pageDataOf(business, clock());
  const { origin } = new URL(publicUrl);
  return async (name, page) => {
    try {
      const values = { ...data, page: { name, ...page }, site: { origin } };
      return await compressPage(await engine.render(name, values), HTML);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'for an unknown reason';
      throw new WebsiteError(`The page "${name}" cannot be rendered: ${reason}.`, {
        cause: error,
      });
    }
  };
}

function readAssets(directory: string): Record<string, string> {
  const path = join(directory, 'assets.json');
  if (!existsSync(path)) {
    throw new WebsiteError(`The website has not been built into ${directory}. Run "npm start".`);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}
