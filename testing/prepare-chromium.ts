import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';

/** Starts one Chromium for a test file (or a `describe`), and ends it after. It is there from the first test on. */
export function prepareChromium(): { readonly browser: Browser } {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());
  return {
    get browser() {
      return browser;
    },
  };
}
