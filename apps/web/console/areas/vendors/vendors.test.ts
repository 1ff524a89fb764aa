import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { sendDemoMail } from '@deskbell/testing/send-demo-mail.ts';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';

/** What the demonstration's weeks are too few for: answers that were observed in its mails. */
async function observe({ database }: TestServer, domain: string): Promise<void> {
  const { rowCount } = await database.pool.query(
    `insert into vendor_events (vendor_id, execution_id, kind, is_kept, detail, observed_at)
     select v.id, x.id, 'answer_time', true, 'Answered after 1 business day.', x.accepted_at
     from vendors v join executions x on x.vendor_id = v.id
     where v.vendor_key = $1`,
    [domain],
  );
  assert.ok((rowCount ?? 0) >= 3);
}

describe('vendors in Chromium', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('one is found, judged by what was observed, and followed to its mails with a keyboard alone', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    await sendDemoMail(server);
    await observe(server, 'harborvans.example');
    const { context, openTab } = await website.visit(t, { server });
    const { page } = await openTab('/staff/vendors');
    const table = page.getByRole('table', { name: 'Vendors, the latest seen first' });
    const rows = table.locator('tbody').getByRole('row');
    await rows.nth(1).waitFor();
    for (const text of await rows.allInnerTexts()) {
      assert.match(text, /\d\.\d+ \w+, \d+ events|not enough events yet|no events yet/);
    }
    await page.keyboard.press('/');
    await page.keyboard.type('harborv');
    await page.waitForURL(/[?&]q=harborv/);
    await rows.nth(1).waitFor({ state: 'detached' });
    const row = rows.filter({ hasText: 'harborvans.example' });
    assert.match(await row.innerText(), /0\.\d\d good, \d+ events/);
    await assertAccessible(page, 'list');
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    const drawer = page.getByRole('complementary', { name: 'Vendor, beside the page' });
    await drawer.getByText('Harbor Van Leasing').first().waitFor();
    await drawer.getByText(/^Of \d+ events observed, \d+ went as promised/).waitFor();
    await assertAccessible(page, 'drawer');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/staff\/vendors\/[\w-]{36}/);

    const reliability = page.getByRole('region', { name: 'Reliability' });
    await reliability.getByText(/\(1 \+ \d+ kept\) \/ \(2 \+ \d+ events\) = 0\.\d+/).waitFor();
    const observed = page.getByRole('region', { name: 'What was observed' });
    const kinds = observed.getByRole('table', { name: 'Events by kind' });
    await kinds.getByText('Answers in time').waitFor();
    await page.getByRole('region', { name: 'Open tasks' }).getByRole('link').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const { viewport } of [phone, desktop]) {
        if (viewport == null) continue;
        await page.setViewportSize(viewport);
        const isTooWide = 'document.documentElement.scrollWidth > innerWidth';
        assert.equal(await page.evaluate(isTooWide), false, `${viewport.width} wide`);
        await assertAccessible(page, `${viewport.width}, ${colorScheme}`);
        await photograph(page, `vendor-${viewport.width}-${colorScheme}`, { isWholePage: true });
      }
    }
    const event = observed.getByRole('link', { name: 'Answered after 1 business day.' }).first();
    await tabTo(page, event);
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Execution, beside the page' }).waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, reliability.getByRole('link', { name: 'all that it sent' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/staff\/emails\?domain=harborvans\.example/);
    await context.close();
  });

  it('nobody found, nobody there and no such vendor each say what to do', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    const { openTab } = await website.visit(t, { server, expected: [/404/] });
    const { page } = await openTab('/staff/vendors?q=nobody');
    await page.getByText('No vendor whose name or domain begins with “nobody”').waitFor();
    await page.getByRole('button', { name: 'Show all vendors' }).click();
    await page.getByText('No vendor is known yet').waitFor();
    await assertAccessible(page, 'empty');
    await page.goto(`${server.url}/staff/vendors/01a202e6-53b9-709b-a1f5-2caf680cd37c`);
    await page.getByRole('alert').waitFor();
    await page.getByRole('link', { name: 'All vendors' }).waitFor();
  });
});
