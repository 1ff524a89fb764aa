import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it, type TestContext } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import type { Owner } from '@deskbell/testing/postgres.ts';
import { prepareBrowser } from '@deskbell/testing/prepare-browser.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';
import { watchPage } from '@deskbell/testing/watch-page.ts';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

const PASSWORD = 'correct horse 7';
const people = { staff: 'sam@example.com', admin: 'dana@example.com' } as const;
/** The chat's own way to the server, and the browser's line about an answer that is no 2xx. */
const EXPECTED = [/^web socket: /, /Failed to load resource: .+ (400|401|403|404|500)/];

describe('the console’s shell in Chromium', { skip: browserMissing }, () => {
  const prepared = prepareBrowser();
  const endings: (() => Promise<void>)[] = [];
  /** Everybody at this machine is an administrator. */
  let server: TestServer;
  /** People have to sign in. */
  let guarded: TestServer;
  let executionId: string;

  before(async () => {
    const owner: Owner = { after: (end) => void endings.push(end), passed: true };
    const options = { pagesDirectory: prepared.pagesDirectory, backOffice: {}, isPublicHere: true };
    server = await startTestServer(owner, options);
    await generateOperations({ database: server.database, executions: 120, days: 7, seed: 3 });
    guarded = await startTestServer(owner, { ...options, isOpenToThisMachine: false });
    for (const [role, email] of Object.entries(people)) {
      const account = { id: randomUUID(), name: `The ${role}`, email, password: PASSWORD };
      await guarded.signIn.createAccount({ ...account, role: role as keyof typeof people });
    }
    const response = await fetch(`${server.url}/executions?view=summary&status=failed&limit=1`);
    const { executions } = (await response.json()) as { executions: { id: string }[] };
    executionId = executions[0]?.id ?? '';
    assert.notEqual(executionId, '');
  });
  after(async () => {
    for (const end of endings.toReversed()) await end();
  });

  async function openPage(
    t: TestContext,
    path: string,
    options: {
      at?: TestServer;
      as?: keyof typeof people;
      context?: BrowserContextOptions;
      expected?: readonly RegExp[];
      prepare?: (page: Page) => Promise<unknown>;
      /** There will be no console. */
      isRefused?: true;
    } = {},
  ): Promise<Page> {
    const at = options.at ?? server;
    const context: BrowserContext = await prepared.browser.newContext({
      reducedMotion: 'reduce',
      ...(options.context ?? desktop),
    });
    const page = await context.newPage();
    const watch = await watchPage(page, {
      origins: [at.url],
      expected: [...EXPECTED, ...(options.expected ?? [])],
    });
    t.after(async () => {
      if ((t as Owner).passed === false)
        await photograph(page, `failed-shell-${process.pid}`).catch(() => {});
      await context.close();
      watch.assertClean();
    });
    if (options.as !== undefined) {
      const answer = await context.request.post(`${at.url}/api/auth/sign-in/email`, {
        data: { email: people[options.as], password: PASSWORD },
        headers: { origin: at.url },
      });
      assert.equal(answer.status(), 200);
    }
    await options.prepare?.(page);
    await page.goto(at.url + path);
    if (!options.isRefused) await page.locator('#main').waitFor();
    return page;
  }

  const focusIs = (page: Page, selector: string) =>
    page.waitForFunction((wanted) => document.activeElement?.matches(wanted) === true, selector);
  const heading = (page: Page, name: string) =>
    page.locator('#main').getByRole('heading', { level: 1, name, exact: true });
  const at = (page: Page, path: string) =>
    page.waitForURL((url) => url.pathname + url.search === path);
  const rows = (page: Page) => page.locator('#main tbody tr');

  it('shows nobody’s settings to staff, and no link to them', async (t) => {
    const page = await openPage(t, '/staff/settings', { at: guarded, as: 'staff' });
    await heading(page, 'Settings').waitFor();
    await page.getByText('For administrators').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Settings' }).count(), 0);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('settings');
    await page.getByRole('option', { name: /Ask AUBS/ }).waitFor();
    assert.equal(await page.getByRole('option', { name: /^Settings/ }).count(), 0);
  });

  it('sends whoever is signed out to the sign-in, and back to where they were', async (t) => {
    const page = await openPage(t, '/staff/executions', { at: guarded, as: 'staff' });
    await heading(page, 'Executions').waitFor();
    await page.context().clearCookies();
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.waitForURL((url) => url.pathname === '/staff/sign-in');
    // The page before may have asked for something in between.
    const next = new URL(page.url()).searchParams.get('next') ?? '';
    assert.match(next, /^\/staff\/(emails|executions)$/);
  });

  it('signs out', async (t) => {
    const page = await openPage(t, '/staff/tasks', { at: guarded, as: 'admin' });
    await page.getByRole('button', { name: 'Account: The admin' }).click();
    await page.getByText(people.admin).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL((url) => url.pathname === '/staff/sign-in');
    assert.equal((await page.request.get(`${guarded.url}/api/me`)).status(), 401);
  });

  it('changes the password, and says beside the field what is wrong with it', async (t) => {
    const page = await openPage(t, '/staff/tasks', { at: guarded, as: 'staff' });
    await page.getByRole('button', { name: 'Account: The staff' }).click();
    await page.getByRole('button', { name: 'Change the password' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the password' });
    const current = dialog.getByLabel('The password you have now');
    const next = dialog.getByLabel('The new password');
    await focusIs(page, 'input[autocomplete="current-password"]');
    await current.fill('wrong horse 7');
    await next.fill('short');
    await page.keyboard.press('Enter');
    await dialog.getByText('Enter at least 8 characters.').waitFor();
    await focusIs(page, 'input[autocomplete="new-password"]');
    assert.equal(await next.getAttribute('aria-invalid'), 'true');
    await assertAccessible(page, 'changing the password, refused');
    await next.fill('correct horse 8');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').waitFor();
    await current.fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.toast').getByText('The password is changed.').waitFor();
    assert.equal(await dialog.count(), 0);
  });

  it('offers a reload for an area whose code is gone, and stays usable', async (t) => {
    const page = await openPage(t, '/staff/emails', {
      expected: [/net::ERR_FAILED/, /dynamically imported module/],
      prepare: (opened) => opened.route(/tasks-area/, (route) => route.abort()),
    });
    await heading(page, 'Emails').waitFor();
    await page.getByRole('link', { name: 'Tasks' }).click();
    await page.getByRole('button', { name: 'Reload the page' }).waitFor();
    await heading(page, 'Tasks').waitFor();
    await page.getByRole('link', { name: 'Emails' }).click();
    await rows(page).first().waitFor();
    await page.getByRole('link', { name: 'Tasks' }).click();
    await page.getByRole('button', { name: 'Reload the page' }).waitFor();
    await page.unroute(/tasks-area/);
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await page.getByRole('button', { name: 'Reload the page' }).waitFor({ state: 'detached' });
    await heading(page, 'Tasks').waitFor();
  });

  it('says that the server cannot be asked who is here, and tries again', async (t) => {
    const page = await openPage(t, '/staff/executions', {
      prepare: (opened) =>
        opened.route('**/api/me', (route) => route.fulfill({ status: 400, json: {} })),
      isRefused: true,
    });
    await page.getByRole('alert').waitFor();
    assert.equal(await page.getByRole('navigation').count(), 0);
    await page.unroute('**/api/me');
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(page, 'Executions').waitFor();
  });

  it('leads everywhere by the keyboard alone, and leaves typing alone', async (t) => {
    const page = await openPage(t, '/staff');
    await page.locator('#main h1').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('x');
    await at(page, '/staff/executions');
    await focusIs(page, '#main h1');
    assert.equal(await page.title(), 'Executions · ToteTaxi');
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.waitForFunction(() => document.title === 'Home · ToteTaxi');
    await page.goBack();
    await heading(page, 'Executions').waitFor();

    await page.keyboard.press('/');
    await focusIs(page, '[data-area-search]');
    await page.keyboard.type('g e ? j');
    assert.equal(await page.locator('[data-area-search]').inputValue(), 'g e ? j');
    assert.equal(await page.getByRole('dialog').count(), 0);
    await page.locator('[data-area-search]').fill('');
    await rows(page).first().waitFor();
    await page.locator('[data-area-search]').blur();

    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    for (const label of ['Emails', 'Ask AUBS', 'Search in this area']) {
      await sheet.getByText(label, { exact: true }).waitFor();
    }
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    assert.equal(new URL(page.url()).pathname, '/staff/executions');
  });

  it('finds areas, actions, mail and records by typing, and says how many', async (t) => {
    const page = await openPage(t, '/staff/vendors');
    await page.keyboard.press('Control+k');
    const field = page.locator('.palette').getByRole('combobox');
    await focusIs(page, '.palette input');
    await page.keyboard.type('dead');
    const active = async () =>
      page.locator(`[id="${await field.getAttribute('aria-activedescendant')}"]`).innerText();
    await page.getByRole('option', { name: /^Deadlines/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await at(page, '/staff/deadlines');
    await focusIs(page, '#main h1');

    await page.keyboard.press('Control+k');
    await focusIs(page, '.palette input');
    await page.keyboard.type('fire inspection');
    await page.getByRole('group', { name: 'Emails' }).getByRole('option').first().waitFor();
    await page
      .getByRole('status')
      .getByText(/^\d+ choices\.$/)
      .waitFor();
    await page.keyboard.press('ArrowUp');
    assert.match(await active(), /Ask AUBS “fire inspection”/);
    await page.keyboard.press('ArrowDown');
    assert.match(await active(), /fire inspection/i);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/staff\/emails\/[\w-]{36}$/);
    await page.keyboard.press('Escape');
    await at(page, '/staff/emails');

    await page.keyboard.press('Control+k');
    await focusIs(page, '.palette input');
    await page.keyboard.type(`[execution:${executionId.split('-').at(-1)}]`);
    await page.getByRole('group', { name: 'Record' }).getByRole('option').waitFor();
    await page.keyboard.press('Enter');
    await at(page, `/staff/executions/${executionId}`);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+k');
    await page.locator('.palette').waitFor({ state: 'detached' });
  });

  it('shows a record beside the page: by its address, with the focus in it, until Escape', async (t) => {
    const page = await openPage(t, '/staff/vendors?peek=nothing:at-all');
    await page.getByText('There is no such record').waitFor();
    await page.keyboard.press('Escape');
    await at(page, '/staff/vendors');

    await page.goto(`${server.url}/staff/vendors?peek=execution:${executionId}`);
    const drawer = page.getByRole('complementary', { name: 'Execution, beside the page' });
    await drawer.getByText('failed', { exact: true }).first().waitFor();
    await focusIs(page, '.peek h2');
    await page.reload();
    await drawer.getByText('failed', { exact: true }).first().waitFor();
    await drawer.getByRole('link', { name: 'Open page' }).click();
    await at(page, `/staff/executions/${executionId}`);
    await drawer.waitFor({ state: 'detached' });
    // Tabs are told apart by what they show.
    const business = await page.locator('.brand-name').first().innerText();
    const heading = page.locator('#main h1', { hasText: /\d/ });
    await heading.waitFor();
    const subject = await heading.innerText();
    assert.equal(await page.title(), `${subject} · ${business}`);
    await page.goBack();
    await drawer.waitFor();
    await page.keyboard.press('Escape');
    await at(page, '/staff/vendors');
  });

  it('leaves the focus on a row that is peeked at, for the next one', async (t) => {
    const page = await openPage(t, '/staff/executions');
    await rows(page).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press(' ');
    await page.locator('.peek').waitFor();
    await focusIs(page, '#main table *');
    const first = new URL(page.url()).searchParams.get('peek');
    await page.keyboard.press('j');
    await page.keyboard.press(' ');
    await page.waitForURL((url) => {
      const peek = url.searchParams.get('peek');
      return peek !== null && peek !== first;
    });
    await page.keyboard.press('i');
    await focusIs(page, '.peek h2');
    // A link in the drawer goes with its record: the focus is at the next one's heading.
    await page.locator('.peek .facts a').first().press('Enter');
    await page.locator('.peek h2', { hasText: 'Email' }).waitFor();
    await page.locator('.peek .email-view').waitFor();
    await focusIs(page, '.peek h2');
    await page.keyboard.press('Escape');
    await page.locator('.peek').waitFor({ state: 'detached' });
    await focusIs(page, '#main table *');
  });

  it('uncovers what the keyboard leads to', async (t) => {
    const page = await openPage(t, `/staff/executions?peek=execution:${executionId}`);
    await page.locator('.peek .execution-view').waitFor();
    await rows(page).first().focus();
    assert.equal(await page.locator('.peek').count(), 1, 'a row is seen beside the drawer');
    await page.locator('#main').getByLabel('Risk').focus();
    await page.locator('.peek').waitFor({ state: 'detached' });
    await focusIs(page, '#main select');

    await page.setViewportSize({ width: 768, height: 1024 });
    await page.getByRole('button', { name: 'Ask AUBS' }).click();
    await focusIs(page, '.composer-input');
    await page.locator('#main').getByLabel('Risk').focus();
    await page.locator('.chat-column').waitFor({ state: 'detached' });
  });

  it('keeps every filter that is typed in one go', async (t) => {
    const page = await openPage(t, '/staff/emails');
    await rows(page).first().waitFor();
    await page.getByLabel('Words in the mail').focus();
    await page.keyboard.type('invoice');
    await page.keyboard.press('Tab');
    await page.keyboard.type('example.com');
    await page.waitForURL(
      ({ searchParams }) =>
        searchParams.get('q') === 'invoice' && searchParams.get('domain') === 'example.com',
    );
    assert.equal(await page.getByLabel('Words in the mail').inputValue(), 'invoice');
  });

  it('opens what is found for the words that stand there, however soon Enter comes', async (t) => {
    const page = await openPage(t, '/staff/settings');
    const first = await page.request.get(`${server.url}/api/emails?limit=30`);
    const { emails } = (await first.json()) as { emails: { id: string; subject: string }[] };
    const [one, other] = [emails[3], emails[7]];
    assert.ok(one !== undefined && other !== undefined);
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox');
    await field.fill(one.subject);
    await page.getByRole('option', { name: one.subject }).first().waitFor();
    await field.fill(other.subject);
    await page.keyboard.press('Enter');
    await at(page, `/staff/emails/${other.id}`);
  });

  it('gives the focus back when what had it goes: notice, chat, palette, keys, menu', async (t) => {
    const page = await openPage(t, '/staff/executions');
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: 'Hide' }).press('Enter');
    await focusIs(page, '#main');
    await page.keyboard.press('j');
    await focusIs(page, '#main tbody tr');
    for (const [open, inside, close] of [
      ['Control+j', '.composer-input', 'Control+j'],
      ['Control+k', '.palette input', 'Escape'],
      ['?', '[role="dialog"], dialog *', 'Escape'],
    ] as const) {
      await page.keyboard.press(open);
      await focusIs(page, inside);
      await page.keyboard.press(close);
      await focusIs(page, '#main tbody tr');
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('button', { name: 'Close the menu' }).click();
    await focusIs(page, '.top-bar-menu');
  });

  it('has the chat at hand, on a phone over the page', async (t) => {
    const page = await openPage(t, '/staff/tasks', { context: phone });
    await page.getByRole('button', { name: 'Ask AUBS' }).click();
    const chat = page.getByRole('complementary', { name: 'AUBS' });
    await chat.waitFor();
    assert.equal(await page.locator('.content').getAttribute('inert'), '');
    await page.keyboard.press('Control+j');
    await chat.waitFor({ state: 'detached' });
    assert.equal(await page.locator('.content').getAttribute('inert'), null);
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    const menu = page.getByRole('dialog', { name: 'Menu' });
    await menu.getByRole('link', { name: /Reviews/ }).click();
    await at(page, '/staff/reviews');
    await menu.waitFor({ state: 'detached' });
    await focusIs(page, '#main h1');
  });

  const looks: Readonly<Record<string, { context: BrowserContextOptions; isRtl?: true }>> = {
    light: { context: { ...desktop, colorScheme: 'light' } },
    dark: { context: { ...desktop, colorScheme: 'dark' } },
    phone: { context: { ...phone, colorScheme: 'light' } },
    'dark phone': { context: { ...phone, colorScheme: 'dark' } },
    'right to left': { context: desktop, isRtl: true },
    'forced colours': { context: { ...desktop, forcedColors: 'active' } },
  };
  for (const [look, { context, isRtl }] of Object.entries(looks)) {
    it(`is accessible and never wider than its window: ${look}`, async (t) => {
      // Few rows: what is checked here is what is around them.
      const page = await openPage(t, '/staff/executions?status=failed', {
        context,
        prepare: (opened) =>
          isRtl
            ? opened.addInitScript(() => {
                document.addEventListener('DOMContentLoaded', () => {
                  document.documentElement.dir = 'rtl';
                });
              })
            : Promise.resolve(),
      });
      await rows(page).first().waitFor();
      const check = async (state: string) => {
        await assertAccessible(page, `${look}: ${state}`);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(wider, 0, `${look}: ${state}`);
        await photograph(page, `shell-${look}-${state}`.replaceAll(' ', '-'));
      };
      await check('area');
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      await check('keys');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await focusIs(page, '.palette input');
      await page.keyboard.type('invoice');
      await page.getByRole('group', { name: 'Executions' }).waitFor();
      await check('palette');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Account:' }).click();
      await page.locator('.user-menu').waitFor();
      await check('account');
      await page.keyboard.press('Escape');
      if (context.isMobile) {
        await page.getByRole('button', { name: 'Menu', exact: true }).click();
        await page.getByRole('dialog', { name: 'Menu' }).waitFor();
        await check('menu');
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('Control+j');
      await page.getByRole('complementary', { name: 'AUBS' }).getByRole('button').first().waitFor();
      await check('chat');
      await page.keyboard.press('Control+j');
      await page.goto(`${server.url}/staff/executions?status=failed&peek=execution:${executionId}`);
      await page.locator('.peek').getByText('failed', { exact: true }).first().waitFor();
      await check('drawer');
      await page.goto(`${server.url}/staff/nowhere`);
      await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
      await check('nowhere');
    });
  }
});
