import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { openBackOffice } from '@deskbell/testing/back-office.ts';
import { prepareBrowser } from '@deskbell/testing/prepare-browser.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';
import { watchPage } from '@deskbell/testing/watch-page.ts';
import type { BrowserContextOptions, Page } from 'playwright-core';

/** The browser's own line about an answer that is no 2xx. */
const REFUSED = /Failed to load resource: .+ 409/;

/** A raw mail, as the desk takes it. */
export const mail = (
  subject: string,
  body: string,
  from = 'Ana <ana@boxright.example>',
  more = '',
): string =>
  `From: ${from}\r\nTo: desk@totetaxi.example\r\n${more}Subject: ${subject}\r\nMessage-ID: <${subject.replaceAll(/\W/g, '')}@boxright.example>\r\nDate: ${new Date().toUTCString()}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`;

/** A day from today on, as mails write it. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-US', {
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'America/New_York',
  });

/** As when the page is closed or loaded again. */
export const asksBeforeLeaving = (page: Page): Promise<boolean> =>
  page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

/** Servers with mail and pages of the console, for the areas of work; one Chromium for a `describe`. */
export function prepareWorkAreas() {
  const prepared = prepareBrowser();

  async function start(t: TestContext, mails: readonly string[]): Promise<TestServer> {
    // Before the server ends: a page that is still there asks it in vain and complains of that.
    t.after(async () => {
      for (const context of prepared.browser.contexts()) await context.close();
    });
    const server = await startTestServer(t, {
      backOffice: {},
      pagesDirectory: prepared.pagesDirectory,
      isPublicHere: true,
    });
    const backOffice = openBackOffice(t, server);
    for (const raw of mails) await backOffice.settled(await backOffice.sendRaw(raw));
    return server;
  }

  async function open(
    t: TestContext,
    {
      server,
      path,
      context,
    }: { server: TestServer; path: string; context?: BrowserContextOptions },
  ): Promise<Page> {
    const browserContext = await prepared.browser.newContext(context ?? desktop);
    const page = await browserContext.newPage();
    const watch = await watchPage(page, { origins: [server.url], expected: [REFUSED] });
    t.after(async () => {
      await browserContext.close();
      watch.assertClean();
    });
    await page.goto(server.url + path);
    return page;
  }

  const lookAround = async (
    t: TestContext,
    { server, path, name }: { server: TestServer; path: string; name: string },
  ): Promise<void> => {
    for (const context of [
      { ...desktop, colorScheme: 'dark' as const },
      { ...phone, colorScheme: 'light' as const },
    ]) {
      const page = await open(t, { server, path, context });
      await page.locator('.data-table, .agenda-day, .month-grid').first().waitFor();
      await assertAccessible(page, `${name}, ${context.colorScheme}`);
      const isTooWide = await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      assert.equal(isTooWide, false, `${name} does not scroll sideways`);
    }
  };

  return { start, open, lookAround };
}
