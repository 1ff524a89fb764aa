import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareBrowser } from '@deskbell/testing/prepare-browser.ts';
import type { Page } from 'playwright-core';
import { fillDelivery, openWizard } from './test-wizard.ts';

const windows = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
];

/** What of the page's controls stays behind the price bar or the chat's bubble when it has the focus. */
const coveredControls = (page: Page) =>
  page.evaluate(async () => {
    const covers = [
      document.querySelector('deskbell-widget')?.shadowRoot?.querySelector('button'),
      ...(innerWidth < 1024 ? [document.querySelector('.price-panel')] : []),
    ].filter((cover) => cover !== null && cover !== undefined);
    const controls = document.querySelectorAll<HTMLElement>(
      'main :is(a[href], button, input, select, textarea)',
    );
    const covered: string[] = [];
    for (const control of controls) {
      if (!control.checkVisibility() || control.tabIndex < 0) continue;
      if (control.closest('.price-panel') !== null) continue;
      scrollTo({ top: 0, behavior: 'instant' });
      control.focus();
      await new Promise(requestAnimationFrame);
      const box = control.getBoundingClientRect();
      for (const cover of covers) {
        const other = cover.getBoundingClientRect();
        const isApart =
          box.right <= other.left ||
          box.left >= other.right ||
          box.bottom <= other.top ||
          box.top >= other.bottom;
        if (!isApart) covered.push(`${control.id || control.innerText} by ${cover.className}`);
      }
    }
    return covered;
  });

describe('the wizard with the price bar and the chat’s bubble', { skip: browserMissing }, () => {
  const prepared = prepareBrowser();

  for (const viewport of windows) {
    it(`covers nothing that has the focus, ${viewport.width} px wide`, async (t) => {
      const { page } = await openWizard(t, { ...prepared, context: { viewport } });
      await page.locator('deskbell-widget').waitFor({ state: 'attached' });
      await fillDelivery(page, async (step) => {
        assert.deepEqual(await coveredControls(page), [], step);
        await photograph(page, `uncovered-${step}-${viewport.width}`);
      });
      if (viewport.width < 1024) return;
      const edges = await page.evaluate(() => ({
        price: document.querySelector('.review-price')?.getBoundingClientRect().right ?? 0,
        bubble:
          document
            .querySelector('deskbell-widget')
            ?.shadowRoot?.querySelector('button')
            ?.getBoundingClientRect().left ?? 0,
      }));
      assert.ok(edges.bubble - edges.price >= 8, JSON.stringify(edges));
    });
  }
});
