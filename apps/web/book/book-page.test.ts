import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareBrowser } from '@deskbell/testing/prepare-browser.ts';
import type { Page } from 'playwright-core';
import {
  assertSound,
  atHeading,
  bookingCount,
  fillAddress,
  fillContact,
  fillDelivery,
  goOn,
  headings,
  openWizard,
} from './test-wizard.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('the booking wizard', { skip: browserMissing }, () => {
  const prepared = prepareBrowser();
  type Options = Omit<Parameters<typeof openWizard>[1], 'browser' | 'pagesDirectory'>;
  const open = (t: TestContext, options: Options = {}) =>
    openWizard(t, { ...prepared, ...options });

  it('books a Mini Move by keyboard alone, with the focus on every new heading', async (t) => {
    const { page, server, watch } = await open(t);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () =>
      page.evaluate(() => (document.activeElement as HTMLElement).innerText.trim());
    await page.getByRole('radio', { name: /Mini Move/ }).focus();
    await press('Space', 'Enter');
    await atHeading(page, /how big is your move/i);
    assert.match(await focused(), /how big is your move/i);
    await press('Tab', 'Space', 'ArrowRight');
    await assertSound(page, 'details of a move');
    await press('Enter');
    await atHeading(page, headings.date);
    assert.match(await page.title(), /when shall we come/i);
    await page.locator('[data-date="2026-12-01"][tabindex="0"]').waitFor();
    await page.getByRole('button', { name: 'Saturday, December 12, 2026, $175 more' }).waitFor();
    await press('Tab', 'Tab', 'Tab', 'ArrowDown', 'End', 'Enter');
    await page.getByText('Saturday, December 12, 2026', { exact: true }).waitFor();
    await page.getByRole('radio', { name: /In the morning/ }).focus();
    await press('Space', 'Enter');
    await atHeading(page, headings.addresses);
    const writeAddress = async (line: string, city: string, stateKeys: string[], zip: string) => {
      await press('Tab');
      await page.keyboard.type(line);
      await press('Tab');
      await page.keyboard.type(city);
      await press('Tab', ...stateKeys, 'Tab');
      await page.keyboard.type(zip);
    };
    await writeAddress('12 West 10th Street', 'New York', ['ArrowDown'], '10011');
    await writeAddress('1 Broad Street', 'Newark', ['ArrowDown', 'ArrowDown'], '07101');
    await page.getByText('Essex County, NJ: $175 more').waitFor();
    await press('Tab', 'Tab', 'Enter');
    await atHeading(page, headings.contact);
    await press('Tab', 'Tab', 'Tab');
    for (const text of ['Ann Example', 'ann@example.com', '212 555 0123']) {
      await page.keyboard.type(text);
      await press('Tab');
    }
    await press('Enter');
    await atHeading(page, headings.review);
    // Standard Move, a Saturday, and one address in a surcharge area.
    const book = page.getByRole('button', { name: 'Book for $2,300' });
    await book.waitFor();
    await book.focus();
    await press('Enter');
    await atHeading(page, headings.booked);
    assert.match(await focused(), headings.booked);
    const number = await page.getByText(/^TT-\d{6}$/).innerText();
    const { rows } = await server.database.pool.query(
      'select service_type, pickup_date::text, total_cents from bookings',
    );
    assert.equal(rows.length, 1, number);
    assert.equal(await page.evaluate(() => sessionStorage.getItem('deskbell.booking')), null);
    watch.assertClean();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`books by touch on a phone (${colorScheme}), sound in every step, once for a double tap`, async (t) => {
      const { page, server, watch } = await open(t, { context: { ...phone, colorScheme } });
      await fillDelivery(page, (step) => assertSound(page, `${step}, ${colorScheme}`));
      await page
        .getByRole('button', { name: /^Book for \$285/ })
        .evaluate((button: HTMLButtonElement) => {
          button.click();
          button.click();
        });
      await atHeading(page, headings.booked);
      await assertSound(page, `booked, ${colorScheme}`);
      assert.equal(await bookingCount(server), 1);
      await page.getByText('ann@example.com').waitFor();
      const facts = page.locator('.booked-order');
      const all = await facts.innerText();
      for (const fact of [
        /Standard Delivery/,
        /Between 8 and 11 AM/,
        /Items\s+3/,
        /From\s+12 West 10th Street, New York, NY 10011/,
        /To\s+1 Main Street, Southampton, NY 11968/,
      ]) {
        assert.match(all, fact);
      }
      await page.locator('.booked a[href="tel:6315955100"]').waitFor();
      await page.getByText('pending until it is paid').waitFor();
      assert.doesNotMatch(await page.locator('main').innerText(), /confirmation/i);
      const kept = JSON.stringify(await page.evaluate(() => history.state));
      assert.doesNotMatch(kept, /ann@|Ann|10th|Southampton/);
      await page.reload();
      await page.getByText(/^TT-\d{6}$/).waitFor();
      assert.match(await facts.innerText(), /Standard Delivery.*Items\s+3/s);
      watch.assertClean();
    });
  }

  it('keeps everything over a reload in every step, and over Back and Forward', async (t) => {
    const { page, server } = await open(t);
    await fillDelivery(page, async () => {
      const values = () =>
        page.$$eval('form input, form select, form textarea', (controls) =>
          controls.map((control) => {
            const { id, value, checked } = control as HTMLInputElement;
            return [id, value, checked];
          }),
        );
      const [before, title] = [await values(), await page.title()];
      await page.reload();
      await page.locator('form').waitFor();
      assert.deepEqual(await values(), before);
      assert.equal(await page.title(), title);
    });
    await page.goBack();
    await atHeading(page, headings.contact);
    assert.equal(await page.getByLabel('Name').inputValue(), 'Ann Example');
    await page.goBack();
    await atHeading(page, headings.addresses);
    await page.goForward();
    await page.goForward();
    await atHeading(page, headings.review);
    await page.goto(`${server.url}/book?step=details`);
    await atHeading(page, /what are we carrying/i);
    await page.getByLabel('How many items?').fill('');
    await page.goto(`${server.url}/book?step=review`);
    await atHeading(page, /what are we carrying/i);
    assert.match(page.url(), /step=details$/);
  });

  it('a count is rounded in sight, and never read as another number', async (t) => {
    const { page, server } = await open(t);
    await page.goto(`${server.url}/book?service=standard_delivery`);
    const count = page.getByLabel('How many items?');
    for (const [typed, shown] of [
      ['1.5', '2'],
      ['-2', '0'],
      ['2x', ''],
      ['12', '12'],
    ] as const) {
      await count.fill('');
      await count.pressSequentially(typed);
      await count.blur();
      assert.equal(await count.inputValue(), shown, typed);
    }
  });

  it('links what is missing to its field, with the focus on the summary', async (t) => {
    const { page } = await open(t);
    await goOn(page);
    const summary = page.getByRole('alert');
    await summary.getByRole('link', { name: 'Choose a service.' }).waitFor();
    assert.equal(await summary.evaluate((box) => box === document.activeElement), true);
    await assertSound(page, 'errors');
    await summary.getByRole('link').click();
    const first = page.getByRole('radio', { name: /Mini Move/ });
    assert.equal(await first.evaluate((radio) => radio === document.activeElement), true);
    await first.check();
    await summary.waitFor({ state: 'hidden' });
  });

  it('shows the server’s sentences: after six for tomorrow, outside the area, a wrong number', async (t) => {
    const { page, server } = await open(t, {
      now: new Date('2026-12-01T23:30:00Z'),
      expected: [/400/],
    });
    await page.getByRole('radio', { name: /Standard Delivery/ }).check();
    await goOn(page);
    await page.getByLabel('How many items?').fill('1');
    await goOn(page);
    await atHeading(page, headings.date);
    const sentence = /From 6 PM on, bookings for the next day cannot be made online/;
    const tomorrow = page.locator('[data-date="2026-12-02"][aria-disabled]');
    // Playwright takes it for disabled; people can press it, and are told why it is not to be had.
    await tomorrow.click({ force: true });
    await page.getByRole('status').getByText(sentence).waitFor();
    await page.getByLabel('The day').fill('2026-12-02');
    await goOn(page);
    await page.getByRole('alert').getByText(sentence).waitFor();
    await page.getByLabel('The day').fill('2062-12-10');
    await goOn(page);
    await page
      .getByRole('alert')
      .getByText(/up to one year ahead; for Sunday.*2062/)
      .waitFor();
    // The calendar ends with the last day that can be booked.
    await page.getByRole('heading', { name: 'December 2027' }).waitFor();
    const next = page.getByRole('button', { name: 'Next month' });
    assert.equal(await next.getAttribute('aria-disabled'), 'true');
    await next.click({ force: true });
    await page.getByRole('heading', { name: 'December 2027' }).waitFor();
    await page.getByLabel('The day').fill('2026-12-10');
    await goOn(page);
    await atHeading(page, headings.addresses);
    const collect = page.getByRole('group', { name: 'Where we collect' });
    await collect.getByLabel('ZIP').fill('90210');
    await collect.getByLabel('ZIP').blur();
    await collect.getByText(/90210 is outside our service area/).waitFor();
    await collect.getByLabel('ZIP').fill('10011');
    await collect.getByText(/outside/).waitFor({ state: 'hidden' });
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(`${server.url}/book?step=service`);
    await fillDelivery(page);
    await page.getByRole('link', { name: /Change contact/ }).click();
    await fillContact(page, 'abc');
    await page.getByLabel('E-mail').fill('off@example');
    await goOn(page);
    for (const sentence of [/e-mail address.*name@example\.com/, /at least 7 digits/]) {
      await page.getByRole('alert').getByRole('link', { name: sentence }).waitFor();
    }
    await atHeading(page, headings.contact);
    await fillContact(page, '12345678901234567');
    await goOn(page);
    await page.getByRole('button', { name: /^Book for/ }).click();
    await atHeading(page, headings.contact);
    await page
      .getByRole('alert')
      .getByRole('link', { name: /no phone number/ })
      .waitFor();
    assert.equal(await page.getByLabel('Telephone').getAttribute('aria-invalid'), 'true');
    assert.equal(await bookingCount(server), 0);
  });

  it('asks for one address of an airport transfer, and refuses a flight that is too early', async (t) => {
    const { page, server } = await open(t, { expected: [/400/] });
    await page.getByRole('radio', { name: /Airport Transfer/ }).check();
    await goOn(page);
    await atHeading(page, /which airport/i);
    await page.getByRole('radio', { name: /To the airport/ }).check();
    await page.getByLabel('Airport', { exact: true }).selectOption('JFK');
    await page.getByRole('combobox', { name: 'Terminal' }).selectOption('4');
    await page.getByLabel('How many bags?').fill('3');
    await page.getByLabel('Time it leaves').fill('18:30');
    await assertSound(page, 'details of a transfer');
    for (const [date, sentence] of [
      ['2026-12-01', /Bookings for today cannot be made online/],
      ['2026-11-20', /The flight on 2026-11-20 is in the past/],
    ] as const) {
      await page.getByLabel('Day the flight leaves').fill(date);
      await goOn(page);
      await page.getByRole('alert').getByRole('link', { name: sentence }).waitFor();
    }
    await page.getByLabel('Day the flight leaves').fill('2027-01-11');
    await goOn(page);
    await atHeading(page, headings.date);
    await page.getByRole('button', { name: /^Monday, January 11, 2027/ }).click();
    await goOn(page);
    await atHeading(page, headings.addresses);
    assert.equal(await page.getByRole('group', { name: 'Where we deliver' }).count(), 0);
    await fillAddress(page, 'Where we collect', ['1 East Street', 'New York', 'NY', '10011']);
    await goOn(page);
    await fillContact(page);
    await goOn(page);
    await page.getByRole('button', { name: 'Book for $225' }).click();
    await atHeading(page, headings.booked);
    assert.equal(await bookingCount(server), 1);
    await page.getByRole('button', { name: 'Add another booking' }).click();
    await fillDelivery(page);
    await page.getByRole('button', { name: 'Book for $285' }).click();
    await atHeading(page, headings.booked);
    assert.equal(await bookingCount(server), 2);
  });

  it('shows a price that has changed and asks again', async (t) => {
    const { page, server } = await open(t, { expected: [/409/] });
    await page.route('**/api/bookings/estimate', async (route) => {
      const response = await route.fetch();
      const price = (await response.json()) as { total_cents: number };
      await route.fulfill({ response, json: { ...price, total_cents: 100 } });
    });
    await fillDelivery(page);
    await page.getByRole('button', { name: 'Book for $1', exact: true }).click();
    const alert = page.getByRole('alert').getByText('it is $285 now');
    await alert.waitFor();
    assert.equal(await bookingCount(server), 0);
    await page.getByRole('button', { name: 'Book for $285' }).click();
    await atHeading(page, headings.booked);
    assert.equal(await bookingCount(server), 1);
  });

  it('books the order of a duplicated tab once, and a changed copy as another booking', async (t) => {
    const { page, server, context } = await open(t);
    await fillDelivery(page);
    const kept = await page.evaluate(() => ({ ...sessionStorage }));
    const duplicate = async (): Promise<Page> => {
      const copy = await context.newPage();
      await copy.goto(`${server.url}/faq`);
      await copy.evaluate((items) => {
        for (const [key, value] of Object.entries(items)) sessionStorage.setItem(key, value);
      }, kept);
      await copy.goto(`${server.url}/book?step=review`);
      return copy;
    };
    const book = async (tab: Page): Promise<string> => {
      await tab.getByRole('button', { name: /^Book for/ }).click();
      await atHeading(tab, headings.booked);
      return await tab.getByText(/^TT-\d{6}$/).innerText();
    };
    const [same, changed] = [await duplicate(), await duplicate()];
    const number = await book(page);
    assert.equal(await book(same), number);
    assert.equal(await bookingCount(server), 1);
    await changed.getByRole('link', { name: 'Change details' }).click();
    await changed.getByLabel('How many items?').fill('4');
    await changed.goto(`${server.url}/book?step=review`);
    assert.notEqual(await book(changed), number);
    assert.equal(await bookingCount(server), 2);
  });

  it('makes one booking when the answer is lost, the page reloaded and the button pressed again', async (t) => {
    const { page, server } = await open(t, { expected: [/ERR_/] });
    await fillDelivery(page);
    const loseAnswer = async (once: Page) =>
      once.route('**/api/bookings', async (route) => {
        await route.fetch();
        await route.abort();
      });
    await loseAnswer(page);
    await page.getByRole('button', { name: /^Book for/ }).click();
    await page
      .getByRole('alert')
      .getByText(/cannot reach our server/)
      .waitFor();
    assert.equal(await bookingCount(server), 1);
    await page.unroute('**/api/bookings');
    await page.reload();
    await page.getByText(/cannot be booked twice/).waitFor();
    await page.getByRole('button', { name: /^Book for/ }).click();
    await atHeading(page, headings.booked);
    assert.equal(await bookingCount(server), 1);
  });
});
