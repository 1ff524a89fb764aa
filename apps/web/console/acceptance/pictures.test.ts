import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';
import type { Page } from 'playwright-core';
import { addPeople, fillConsole, fixWhatIsMeasured } from './fill-console.ts';
import { signInByKeyboard } from './sign-in-by-keyboard.ts';

/** Ten in the morning in New York, on a Wednesday. */
const now = new Date('2026-12-02T15:00:00Z');
const expected = [/^web socket: ws:/];

/** `npm run screenshots` writes them to docs/images; only what stands in for ids changes. */
describe('pictures of the console', { skip: browserMissing, timeout: 300_000 }, () => {
  const website = prepareWebsite();

  it('on a day in the month of a business', async (t) => {
    const clock = () => now;
    const server = await website.start(t, { backOffice: {}, isOpenToThisMachine: false, clock });
    await addPeople(server);
    await fillConsole(server, { clock });
    await fixWhatIsMeasured(server);

    const { context, openTab } = await website.visit(t, {
      server,
      context: { ...desktop, reducedMotion: 'reduce' },
      expected,
    });
    await context.clock.setFixedTime(now);
    const { page } = await openTab('/staff');
    await signInByKeyboard(page, 'admin');
    await page.waitForURL((url) => url.pathname === '/staff');
    const storageState = await context.storageState();
    const take = async (of: Page, name: string): Promise<void> => {
      await of.waitForFunction(() => document.querySelector('.skeleton, [aria-busy]') === null);
      // Where the last click left it, something may look pointed at.
      await of.mouse.move(0, 0);
      await photograph(of, `console-${name}`);
    };

    await page.locator('#main h1').waitFor();
    await take(page, 'home-1280');

    const open = async (area: string, subject: string): Promise<void> => {
      await page.goto(`${server.url}/staff/${area}?q=${encodeURIComponent(subject)}`);
      await page.locator('#main tbody').getByText(subject).first().click();
      await page.locator('#main h1').filter({ hasText: subject }).waitFor();
    };
    await open('executions', 'Invoice HV-20655 for your lease');
    await take(page, 'execution-1280');
    await open('emails', 'Invoice HV-20655 for your lease');
    await page.locator('#main mark').first().waitFor();
    await take(page, 'email-1280');

    await page.goto(`${server.url}/staff`);
    await page.getByRole('button', { name: 'Ask AUBS' }).click();
    const chat = page.getByRole('complementary', { name: 'AUBS' });
    await chat.getByRole('textbox', { name: 'Ask AUBS' }).fill('What needs my attention today?');
    await page.keyboard.press('Enter');
    await chat.getByRole('button', { name: 'Copy answer' }).waitFor();
    await chat.locator('.citation').first().click();
    await page.locator('aside.peek .panel').first().waitFor();
    await take(page, 'chat-1280');

    const visitor = await website.visit(t, {
      server,
      context: { ...phone, deviceScaleFactor: 1.5, reducedMotion: 'reduce', storageState },
      expected,
    });
    await visitor.context.clock.setFixedTime(now);
    const { page: small } = await visitor.openTab('/staff');
    await small.locator('#main h1').waitFor();
    await take(small, 'home-390');
  });
});
