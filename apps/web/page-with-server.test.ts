import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { createClaudeModel } from '@deskbell/engine';
import { browserMissing, launchBrowser } from '@deskbell/testing/browser.ts';
import { holdAfter } from '@deskbell/testing/fake-claude/delivery.ts';
import { type FakeClaude, startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import { text, toolCalls } from '@deskbell/testing/fake-claude/replies.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import type { Browser, Page } from 'playwright-core';
import { buildPages } from './build.ts';

const ANSWER = 'Yes, we serve that area, and the first pickup is at eight in the morning.';

describe('the page and the real server', { skip: browserMissing }, () => {
  let browser: Browser;
  let pagesDirectory: string;
  before(async () => {
    ({ outDir: pagesDirectory } = await buildPages());
    browser = await launchBrowser();
  });
  after(() => browser.close());

  async function open(
    t: TestContext,
  ): Promise<{ page: Page; server: TestServer; fake: FakeClaude; complaints: string[] }> {
    const fake = await startFakeClaude();
    t.after(() => fake.close());
    const languageModels = [
      createClaudeModel({ apiKey: 'test-key', baseUrl: fake.url, model: 'claude-sonnet-5-5' }),
    ];
    const server = await startTestServer(t, { languageModels, pagesDirectory });
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    t.after(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted Type/.test(message.text())) {
        complaints.push(message.text());
      }
    });
    await page.goto(server.url);
    return { page, server, fake, complaints };
  }

  async function ask(page: Page, question: string): Promise<void> {
    await page.getByRole('textbox').fill(question);
    await page.keyboard.press('Enter');
  }

  const conversation = (page: Page) => page.getByRole('log');

  it('show a tool line and stream the answer, within the content security policy', async (t) => {
    const { page, fake, complaints } = await open(t);
    fake.script(
      toolCalls([{ name: 'check_zip_coverage', input: { zip_code: '10001' } }]),
      text(ANSWER),
    );
    await ask(page, 'Do you serve 10001?');
    await conversation(page).getByText(ANSWER).waitFor();
    await conversation(page).getByText('Checking service area').waitFor();
    assert.deepEqual(complaints, []);
    fake.assertDone();
  });

  for (const [name, interrupt] of [
    ['a reload', (page: Page) => page.reload().then(() => undefined)],
    [
      'a broken connection',
      async (_: Page, server: TestServer) => server.server.closeAllConnections(),
    ],
  ] as const) {
    it(`go on after ${name} in the middle of an answer, with nothing lost or doubled`, async (t) => {
      const { page, server, fake } = await open(t);
      const gate = Promise.withResolvers<void>();
      fake.script(holdAfter(text(ANSWER), 6, gate.promise));
      await ask(page, 'Do you serve 10001?');
      await conversation(page).getByText(/^Yes/).waitFor();
      await interrupt(page, server);
      gate.resolve();
      await conversation(page).getByText(ANSWER, { exact: true }).waitFor();
      const shown = await conversation(page).innerText();
      assert.equal(shown.split('first pickup').length, 2);
      assert.equal(fake.requests.length, 1);
    });
  }

  it('stop an answer, keep its text and take the next question', async (t) => {
    const { page, fake } = await open(t);
    const never = Promise.withResolvers<void>();
    fake.script(holdAfter(text(ANSWER), 6, never.promise), text('Here I am.'));
    await ask(page, 'Do you serve 10001?');
    await conversation(page).getByText(/^Yes/).waitFor();
    await page.getByRole('button', { name: /stop/i }).click();
    const request = await fake.request(0);
    await request.closed;
    assert.equal(request.aborted, true);
    await page.getByRole('button', { name: /stop/i }).waitFor({ state: 'hidden' });
    await ask(page, 'Are you there?');
    await conversation(page).getByText('Here I am.').waitFor();
    assert.match(await conversation(page).innerText(), /Yes/);
  });

  it('give a signed-in customer their own bookings', async (t) => {
    const { page, server, fake } = await open(t);
    const id = crypto.randomUUID();
    const account = { id, name: 'Ann', email: 'ann@example.com', password: 'correct horse' };
    await server.signIn.createAccount({ ...account, role: 'customer' });
    await page.getByRole('button', { name: 'Sign in' }).first().click();
    await page.getByLabel('E-mail').fill(account.email);
    await page.getByLabel('Password').fill(account.password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Ann/ }).waitFor();
    fake.script(toolCalls([{ name: 'lookup_booking_status' }]), text('You have no bookings yet.'));
    await ask(page, 'Where are my bookings?');
    await conversation(page).getByText('You have no bookings yet.').waitFor();
    fake.assertDone();
    const { rows } = await server.database.pool.query('select owner_id from threads');
    assert.deepEqual(rows, [{ owner_id: id }]);
  });
});
