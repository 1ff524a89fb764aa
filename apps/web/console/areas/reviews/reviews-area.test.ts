import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { until } from '@deskbell/testing/until.ts';
import { asksBeforeLeaving, inDays, mail, prepareWorkAreas } from '../tasks/test-work-areas.ts';

describe('the reviews', { skip: browserMissing }, () => {
  const { start, open, lookAround } = prepareWorkAreas();

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
