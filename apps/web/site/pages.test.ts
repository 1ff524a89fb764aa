import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing, launchBrowser } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';
import { type PageWatch, watchPage } from '@deskbell/testing/watch-page.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildPages } from '../build.ts';

const paths = { home: '/', services: '/services', faq: '/faq', 'not-found': '/nothing/here' };

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const layoutShift = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => setTimeout(() => resolve(sum)));
})`;

describe('the website’s pages in a browser', { skip: browserMissing }, () => {
  const cleanups: (() => unknown)[] = [];
  let server: TestServer;
  let browser: Browser;
  before(async () => {
    const { outDir: pagesDirectory } = await buildPages();
    server = await startTestServer({ after: (close) => cleanups.push(close) }, { pagesDirectory });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    for (const cleanup of cleanups.reverse()) await cleanup();
  });

  const open = async (
    options: BrowserContextOptions,
  ): Promise<{ page: Page; watch: PageWatch }> => {
    const context = await browser.newContext({ ...options, baseURL: server.url });
    const page = await context.newPage();
    const expected = [/404 \(Not Found\).*nothing\/here/];
    return { page, watch: await watchPage(page, { origins: [server.url], expected }) };
  };

  const looks: Record<string, BrowserContextOptions> = {
    '1280': { ...desktop, colorScheme: 'light' },
    '1280-dark': { ...desktop, colorScheme: 'dark' },
    '390': { ...phone, colorScheme: 'light' },
    '390-dark': { ...phone, colorScheme: 'dark' },
  };
  for (const [look, options] of Object.entries(looks)) {
    it(`are accessible, still and whole: ${look}`, async () => {
      const { page, watch } = await open({ ...options, reducedMotion: 'reduce' });
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(path);
        assert.equal(await page.evaluate(overflow), 0, `${path} scrolls sideways`);
        assert.ok(Number(await page.evaluate(layoutShift)) <= 0.02, `${path} moves`);
        await assertAccessible(page, `${path} ${look}`);
        await photograph(page, `website-${name}-${look}`, { isWholePage: true });
      }
      watch.assertClean();
      await page.context().close();
    });
  }

  it('can be read at 200 % and on 320 px, and in forced colours', async () => {
    for (const [look, options] of Object.entries({
      zoomed: { viewport: { width: 640, height: 400 } },
      narrow: { viewport: { width: 320, height: 640 } },
      forced: { ...desktop, forcedColors: 'active' as const },
    })) {
      const { page, watch } = await open(options);
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(path);
        assert.equal(await page.evaluate(overflow), 0, `${path} ${look}`);
        if (look === 'forced') await assertAccessible(page, `${path} in forced colours`);
        await photograph(page, `website-${name}-${look}`, { isWholePage: true });
      }
      watch.assertClean();
      await page.context().close();
    }
  });

  it('can be printed: ink on paper, and nothing to press', async () => {
    const { page } = await open({ ...desktop, colorScheme: 'light' });
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(path);
      await page.emulateMedia({ media: 'print' });
      await photograph(page, `website-${name}-print`, { isWholePage: true });
      await page.emulateMedia({ media: 'screen' });
    }
    await page.goto('/faq');
    await page.emulateMedia({ media: 'print' });
    await page.getByText('refunded in full').waitFor();
    await page.goto('/');
    await assertAccessible(page, 'the home page on paper');
    assert.equal(await page.getByRole('link', { name: 'Book now' }).first().isVisible(), false);
    await page.context().close();
  });

  it('ask for four files and the icon and store nothing before anybody does anything', async () => {
    const { page, watch } = await open(desktop);
    await page.goto('/', { waitUntil: 'networkidle' });
    const unhashed = watch.requests.map((line) => line.replace(/-[\w-]{8}\./, '.'));
    assert.deepEqual(unhashed.filter((line) => line !== 'GET /favicon.svg').sort(), [
      'GET /',
      'GET /assets/site.css',
      'GET /assets/site.js',
      'GET /widget/v1.js',
    ]);
    const stored = 'localStorage.length + sessionStorage.length + document.cookie.length';
    assert.equal(await page.evaluate(stored), 0);
    await page.context().close();
  });

  it('on a phone, the menu works by keyboard alone and gives the focus back', async () => {
    const { page } = await open(phone);
    await page.goto('/');
    const focused = () => page.evaluate('document.activeElement.textContent.trim()');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Skip to the content');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Menu');
    const menu = page.getByRole('navigation', { name: 'Main' });
    assert.equal(await menu.isVisible(), false);
    await page.keyboard.press('Enter');
    await menu.waitFor();
    await assertAccessible(page, 'the open menu');
    await photograph(page, 'website-menu-390');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Services');
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    assert.equal(await focused(), 'Menu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/faq');
    await page.context().close();
  });

  it('a ZIP code is answered on the spot, and what is none is asked for again', async () => {
    const { page, watch } = await open(desktop);
    await page.goto('/');
    const input = page.getByLabel('Is your address covered?');
    const answer = page.locator('.zip-check-answer');
    const check = async (zipCode: string) => {
      await input.fill(zipCode);
      await input.press('Enter');
      return await answer.textContent();
    };
    assert.match(String(await check('1000')), /five digits/);
    assert.equal(await input.getAttribute('aria-invalid'), 'true');
    assert.equal(await page.evaluate('document.activeElement.id'), 'zip');
    assert.match(String(await check('10001')), /Manhattan, NY\)\. No surcharge/);
    assert.equal(await input.getAttribute('aria-invalid'), 'false');
    assert.match(String(await check('07101')), /Essex County, NJ\)\..*\$175/);
    const ask = page.getByRole('button', { name: 'Ask our assistant about it' });
    assert.equal(await ask.isVisible(), false);
    assert.match(String(await check('99999')), /outside.*\(631\)\s595-5100/);
    assert.match(String(await ask.getAttribute('data-deskbell-ask')), /99999/);
    await assertAccessible(page, 'an answer about a ZIP code');
    await page.locator('.area').scrollIntoViewIfNeeded();
    await photograph(page, 'website-zip-answer');
    await page.goto('/services?zip=07101#areas');
    await page.getByText('Yes, we come to 07101').waitFor();
    watch.assertClean();
    await page.context().close();
  });

  it('an address with a question’s name opens it, and the search narrows the questions down', async () => {
    const { page, watch } = await open(desktop);
    await page.goto('/faq#cancellation');
    await page.getByText('refunded in full').waitFor();
    await page.goto('/faq#tipping');
    await page.getByText('A tip is never expected').waitFor();
    const questions = page.locator('.faq details:visible');
    const all = await questions.count();
    await page.getByLabel('Search the answers').fill('  Certified   MAIL ');
    await page.getByText('1 answer', { exact: true }).waitFor();
    assert.deepEqual(await questions.locator('h3').allTextContents(), ['Insurance and claims']);
    await assertAccessible(page, 'a search');
    await photograph(page, 'website-faq-search');
    await page.getByLabel('Search the answers').fill('zebra');
    await page.getByText('No answer has these words').waitFor();
    const ask = page.getByRole('button', { name: 'Ask our assistant this' });
    assert.equal(await ask.getAttribute('data-deskbell-ask'), 'zebra');
    await assertAccessible(page, 'a search without an answer');
    await photograph(page, 'website-faq-search-nothing');
    await page.getByLabel('Search the answers').fill('surfboard');
    const services = page.getByRole('list', { name: 'Services with these words' });
    assert.deepEqual(await services.getByRole('link').allTextContents(), ['Specialty items']);
    await page.getByLabel('Search the answers').fill('How much does it cost?');
    assert.equal(await ask.isVisible(), false);
    const priced = await questions.locator('h3').allTextContents();
    for (const title of ['Service area', 'Luggage storage', 'Waiting and missed deliveries']) {
      assert.ok(priced.includes(title), `${title} in ${priced.join(', ')}`);
    }
    assert.ok((await services.getByRole('link').count()) >= 4);
    await page.getByLabel('Search the answers').fill('');
    assert.equal(await questions.count(), all);
    watch.assertClean();
    await page.context().close();
  });

  it('everything can be read, and the menu opened, without scripts', async () => {
    const { page } = await open({ ...phone, javaScriptEnabled: false });
    await page.goto('/');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'FAQ' }).first().click();
    await page.waitForURL('**/faq');
    await page.getByText('Cancellation', { exact: true }).click();
    await page.getByText('refunded in full').waitFor();
    assert.equal(await page.getByLabel('Search the answers').isVisible(), false);
    await page.goto('/');
    await page.getByLabel('Is your address covered?').fill('10001');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.waitForURL('**/services?zip=10001#areas');
    await page.getByText('Manhattan, NY').click();
    await page.getByText(/10001 10002/).waitFor();
    await page.context().close();
  });

  it('lead to the bookings of who is signed in, and ask nobody else’s server about it', async () => {
    const { page, watch } = await open(desktop);
    await page.goto('/');
    const account = { name: 'Ada', email: 'ada@example.com', password: 'correct horse 7' };
    const response = await page.request.post('/api/auth/sign-up/email', {
      data: account,
      headers: { origin: 'http://localhost:8000' },
    });
    assert.equal(response.status(), 200);
    const link = page.locator('#account-link');
    await page.reload();
    assert.equal(await link.textContent(), 'Sign in');
    assert.ok(!watch.requests.some((line) => line.includes('get-session')));
    await page.evaluate("localStorage.setItem('deskbell.signed-in', '1')");
    await page.reload({ waitUntil: 'networkidle' });
    assert.equal(await link.textContent(), 'My bookings');
    assert.equal(await link.getAttribute('href'), '/dashboard');
    await page.context().clearCookies();
    await page.reload();
    await page.locator('#account-link[href="/login"]').waitFor();
    assert.equal(await page.evaluate("localStorage.getItem('deskbell.signed-in')"), null);
    watch.assertClean();
    await page.context().close();
  });
});
