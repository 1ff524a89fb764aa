import { Liquid } from 'liquidjs';
import { formatDollars } from '../bookings/dollars.ts';

export interface TemplateEngine {
  /** Throws when the template uses a word, a filter or an asset that is not there. */
  render(name: string, data: object): Promise<string>;
}

/**
 * Liquid over the templates in `directory`. Everything is escaped; besides Liquid's own filters
 * there are `asset` (an entry's path: `{{ 'site.css' | asset }}`), `dollars` (of cents) and `json`
 * (for `<script type="application/json">`, which no value can end).
 */
export function createTemplateEngine(options: {
  directory: string;
  assets: Readonly<Record<string, string>>;
}): TemplateEngine {
  const { directory, assets } = options;
  const engine = new Liquid({
    root: directory,
    layouts: directory,
    partials: directory,
    extname: '.liquid',
    outputEscape: 'escape',
    strictVariables: true,
    strictFilters: true,
    jsTruthy: false,
    cache: true,
  });
  engine.registerFilter('asset', (name: unknown) => {
    const path = Object.hasOwn(assets, String(name)) ? assets[String(name)] : undefined;
    if (path === undefined) throw new Error(`the build has no "${name}"`);
    return path;
  });
  engine.registerFilter('dollars', (cents: unknown) => {
    if (!Number.isInteger(cents)) throw new Error('"dollars" needs a number of cents');
    return formatDollars(Number(cents));
  });
  engine.registerFilter('json', {
    raw: true,
    handler: (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c'),
  });
  return {
    render: async (name, data) => String(await engine.renderFile(name, data)),
  };
}
