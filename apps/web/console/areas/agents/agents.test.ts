import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';

describe('agents in Chromium', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('their figures, days and disagreements are read and followed with a keyboard alone', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    await generateOperations({ database: server.database, executions: 1_500, days: 20, seed: 11 });
    const { context, openTab } = await website.visit(t, { server });
    const { page } = await openTab('/staff/agents');
    const table = page.getByRole('table', { name: /^The five agents, / });
    const runsOf = async (agent: string) => {
      const row = table.getByRole('row').filter({ hasText: agent });
      return Number((await row.getByRole('cell').first().innerText()).replaceAll(',', ''));
    };
    await table.waitFor();
    const ofWeek = await runsOf('Triage');

    const days = page.getByRole('navigation', { name: 'Days' });
    await tabTo(page, days.getByRole('link', { name: '30 days' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]window=30d/);
    assert.equal(await days.locator('[aria-current]').count(), 1);
    await page
      .getByRole('table', { name: /^The five agents, / })
      .and(table)
      .waitFor();
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    const report = await page.request.get(`${server.url}/api/agents?window=30d`);
    const { agents } = (await report.json()) as { agents: { agent: string; runs: number }[] };
    assert.equal(await runsOf('Triage'), agents[0]?.runs);
    assert.ok((await runsOf('Triage')) > ofWeek);

    const triage = page.getByRole('region', { name: 'Triage', exact: true });
    const chart = await triage.getByRole('img').getAttribute('aria-label');
    assert.match(chart ?? '', /: [\d,]+ runs, .* most on .*A day’s average time was/);
    await tabTo(page, triage.getByText('Show as a table'));
    await page.keyboard.press('Enter');
    const byDay = triage.getByRole('table', { name: 'Triage, day by day, the latest first' });
    await byDay.waitFor();
    assert.equal(await byDay.getByRole('row').count(), 31);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const { viewport } of [phone, desktop]) {
        if (viewport == null) continue;
        await page.setViewportSize(viewport);
        const isTooWide = 'document.documentElement.scrollWidth > innerWidth';
        assert.equal(await page.evaluate(isTooWide), false, `${viewport.width} wide`);
        await assertAccessible(page, `${viewport.width}, ${colorScheme}`);
        await photograph(page, `agents-${viewport.width}-${colorScheme}`);
      }
    }

    const filter = page.getByLabel('Agent', { exact: true });
    await tabTo(page, filter);
    await page.keyboard.type('Tas');
    await page.waitForURL(/[?&]agent=task/);
    assert.match(page.url(), /window=30d/);
    const disagreements = page.getByRole('table', { name: 'Disagreements, newest first' });
    await disagreements.getByText('Context').waitFor({ state: 'detached' });
    const rows = disagreements.locator('tbody').getByRole('row');
    await rows.first().waitFor();
    assert.match(await rows.first().innerText(), /Task/);
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    const drawer = page.getByRole('complementary', { name: 'Execution, beside the page' });
    await drawer.getByText('disputed').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/staff\/executions\//);
    await context.close();
  });

  it('a report that cannot be read fails alone, and without mail the next step is said', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    const { openTab } = await website.visit(t, { server, expected: [/ERR_FAILED/] });
    const { page } = await openTab('/staff');
    await page.route(/\/api\/agents\?/, (route) => route.abort());
    await page.getByRole('link', { name: 'Agents' }).click();
    const problem = page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' });
    await problem.waitFor();
    await page.getByText('They have not differed').waitFor();
    await page.unroute(/\/api\/agents\?/);
    await problem.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('No agent has run in these days').waitFor();
    await page.getByText('Mail comes in over SMTP or IMAP').waitFor();
    await assertAccessible(page, 'without mail');
  });
});
