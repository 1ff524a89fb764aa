import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import type { Owner } from '@deskbell/testing/postgres.ts';
import { prepareWebsite, type Visitor } from '@deskbell/testing/prepare-website.ts';
import { until } from '@deskbell/testing/until.ts';
import type { Page, Request } from 'playwright-core';
import { areas } from '../areas.ts';
import { addPeople, askFrontDesk, PASSWORD, people } from './fill-console.ts';
import { signInByKeyboard } from './sign-in-by-keyboard.ts';

/** A customer whose words and name are nowhere but in a conversation with the front desk. */
const customer = { name: 'Zebulon Quartermain', email: 'zebulon@quartermain.example' };
const QUESTION = 'What does a petite move with my harpsichord from 10001 to 11937 cost?';
const SECRETS = ['Zebulon', 'quartermain', 'harpsichord', '11937'];
/** The chat's own way to the server, and the browser's line about an answer that is no 2xx. */
const expected = [/^web socket: ws:/, /Failed to load resource: .+ (401|403)/];

describe('who may see what in the console', { skip: browserMissing }, () => {
  const website = prepareWebsite();
  const endings: (() => Promise<void>)[] = [];
  let server: Awaited<ReturnType<typeof website.start>>;

  const signIn = async (email: string): Promise<Record<string, string>> => {
    const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    assert.equal(response.status, 200);
    const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
    return { cookie: cookies.join('; '), origin: server.url };
  };

  before(async () => {
    const owner: Owner = { after: (end) => void endings.push(end), passed: true };
    server = await website.start(owner, { backOffice: {}, isOpenToThisMachine: false });
    await addPeople(server);
    const account = {
      ...customer,
      id: randomUUID(),
      password: PASSWORD,
      role: 'customer',
    } as const;
    await server.signIn.createAccount(account);
    await askFrontDesk(server, { message: QUESTION, headers: await signIn(customer.email) });
  });
  after(async () => {
    for (const end of endings.toReversed()) await end();
  });

  const heading = (page: Page, name: string | RegExp) =>
    page.locator('#main').getByRole('heading', { level: 1, name });
  const navigation = (page: Page) => page.getByRole('navigation', { name: 'Areas' });

  /** What the page's requests were answered, but for streams, which end with the page. */
  function collectAnswers(page: Page): { path: string; text: Promise<string> }[] {
    const answers: { path: string; text: Promise<string> }[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!/json/.test(response.headers()['content-type'] ?? '')) return;
      // What belongs to a page that was left has no body any more.
      answers.push({ path: pathname, text: response.text().catch(() => '') });
    });
    return answers;
  }

  /** The streams of changes that are open. */
  function watchStreams(page: Page): ReadonlySet<Request> {
    const open = new Set<Request>();
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/live') open.add(request);
    });
    page.on('requestfinished', (request) => open.delete(request));
    page.on('requestfailed', (request) => open.delete(request));
    return open;
  }

  async function enter(visitor: Visitor, person: 'admin' | 'staff', path: string): Promise<Page> {
    const { page } = await visitor.openTab(path);
    await signInByKeyboard(page, person);
    await page.waitForURL((url) => url.pathname + url.search === path);
    return page;
  }

  it('a customer is told that this is for staff, and gets nothing of the console', async (t) => {
    const visitor = await website.visit(t, { server, expected });
    const answer = await visitor.context.request.post(`${server.url}/api/auth/sign-in/email`, {
      data: { email: people.customer.email, password: PASSWORD },
      headers: { origin: server.url },
    });
    assert.equal(answer.status(), 200);
    const { page, watch } = await visitor.openTab('/staff/conversations');
    await page.getByRole('heading', { name: 'This is for staff only' }).waitFor();
    for (const { path } of areas) {
      const refusal = await visitor.context.request.get(`${server.url}/staff${path}`);
      assert.equal(refusal.status(), 403, path);
    }
    assert.ok(!watch.requests.some((line) => /console|api\/(me|live|overview)/.test(line)));
  });

  it('staff come back to what they asked for, and see neither settings nor customers’ words', async (t) => {
    const visitor = await website.visit(t, { server, expected });
    const { page, watch } = await visitor.openTab('/staff/conversations?outcome=complete');
    const answers = collectAnswers(page);
    await signInByKeyboard(page, 'staff');
    await page.waitForURL(
      (url) => url.pathname + url.search === '/staff/conversations?outcome=complete',
    );
    const row = page.locator('#main tbody tr');
    await row.first().waitFor();
    assert.equal(await row.count(), 1);
    const seen = [await page.content()];
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await page.locator('.peek').getByText('get pricing estimate').first().waitFor();
    seen.push(await page.content());
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/staff\/conversations\/[\w-]{36}/);
    await page.locator('#main').getByText('get pricing estimate').first().waitFor();
    seen.push(await page.content());

    await page.keyboard.press('Control+k');
    await page.waitForFunction(() => document.activeElement?.matches('.palette input') === true);
    await page.keyboard.type('settings');
    await page.getByRole('option', { name: /Ask AUBS/ }).waitFor();
    assert.equal(await page.getByRole('option', { name: /^Settings/ }).count(), 0);
    await page.keyboard.press('Escape');
    const before = page.url();
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    assert.equal(page.url(), before, 'no key leads there');
    assert.equal(await page.getByRole('link', { name: 'Settings' }).count(), 0);
    await page.goto(`${server.url}/staff/settings`);
    await page.getByText('For administrators', { exact: true }).waitFor();
    assert.ok(!watch.requests.some((line) => /\/api\/(keys|staff)\b/.test(line)));

    const bodies = await Promise.all(answers.map(({ text }) => text));
    assert.ok(answers.some(({ path }) => path.startsWith('/api/conversations/')));
    for (const text of [...seen, ...bodies]) {
      for (const secret of SECRETS) {
        assert.ok(!text.toLowerCase().includes(secret.toLowerCase()), secret);
      }
    }
  });

  it('administrators see both', async (t) => {
    const visitor = await website.visit(t, { server, expected });
    const page = await enter(visitor, 'admin', '/staff/conversations');
    await page.locator('#main tbody').getByText(customer.name).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('#main').getByText(QUESTION).waitFor();
    for (const { title } of areas) {
      assert.equal(await navigation(page).getByRole('link', { name: title }).count(), 1, title);
    }
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.locator('#main').getByText(people.staff.email).waitFor();
  });

  it('a role that is taken away is gone from open pages with the next thing done there', async (t) => {
    const leaving = { name: 'Lee Marsh', email: 'lee@totetaxi.example' };
    const id = randomUUID();
    await server.signIn.createAccount({ ...leaving, id, password: PASSWORD, role: 'admin' });
    const admin = await signIn(people.admin.email);
    const change = async (method: string, body?: object) => {
      const response = await fetch(`${server.url}/api/staff/${id}`, {
        method,
        headers: { ...admin, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      assert.ok(response.ok, `${response.status}`);
    };
    const visitor = await website.visit(t, { server, expected });
    const answer = await visitor.context.request.post(`${server.url}/api/auth/sign-in/email`, {
      data: { email: leaving.email, password: PASSWORD },
      headers: { origin: server.url },
    });
    assert.equal(answer.status(), 200);
    const { page } = await visitor.openTab('/services');
    const streams = watchStreams(page);
    await page.goto(`${server.url}/staff/conversations`);
    await page.locator('#main tbody').getByText(customer.name).waitFor();
    await until(() => streams.size === 1);

    // Staff still, but for nobody's words any more.
    await change('PATCH', { role: 'staff' });
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await heading(page, 'Settings').waitFor();
    await page.getByText('For administrators', { exact: true }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByText('is for administrators only').waitFor();
    await page.locator('#main tbody tr').first().waitFor();
    assert.ok(!(await page.content()).includes(customer.name));

    await change('DELETE');
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.waitForURL((url) => url.pathname === '/staff/sign-in');
    assert.equal(new URL(page.url()).searchParams.get('next'), '/staff/emails');
    assert.equal((await page.request.get(`${server.url}/api/live`)).status(), 401);
    await until(() => streams.size === 0);
  });
});
