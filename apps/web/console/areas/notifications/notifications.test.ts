import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { ask, delivery, MORNING } from '../../../../server/bookings/routes/test-booking.ts';
import { lookAt, signInAs } from '../settings/test-member.ts';

describe('notifications in Chromium', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('arrive while somebody looks, say what became of them, and lead to what they are about', async (t) => {
    const server = await website.start(t, {
      backOffice: {},
      isOpenToThisMachine: false,
      clock: () => MORNING,
    });
    const { context, openTab } = await website.visit(t, { server });
    await signInAs({ context, server }, 'staff');
    const { page } = await openTab('/staff/notifications');
    await page.getByText('Nobody has been told anything yet').waitFor();
    await lookAt(page, 'notifications-empty');

    await ask(server, '/api/bookings', { body: delivery });
    await page.getByRole('button', { name: '1 new' }).waitFor();
    await page.keyboard.press('.');
    const rows = page.getByRole('table').locator('tbody tr');
    await rows.getByText('New booking TT-000001').waitFor();
    await server.database.pool.query(
      `insert into notifications (id, booking_number, channel, recipient, subject, body, urgency,
         status, attempts, error_code, created_at)
       values (gen_random_uuid(), 'TT-000001', 'email', 'desk@totetaxi.example', 'Told <b>twice</b>?',
         E'First line\\n<script>alert(1)</script>', 'high', 'uncertain', 1, 'econnreset',
         now() + interval '1 second')`,
    );
    await page.reload();
    await rows.nth(1).waitFor();
    await rows.first().getByText('uncertain').waitFor();
    await lookAt(page, 'notifications');

    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Notification' });
    await dialog.getByText('It may have been sent').waitFor();
    await dialog.getByText('<script>alert(1)</script>').waitFor();
    await dialog.getByText('the connection was lost (econnreset)').waitFor();
    await page.waitForURL(/\/staff\/notifications\?shown=/);
    await lookAt(page, 'notification');
    await page.reload();
    await dialog.getByText('It may have been sent').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForURL('**/staff/notifications');

    await page.goto(`${server.url}/staff/notifications?shown=gone`);
    await page.getByText('has been deleted').waitFor();
    await rows.nth(1).click();
    await dialog.getByText('Nothing has been paid: send the payment link.').waitFor();
    await dialog.getByRole('link', { name: 'Booking TT-000001' }).click();
    await page.waitForURL(/\/staff\/bookings\?peek=booking/);
    await dialog.waitFor({ state: 'detached' });
    const drawer = page.getByRole('complementary', { name: 'Booking' });
    await drawer.getByRole('heading', { name: 'TT-000001: Standard Delivery' }).waitFor();
    assert.equal(await page.locator('main script').count(), 0);
  });
});
