import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { openBackOffice } from '@deskbell/testing/back-office.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { sendDemoMail } from '@deskbell/testing/send-demo-mail.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';
import type { Page } from 'playwright-core';

const RAW = `From: Ana <ana@boxright.example>\r
To: desk@totetaxi.example\r
Subject: Please pay now\r
Message-ID: <now@boxright.example>\r
\r
Please pay invoice 4711 over $420.00 by tomorrow. This is urgent.\r
`;

const attentionOf = (page: Page) => page.getByRole('region', { name: 'Needs a person first' });
const figuresOf = (page: Page) => page.getByRole('region', { name: 'The day in figures' });
const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

describe('home in Chromium', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('says how mail gets in until there is some, then shows what needs a person as it comes', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    const backOffice = openBackOffice(t, server);
    const { openTab } = await website.visit(t, { server, expected: [/ERR_FAILED/] });
    const { page } = await openTab('/staff');
    const attention = attentionOf(page);
    await attention.getByText('No mail has come in these 14 days').waitFor();
    await attention.getByText('SEED_DEMO=yes').waitFor();
    await figuresOf(page).getByText('Mails today').waitFor();
    await page.getByRole('button', { name: /^Live/ }).waitFor();
    await assertAccessible(page, 'first start');
    await photograph(page, 'home-first-start-1280');

    await backOffice.settled(await backOffice.sendRaw(RAW));
    await attention.getByRole('link', { name: /^Pay invoice 4711/ }).waitFor();
    await attention.getByText('ana@boxright.example').first().waitFor();
    const mails = figuresOf(page).getByRole('listitem').filter({ hasText: 'Mails today' });
    await mails.getByText('1', { exact: true }).waitFor();

    // What is shown stays when it cannot be read again, and says how old it is.
    await page.route('**/api/overview', (route) => route.abort());
    await backOffice.settled(await backOffice.sendRaw(RAW.replaceAll('now@', 'again@')));
    const notice = page.getByRole('alert').filter({ hasText: 'What you see is from' });
    await notice.waitFor();
    await attention.getByText('ana@boxright.example').first().waitFor();
    await assertAccessible(page, 'not read again');
    await page.unroute('**/api/overview');
    await notice.getByRole('button', { name: 'Try again' }).click();
    await notice.waitFor({ state: 'detached' });
    await mails.getByText('2', { exact: true }).waitFor();
  });

  it('what presses most is first, and opens, closes and leads on by keyboard alone', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    await sendDemoMail(server);
    const { context, openTab } = await website.visit(t, { server });
    const { page } = await openTab('/staff');
    const attention = attentionOf(page);
    const rows = attention.locator('.attention-row');
    await rows.first().waitFor();
    assert.equal(await rows.count(), 10);
    const response = await page.request.get(`${server.url}/api/overview`);
    const overview = (await response.json()) as {
      attention: { items: { title: string; why: string; link: string }[] };
    };
    const { items } = overview.attention;
    for (const [index, { title, why }] of items.slice(0, 3).entries()) {
      const text = await rows.nth(index).innerText();
      assert.ok(text.includes(title) && text.includes(why), text);
      assert.match(text, /since |today|tomorrow|yesterday|ago|in \d+ days/);
    }

    const first = rows.first().getByRole('link');
    await tabTo(page, first);
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('complementary', { name: /, beside the page$/ });
    await drawer.waitFor();
    assert.equal(new URL(page.url()).searchParams.get('peek'), items[0]?.link);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    assert.ok(await first.evaluate((link) => link === link.ownerDocument.activeElement));

    await tabTo(page, attention.getByRole('button', { name: /^Show \d+ more$/ }));
    await page.keyboard.press('Enter');
    assert.equal(await rows.count(), items.length);
    const next = rows.nth(10).getByRole('link');
    assert.ok(await next.evaluate((link) => link === link.ownerDocument.activeElement));

    for (const tile of await figuresOf(page).getByRole('listitem').all()) {
      const summary = await tile.getByRole('img').getAttribute('aria-label');
      assert.match(
        summary ?? '',
        /^(?:[A-Z].*: (?:from|always) .*|Nothing to show in these days)\.$/,
      );
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const { viewport } of [desktop, phone]) {
        if (viewport == null) continue;
        await page.setViewportSize(viewport);
        assert.equal(await isTooWide(page), false, `${viewport.width} wide`);
        await assertAccessible(page, `${viewport.width}, ${colorScheme}`);
        await photograph(page, `home-${viewport.width}-${colorScheme}`, { isWholePage: true });
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 });

    const failed = page
      .getByRole('navigation', { name: 'All that needs a person' })
      .getByRole('link', { name: / failed$/ });
    await tabTo(page, failed, 'Shift+Tab');
    const count = Number.parseInt(await failed.innerText(), 10);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/staff\/executions\?status=failed/);
    const table = page.getByRole('table', { name: 'Executions, newest first' });
    await table.getByText('failed', { exact: true }).first().waitFor();
    assert.equal(await table.getByText('failed', { exact: true }).count(), count);
    await context.close();
  });
});
