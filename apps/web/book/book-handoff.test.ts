import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { PrefillData } from '@deskbell/protocol';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareBrowser } from '@deskbell/testing/prepare-browser.ts';
import type { Page } from 'playwright-core';
import {
  assertSound,
  atHeading,
  bookingCount,
  fillAddress,
  goOn,
  headings,
  keepHandoff,
  openWizard,
} from './test-wizard.ts';

const prefill: PrefillData = {
  service_type: 'standard_delivery',
  standard_delivery_item_count: 4,
  item_description: '4 suitcases and a surfboard',
  pickup_date: '2026-12-10',
  pickup_address: { zip_code: '10011', city: 'New York', state: 'NY' },
};

describe('a booking prepared in the chat', { skip: browserMissing }, () => {
  const prepared = prepareBrowser();

  /** Opens the wizard as the card's button does; `draft` is what was entered in this tab before. */
  const open = async (
    t: TestContext,
    options: {
      ageMs?: number;
      expected?: RegExp[];
      before?: (page: Page) => Promise<unknown>;
    } = {},
  ) => {
    let id = '';
    const opened = await openWizard(t, {
      ...prepared,
      expected: options.expected ?? [],
      path: '/faq',
      prepare: async (server, page) => {
        id = await keepHandoff(server, prefill, options.ageMs ?? 0);
        await options.before?.(page);
      },
    });
    await opened.page.goto(`${opened.server.url}/book?handoff=${id}`);
    return { ...opened, id };
  };
  const mark = (page: Page, label: string) =>
    page.locator('.field', { hasText: label }).getByText('from your chat');
  const keptDraft = (page: Page) =>
    page.evaluate(
      () =>
        JSON.parse(sessionStorage.getItem('deskbell.booking') ?? '{}') as {
          order: Record<string, unknown>;
        },
    );

  it('opens at what is still missing, marks its fields until they are edited, and keeps no id in the address', async (t) => {
    const { page, watch } = await open(t);
    await atHeading(page, headings.addresses);
    assert.equal(new URL(page.url()).search, '?step=addresses');
    await page.getByText(/what you agreed in the chat, marked/).waitFor();
    await assertSound(page, 'prefilled');
    const city = page.getByRole('group', { name: 'Where we collect' }).getByLabel('City');
    assert.equal(await city.inputValue(), 'New York');
    const collect = page.getByRole('group', { name: 'Where we collect' });
    assert.equal(await collect.getByText('from your chat').count(), 3);
    await city.fill('Brooklyn');
    assert.equal(await collect.getByText('from your chat').count(), 2);
    await page.getByRole('link', { name: /Details/ }).click();
    await atHeading(page, /what are we carrying/i);
    assert.equal(await page.getByLabel('How many items?').inputValue(), '4');
    await mark(page, 'How many items?').waitFor();
    await page.getByLabel('How many items?').fill('5');
    await mark(page, 'How many items?').waitFor({ state: 'hidden' });
    watch.assertClean();
  });

  it('survives a reload and signing in on the way, is not applied twice, and is booked for the account', async (t) => {
    const { page, server, id } = await open(t);
    await atHeading(page, headings.addresses);
    const account = {
      id: crypto.randomUUID(),
      name: 'Ann Example',
      email: 'ann@example.com',
      password: 'correct horse',
    };
    await server.signIn.createAccount({ ...account, role: 'customer' });
    await page.reload();
    await fillAddress(page, 'Where we collect', ['1 East Street', 'New York', 'NY', '10011']);
    await fillAddress(page, 'Where we deliver', ['1 Main Street', 'Southampton', 'NY', '11968']);
    // The address of the card once more: what was edited since is not undone.
    await page.goto(`${server.url}/book?handoff=${id}`);
    await atHeading(page, headings.contact);
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail').fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.keyboard.press('Enter');
    await atHeading(page, headings.contact);
    await page.getByText('ann@example.com').waitFor();
    await page.getByLabel('Telephone').fill('212 555 0123');
    await goOn(page);
    await atHeading(page, headings.review);
    // Four items and a surfboard.
    await page.getByRole('button', { name: 'Book for $730' }).click();
    await atHeading(page, headings.booked);
    const { rows } = await server.database.pool.query(
      'select customer_id is not null as is_customers, details from bookings',
    );
    assert.equal(rows.length, 1);
    assert.equal(rows[0].is_customers, true);
  });

  it('is asked for again with the same key when the answer is lost', async (t) => {
    const keys: unknown[] = [];
    const { page } = await open(t, {
      expected: [/ERR_/],
      before: (page) =>
        page.route('**/handoffs/*/claim/', async (route) => {
          keys.push(route.request().postDataJSON());
          if (keys.length > 1) return route.continue();
          await route.fetch();
          return route.abort();
        }),
    });
    await page.getByText(/could not fetch what you agreed/).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await atHeading(page, headings.addresses);
    assert.equal(keys.length, 2);
    assert.deepEqual(keys[0], keys[1]);
  });

  it('that has expired says so, and leaves what was entered alone', async (t) => {
    const { page, server } = await open(t, { ageMs: 301_000, expected: [/404/] });
    await page.getByText(/no longer kept for this page/).waitFor();
    await atHeading(page, headings.service);
    assert.equal(new URL(page.url()).search, '?step=service');
    await assertSound(page, 'expired');
    await page.getByRole('radio', { name: /Mini Move/ }).check();
    await goOn(page);
    await atHeading(page, /how big is your move/i);
    await page.goto(`${server.url}/book?handoff=${crypto.randomUUID()}`);
    await page.getByText(/no longer kept for this page/).waitFor();
    for (const broken of ['xyz', '']) {
      await page.goto(`${server.url}/book?handoff=${broken}`);
      await page.getByText(/no longer kept for this page/).waitFor();
    }
    assert.equal((await keptDraft(page)).order.service_type, 'mini_move');
    assert.equal(await bookingCount(server), 0);
  });

  it('a link from the services page sets service and size, and nothing else', async (t) => {
    const { page, server } = await open(t);
    await atHeading(page, headings.addresses);
    await page.goto(`${server.url}/book?service=mini_move&package=petite`);
    await atHeading(page, /how big is your move/i);
    assert.equal(await page.getByRole('radio', { name: /Petite/ }).isChecked(), true);
    assert.equal((await keptDraft(page)).order.pickup_date, '2026-12-10');
  });
});
