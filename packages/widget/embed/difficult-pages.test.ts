import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareChromium } from '@deskbell/testing/prepare-chromium.ts';
import { handoff, openWidgetPage, prefill } from './widget-browser.ts';

describe('the widget on pages that make it hard', { skip: browserMissing }, () => {
  const chromium = prepareChromium();

  it('is there beside an element that has its name', async (t) => {
    const { page, launcher, input } = await openWidgetPage(t, chromium.browser, {
      host: { body: '<div id="deskbell"></div>' },
    });
    await launcher().waitFor();
    await page.evaluate(() => window.deskbell?.open());
    await input().waitFor();
  });

  it('does not lie over what is printed', async (t) => {
    const { page, open, input, launcher } = await openWidgetPage(t, chromium.browser);
    await launcher().waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await launcher().isVisible(), false);
    await page.emulateMedia({ media: 'screen' });
    await open();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await input().isVisible(), false);
  });

  it('lets a marked link be opened in a tab of its own', async (t) => {
    const { page, context, input, launcher } = await openWidgetPage(t, chromium.browser, {
      host: { body: '<a href="/faq" data-deskbell-ask>Ask</a>' },
    });
    await launcher().waitFor();
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Ask' }).click({ modifiers: ['Control'] });
    assert.equal(new URL((await opened).url()).pathname, '/faq');
    assert.equal(await input().count(), 0);
  });

  it('leaves the focus of the page alone when a program closes it', async (t) => {
    const { page, open, launcher } = await openWidgetPage(t, chromium.browser, {
      host: { body: '<input id="own">' },
    });
    await open();
    await page.locator('#own').focus();
    await page.evaluate(() => window.deskbell?.close());
    await launcher().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'own');
  });

  it('works where storage and other tabs are forbidden', async (t) => {
    const { page, open, ask, sees } = await openWidgetPage(t, chromium.browser);
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'BroadcastChannel']) {
        Object.defineProperty(window, name, {
          get: () => {
            if (name === 'BroadcastChannel') return undefined;
            throw new DOMException('Forbidden.', 'SecurityError');
          },
        });
      }
    });
    await page.reload();
    await open();
    const turn = await ask('Hello');
    turn.token('Hi.');
    turn.done();
    await sees('Hi.');
    await page.keyboard.press('Escape');
    await page.locator('deskbell-widget [part=launcher]').click();
    await sees('Hi.');
  });

  it('opens where something else answers for the business', async (t) => {
    const { page, open, input, launcher } = await openWidgetPage(t, chromium.browser);
    await page.route(/\/profile\//, (route) => route.fulfill({ json: { login: 'required' } }));
    const answered = page.waitForResponse(/\/profile\//);
    await open();
    await answered;
    await page.keyboard.press('Escape');
    await launcher().click();
    assert.ok(await input().evaluate((node) => node.matches(':focus')));
  });

  it('leads to the own booking page of the server when the one of the site is none', async (t) => {
    for (const url of ['javascript:alert(1)', 'http://', 'data:text/html,x']) {
      const { page, open, ask } = await openWidgetPage(t, chromium.browser, {
        host: { attributes: `data-booking-url="${url}"` },
      });
      await open();
      const turn = await ask('Book');
      turn.toolCall('build_booking_handoff', 'c1', 'Preparing your booking…');
      turn.toolResult('build_booking_handoff', 'c1', handoff(prefill));
      turn.done();
      await page.getByRole('button', { name: 'Start Booking' }).click();
      await page.waitForURL(/\/book\?handoff=[\da-f-]+$/);
    }
  });
});
