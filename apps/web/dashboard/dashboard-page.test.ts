import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareBrowser } from '@deskbell/testing/prepare-browser.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';
import { watchPage } from '@deskbell/testing/watch-page.ts';
import type { BrowserContextOptions, Page } from 'playwright-core';

const PASSWORD = 'correct horse 7';
/** The browser's own line about an answer that is no 2xx. */
const REFUSED = /Failed to load resource: .+ (401|429|500|503)/;
const DAY_MS = 86_400_000;

/** A day in the business's near future or past, as '2026-11-22'. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * DAY_MS).toLocaleDateString('en-CA', {
    timeZone: 'America/New_York',
  });

const city = {
  address_line_1: '140 West 22nd Street',
  city: 'New York',
  state: 'NY',
  zip_code: '10011',
};
const beach = {
  address_line_1: '12 Meadow Lane',
  city: 'Southampton',
  state: 'NY',
  zip_code: '11968',
};

interface BookingToMake {
  customerId: string;
  day: number;
  status?: string;
  number?: string;
  service?: string;
  details?: object;
  delivery?: object | null;
  instructions?: string;
}

const insertBooking = async (
  server: TestServer,
  { customerId, day, status = 'paid', ...given }: BookingToMake,
): Promise<void> => {
  const { service = 'mini_move', details = { package_type: 'petite' }, delivery = beach } = given;
  await server.database.pool.query(
    `insert into bookings (customer_id, status, service_type, details, pickup_date, pickup_address,
       delivery_address, special_instructions, total_cents, price_lines, number)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 114500, $9, coalesce($10, next_booking_number()))`,
    [
      customerId,
      status,
      service,
      JSON.stringify(details),
      dayFromNow(day),
      JSON.stringify(city),
      delivery === null ? null : JSON.stringify(delivery),
      given.instructions ?? null,
      JSON.stringify([
        { label: 'Petite Move', amountCents: 99500 },
        { label: 'Weekend surcharge', amountCents: 15000 },
      ]),
      given.number ?? null,
    ],
  );
};

const insertOneOfEach = async (server: TestServer, customerId: string): Promise<void> => {
  const transfer = {
    service: 'blade_transfer',
    details: {
      blade_bag_count: 3,
      transfer_direction: 'to_airport',
      blade_airport: 'JFK',
      blade_terminal: '4',
      blade_flight_date: dayFromNow(6),
      blade_flight_time: '17:30',
    },
    delivery: null,
  };
  const delivery = {
    service: 'standard_delivery',
    details: { standard_delivery_item_count: 3, item_description: '3 suitcases, 1 surfboard' },
  };
  await insertBooking(server, {
    customerId,
    day: 25,
    status: 'pending',
    instructions: '<b>Ring twice</b>, the doorman knows. مرحبا',
  });
  await insertBooking(server, { customerId, day: 11, status: 'confirmed', ...delivery });
  await insertBooking(server, { customerId, day: 6, ...transfer });
  await insertBooking(server, { customerId, day: -4, ...delivery });
  await insertBooking(server, { customerId, day: -30, status: 'completed' });
  await insertBooking(server, { customerId, day: 2, status: 'cancelled', ...transfer });
};

describe('the dashboard in Chromium', { skip: browserMissing }, () => {
  const prepared = prepareBrowser();

  const newCustomer = async (server: TestServer, name: string): Promise<string> => {
    const id = randomUUID();
    const email = `${name.split(' ')[0]?.toLowerCase()}@example.com`;
    await server.signIn.createAccount({ id, name, email, password: PASSWORD, role: 'customer' });
    await server.database.pool.query(
      'insert into customers (id, name, email) values ($1, $2, $3)',
      [id, name, email],
    );
    return id;
  };
  const signInAs = async (page: Page, email: string): Promise<void> => {
    await page.locator('form button[type="submit"]:enabled').waitFor();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/dashboard');
  };

  /** Opens the page without anybody signed in, which leads to the form. */
  async function open(
    t: TestContext,
    options: BrowserContextOptions = desktop,
    settings: Parameters<typeof startTestServer>[1] = {},
  ): Promise<{ page: Page; server: TestServer; ada: string }> {
    const server = await startTestServer(t, {
      pagesDirectory: prepared.pagesDirectory,
      ...settings,
    });
    const ada = await newCustomer(server, 'Ada Demo');
    const context = await prepared.browser.newContext(options);
    const page = await context.newPage();
    const watch = await watchPage(page, { origins: [server.url], expected: [REFUSED] });
    t.after(async () => {
      await context.close();
      watch.assertClean();
    });
    await page.goto(`${server.url}/dashboard`);
    await page.waitForURL('**/login?next=%2Fdashboard');
    return { page, server, ada };
  }

  const numbers = async (page: Page, section: string): Promise<string[]> => {
    const region = page.getByRole('region', { name: section, exact: true });
    return await region.locator('.booking-number > span:first-child').allTextContents();
  };
  const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

  it('tells staff that it is for customers, where all bookings are, and lets them sign out', async (t) => {
    for (const role of ['admin', 'staff'] as const) {
      const { page, server } = await open(t, desktop, { backOffice: {} });
      const email = 'sam@example.com';
      const account = { id: randomUUID(), name: 'Sam Staff', email, password: PASSWORD, role };
      await server.signIn.createAccount(account);
      await signInAs(page, email);
      await heading(page, 'You are signed in as a member of staff').waitFor();
      assert.equal(await heading(page, 'Nothing booked yet').count(), 0);
      const link = page.getByRole('link', { name: 'Open the staff console' });
      const response = await page.request.get(`${server.url}${await link.getAttribute('href')}`);
      assert.equal(response.status(), 200, 'what the page names is there for this sign-in');
      await page.locator('header').getByRole('link', { name: 'Staff console' }).waitFor();
      await assertAccessible(page, 'the dashboard of staff');
      await photograph(page, `dashboard-${role}`);
      await page.locator('main').getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(`${server.url}/`);
    }
  });

  it('shows what is booked, upcoming first, in the words and days of the business', async (t) => {
    const { page, server, ada } = await open(t, { ...desktop, timezoneId: 'Pacific/Kiritimati' });
    await insertBooking(server, { customerId: ada, day: 25, status: 'pending', number: 'TT-1' });
    await insertBooking(server, { customerId: ada, day: 11, number: 'TT-2' });
    await insertBooking(server, { customerId: ada, day: 12, status: 'cancelled', number: 'TT-3' });
    await insertBooking(server, { customerId: ada, day: -9, status: 'completed', number: 'TT-4' });
    await signInAs(page, 'ada@example.com');
    await heading(page, 'Upcoming').waitFor();
    assert.deepEqual(await numbers(page, 'Upcoming'), ['TT-2', 'TT-1']);
    assert.deepEqual(await numbers(page, 'Past and canceled'), ['TT-3', 'TT-4']);
    await page.getByText('Ada Demo').first().waitFor();
    const card = page.locator('article', { hasText: 'TT-1' }).first();
    const text = await card.innerText();
    const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' });
    assert.ok(text.includes(day.format(new Date(`${dayFromNow(25)}T00:00:00Z`))), text);
    assert.match(text, /Between 8 and 11 AM/);
    assert.match(text, /payment link to your e\u2011mail/);
    await card.locator('summary').press('Enter');
    assert.match(await card.innerText(), /Weekend surcharge\s+\$150\s+Total\s+\$1,145/);
    assert.equal(
      await card.getByRole('button', { name: /^Ask about/ }).getAttribute('data-deskbell-ask'),
      'What is the status of my booking TT-1?',
    );
  });

  it("never shows another customer's bookings, not even after a change of account", async (t) => {
    const { page, server, ada } = await open(t);
    const eve = await newCustomer(server, 'Eve Other');
    await insertBooking(server, { customerId: ada, day: 5, number: 'TT-ADA' });
    await insertBooking(server, { customerId: eve, day: 5, number: 'TT-EVE' });
    await signInAs(page, 'ada@example.com');
    await page.getByText('TT-ADA', { exact: true }).first().waitFor();
    assert.equal(await page.getByText('TT-EVE').count(), 0);
    await page.evaluate(() => {
      localStorage.setItem('deskbell.thread', 'of Ada');
      sessionStorage.setItem('deskbell.booking', '{"contact":"of Ada"}');
    });
    await page.locator('main').getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${server.url}/`);
    assert.deepEqual(
      await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]),
      [[], []],
    );
    await page.goBack();
    // As the browser kept the page, or anew.
    await page.getByRole('heading', { name: /^(You are signed out|Welcome back)$/ }).waitFor();
    assert.equal(await page.getByText('TT-ADA').count(), 0);
    await page.goto(`${server.url}/login`);
    await signInAs(page, 'eve@example.com');
    await page.getByText('TT-EVE', { exact: true }).first().waitFor();
    assert.equal(await page.getByText('TT-ADA').count(), 0);
  });

  it('loads older bookings by keyboard, after a failure again, and says when that is all', async (t) => {
    const { page, server, ada } = await open(t);
    for (let day = 1; day <= 245; day += 1) {
      await insertBooking(server, { customerId: ada, day: 230 - day, number: `TT-${day}` });
    }
    await signInAs(page, 'ada@example.com');
    const more = page.getByRole('button', { name: 'Load more' });
    await more.waitFor();
    const shown = await page.locator('article').count();
    assert.equal(shown, 100);
    await page.route('**/api/bookings?*', (route) => route.fulfill({ status: 503, body: '' }));
    await more.press('Enter');
    await page.getByText('The older bookings could not be loaded.').waitFor();
    await page.unroute('**/api/bookings?*');
    const again = page.getByRole('button', { name: 'Try again' });
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Try again');
    await again.press('Enter');
    await page.getByText(`${shown * 2} bookings are shown.`).waitFor();
    while (await more.isVisible()) {
      const before = await page.locator('article').count();
      await more.press('Enter');
      await page.waitForFunction(
        (count) => document.querySelectorAll('article').length > count,
        before,
      );
    }
    await page.getByText('That is all: 245 bookings.').waitFor();
    assert.equal(
      await page.evaluate(() => document.activeElement?.textContent),
      'That is all: 245 bookings.',
    );
    assert.equal((await numbers(page, 'Past and canceled')).length, 15);
  });

  it('says so when the session has ended, and leads back', async (t) => {
    const { page, server, ada } = await open(t);
    for (let day = 1; day <= 101; day += 1) await insertBooking(server, { customerId: ada, day });
    await signInAs(page, 'ada@example.com');
    const more = page.getByRole('button', { name: 'Load more' });
    await more.waitFor();
    await server.signIn.endSessions(ada);
    await more.click();
    await heading(page, 'You are signed out').waitFor();
    assert.equal(await page.locator('article').count(), 0);
    assert.equal(await page.evaluate(() => localStorage.getItem('deskbell.signed-in')), null);
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await page.waitForURL('**/login?next=%2Fdashboard');
    await signInAs(page, 'ada@example.com');
    await more.waitFor();
  });

  it('follows another tab that signs out', async (t) => {
    const { page, server, ada } = await open(t);
    await insertBooking(server, { customerId: ada, day: 5, number: 'TT-ADA' });
    await signInAs(page, 'ada@example.com');
    await page.getByText('TT-ADA', { exact: true }).first().waitFor();
    await page.evaluate(() => sessionStorage.setItem('deskbell.booking', '{"contact":1}'));
    const other = await page.context().newPage();
    await other.goto(`${server.url}/dashboard`);
    await other.locator('main').getByRole('button', { name: 'Sign out' }).click();
    await heading(page, 'You are signed out').waitFor();
    assert.equal(await page.getByText('TT-ADA').count(), 0);
    assert.equal(await page.evaluate(() => sessionStorage.getItem('deskbell.booking')), null);
  });

  it('changes the password, and signs every other browser out', async (t) => {
    const { page, server } = await open(t);
    await signInAs(page, 'ada@example.com');
    await page.getByText('Change password').first().click();
    const form = page.locator('.change-password form');
    const current = form.getByLabel('Current password', { exact: true });
    const next = form.getByLabel('New password', { exact: true });
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await form.getByRole('button', { name: 'Change password' }).click();
    await form.getByText('Enter your current password.').waitFor();
    await form.getByText('Choose a password.').waitFor();
    assert.equal(await focused(), 'current-password');
    await current.fill('wrong horse 7');
    await next.fill('better horse 8');
    await next.press('Enter');
    await form.getByText('The current password is wrong.').waitFor();
    assert.equal(await focused(), 'current-password');
    await current.fill(PASSWORD);
    await next.press('Enter');
    await form.getByText('Your password is changed.').waitFor();
    assert.equal(await next.inputValue(), '');
    const signIn = (password: string) =>
      fetch(`${server.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'ada@example.com', password }),
      });
    assert.equal((await signIn(PASSWORD)).status, 401);
    assert.equal((await signIn('better horse 8')).status, 200);
    await page.reload();
    await heading(page, 'Nothing booked yet').waitFor();
  });

  for (const [width, options] of [
    ['1280', desktop],
    ['390', phone],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has four accessible states that fit, ${width} px, ${colorScheme}`, async (t) => {
        const { page, server, ada } = await open(t, {
          ...options,
          colorScheme,
          reducedMotion: 'reduce',
        });
        const look = async (state: string): Promise<void> => {
          const name = `dashboard-${state}-${width}-${colorScheme}`;
          await photograph(page, name, { isWholePage: true });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          assert.equal(overflow, 0, name);
          await assertAccessible(page, name);
        };
        await signInAs(page, 'ada@example.com');
        await heading(page, 'Nothing booked yet').waitFor();
        await look('empty');
        await insertOneOfEach(server, ada);

        const held = Promise.withResolvers<void>();
        await page.route('**/api/bookings?*', async (route) => {
          await held.promise;
          await route.fulfill({ status: 503, body: '' });
        });
        await page.reload();
        await page.getByText('Your bookings are loading.').waitFor();
        await look('loading');
        held.resolve();
        await page.getByText('Your bookings could not be loaded.').waitFor();
        await look('failed');
        await page.unroute('**/api/bookings?*');
        await page.getByRole('button', { name: 'Try again' }).click();
        await heading(page, 'Upcoming').waitFor();
        await look('bookings');
        await page.locator('article summary').first().click();
        await page.locator('article summary').nth(2).click();
        await page.locator('.change-password summary').click();
        await page.locator('.change-password button[type="submit"]').click();
        await page.getByText('Choose a password.').waitFor();
        await look('opened');
      });
    }
  }
});
