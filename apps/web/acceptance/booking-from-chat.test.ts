import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import { phone } from '@deskbell/testing/viewports.ts';
import type { Page } from 'playwright-core';
import { pickupDay } from './pickup-day.ts';

const PRICE_QUESTION = 'what does a petite move from 10001 to 11937 cost';
const ada = { name: 'Ada Demo', email: 'ada@example.com', password: 'correct horse 7' };
const addresses = {
  pickup: { address_line_1: '350 Fifth Avenue', city: 'New York', state: 'NY', zip_code: '10001' },
  delivery: {
    address_line_1: '12 Main Street',
    city: 'East Hampton',
    state: 'NY',
    zip_code: '11937',
  },
};

const bookingsIn = async (server: TestServer) => {
  const { rows } = await server.database.pool.query(
    `select number, status, service_type, details, pickup_date::text as pickup_date, pickup_time,
       pickup_address, delivery_address, total_cents, price_lines,
       contact_name, contact_email, contact_phone, customers.email as customer_email
     from bookings left join customers on customers.id = bookings.customer_id`,
  );
  return rows;
};

const bookButton = (page: Page) => page.getByRole('button', { name: /^Book for \$/ });
const centsOn = async (page: Page): Promise<number> => {
  const label = (await bookButton(page).textContent()) ?? '';
  return Math.round(Number(label.replaceAll(/[^\d.]/g, '')) * 100);
};
const field = (page: Page, name: string) => page.locator(`#field-${name}`);
const bookedNumber = async (page: Page): Promise<string> => {
  await page.waitForURL(/step=booked/);
  const text = await page.locator('.booked-number strong').textContent();
  assert.match(text ?? '', /^TT-\d{6}$/);
  return text ?? '';
};

