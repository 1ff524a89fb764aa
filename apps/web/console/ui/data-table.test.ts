import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { until } from '@deskbell/testing/until.ts';

describe('a table of the console', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('keeps its rows when more cannot be read, peeks, opens, and is a table for everybody', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    await generateOperations({ database: server.database, executions: 300, days: 4, seed: 9 });
    const visitor = await website.visit(t, {
      server,
      expected: [/Failed to load resource/],
      context: { viewport: { width: 390, height: 844 } },
    });
    const { page } = await visitor.openTab('/staff/executions');
    const focusedRow = () =>
      page.evaluate(() => Number(document.activeElement?.getAttribute('aria-rowindex')));
    const table = page.getByRole('table', { name: 'Executions, newest first' });
    await table.getByRole('row').nth(1).waitFor();
    await photograph(page, 'table-390', { isWholePage: false });
    await assertAccessible(page, 'table at 390');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));

    await page.setViewportSize({ width: 1280, height: 800 });
    assert.equal(await table.getByRole('columnheader').count(), 8);
    await page.route('**/executions?*cursor=*', (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{}' }),
    );
    await page.keyboard.press('j');
    assert.equal(await focusedRow(), 2);
    await page.keyboard.press('End');
    const retry = page.getByRole('button', { name: 'Load more' });
    await retry.waitFor();
    assert.equal(await focusedRow(), 51);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await photograph(page, 'table-more-failed-1280');
    await assertAccessible(page, 'more could not be read');
    await page.unrouteAll();
    await retry.click();
    await retry.waitFor({ state: 'detached' });

    await page.keyboard.press('k');
    await page.keyboard.press('ArrowUp');
    const row = await focusedRow();
    await page.keyboard.press(' ');
    const current = table.locator('[aria-current="true"]');
    await current.waitFor();
    assert.equal(Number(await current.getAttribute('aria-rowindex')), row);
    assert.match(page.url(), /peek=execution/);
    assert.equal(await focusedRow(), row);
    await page.keyboard.press('Home');
    await until(async () => (await focusedRow()) === 2);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    assert.ok((await focusedRow()) > 10);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/staff\/executions\/[\w-]{36}/);

    await page.goBack();
    await table.getByRole('row').nth(1).waitFor();
    await table.getByRole('row').nth(3).locator('.mail-subject').click();
    await page.waitForURL(/\/staff\/executions\/[\w-]{36}/);
  });
});
