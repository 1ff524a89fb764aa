import type { BrowserContextOptions } from 'playwright-core';

/** The two windows that every page is looked at in. */
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
