import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';
import type { Page } from 'playwright-core';

const ada = { name: 'Ada Demo', email: 'ada@example.com', password: 'correct horse 7' };
const REFUSED = /Failed to load resource: .+ (401|404)/;
const SECRET = 'My door code is 4711';

const signIn = async (page: Page): Promise<void> => {
  await page.getByLabel('E-mail').fill(ada.email);
  await page.getByLabel('Password', { exact: true }).fill(ada.password);
  await page.locator('form button[type="submit"]:enabled').click();
  await page.waitForURL(/\/dashboard$/);
};
const storedThread = (page: Page) => page.evaluate(() => localStorage.getItem('deskbell.thread'));

describe('a thread and whose it is', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  async function start(t: TestContext): Promise<TestServer> {
    const server = await website.start(t);
    await server.signIn.createAccount({ ...ada, id: crypto.randomUUID(), role: 'customer' });
    return server;
  }

  it('stays with the customer who began it: signing out elsewhere ends it here', async (t) => {
    const server = await start(t);
    const visitor = await website.visit(t, { server, expected: [REFUSED] });
    const first = await visitor.openTab('/login');
    await signIn(first.page);
    await first.chat.open();
    await first.chat.ask(SECRET);
    const threadId = await storedThread(first.page);

    const second = await visitor.openTab('/dashboard');
    await second.page.getByRole('button', { name: 'Sign out' }).click();
    await second.page.waitForURL((url) => url.pathname !== '/dashboard');
    assert.equal(await storedThread(second.page), null);

    await first.page.bringToFront();
    await first.chat.log.getByText(SECRET).waitFor({ state: 'hidden' });
    await first.chat.open();
    await first.chat.ask('Do you pick up in 10001?');
    const { rows } = await server.database.pool.query(
      'select id, owner_id is null as is_visitors from threads order by created_at',
    );
    assert.equal(rows.length, 2);
    assert.equal(rows[0].id, threadId);
    assert.deepEqual(
      rows.map((row) => row.is_visitors),
      [false, true],
    );
    assert.notEqual(await storedThread(first.page), threadId);
  });

  it('is shown to nobody else, and one that is gone begins anew', async (t) => {
    const server = await start(t);
    const owner = await website.visit(t, { server, expected: [REFUSED] });
    const { page, chat } = await owner.openTab('/login');
    await signIn(page);
    await chat.open();
    await chat.ask(SECRET);
    const threadId = await storedThread(page);

    const stranger = await website.visit(t, { server, expected: [REFUSED] });
    const tab = await stranger.openTab('/');
    const take = (id: string | null) =>
      tab.page.evaluate((value) => localStorage.setItem('deskbell.thread', String(value)), id);
    await take(threadId);
    await tab.page.reload();
    await tab.chat.open();
    await tab.chat.ask('Do you pick up in 10001?');
    assert.equal(await tab.chat.panel.getByText(SECRET).count(), 0);
    assert.notEqual(await storedThread(tab.page), threadId);

    await server.database.pool.query('delete from threads where id = $1', [
      await storedThread(tab.page),
    ]);
    await tab.page.reload();
    await tab.chat.input.waitFor();
    await tab.page.waitForLoadState('networkidle');
    assert.equal(await tab.chat.answers.count(), 0);
    await tab.chat.ask('And in 11937?');
    await tab.chat.answers
      .last()
      .getByText(/11937|East Hampton/)
      .first()
      .waitFor();
  });
});
