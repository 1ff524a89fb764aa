import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { buildPages } from '../apps/web/build.ts';
import { launchBrowser } from './browser.ts';

/** Both are there from the first test on. */
export interface PreparedBrowser {
  readonly browser: Browser;
  readonly pagesDirectory: string;
}

/** Builds the pages and starts one Chromium for a test file (or a `describe`), and ends it after. */
export function prepareBrowser(): PreparedBrowser {
  let browser: Browser;
  let pagesDirectory: string;
  before(async () => {
    ({ outDir: pagesDirectory } = await buildPages());
    browser = await launchBrowser();
  });
  after(() => browser?.close());
  return {
    get browser() {
      return browser;
    },
    get pagesDirectory() {
      return pagesDirectory;
    },
  };
}
