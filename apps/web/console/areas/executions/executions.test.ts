import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { openBackOffice } from '@deskbell/testing/back-office.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { sendDemoMail } from '@deskbell/testing/send-demo-mail.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import { phone } from '@deskbell/testing/viewports.ts';
import type { Page } from 'playwright-core';
import { failForNow } from '../../acceptance/fail-for-now.ts';

const SUBJECT = 'Van on Friday';
const RAW = `From: Ana <ana@boxright.example>\r
To: desk@totetaxi.example\r
Subject: ${SUBJECT}\r
Message-ID: <van@boxright.example>\r
\r
Please send the van to 12 Main Street by Friday, December 4, 2026 at 9 am.\r
`;

const outcomeOf = (page: Page) => page.getByRole('region', { name: 'What happened' });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

describe('executions in Chromium', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('a failed one is found, understood, asked about and tried again with a keyboard alone', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    const backOffice = openBackOffice(t, server);
    await sendDemoMail(server);
    const id = await backOffice.sendRaw(RAW);
    await backOffice.settled(id);
    await failForNow(server, id);

    const { context, openTab } = await website.visit(t, {
      server,
      expected: [/ERR_FAILED/, /^web socket: ws:\/\/127\.0\.0\.1:/],
    });
    const { page } = await openTab('/staff/executions');
    const table = page.getByRole('table', { name: 'Executions, newest first' });
    await table.getByText(SUBJECT).waitFor();
    await tabTo(page, page.getByLabel('Status'));
    await page.keyboard.type('Failed');
    await page.waitForURL(/[?&]status=failed/);
    await table.getByText('The message has more than 1,000 parts.').first().waitFor();
    await table.getByText('completed').waitFor({ state: 'detached' });
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('j');
    const row = table.getByRole('row').filter({ hasText: SUBJECT });
    assert.match(await row.innerText(), /The thread that read this mail ended\./);
    await photograph(page, 'executions-failed-1280');

    await page.keyboard.press('Space');
    const drawer = page.getByRole('complementary', { name: 'Execution, beside the page' });
    await drawer.getByText('It failed on try 3').waitFor();
    await assertAccessible(page, 'list with drawer');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/staff/executions/${id}`));

    const outcome = outcomeOf(page);
    await outcome.getByText('The thread that read this mail ended.').waitFor();
    await outcome.getByText('Try it once more.').waitFor();
    await assertAccessible(page, 'failed');
    await tabTo(page, outcome.getByRole('button', { name: 'Ask AUBS' }));
    await page.keyboard.press('Enter');
    const asked = page.locator('.question').filter({ hasText: 'What happened with' });
    await asked.getByRole('button', { name: `Execution ${id.slice(-12, -8)}` }).waitFor();
    await page.keyboard.press('Control+j');

    await page.route('**/retry', (route) => route.abort());
    await tabTo(page, button(page, 'Retry'));
    await page.keyboard.press('Enter');
    await page.getByText('The server cannot be reached.').first().waitFor();
    await outcome.getByText('It failed on try 3').waitFor();
    await page.unroute('**/retry');
    await tabTo(page, button(page, 'Retry'));
    await page.keyboard.press('Enter');
    const status = outcome.getByRole('status');
    await status.filter({ hasText: /^It completed on try \d/ }).waitFor();
    assert.ok(
      await outcome.evaluate((element) => element === element.ownerDocument.activeElement),
      'the focus is where the news is',
    );
    await button(page, 'Retry').waitFor({ state: 'detached' });
    await page.getByText('asked for another try').waitFor();

    await tabTo(page, button(page, 'Open all'));
    await page.keyboard.press('Enter');
    await page
      .getByRole('region', { name: 'What Deadline found' })
      .getByText('09:00 (America/New_York)', { exact: true })
      .waitFor();
    const made = page.getByRole('region', { name: 'What came of it' }).getByRole('link').first();
    assert.match((await made.getAttribute('href')) ?? '', /peek=(task|deadline|review)(:|%3A)/);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await assertAccessible(page, `completed, ${colorScheme}`);
      await photograph(page, `execution-1280-${colorScheme}`, { isWholePage: true });
    }
    await context.close();
  });

  it('one that is given up says so, and is not given up by mistake', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    const backOffice = openBackOffice(t, server);
    const id = await backOffice.sendRaw(RAW);
    await backOffice.settled(id);
    await failForNow(server, id);
    const { openTab } = await website.visit(t, { server, context: phone });
    const { page } = await openTab(`/staff/executions/${id}`);
    const cancel = button(page, 'Cancel…');
    await cancel.click();
    await page.getByRole('dialog').getByText('This cannot be taken back.').waitFor();
    await assertAccessible(page, 'dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.ok(await cancel.evaluate((element) => element === element.ownerDocument.activeElement));
    await outcomeOf(page).getByText('It failed on try 3').waitFor();

    await cancel.click();
    await button(page, 'Cancel for good').click();
    await outcomeOf(page).getByRole('status').filter({ hasText: 'It was cancelled' }).waitFor();
    assert.ok(
      await outcomeOf(page).evaluate((element) => element === element.ownerDocument.activeElement),
      'the focus is where the news is',
    );
    assert.equal(
      await page.evaluate(
        'document.documentElement.scrollWidth <= document.documentElement.clientWidth',
      ),
      true,
      'nothing moves sideways on a phone',
    );
    assert.equal((await backOffice.settled(id)).status, 'cancelled');
  });
});
