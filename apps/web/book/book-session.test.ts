import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareBrowser } from '@deskbell/testing/prepare-browser.ts';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';
import type { Page } from 'playwright-core';
import {
  atHeading,
  bookingCount,
  fillDelivery,
  goOn,
  headings,
  openWizard,
} from './test-wizard.ts';

const PASSWORD = 'correct horse 7';
const EMAIL = 'ann@example.com';

const makeAccount = async ({ signIn, database }: TestServer): Promise<string> => {
  const [id, name] = [randomUUID(), 'Ann Account'];
  await signIn.createAccount({ id, name, email: EMAIL, password: PASSWORD, role: 'customer' });
  await database.pool.query('insert into customers (id, name, email) values ($1, $2, $3)', [
    id,
    name,
    EMAIL,
  ]);
  return id;
};

const signIn = async (page: Page, server: TestServer): Promise<void> => {
  await page.goto(`${server.url}/login`);
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.locator('form button[type="submit"]:enabled').click();
  await page.waitForURL(`${server.url}/dashboard`);
};

describe('whose the booking is', { skip: browserMissing }, () => {
  const prepared = prepareBrowser();
  const open = (t: TestContext) => openWizard(t, { ...prepared, expected: [/40[01]/] });

  /** A tab at the contact step, with somebody signed in. */
  const openSignedIn = async (t: TestContext) => {
    const opened = await open(t);
    const { page, server } = opened;
    const customerId = await makeAccount(server);
    await fillDelivery(page);
    await signIn(page, server);
    // As when nothing but the telephone number was ever typed.
    await page.evaluate(() => {
      const draft = JSON.parse(sessionStorage.getItem('deskbell.booking') ?? '{}');
      sessionStorage.setItem(
        'deskbell.booking',
        JSON.stringify({ ...draft, contact: { phone: draft.contact.phone } }),
      );
    });
    await page.goto(`${server.url}/book?step=contact`);
    await page.getByText('Signed in as').waitFor();
    return { ...opened, customerId };
  };

  it('says before the review that the session has ended, and asks for what it held', async (t) => {
    const { page, server, customerId } = await openSignedIn(t);
    await server.signIn.endSessions(customerId);
    await goOn(page);
    await page.getByText('You are no longer signed in.').waitFor();
    await atHeading(page, headings.contact);
    await page.getByLabel('Name').fill('Ann Guest');
    await page.getByLabel('E-mail').fill('guest@example.com');
    await goOn(page);
    await page.getByRole('button', { name: /^Book for/ }).click();
    await atHeading(page, headings.booked);
    assert.equal(await bookingCount(server), 1);
  });

  it('forgets the draft when somebody signs out in another tab, and does not write it back', async (t) => {
    const { page, server, context } = await openSignedIn(t);
    const other = await context.newPage();
    await other.goto(`${server.url}/dashboard`);
    await other.locator('main').getByRole('button', { name: 'Sign out' }).click();
    await page.getByText(/You have signed out/).waitFor();
    await atHeading(page, headings.service);
    await page.getByRole('radio', { name: /Mini Move/ }).check();
    const stored = await page.evaluate(() => sessionStorage.getItem('deskbell.booking'));
    assert.doesNotMatch(String(stored), /West 10th|Ann|555/);
    await page.goto(`${server.url}/book?step=review`);
    await atHeading(page, /how big is your move/i);
  });

  it('says so when somebody signs in in another tab', async (t) => {
    const { page, server, context } = await open(t);
    await makeAccount(server);
    await fillDelivery(page);
    const other = await context.newPage();
    await signIn(other, server);
    await page.getByText(`You are signed in as ${EMAIL} now`).waitFor();
    await atHeading(page, headings.review);
    await page.getByText('Ann Account').waitFor();
    await page.getByRole('button', { name: /^Book for/ }).click();
    await atHeading(page, headings.booked);
    const { rows } = await server.database.pool.query('select customer_id from bookings');
    assert.notEqual((rows[0] as { customer_id: string | null }).customer_id, null);
  });
});
