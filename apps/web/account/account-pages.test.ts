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

const ada = { name: 'Ada Demo', email: 'ada@example.com', password: 'correct horse 7' };
const credentials = { email: ada.email, password: ada.password };
const REVIEW = '/login?next=/book%3Fstep%3Dreview';
/** The browser's own line about an answer that is no 2xx. */
const REFUSED = /Failed to load resource: .+ (401|404|422|429|500|503)/;
const OFFLINE = /ERR_INTERNET_DISCONNECTED/;

describe('signing in and up in Chromium', { skip: browserMissing }, () => {
  const prepared = prepareBrowser();

  async function open(
    t: TestContext,
    path: string,
    options: BrowserContextOptions = desktop,
  ): Promise<{ page: Page; server: TestServer; id: string }> {
    const server = await startTestServer(t, { pagesDirectory: prepared.pagesDirectory });
    const id = randomUUID();
    await server.signIn.createAccount({ ...ada, id, role: 'customer' });
    const context = await prepared.browser.newContext(options);
    const page = await context.newPage();
    const watch = await watchPage(page, {
      origins: [server.url],
      expected: [REFUSED, OFFLINE],
    });
    t.after(async () => {
      await context.close();
      watch.assertClean();
    });
    await page.goto(server.url + path);
    return { page, server, id };
  }

  const button = (page: Page, name: RegExp | string) =>
    page.locator('main').getByRole('button', { name });
  const alert = (page: Page) => page.locator('main').getByRole('alert');
  const ready = (page: Page) => page.locator('form button[type="submit"]:enabled').waitFor();
  const at = (page: Page, path: string) =>
    page.waitForURL((url) => url.pathname + url.search === path);
  const stored = (page: Page) =>
    page.evaluate(() => ({
      hint: localStorage.getItem('deskbell.signed-in'),
      thread: localStorage.getItem('deskbell.thread'),
      draft: sessionStorage.getItem('deskbell.booking'),
    }));
  const fill = async (page: Page, values: Partial<typeof ada>): Promise<void> => {
    await ready(page);
    if (values.name !== undefined) await page.getByLabel('Name').fill(values.name);
    if (values.email !== undefined) await page.getByLabel('E-mail').fill(values.email);
    if (values.password !== undefined) {
      await page.getByLabel('Password', { exact: true }).fill(values.password);
    }
  };
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
  const assertFits = async (page: Page): Promise<void> => {
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    assert.equal(overflow, 0);
  };

  it('works by keyboard alone, and goes on with the wizard and its draft', async (t) => {
    const { page } = await open(t, REVIEW);
    await page.evaluate(() => {
      localStorage.setItem('deskbell.thread', 'of a visitor');
      sessionStorage.setItem('deskbell.booking', '{"kept":true}');
    });
    await ready(page);
    assert.equal(
      await page.getByText('Sign in to go on with your booking').isVisible(),
      true,
      'says why',
    );
    await page.getByLabel('E-mail').focus();
    await page.keyboard.type(ada.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(ada.password);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const password = page.getByLabel('Password', { exact: true });
    assert.equal(await password.getAttribute('type'), 'text');
    assert.equal(await button(page, 'Show the password').getAttribute('aria-pressed'), 'true');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Sign in');
    await page.route('**/book?*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.keyboard.press('Enter');
    await at(page, '/book?step=review');
    assert.deepEqual(await stored(page), { hint: '1', thread: null, draft: '{"kept":true}' });
  });

  it('carries next between signing in and up, and follows no other origin', async (t) => {
    const { page, server } = await open(t, REVIEW);
    await ready(page);
    await page.getByRole('link', { name: 'Create an account' }).click();
    await at(page, '/register?next=%2Fbook%3Fstep%3Dreview');
    await ready(page);
    await page.locator('main').getByRole('link', { name: 'Sign in', exact: true }).click();
    await at(page, '/login?next=%2Fbook%3Fstep%3Dreview');

    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '%2F%2Fx.y']) {
      await page.goto(`${server.url}/login?next=${encodeURIComponent(next)}`);
      await ready(page);
      assert.equal(
        await page.getByRole('link', { name: 'Create an account' }).getAttribute('href'),
        '/register',
      );
    }
    await fill(page, credentials);
    await page.keyboard.press('Enter');
    await at(page, '/dashboard');
    await page.goto(`${server.url}/register?next=/faq`);
    await at(page, '/faq');
    await page.goto(`${server.url}/login`);
    await at(page, '/dashboard');
  });
  it('links errors to their fields, goes to the first and takes them back when they are mended', async (t) => {
    const { page } = await open(t, '/register');
    await fill(page, { email: 'ada', password: 'short' });
    await button(page, 'Create account').click();
    assert.equal(await focused(page), 'name');
    const described = (label: string) =>
      page
        .getByLabel(label, { exact: true })
        .evaluate((input) =>
          (input.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .map((id) => document.getElementById(id)?.textContent),
        );
    assert.deepEqual(await described('Name'), ['Enter your name.']);
    assert.deepEqual(await described('E-mail'), [
      'Enter a whole e-mail address, such as name@example.com.',
    ]);
    assert.deepEqual(await described('Password'), [
      'Use at least 8 characters.',
      'At least 8 characters.',
    ]);
    await page.keyboard.type('Ada');
    assert.equal(await page.getByLabel('Name').getAttribute('aria-invalid'), null);
    assert.equal(await page.getByLabel('E-mail').getAttribute('aria-invalid'), 'true');
  });

  it("shows the server's sentence for a wrong password, and lets it be mended", async (t) => {
    const { page } = await open(t, '/login');
    await fill(page, { email: ada.email, password: 'wrong horse 7' });
    await page.keyboard.press('Enter');
    await alert(page).getByText('The e-mail address or the password is wrong.').waitFor();
    assert.equal(await focused(page), 'password');
    assert.deepEqual(await stored(page), { hint: null, thread: null, draft: null });
    await fill(page, { password: ada.password });
    await page.keyboard.press('Enter');
    await at(page, '/dashboard');
  });

  it('registers, and offers an address that has an account to sign in with it', async (t) => {
    const { page, server } = await open(t, '/register?next=/faq');
    await fill(page, ada);
    await page.keyboard.press('Enter');
    await alert(page).getByText('There is already an account with this e-mail address.').waitFor();
    assert.equal(await focused(page), 'email');
    const instead = page.getByRole('link', { name: 'Sign in with it instead' });
    assert.equal(await instead.getAttribute('href'), '/login?next=%2Ffaq');
    await fill(page, { email: 'new@example.com' });
    await page.keyboard.press('Enter');
    await at(page, '/faq');
    assert.equal((await stored(page)).hint, '1');
    const { rows } = await server.database.pool.query(
      "select name from customers where email = 'new@example.com'",
    );
    assert.deepEqual(rows, [{ name: 'Ada Demo' }]);
  });

  it('sends once, however often the button is pressed', async (t) => {
    const { page } = await open(t, '/register');
    const held = Promise.withResolvers<void>();
    let count = 0;
    await page.route('**/api/auth/sign-up/email', async (route) => {
      count += 1;
      await held.promise;
      await route.continue();
    });
    await fill(page, { ...ada, email: 'new@example.com' });
    await button(page, 'Create account').dblclick();
    await button(page, 'Creating your account…').press('Enter');
    await page.getByLabel('Name').press('Enter');
    assert.equal(await page.locator('form').getAttribute('aria-busy'), 'true');
    held.resolve();
    await at(page, '/dashboard');
    assert.equal(count, 1);
  });

  it('counts down after too many attempts, and then goes on', async (t) => {
    const { page, server } = await open(t, '/login');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'someone@example.com', password: 'wrong horse 7' }),
      });
      assert.equal(response.status, 401);
    }
    await page.clock.install();
    await page.reload();
    await fill(page, credentials);
    await page.keyboard.press('Enter');
    await alert(page).getByText('Too many attempts, please wait').waitFor();
    const waiting = button(page, /Try again in [45]:\d\d/);
    await waiting.waitFor();
    assert.equal(await waiting.getAttribute('aria-disabled'), 'true');
    await assertAccessible(page, 'limited');
    await photograph(page, 'account-limited-1280');
    await page.clock.fastForward(301_000);
    await alert(page).getByText('You can try again now.').waitFor();
    await page.locator('button[type="submit"]:not([aria-disabled="true"])').waitFor();
  });

  it('says that the network is away, keeps what was typed and works again with it', async (t) => {
    const { page } = await open(t, '/login');
    await fill(page, credentials);
    await page.context().setOffline(true);
    await page.keyboard.press('Enter');
    await alert(page).getByText('You are offline.').waitFor();
    assert.equal(await page.getByLabel('Password', { exact: true }).inputValue(), ada.password);
    await page.context().setOffline(false);
    await button(page, 'Sign in').click();
    await at(page, '/dashboard');
  });

  it('follows another tab that signs in', async (t) => {
    const { page, server } = await open(t, '/login?next=/faq');
    await ready(page);
    const other = await page.context().newPage();
    await other.goto(`${server.url}/login`);
    await fill(other, credentials);
    await other.keyboard.press('Enter');
    await at(other, '/dashboard');
    await at(page, '/faq');
  });

  it('gives people without JavaScript the telephone instead of a form', async (t) => {
    for (const path of ['/login', '/register']) {
      const { page } = await open(t, path, { ...phone, javaScriptEnabled: false });
      assert.equal(await page.locator('form').isVisible(), false);
      await page.locator('main .notice a[href^="tel:"]').first().waitFor();
    }
  });

  for (const [width, options] of [
    ['1280', desktop],
    ['390', phone],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`is accessible and fits, ${width} px, ${colorScheme}`, async (t) => {
        const name = (state: string) => `account-${state}-${width}-${colorScheme}`;
        const { page, server } = await open(t, '/login', {
          ...options,
          colorScheme,
          reducedMotion: 'reduce',
        });
        const look = async (state: string): Promise<void> => {
          await photograph(page, name(state), { isWholePage: true });
          await assertFits(page);
          await assertAccessible(page, name(state));
        };
        await ready(page);
        await look('login');
        await fill(page, { email: ada.email, password: 'wrong horse 7' });
        await page.keyboard.press('Enter');
        await alert(page).getByText('wrong').waitFor();
        await look('wrong');
        await page.goto(`${server.url}/register`);
        await ready(page);
        await look('register');
        await button(page, 'Create account').click();
        await look('errors');
        await fill(page, ada);
        await page.keyboard.press('Enter');
        await alert(page).getByText('already').waitFor();
        await look('exists');
      });
    }
  }
});
