import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import {
  type ScriptedFrontDesk,
  type ScriptedTurn,
  startScriptedFrontDesk,
} from '@deskbell/testing/scripted-front-desk.ts';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { createHostServer, type HostPage } from './widget-page.ts';

/** Set to a folder, every checked state is also written there as a picture. */
const screenshotDir = process.env.SCREENSHOT_DIR;

export const desktop = { viewport: { width: 1280, height: 800 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export const prefill = {
  service_type: 'mini_move',
  package_type: 'petite',
  pickup_date: '2030-07-12',
  include_packing: false,
  pickup_address: {
    address_line_1: '350 Fifth Avenue',
    city: 'New York',
    state: 'NY',
    zip_code: '10118',
  },
  delivery_address: { city: 'East Hampton', state: 'NY', zip_code: '11937' },
};
export const handoff = (data: Record<string, unknown>) => ({
  action: 'open_booking_wizard',
  prefill_data: data,
  message: 'Ready.',
});

export type WidgetBrowser = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly desk: ScriptedFrontDesk;
  /** Paths of everything the page has asked for, its own included. */
  readonly requested: string[];
  launcher: () => ReturnType<Page['locator']>;
  input: () => ReturnType<Page['locator']>;
  open(): Promise<void>;
  /** Sends it once no turn is running. */
  ask(text: string): Promise<ScriptedTurn>;
  sees(text: string | RegExp): Promise<void>;
  announced(): Promise<string[]>;
  /** Looks for accessibility violations, and takes a picture where pictures are wanted. */
  check(state: string): Promise<void>;
};

/**
 * A website's page with the widget on it, in a browser of its own context. At the end of the test
 * there must have been no policy violation, no page error and no request to another host.
 */
export const openWidgetPage = async (
  t: TestContext,
  browser: Browser,
  options: { host?: HostPage; path?: string; browser?: BrowserContextOptions } = {},
): Promise<WidgetBrowser> => {
  const serve = await createHostServer(() => options.host ?? {});
  const desk = await startScriptedFrontDesk({ fallback: serve });
  const context = await browser.newContext({ ...desktop, ...options.browser });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requested: string[] = [];
  t.after(async () => {
    await context.close();
    await desk.close();
    assert.deepEqual(complaints, [], 'policy violations, page errors, foreign requests');
  });
  page.on('console', (message) => {
    if (/content security policy|trusted/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin !== desk.url) complaints.push(`foreign: ${request.url()}`);
    if (pathname !== '/favicon.ico') requested.push(pathname);
  });
  await page.goto(desk.url + (options.path ?? '/'));

  const launcher = () => page.locator('deskbell-widget [part=launcher]');
  const input = () => page.locator('deskbell-widget textarea');
  return {
    page,
    context,
    desk,
    requested,
    launcher,
    input,
    open: async () => {
      await launcher().click();
      await input().waitFor();
    },
    ask: async (text) => {
      // While a turn runs, Enter sends nothing.
      await page.locator('deskbell-widget .send').waitFor();
      await input().fill(text);
      await input().press('Enter');
      return desk.nextTurn();
    },
    sees: (text) => page.getByText(text).first().waitFor(),
    announced: () => page.locator('#announcements > div').allTextContents(),
    check: async (state) => {
      if (screenshotDir !== undefined) {
        mkdirSync(screenshotDir, { recursive: true });
        await page.screenshot({ path: join(screenshotDir, `widget-${state}.png`) });
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
        [],
        state,
      );
    },
  };
};
