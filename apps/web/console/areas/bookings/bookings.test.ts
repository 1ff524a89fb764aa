import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import type { Page } from 'playwright-core';
import {
  ask,
  delivery,
  MORNING,
  transfer,
  withOrder,
} from '../../../../server/bookings/routes/test-booking.ts';
import { keyOf } from '../../../../server/console/test-conversations.ts';
import { lookAt, signInAs } from '../settings/test-member.ts';

const REFUSED = /Failed to load resource/;
const INSTRUCTIONS = 'Ring twice. <img src=x onerror=alert(1)>\nThe porter has the key.';

describe('bookings in Chromium', { skip: browserMissing }, () => {
  const website = prepareWebsite();
  const start = (t: Parameters<typeof website.start>[0]) =>
    website.start(t, { backOffice: {}, isOpenToThisMachine: false, clock: () => MORNING });
  const drawer = (page: Page) => page.getByRole('complementary', { name: 'Booking' });
  const status = (page: Page, word: string) =>
    drawer(page).locator('.badge').getByText(word, { exact: true }).waitFor();

  it('arrive while somebody looks, and are worked on with the keyboard', async (t) => {
    const server = await start(t);
    const { context, openTab } = await website.visit(t, { server, expected: [REFUSED] });
    await signInAs({ context, server }, 'staff');
    const { page } = await openTab('/staff/bookings');
    const form = page.getByRole('main').getByRole('link', { name: 'booking form', exact: true });
    assert.equal(await form.getAttribute('href'), '/book', 'empty says what to do');
    await lookAt(page, 'bookings-empty');

    await ask(server, '/api/bookings', {
      body: withOrder(delivery, { special_instructions: INSTRUCTIONS }),
    });
    await page.getByRole('button', { name: '1 new' }).waitFor();
    await page.keyboard.press('.');
    const table = page.getByRole('table', { name: 'Bookings, newest first' });
    const row = table.getByRole('row', { name: 'TT-000001' });
    await row.getByText('New York, NY').waitFor();
    await row.getByText('$285.00').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');

    await status(page, 'pending');
    await drawer(page).getByText('send the payment link').waitFor();
    await drawer(page)
      .getByText(INSTRUCTIONS.split('\n')[0] ?? '')
      .waitFor();
    assert.equal(await page.locator('main img, aside img').count(), 0, 'instructions are text');
    const phone = drawer(page).getByRole('link', { name: '(631) 555-0123' });
    assert.equal(await phone.getAttribute('href'), 'tel:+16315550123');
    const mail = drawer(page).getByRole('link', { name: 'ada@example.com' });
    assert.match((await mail.getAttribute('href')) ?? '', /^mailto:ada@example\.com\?/);
    await lookAt(page, 'booking');

    await tabTo(page, drawer(page).getByRole('button', { name: 'Confirm' }));
    await page.keyboard.press('Enter');
    await status(page, 'confirmed');
    await row.getByText('confirmed').waitFor();
    assert.equal(await drawer(page).getByRole('button', { name: 'Confirm' }).count(), 0);
    assert.ok(await drawer(page).locator('p:focus').count(), 'the focus is not lost');

    await tabTo(page, drawer(page).getByRole('button', { name: 'Cancel…' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Cancel TT-000001?' });
    await dialog.getByText('The customer is not told').waitFor();
    await lookAt(page, 'booking-cancel');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await status(page, 'confirmed');
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: 'Cancel the booking' }));
    await page.keyboard.press('Enter');
    await status(page, 'cancelled');
    assert.ok(await drawer(page).locator('p:focus').count(), 'nor after the dialog');
    assert.equal(
      await drawer(page)
        .getByRole('button', { name: /Mark|Cancel/ })
        .count(),
      0,
    );
    await page.reload();
    await status(page, 'cancelled');
  });

  it('say why a step is refused that somebody else has overtaken, and show what is so now', async (t) => {
    const server = await start(t);
    const headers = await keyOf(server, 'staff');
    await ask(server, '/api/bookings', { body: transfer });
    const { context, openTab } = await website.visit(t, { server, expected: [REFUSED] });
    await signInAs({ context, server }, 'staff');
    // Nothing is told to this tab: it is behind, as after a lost line.
    await context.route('**/api/live', (route) => route.abort());
    const { page } = await openTab('/staff/bookings?peek=booking:TT-000001');
    await status(page, 'pending');
    for (const to of ['paid', 'completed']) {
      const path = '/api/bookings/TT-000001';
      await ask(server, path, { method: 'PATCH', body: { status: to }, headers });
    }
    await drawer(page).getByRole('button', { name: 'Confirm' }).click();
    const refusal = drawer(page).getByRole('alert');
    await refusal.getByText('This booking is completed, which does not change any more').waitFor();
    await status(page, 'completed');
    await lookAt(page, 'booking-refused');
  });

  it('are found by number and pickup day, which the address keeps, and say when they cannot be read', async (t) => {
    const server = await start(t);
    await ask(server, '/api/bookings', { body: delivery });
    await ask(server, '/api/bookings', {
      body: withOrder(delivery, { pickup_date: '2026-11-27' }),
    });
    const { context, openTab } = await website.visit(t, { server, expected: [REFUSED] });
    await context.clock.setFixedTime(MORNING);
    await signInAs({ context, server }, 'staff');
    const { page } = await openTab('/staff/bookings');
    const numbers = page.locator('tbody tr td:first-child .mail-subject');
    await numbers.nth(1).waitFor();
    await page.getByRole('button', { name: 'Next 7 days' }).click();
    await page.waitForURL('**/staff/bookings?pickup_from=2026-11-22&pickup_to=2026-11-28');
    await page.getByRole('table', { name: 'Bookings, earliest pickup first' }).waitFor();
    assert.deepEqual(await numbers.allInnerTexts(), ['TT-000002']);
    await page.reload();
    await numbers.first().waitFor();
    assert.deepEqual(await numbers.allInnerTexts(), ['TT-000002']);
    await page.getByLabel('Pickup from').fill('2026-12-01');
    await page.getByText('No booking like that').waitFor();
    await page.getByRole('button', { name: 'Show all bookings' }).click();
    await numbers.nth(1).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('tt-1');
    await page.waitForURL('**/staff/bookings?q=tt-1');
    await page.getByText('1 in all').waitFor();
    assert.deepEqual(await numbers.allInnerTexts(), ['TT-000001']);

    let isBroken = true;
    await page.route('**/api/bookings/all?*', (route) =>
      isBroken
        ? route.fulfill({ status: 400, json: { detail: 'it is broken' } })
        : route.continue(),
    );
    await page.reload();
    await page.getByRole('alert').getByText('It is broken.').waitFor();
    isBroken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await numbers.first().waitFor();
  });
});
