import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';
import type { BrowserContextOptions, Page } from 'playwright-core';

const paths = ['/', '/services', '/faq', '/book', '/login', '/register', '/nothing-here'];
const NOT_FOUND = /Failed to load resource: .+ 404/;

const themes: Record<string, BrowserContextOptions> = {
  'dark-1280': { ...desktop, colorScheme: 'dark' },
  'forced-colours-1280': { ...desktop, forcedColors: 'active' },
  'light-390': { ...phone, colorScheme: 'light' },
};

const assertFits = async (page: Page, state: string): Promise<void> => {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(overflow, 0, `${state} is wider than its window`);
};

describe('every page that needs no sign-in, with the chat on it', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  for (const [theme, context] of Object.entries(themes)) {
    it(`is accessible and fits: ${theme}`, async (t) => {
      const server = await website.start(t);
      const visitor = await website.visit(t, { server, context, expected: [NOT_FOUND] });
      const { page, chat } = await visitor.openTab('/');
      for (const path of paths) {
        const state = `${path.replace('/', '') || 'home'}-${theme}`;
        await page.goto(server.url + path);
        await chat.launcher.waitFor();
        await page.locator('main h1').waitFor();
        await assertAccessible(page, state);
        await assertFits(page, state);
        await photograph(page, `page-${state}`, { isWholePage: true });
      }
      await chat.open();
      const look = await page.getByRole('dialog').evaluate((panel) => {
        const styles = [getComputedStyle(panel), getComputedStyle(document.body)];
        // Of the red in 'rgb(12, 21, 38)': below the middle in the dark.
        const isDark = ({ backgroundColor }: CSSStyleDeclaration) =>
          Number(/\d+/.exec(backgroundColor)?.[0]) < 128;
        return { fonts: styles.map(({ fontFamily }) => fontFamily), darks: styles.map(isDark) };
      });
      assert.equal(look.fonts[0], look.fonts[1], 'the chat speaks in the type of the site');
      assert.equal(look.darks[0], look.darks[1], 'the chat is as dark as the site');
      await chat.ask('What does a petite move from 10001 to 11937 cost?');
      await chat.ask('Please book it for next Tuesday');
      await chat.startBooking.waitFor();
      await assertAccessible(page, `conversation-${theme}`);
      await photograph(page, `page-conversation-${theme}`);
    });
  }
});
