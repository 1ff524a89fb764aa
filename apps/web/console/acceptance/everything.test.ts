import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import type { Owner } from '@deskbell/testing/postgres.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { until } from '@deskbell/testing/until.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Area, areas } from '../areas.ts';
import { addPeople, fillConsole } from './fill-console.ts';
import { signInByKeyboard } from './sign-in-by-keyboard.ts';

/** Ten in the morning in New York, on a Wednesday. */
const now = new Date('2026-12-02T15:00:00Z');
/** The chat's own way to the server. */
const expected = [/^web socket: ws:/];
/** Those with the most in them: tables, forms, a calendar, charts. */
const busiest = ['/', '/tasks', '/deadlines', '/agents'];

const addressOf = ({ path }: Pick<Area, 'path'>): string => `/staff${path === '/' ? '' : path}`;
/** Home is /staff, and /staff/ where the router led to it. */
const isAt =
  (area: Area) =>
  ({ pathname }: URL): boolean =>
    pathname.replace(/\/$/, '') === addressOf(area);
const nameOf = ({ title }: Area): string => title.toLowerCase();

/** Once nothing of the area is on its way any more. */
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.querySelector('#main h1') !== null &&
      document.querySelector('#main :is(.skeleton, [aria-busy="true"])') === null,
  );

/** What people read; the measures of the running process are others each time. */
async function wordsOf(page: Page, area: Area): Promise<string> {
  const words = await page.locator('#main').innerText();
  return area.path === '/system' ? words.replaceAll(/\d[\d.]*/g, '0') : words;
}

async function assertNoSidewaysScrolling(page: Page, state: string): Promise<void> {
  const tooWidePx = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(tooWidePx, 0, state);
}

describe('every area of the console, with a month of work in it', {
  skip: browserMissing,
  timeout: 300_000,
}, () => {
  const website = prepareWebsite();
  const endings: (() => Promise<void>)[] = [];
  let server: Awaited<ReturnType<typeof website.start>>;
  /** Of an administrator who signed in. */
  let storageState: NonNullable<BrowserContextOptions['storageState']>;

  before(async () => {
    const owner: Owner = { after: (end) => void endings.push(end), passed: true };
    const clock = () => now;
    server = await website.start(owner, { backOffice: {}, isOpenToThisMachine: false, clock });
    await addPeople(server);
    await fillConsole(server, {
      clock,
      questions: [
        ['What does a petite move from 10001 to 11937 cost?', 'And with a standard one?'],
        ['Do you deliver to Sag Harbor?'],
      ],
    });
  });
  after(async () => {
    for (const end of endings.toReversed()) await end();
  });

  it('is reached by two keys, read aloud, and the same after a reload', async (t) => {
    const { context, openTab } = await website.visit(t, {
      server,
      context: { ...desktop, reducedMotion: 'reduce' },
      expected,
    });
    await context.clock.setFixedTime(now);
    const { page } = await openTab('/staff');
    await signInByKeyboard(page, 'admin');
    await page.waitForURL((url) => url.pathname === '/staff');
    await settled(page);
    storageState = await context.storageState();

    // From the last to the first, so that home is gone to as well.
    for (const area of areas.toReversed()) {
      await page.keyboard.press('g');
      await page.keyboard.press(area.key);
      await page.waitForURL(isAt(area));
      const heading = page.locator('#main').getByRole('heading', { level: 1 });
      await page.waitForFunction(() => document.activeElement?.matches('#main h1') === true);
      await settled(page);
      assert.equal(await page.title(), `${area.title} · ToteTaxi`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await assertAccessible(page, `${area.title}, ${colorScheme}`);
        await photograph(page, `all-${nameOf(area)}-1280-${colorScheme}`);
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await assertNoSidewaysScrolling(page, area.title);
      const [href, title, shown] = [
        page.url(),
        await heading.innerText(),
        await wordsOf(page, area),
      ];
      await page.reload();
      await settled(page);
      assert.equal(page.url(), href);
      assert.equal(await heading.innerText(), title);
      // Some counts come with the overview, after what is shown.
      await until(async () => (await wordsOf(page, area)) === shown).catch(() => {});
      assert.equal(await wordsOf(page, area), shown, `${area.title}, again`);
    }
  });

  it('fits on a phone', async (t) => {
    const { context, openTab } = await website.visit(t, {
      server,
      context: { ...phone, reducedMotion: 'reduce', storageState },
      expected,
    });
    await context.clock.setFixedTime(now);
    const { page } = await openTab('/staff');
    for (const area of areas) {
      await page.goto(server.url + addressOf(area));
      await settled(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await photograph(page, `all-${nameOf(area)}-390-${colorScheme}`);
      }
      await assertNoSidewaysScrolling(page, area.title);
      await assertAccessible(page, `${area.title} on a phone`);
    }
  });

  it('is accessible from right to left and in forced colours', async (t) => {
    const { context, openTab } = await website.visit(t, {
      server,
      context: { ...desktop, reducedMotion: 'reduce', storageState },
      expected,
    });
    await context.clock.setFixedTime(now);
    const { page } = await openTab('/staff');
    for (const path of busiest) {
      const area = areas.find((known) => known.path === path);
      assert.ok(area !== undefined, path);
      await page.goto(server.url + addressOf(area));
      await settled(page);
      await page.emulateMedia({ forcedColors: 'active' });
      await assertAccessible(page, `${area.title} in forced colours`);
      await photograph(page, `all-${nameOf(area)}-1280-forced-colours`);
      await page.emulateMedia({ forcedColors: 'none' });
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      await assertAccessible(page, `${area.title} from right to left`);
      await assertNoSidewaysScrolling(page, `${area.title} from right to left`);
      await photograph(page, `all-${nameOf(area)}-1280-rtl`);
    }
  });
});
