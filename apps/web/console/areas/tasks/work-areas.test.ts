import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import { asksBeforeLeaving, inDays, mail, prepareWorkAreas } from './test-work-areas.ts';

describe('the areas of work', { skip: browserMissing }, () => {
  const { start, open, lookAround } = prepareWorkAreas();

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
    const saved = () => page.waitForResponse((response) => response.request().method() === 'PATCH');
    await Promise.all([saved(), page.keyboard.press('Enter')]);
    await notice.waitFor({ state: 'detached' });
    assert.equal(await row.evaluate((element) => element.matches(':focus')), true);
    assert.equal((await task()).assignee, 'Dana');
    assert.equal(await asksBeforeLeaving(page), false);

    // What no longer matches the list stays where it is.
    const status = row.getByLabel(/^Status of/);
    await tabTo(page, status);
    await Promise.all([saved(), page.keyboard.press('d')]);
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
});
