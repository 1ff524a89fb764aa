import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { createHeldModel } from '@deskbell/testing/held-model.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';

/** What Chromium says of requests while there is no network. */
const NO_NETWORK = /net::ERR_/;

describe('an answer that is interrupted', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  async function askBegun(t: TestContext) {
    const model = createHeldModel();
    const server = await website.start(t, { languageModels: [model] });
    const visitor = await website.visit(t, { server, expected: [NO_NETWORK] });
    const first = await visitor.openTab('/faq');
    await first.chat.open();
    await first.chat.send('Hello');
    await first.chat.answers.getByText('Begun', { exact: true }).waitFor();
    const turns = async () => (await server.database.pool.query('select id from turns')).rows;
    return { model, server, visitor, ...first, turns };
  }

  it('goes on after a reload, and nothing is asked or shown twice', async (t) => {
    const { model, page, chat, turns } = await askBegun(t);
    await page.reload();
    await chat.answers.getByText('Begun', { exact: true }).waitFor();
    await chat.stop.waitFor();
    model.release();
    await chat.answers.getByText('Begun and ended', { exact: true }).waitFor();
    await chat.stop.waitFor({ state: 'hidden' });
    assert.equal(await chat.answers.count(), 1);
    assert.equal((await turns()).length, 1);
    await page.reload();
    await chat.answers.getByText('Begun and ended', { exact: true }).waitFor();
    assert.equal(await chat.answers.count(), 1);
  });

  it('goes on after the network was away, also when it ended meanwhile', async (t) => {
    const { model, server, visitor, page, chat, turns } = await askBegun(t);
    await visitor.context.setOffline(true);
    server.server.closeAllConnections();
    // Another of the same words is for screen readers.
    await chat.panel.getByRole('paragraph').filter({ hasText: 'You are offline' }).waitFor();
    await photograph(page, 'acceptance-offline-1280');
    model.release();
    await visitor.context.setOffline(false);
    await chat.answers.getByText('Begun and ended', { exact: true }).waitFor();
    await chat.stop.waitFor({ state: 'hidden' });
    assert.equal(await chat.answers.count(), 1);
    assert.equal((await turns()).length, 1);
  });

  it('is the same in two tabs, and either stops it', async (t) => {
    const { model, visitor, chat, page } = await askBegun(t);
    const second = await visitor.openTab('/services');
    await second.chat.open();
    await second.chat.answers.getByText('Begun', { exact: true }).waitFor();
    await second.chat.stop.click();
    await page.bringToFront();
    for (const tab of [chat, second.chat]) {
      await tab.stop.waitFor({ state: 'hidden' });
      await tab.log.getByText('Stopped').waitFor();
      assert.equal(await tab.answers.getByText('Begun', { exact: true }).count(), 1);
    }
    assert.equal(model.abortedCalls, 1);

    await chat.send('And now?');
    await second.page.bringToFront();
    await second.chat.log.getByText('And now?').waitFor();
    await second.chat.answers.nth(1).getByText('Begun').waitFor();
    model.release();
    for (const tab of [chat, second.chat]) {
      await tab.answers.nth(1).getByText('Begun and ended', { exact: true }).waitFor();
      assert.equal(await tab.answers.count(), 2);
    }
  });
});
