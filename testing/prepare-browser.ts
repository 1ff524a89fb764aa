import { before } from 'node:test';
import type { Browser } from 'playwright-core';
import { buildPages } from '../apps/web/build.ts';
import { prepareChromium } from './prepare-chromium.ts';

/** Both are there from the first test on. */
export interface PreparedBrowser {
  readonly browser: Browser;
  readonly pagesDirectory: string;
}

/** Builds the pages and starts one Chromium for a test file (or a `describe`), and ends it after. */
export function prepareBrowser(): PreparedBrowser {
  const chromium = prepareChromium();
  let pagesDirectory: string;
  before(async () => {
    ({ outDir: pagesDirectory } = await buildPages());
  });
  return {
    get browser() {
      return chromium.browser;
    },
    get pagesDirectory() {
      return pagesDirectory;
    },
  };
}
