import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { openBackOffice } from '@deskbell/testing/back-office.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareBrowser } from '@deskbell/testing/prepare-browser.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { until } from '@deskbell/testing/until.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';
import { watchPage } from '@deskbell/testing/watch-page.ts';
import type { BrowserContextOptions, Page } from 'playwright-core';

/** The browser's own line about an answer that is no 2xx. */
const REFUSED = /Failed to load resource: .+ 409/;

const mail = (
  subject: string,
  body: string,
  from = 'Ana <ana@boxright.example>',
  more = '',
): string =>
  `From: ${from}\r\nTo: desk@totetaxi.example\r\n${more}Subject: ${subject}\r\nMessage-ID: <${subject.replaceAll(/\W/g, '')}@boxright.example>\r\nDate: ${new Date().toUTCString()}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`;

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-US', {
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'America/New_York',
  });

/** As when the page is closed or loaded again. */
const asksBeforeLeaving = (page: Page): Promise<boolean> =>
  page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

describe('the areas of work', { skip: browserMissing }, () => {
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

  it('changes a task by keyboard, and keeps what was wanted when somebody else was first', async (t) => {
    const server = await start(t, [
      mail('Signed contract', `Please send us the signed contract by ${inDays(5)}.`),
    ]);
    const page = await open(t, { server, path: '/staff/tasks' });
    const row = page.locator('tbody [data-index="0"]');
    await row.waitFor();
    await assertAccessible(page, 'the list of tasks');
    const task = async () =>
      (await (await fetch(`${server.url}/api/tasks`)).json()).tasks[0] as Record<string, string>;
    const patch = async (change: object): Promise<void> => {
      const { id } = await task();
      const answer = await fetch(`${server.url}/api/tasks/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(change),
      });
      assert.equal(answer.status, 200);
    };

    await page.keyboard.press('j');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, row.getByLabel(/^Assignee of/));
    await page.keyboard.type('Dana');
    // Another person's change comes while this one is still being written.
    await patch({ assignee: 'Tom' });
    await page.keyboard.press('Enter');
    const notice = row.getByRole('alert');
    await notice.waitFor();
    assert.match(
      await notice.innerText(),
      /Somebody else changed it.+assignee Tom.+wanted: assignee Dana/s,
    );
    assert.equal((await task()).assignee, 'Tom');
    assert.equal(await asksBeforeLeaving(page), true);
    await assertAccessible(page, 'a change that came too late');
    await photograph(page, 'console-tasks-conflict');
    await tabTo(page, row.getByRole('button', { name: 'Save mine' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await notice.waitFor({ state: 'detached' });
    assert.equal(await row.evaluate((element) => element.matches(':focus')), true);
    assert.equal((await task()).assignee, 'Dana');
    assert.equal(await asksBeforeLeaving(page), false);

    // What no longer matches the list stays where it is.
    const status = row.getByLabel(/^Status of/);
    await tabTo(page, status);
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.keyboard.press('d');
    await saved;
    assert.equal((await task()).status, 'done');
    assert.equal(await status.inputValue(), 'done');
    await row.getByText('No longer in this list').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press(' ');
    const drawer = page.getByRole('complementary', { name: /^Task/ });
    await drawer.getByLabel('Status').waitFor();
    assert.equal(await drawer.getByLabel('Status').inputValue(), 'done');
    await assertAccessible(page, 'a task in the drawer');
    await lookAround(t, { server, path: '/staff/tasks?status=all', name: 'tasks' });
  });

  it('leads through the calendar by keyboard, to a day and to its deadline', async (t) => {
    const server = await start(t, [
      mail('Fire inspection', `The fire inspection takes place on ${inDays(3)} at 10 am.`),
    ]);
    const { deadlines } = (await (await fetch(`${server.url}/api/deadlines`)).json()) as {
      deadlines: { id: string; date: string }[];
    };
    const day = deadlines[0]?.date ?? '';
    const month = day.slice(0, 7);
    const page = await open(t, {
      server,
      path: `/staff/deadlines?view=calendar&month=${month}`,
    });
    const cell = (date: string) => page.locator(`[data-day="${date}"]`);
    await cell(day).getByText('1 deadline').waitFor({ state: 'attached' });
    await assertAccessible(page, 'the calendar');
    await tabTo(page, page.locator('.month-day[tabindex="0"]'));
    await page.keyboard.press('PageDown');
    await page.locator(`.calendar-head h2`).waitFor();
    await page.waitForURL((url) => url.searchParams.get('month') !== month);
    await page.keyboard.press('PageUp');
    await page.locator('.month-day:focus').waitFor();
    for (let step = 0; step < 45; step += 1) {
      const focused = (await page.locator('.month-day:focus').getAttribute('data-day')) ?? '';
      if (focused === day) break;
      await page.keyboard.press(focused < day ? 'ArrowRight' : 'ArrowLeft');
    }
    await page.keyboard.press('Enter');
    const list = page.getByRole('region', { name: /^Deadlines of/ });
    await list.getByRole('heading').waitFor();
    assert.equal(
      await list.getByRole('heading').evaluate((element) => element.matches(':focus')),
      true,
    );
    await assertAccessible(page, 'the list of a day');
    await tabTo(page, list.getByRole('link'));
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('complementary', { name: /^Deadline/ });
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await drawer.getByLabel('Status').selectOption('done');
    await saved;
    await page.locator('.month-entry.is-done').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Subscribe' }).press('Enter');
    const address = page.getByRole('dialog').getByLabel('Address');
    await address.waitFor();
    const feed = await fetch(await address.inputValue());
    assert.match(await feed.text(), /BEGIN:VCALENDAR/);
    await assertAccessible(page, 'the address for calendars');
    await lookAround(t, {
      server,
      path: `/staff/deadlines?view=calendar&month=${month}`,
      name: 'calendar',
    });
  });

  it('decides a review once, by keyboard, and goes on to the next', async (t) => {
    const change = (number: number): string =>
      mail(
        `New bank details for invoice ${number}`,
        `We have changed our bank. Please pay invoice ${number} over $420.00 by ${inDays(4)} to our new bank account, IBAN GB33BUKB20201555555555.`,
      );
    const server = await start(t, [change(4711), change(4712), change(4713)]);
    const page = await open(t, { server, path: '/staff/reviews' });
    await page.locator('tbody [data-index="2"]').waitFor();
    await assertAccessible(page, 'the list of reviews');
    const decisions: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/api/reviews/')) {
        decisions.push(request.url());
      }
    });
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const title = page.locator('.review-view .record-title');
    await title.waitFor();
    assert.match(await page.locator('.review-warnings').innerText(), /another bank account/);
    await assertAccessible(page, 'a review');

    await page.keyboard.press('e');
    await page.locator('.action-fields .input').first().fill('');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: /^Approve/ }).press('Enter');
    await page.locator('.action-fields [aria-invalid="true"]:focus').waitFor();
    await page.keyboard.type('Call about invoice 4713');
    assert.equal(await asksBeforeLeaving(page), true);
    // Away and back: what was written is there.
    await page.keyboard.press('Tab');
    await page.goBack();
    await page.locator('tbody [data-index="2"]').waitFor();
    await page.goForward();
    assert.equal(
      await page.locator('.action-fields .input').first().inputValue(),
      'Call about invoice 4713',
    );
    await page.getByRole('button', { name: /^Approve/ }).press('Enter');
    const sure = page.getByRole('dialog').getByRole('button', { name: 'Approve all the same' });
    await sure.waitFor();
    await assertAccessible(page, 'a dangerous approval');
    const first = await title.innerText();
    await sure.dblclick();
    await page.locator('.record-title:focus').waitFor();
    await page.waitForFunction(
      `document.querySelector('.review-view .record-title:focus')?.textContent !== ${JSON.stringify(first)}`,
    );
    assert.equal(decisions.length, 1);
    assert.equal(await asksBeforeLeaving(page), false);
    const { tasks } = (await (await fetch(`${server.url}/api/tasks`)).json()) as {
      tasks: { title: string }[];
    };
    assert.ok(tasks.some(({ title: name }) => name === 'Call about invoice 4713'));

    // Another member of staff is faster; this page learns it from the refusal.
    const id = new URL(page.url()).searchParams.get('open');
    await page.route('**/api/live', (route) => route.abort());
    const dialog = page.getByRole('dialog');
    await page.keyboard.press('x');
    await dialog.getByRole('button', { name: 'Reject' }).press('Enter');
    await dialog.getByText('Write why').waitFor();
    await dialog.getByLabel('Why not?').fill('It is a fraud.');
    await page.route('**/api/reviews/*', async (route) => {
      if (route.request().method() === 'POST') {
        await fetch(`${server.url}/api/reviews/${id}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ decision: 'reject', note: 'Seen before.' }),
        });
      }
      await route.continue();
    });
    await dialog.getByRole('button', { name: 'Reject' }).press('Enter');
    const told = page.locator('.review-view .notice');
    await told.waitFor();
    assert.match(await told.innerText(), /was not taken.+this machine.+rejected.+Seen before/is);
    await assertAccessible(page, 'a review that somebody else decided');
    await lookAround(t, { server, path: '/staff/reviews', name: 'reviews' });
  });

  it('approves one review for one key, however long it is held', async (t) => {
    const request = (number: number): string =>
      mail(
        `New bank details for invoice ${number}`,
        `We have changed our bank. Please pay invoice ${number} over $420.00 by ${inDays(4)} to our new bank account, IBAN GB33BUKB20201555555555.`,
      );
    const server = await start(t, [request(1), request(2)]);
    const page = await open(t, { server, path: '/staff/reviews' });
    let decisions = 0;
    await page.route('**/api/reviews/*', async (route) => {
      if (route.request().method() === 'POST') decisions += 1;
      const response = await route.fetch();
      const body = await response.json();
      // Without a question in between.
      await route.fulfill({ response, json: { ...body, risk: 'low' } });
    });
    await page.locator('tbody [data-index="0"]').click();
    const title = page.locator('.review-view .record-title');
    await title.waitFor();
    const first = page.url();
    await until(async () => {
      await page.keyboard.down('a');
      await page.keyboard.up('a');
      return decisions > 0;
    });
    for (let nth = 0; nth < 20; nth += 1) await page.keyboard.down('a');
    await page.waitForURL((url) => url.href !== first);
    await page.locator('.record-title:focus').waitFor();
    for (let nth = 0; nth < 20; nth += 1) await page.keyboard.down('a');
    await page.keyboard.up('a');
    assert.equal(decisions, 1);
  });
});
