import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openBackOffice } from '@deskbell/testing/back-office.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import { failForNow } from './fail-for-now.ts';
import { addPeople } from './fill-console.ts';
import { signInByKeyboard } from './sign-in-by-keyboard.ts';

const SUBJECT = 'Van on Friday';
const RAW = `From: Ana <ana@boxright.example>\r
To: desk@totetaxi.example\r
Subject: ${SUBJECT}\r
Message-ID: <van@boxright.example>\r
\r
Please send the van to 12 Main Street by Friday, December 4, 2026 at 9 am.\r
`;

describe('a failed execution', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('is found from the sign-in on, read, asked about, retried and seen to complete, without a pointer', async (t) => {
    // This machine needs no sign-in, to send mail; the browser is told apart by what it says.
    const server = await website.start(t, { backOffice: {} });
    const backOffice = openBackOffice(t, server);
    const id = await backOffice.sendRaw(RAW);
    await backOffice.settled(id);
    await failForNow(server, id);
    const guarded = await website.start(t, {
      backOffice: {},
      isOpenToThisMachine: false,
      databaseUrl: server.databaseUrl,
    });
    await addPeople(guarded);
    const { openTab } = await website.visit(t, { server: guarded, expected: [/^web socket: ws:/] });
    const { page } = await openTab('/staff');
    const { keyboard } = page;
    const main = page.locator('#main');

    await page.waitForURL((url) => url.pathname === '/staff/sign-in');
    await signInByKeyboard(page, 'staff');
    await page.waitForURL((url) => url.pathname === '/staff');
    const failures = page
      .getByRole('navigation')
      .getByRole('link', { name: /Executions.*1 failed/ });
    await failures.waitFor();

    // Home says that something failed, and leads there.
    await tabTo(page, main.getByRole('link', { name: /^1\s*failed$/ }));
    await keyboard.press('Enter');
    await page.waitForURL((url) => url.search === '?status=failed');
    await main.getByText('The thread that read this mail ended.').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('#main h1') === true);
    await keyboard.press('j');
    await keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `/staff/executions/${id}`);
    const outcome = main.getByRole('region', { name: 'What happened' });
    await outcome.getByText('The thread that read this mail ended.').waitFor();
    await outcome.getByText('Try it once more.').waitFor();

    await tabTo(page, outcome.getByRole('button', { name: 'Ask AUBS' }));
    await keyboard.press('Enter');
    const chat = page.getByRole('complementary', { name: 'AUBS' });
    await chat.getByRole('button', { name: 'Copy answer' }).waitFor();
    assert.match(await chat.getByRole('log').innerText(), /The thread that read this mail ended/);
    // What the answer is about opens beside the page, and closes again.
    await tabTo(page, chat.getByRole('button', { name: /^Execution/ }).first(), 'Shift+Tab');
    await keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('peek')?.startsWith('execution:') === true);
    const drawer = page.getByRole('complementary', { name: 'Execution, beside the page' });
    await drawer.getByText('It failed on try 3').waitFor();
    await keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await keyboard.press('Control+j');
    await chat.waitFor({ state: 'detached' });

    await tabTo(page, outcome.getByRole('button', { name: 'Retry' }));
    await keyboard.press('Enter');
    await outcome
      .getByRole('status')
      .filter({ hasText: /^It completed on try \d/ })
      .waitFor();
    // And nothing waits any more, anywhere.
    await failures.waitFor({ state: 'detached' });
    assert.equal((await backOffice.settled(id)).status, 'completed');
  });
});
