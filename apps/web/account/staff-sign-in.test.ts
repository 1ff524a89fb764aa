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
const accounts = {
  customer: 'ada@example.com',
  staff: 'sam@example.com',
} as const;
/** The browser's own line about an answer that is no 2xx. */
const REFUSED = /Failed to load resource: .+ (401|403)/;

describe('signing in as staff in Chromium', { skip: browserMissing }, () => {
  const prepared = prepareBrowser();

  async function open(
    t: TestContext,
    path: string,
    options: BrowserContextOptions = desktop,
  ): Promise<{ page: Page; server: TestServer }> {
    const server = await startTestServer(t, {
      pagesDirectory: prepared.pagesDirectory,
      backOffice: {},
      isOpenToThisMachine: false,
    });
    for (const [role, email] of Object.entries(accounts)) {
      const account = { id: randomUUID(), name: email, email, password: PASSWORD };
      await server.signIn.createAccount({ ...account, role: role as keyof typeof accounts });
    }
    const context = await prepared.browser.newContext(options);
    const page = await context.newPage();
    const watch = await watchPage(page, { origins: [server.url], expected: [REFUSED] });
    t.after(async () => {
      await context.close();
      watch.assertClean();
    });
    // The console itself is not what is tested here.
    await page.route(/\/assets\/console-/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await page.goto(server.url + path);
    return { page, server };
  }

  const ready = (page: Page) => page.locator('form button[type="submit"]:enabled').waitFor();
  const at = (page: Page, path: string) =>
    page.waitForURL((url) => url.pathname + url.search === path);
  const customerNotice = (page: Page) => page.getByRole('group', { name: 'A customer’s account' });

  async function signInByKeyboard(page: Page, email: string): Promise<void> {
    await ready(page);
    await page.getByLabel('E-mail').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
  }

  it('leads nowhere but to the console, whatever the address says', async (t) => {
    const { page, server } = await open(
      t,
      '/staff/sign-in?next=https%3A%2F%2Fevil.example%2Fstaff',
    );
    await signInByKeyboard(page, accounts.staff);
    await at(page, '/staff');
    for (const next of [
      '//evil.example/staff',
      '/dashboard',
      '/staff/../login',
      '/staff/sign-in',
    ]) {
      await page.goto(`${server.url}/staff/sign-in?next=${encodeURIComponent(next)}`);
      await at(page, '/staff');
    }
  });

  it('tells a customer plainly, with whom they are signed in, and lets them change', async (t) => {
    const { page, server } = await open(t, '/staff/sign-in?next=/staff/tasks');
    await signInByKeyboard(page, accounts.customer);
    const notice = customerNotice(page);
    await notice.getByText(`You are signed in as ${accounts.customer}.`).waitFor();
    await notice.getByText('not a staff account').waitFor();
    assert.ok(await notice.evaluate((element) => document.activeElement === element));
    await page.goto(`${server.url}/staff/tasks`);
    await page.getByRole('heading', { name: 'This is for staff only' }).waitFor();
    await page.getByRole('link', { name: 'Sign in with a staff account' }).click();
    await notice.waitFor();
    await notice.getByRole('button', { name: 'Sign out' }).click();
    await notice.waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'email');
    const session = await page.request.get(`${server.url}/api/auth/get-session`);
    assert.equal(((await session.json()) as { user: unknown }).user, null);
    await signInByKeyboard(page, accounts.staff);
    await at(page, '/staff');
  });

  it('brings staff to the page they asked for, and on at once when they are signed in', async (t) => {
    const { page, server } = await open(t, '/staff/emails/1?q=late%20invoice');
    await at(page, '/staff/sign-in?next=%2Fstaff%2Femails%2F1%3Fq%3Dlate%2520invoice');
    await signInByKeyboard(page, accounts.staff);
    await at(page, '/staff/emails/1?q=late%20invoice');
    await page.goto(`${server.url}/staff/sign-in?next=/staff/tasks`);
    await at(page, '/staff/tasks');
  });

  it('says what is wrong, and says what is needed without JavaScript', async (t) => {
    const { page } = await open(t, '/staff/sign-in');
    await ready(page);
    await page.getByRole('button', { name: 'Sign in' }).click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'email');
    await page.getByText('Enter').first().waitFor();
    const plain = await open(t, '/staff/sign-in', { ...desktop, javaScriptEnabled: false });
    await plain.page.locator('main noscript .notice').waitFor();
    assert.equal(await plain.page.locator('form').isVisible(), false);
  });

  for (const [width, options] of [
    ['1280', desktop],
    ['390', phone],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`is accessible and fits, ${width} px, ${colorScheme}`, async (t) => {
        const { page, server } = await open(t, '/staff/sign-in', { ...options, colorScheme });
        const look = async (state: string): Promise<void> => {
          const name = `staff-${state}-${width}-${colorScheme}`;
          await photograph(page, name, { isWholePage: true });
          assert.equal(
            await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
            0,
          );
          await assertAccessible(page, name);
        };
        await ready(page);
        await look('sign-in');
        await page.getByLabel('E-mail').fill(accounts.staff);
        await page.getByLabel('Password', { exact: true }).fill('wrong horse 7');
        await page.keyboard.press('Enter');
        await page.getByRole('alert').getByText('wrong').waitFor();
        await look('wrong');
        await signInByKeyboard(page, accounts.customer);
        await customerNotice(page).waitFor();
        await look('customer');
        await page.goto(`${server.url}/staff`);
        await page.getByRole('heading', { name: 'This is for staff only' }).waitFor();
        await look('not-staff');
      });
    }
  }
});
