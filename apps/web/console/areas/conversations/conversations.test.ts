import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import {
  createSecretCustomer,
  SECRETS,
  sealed,
  seedConversation,
} from '../../../../server/console/test-conversations.ts';
import { lookAt, signInAs } from '../settings/test-member.ts';

describe('conversations in Chromium', { skip: browserMissing }, () => {
  const website = prepareWebsite();
  const start = (t: Parameters<typeof website.start>[0]) =>
    website.start(t, { backOffice: {}, isOpenToThisMachine: false });

  it('give a member of staff figures and tools, and not one word of the customer', async (t) => {
    const server = await start(t);
    const thread = await seedConversation(server, {
      ownerId: await createSecretCustomer(server),
      turns: [
        {
          toolCalls: [
            { tool: 'check_zip_coverage' },
            { tool: 'get_pricing_estimate', isError: true },
          ],
        },
        {
          state: 'failed',
          terminal: { event: 'error', data: { code: 'model_unavailable' } },
          toolCalls: [{ tool: SECRETS.toolName }],
        },
      ],
    });
    const { context, openTab } = await website.visit(t, { server });
    await signInAs({ context, server }, 'staff');
    const { page } = await openTab('/staff/conversations');
    const answers: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/api/conversations')) answers.push(response.text());
    });
    await page.reload();
    const table = page.getByRole('table', { name: 'Conversations, newest activity first' });
    await table.getByText('check zip coverage').waitFor();
    await lookAt(page, 'conversations-staff');
    const list = await page.content();
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    const drawer = page.getByRole('complementary', { name: 'Conversation' });
    await drawer.getByText('is for administrators only').waitFor();
    await drawer.getByText('Signed-in customer').waitFor();
    const peek = await page.content();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/staff/conversations/${sealed(thread)}`);
    const main = page.getByRole('main');
    await main.getByText('is for administrators only').waitFor();
    await main.getByText('No language model answered.').waitFor();
    await main.getByText('(get pricing estimate)').waitFor();
    assert.equal(await main.locator('details').count(), 0, 'nothing unfolds');
    await lookAt(page, 'conversation-staff');
    const seen = [list, peek, await page.content(), ...(await Promise.all(answers))];
    assert.ok(answers.length >= 2, 'the list and the conversation were answered');
    for (const text of seen) {
      for (const secret of Object.values(SECRETS)) assert.ok(!text.includes(secret), secret);
    }
  });

  it('are read by an administrator as text, tools included, and new ones wait', async (t) => {
    const server = await start(t);
    const thread = await seedConversation(server, {
      ownerId: await createSecretCustomer(server),
      lastAt: new Date(Date.now() - 3_600_000),
      turns: [{ toolCalls: [{ tool: 'check_zip_coverage' }] }, { state: 'interrupted' }],
    });
    const { context, openTab } = await website.visit(t, { server });
    await signInAs({ context, server }, 'admin');
    const { page } = await openTab('/staff/conversations');
    const rows = page.getByRole('table').locator('tbody tr');
    await rows.getByText(SECRETS.name).waitFor();
    await page.keyboard.press('j');

    await seedConversation(server, {});
    const news = page.getByRole('button', { name: '1 new' });
    await news.waitFor();
    assert.equal(await rows.count(), 1, 'the row that is read stays where it is');
    await lookAt(page, 'conversations-admin');
    await news.click();
    await rows.nth(1).waitFor();

    await page.getByLabel('Last turn').selectOption('interrupted');
    await page.waitForURL('**/staff/conversations?outcome=interrupted');
    await rows.nth(1).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await rows.first().click();
    await page.waitForURL(`**/staff/conversations/${sealed(thread)}`);
    const heading = `Conversation with ${SECRETS.name}`;
    await page.getByRole('heading', { name: heading }).waitFor();
    await page.getByText(SECRETS.answer).first().waitFor();
    await page.getByText('The server was restarted or lost meanwhile.').waitFor();
    const tool = page.locator('details summary').first();
    assert.equal(await page.getByText(SECRETS.input).count(), 0, 'folded');
    await tabTo(page, tool);
    await page.keyboard.press('Enter');
    await page.getByText(SECRETS.input).waitFor();
    await page.getByText(SECRETS.result).waitFor();
    await lookAt(page, 'conversation-admin');
  });
});