describe('from a question in the chat to a booking', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('takes nothing but a keyboard', async (t) => {
    const day = pickupDay();
    const server = await website.start(t);
    const visitor = await website.visit(t, { server });
    const { page, chat } = await visitor.openTab('/');

    await tabTo(page, chat.launcher, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, chat.input);
    await page.keyboard.type(PRICE_QUESTION);
    await page.keyboard.press('Enter');
    await chat.log.getByText('Calculating estimate…').waitFor();
    await chat.log.getByText('$995').first().waitFor();
    await chat.stop.waitFor({ state: 'hidden' });
    await page.keyboard.type(`Please book it for ${day.spoken}`);
    await page.keyboard.press('Enter');
    await chat.card.waitFor();
    assert.match(await chat.card.innerText(), /Mini move[\s\S]+Petite[\s\S]+10001[\s\S]+11937/i);
    await photograph(page, 'acceptance-card-1280');
    await tabTo(page, chat.startBooking, 'Shift+Tab');
    await page.keyboard.press('Enter');

    await page.waitForURL(/\/book\?step=date$/);
    await page.getByText('We filled in what you agreed in the chat').waitFor();
    assert.equal(await field(page, 'pickup-date').inputValue(), day.date);
    await photograph(page, 'acceptance-date-1280');
    await tabTo(page, page.getByRole('radio', { name: 'In the morning' }));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', { name: 'Continue' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/step=addresses/);
    assert.equal(await chat.panel.isVisible(), false);
    assert.equal(await page.getByText('from your chat').count(), 2);
    await photograph(page, 'acceptance-addresses-1280');
    for (const role of ['pickup', 'delivery'] as const) {
      const { address_line_1, city, state, zip_code } = addresses[role];
      assert.equal(await field(page, `${role}-address-zip-code`).inputValue(), zip_code);
      await tabTo(page, field(page, `${role}-address-address-line-1`));
      await page.keyboard.type(address_line_1);
      await page.keyboard.press('Tab');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(city);
      await page.keyboard.press('Tab');
      await page.keyboard.type('New York');
      assert.equal(await field(page, `${role}-address-state`).inputValue(), state);
    }
    await tabTo(page, page.getByRole('button', { name: 'Continue' }));
    await page.keyboard.press('Enter');

    await page.waitForURL(/step=contact/);
    await tabTo(page, field(page, 'name'));
    await page.keyboard.type(ada.name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(ada.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type('(212) 555-0142');
    await page.keyboard.press('Enter');

    await page.waitForURL(/step=review/);
    await bookButton(page).waitFor();
    const totalCents = await centsOn(page);
    await photograph(page, 'acceptance-review-1280');
    await tabTo(page, bookButton(page));
    await page.keyboard.press('Enter');
    const number = await bookedNumber(page);
    await photograph(page, 'acceptance-booked-1280');

    const rows = await bookingsIn(server);
    assert.equal(rows.length, 1);
    const { price_lines, details, ...row } = rows[0];
    assert.deepEqual(row, {
      number,
      status: 'pending',
      service_type: 'mini_move',
      pickup_date: day.date,
      pickup_time: 'morning',
      pickup_address: addresses.pickup,
      delivery_address: addresses.delivery,
      total_cents: totalCents,
      contact_name: ada.name,
      contact_email: ada.email,
      contact_phone: '+12125550142',
      customer_email: row.customer_email,
    });
    assert.equal(details.package_type, 'petite');
    assert.equal(
      price_lines.reduce((sum: number, line: { amountCents: number }) => sum + line.amountCents, 0),
      totalCents,
    );
  });

  it('goes by touch on a phone, signed in, and the chat and the dashboard know the booking', async (t) => {
    const day = pickupDay();
    const server = await website.start(t);
    const id = crypto.randomUUID();
    await server.signIn.createAccount({ ...ada, id, role: 'customer' });
    const visitor = await website.visit(t, { server, context: phone });
    const { page, chat } = await visitor.openTab('/login');
    await page.getByLabel('E-mail').fill(ada.email);
    await page.getByLabel('Password', { exact: true }).fill(ada.password);
    await page.locator('form button[type="submit"]').tap();
    await page.waitForURL(/\/dashboard$/);
    await page.locator('main').getByRole('link', { name: 'Book a pickup' }).first().waitFor();

    const ask = async (text: string): Promise<void> => {
      await chat.input.tap();
      await page.keyboard.type(text);
      await page.getByRole('button', { name: 'Send', exact: true }).tap();
    };
    await chat.launcher.tap();
    await ask(PRICE_QUESTION);
    await chat.log.getByText('$995').first().waitFor();
    await photograph(page, 'acceptance-price-390');
    await ask(`Please book it for ${day.spoken}`);
    await chat.startBooking.waitFor();
    await photograph(page, 'acceptance-card-390');
    await chat.startBooking.tap();
    await page.waitForURL(/step=date$/);
    await page.getByText('In the morning').tap();
    await page.getByRole('button', { name: 'Continue' }).tap();
    await page.waitForURL(/step=addresses/);
    for (const role of ['pickup', 'delivery'] as const) {
      const { address_line_1, city, state } = addresses[role];
      await field(page, `${role}-address-address-line-1`).fill(address_line_1);
      await field(page, `${role}-address-city`).fill(city);
      await field(page, `${role}-address-state`).selectOption(state);
    }
    await photograph(page, 'acceptance-addresses-390');
    await page.getByRole('button', { name: 'Continue' }).tap();
    await page.waitForURL(/step=contact/);
    await field(page, 'phone').fill('212-555-0142');
    await page.getByRole('button', { name: 'Continue' }).tap();
    await page.waitForURL(/step=review/);
    await bookButton(page).tap();
    const number = await bookedNumber(page);
    const rows = await bookingsIn(server);
    assert.deepEqual(
      rows.map((row) => [row.number, row.customer_email, row.contact_name]),
      [[number, ada.email, ada.name]],
    );

    await page.getByRole('link', { name: 'My bookings' }).first().tap();
    await page.locator('main').getByText(number).first().waitFor();
    await photograph(page, 'acceptance-dashboard-390');
    await page.getByRole('button', { name: `Ask about this booking ${number}` }).tap();
    await chat.answers.last().getByText(number).first().waitFor();
    await chat.stop.waitFor({ state: 'hidden' });
    await photograph(page, 'acceptance-lookup-390');
  });
});
