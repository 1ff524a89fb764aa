import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { PrefillData } from '@deskbell/protocol';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { type PageWatch, watchPage } from '@deskbell/testing/watch-page.ts';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { createHandoffStore } from '../../server/bookings/handoff-store.ts';

/** A Tuesday, ten in the morning in New York. */
export const NOW = new Date('2026-12-01T15:00:00Z');

export interface OpenedWizard {
  server: TestServer;
  context: BrowserContext;
  page: Page;
  watch: PageWatch;
}

/** The booking page of a whole server of its own, watched from the first request on. */
export async function openWizard(
  t: TestContext,
  options: {
    browser: Browser;
    pagesDirectory: string;
    path?: string;
    now?: Date;
    context?: BrowserContextOptions;
    /** Of the browser's own line about a refused request, where the test asks for one. */
    expected?: readonly RegExp[];
    prepare?: (server: TestServer, page: Page) => Promise<void>;
  },
): Promise<OpenedWizard> {
  const { browser, pagesDirectory, path = '/book', now = NOW, prepare } = options;
  const server = await startTestServer(t, { pagesDirectory, clock: () => now });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options.context,
  });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const { expected = [] } = options;
  const watch = await watchPage(page, { origins: [server.url], expected });
  await prepare?.(server, page);
  await page.goto(`${server.url}${path}`);
  return { server, context, page, watch };
}

export const headings = {
  service: /what can we carry/i,
  date: /when shall we come/i,
  addresses: /from where/i,
  contact: /how do we reach/i,
  review: /is everything right/i,
  booked: /we have your booking/i,
} as const;

export const atHeading = (page: Page, name: RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

export const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();

export const fillAddress = async (
  page: Page,
  group: 'Where we collect' | 'Where we deliver',
  [line, city, state, zip]: readonly [string, string, string, string],
): Promise<void> => {
  const fields = page.getByRole('group', { name: group });
  await fields.getByLabel('Street').fill(line);
  await fields.getByLabel('City').fill(city);
  await fields.getByLabel('State').selectOption(state);
  await fields.getByLabel('ZIP').fill(zip);
};

export const fillContact = async (page: Page, phone = '(212) 555-0123'): Promise<void> => {
  await page.getByLabel('Name').fill('Ann Example');
  await page.getByLabel('E-mail').fill('ann@example.com');
  await page.getByLabel('Telephone').fill(phone);
};

/** From the first step to the review, for a delivery of three items. `look` sees every step. */
export async function fillDelivery(
  page: Page,
  look: (step: string) => Promise<void> = async () => {},
): Promise<void> {
  await atHeading(page, headings.service);
  await page.getByRole('radio', { name: /Standard Delivery/ }).check();
  await look('service');
  await goOn(page);
  await atHeading(page, /what are we carrying/i);
  await page.getByLabel('How many items?').fill('3');
  await look('details');
  await goOn(page);
  await atHeading(page, headings.date);
  await page.getByRole('button', { name: /^Thursday, December 10, 2026/ }).click();
  await look('date');
  await goOn(page);
  await atHeading(page, headings.addresses);
  await fillAddress(page, 'Where we collect', ['12 West 10th Street', 'New York', 'NY', '10011']);
  await fillAddress(page, 'Where we deliver', ['1 Main Street', 'Southampton', 'NY', '11968']);
  await look('addresses');
  await goOn(page);
  await atHeading(page, headings.contact);
  await fillContact(page);
  await look('contact');
  await goOn(page);
  await atHeading(page, headings.review);
  await page.getByRole('button', { name: /^Book for/ }).waitFor();
  await look('review');
}

/** Fails when the page is wider than its window, or axe finds something. */
export async function assertSound(page: Page, state: string): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok((content ?? 0) <= (window ?? 0), `${state}: ${content} px in a window of ${window} px`);
  await assertAccessible(page, state);
}

export const bookingCount = async (server: TestServer): Promise<number> => {
  const { rows } = await server.database.pool.query('select count(*)::int as count from bookings');
  return (rows[0] as { count: number }).count;
};

/** A hand-over from the chat, opened so long ago. Gives its id. */
export const keepHandoff = async (
  { database }: TestServer,
  prefill: PrefillData,
  ageMs: number,
): Promise<string> => {
  const store = createHandoffStore({ database, clock: () => new Date(NOW.getTime() - ageMs) });
  const source = { ownerId: null, turnId: crypto.randomUUID(), callId: 'call' };
  return (await store.open({ ...source, prefill })).handoffId;
};
