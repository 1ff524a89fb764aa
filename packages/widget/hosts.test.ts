import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { browserMissing, launchBrowser } from '@deskbell/testing/browser.ts';
import {
  problem,
  type ScriptedFrontDesk,
  type ScriptedTurn,
  startScriptedFrontDesk,
} from '@deskbell/testing/scripted-front-desk.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { hosts, servePage, type WidgetPage } from './test-hosts.ts';

const handoff = (zip: string) => ({
  action: 'open_booking_wizard',
  prefill_data: { service_type: 'mini_move', pickup_address: { zip_code: zip } },
  message: 'Ready.',
});

describe('the widget, the same on every kind of page', { skip: browserMissing }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  for (const host of hosts) {
    describe(host.name, () => {
      let files: WidgetPage;
      let desk: ScriptedFrontDesk;
      let context: BrowserContext;
      let page: Page;
      let asked: string[];
      let complaints: string[];

      const widget = () => page.locator('deskbell-widget');
      const launcher = () => widget().locator('[part~="launcher"]');
      const box = () => widget().getByRole('textbox');
      const sees = (text: string | RegExp) =>
        widget().getByText(text).filter({ visible: true }).first().waitFor();
      const ask = async (text: string): Promise<ScriptedTurn> => {
        await box().fill(text);
        await box().press('Enter');
        return desk.nextTurn();
      };
      const open = async () => {
        await launcher().click();
        await box().waitFor();
      };
      const posts = () =>
        desk.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/chat/'));

      before(async () => {
        files = await host.build();
      });
      beforeEach(async () => {
        asked = [];
        complaints = [];
        desk = await startScriptedFrontDesk({
          fallback: (request, response) =>
            servePage(files, {
              settings: () => ({ title: 'Luggage desk', hide: '^/staff' }),
              body: '<main><h1>A page</h1><button data-deskbell-ask="What does it cost?">Ask</button></main>',
            })(request, response),
        });
        context = await browser.newContext();
        page = await context.newPage();
        page.setDefaultTimeout(15_000);
        page.on('console', (message) => {
          const isStatus = message.text().startsWith('Failed to load resource');
          if (message.type() === 'error' && !isStatus) complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(String(error)));
        page.on('request', (request) => {
          const { origin, pathname } = new URL(request.url());
          if (origin !== desk.url) complaints.push(`foreign: ${request.url()}`);
          asked.push(pathname);
        });
        await page.goto(desk.url);
        await launcher().waitFor();
      });
      afterEach(async () => {
        await context.close();
        await desk.close();
        assert.deepEqual(complaints, [], 'policy violations, errors, foreign requests');
      });

      it('asks one file and stores nothing before intent', async () => {
        await page.waitForLoadState('networkidle');
        // What an app's own bundler makes of the app is not the widget's.
        const own = asked.filter((path) => /^\/(?:api|widget)\/|panel/.test(path));
        assert.deepEqual(own, files.files.has('/widget/v1.js') ? ['/widget/v1.js'] : []);
        const stored = () => page.evaluate(() => [localStorage.length, sessionStorage.length]);
        assert.deepEqual(await stored(), [0, 0]);
        const loaded = page.waitForRequest(/panel/);
        await launcher().hover();
        await loaded;
        assert.equal(posts().length, 0);
      });

      it('carries a conversation by keyboard, stops it, and gives the focus back', async () => {
        await launcher().focus();
        await page.keyboard.press('Enter');
        await box().waitFor();
        await page.keyboard.type('Do you serve 10001?');
        await page.keyboard.press('Enter');
        const turn = await desk.nextTurn();
        turn.toolCall('check_zip_coverage', 'c1', 'Checking service area…');
        await sees('Checking service area…');
        turn.toolResult('check_zip_coverage', 'c1', { serviceable: true });
        turn.token('Yes, **10001** is inside');
        await sees('10001');
        await widget().getByRole('button', { name: 'Stop' }).press('Enter');
        await sees('Stopped');
        assert.deepEqual(desk.stoppedTurnIds(), [turn.turnId]);
        await sees(/is inside/);
        await page.keyboard.press('Escape');
        await launcher().waitFor();
        assert.ok(await launcher().evaluate((node) => node.matches(':focus')));
      });

      it('goes on after a reload in the middle of an answer, and doubles nothing', async () => {
        await open();
        const turn = await ask('Hello');
        turn.token('First half, ');
        await sees('First half,');
        await page.reload();
        await sees('First half,');
        turn.token('second half.');
        turn.done();
        await sees('First half, second half.');
        assert.equal(await widget().getByText('Hello', { exact: true }).count(), 1);
        assert.equal(posts().length, 1);
      });

      it('tries again what failed, and counts a limit down over a reload', async () => {
        await open();
        (await ask('Hello')).error({
          message: 'Please call (631) 595-5100.',
          code: 'model_unavailable',
          retryable: true,
        });
        await widget().getByRole('button', { name: 'Try again' }).click();
        const turn = await desk.nextTurn();
        turn.token('Here I am.');
        turn.done();
        await sees('Here I am.');
        desk.refuseNext({
          ...problem(429, 'That was a lot of messages.', 'rate_limited'),
          headers: { 'retry-after': '90' },
        });
        await box().fill('More');
        await box().press('Enter');
        await sees(/again in 1:/);
        await page.reload();
        await sees(/again in 1:/);
        await sees('Here I am.');
      });

      it('opens the booking of the newest card alone', async () => {
        await page.getByRole('button', { name: 'Ask' }).click();
        const turn = await desk.nextTurn();
        assert.equal(turn.message, 'What does it cost?');
        for (const [at, zip] of ['10001', '10002'].entries()) {
          turn.toolCall('build_booking_handoff', `c${at}`, 'Preparing your booking…');
          turn.toolResult('build_booking_handoff', `c${at}`, handoff(zip));
        }
        turn.done();
        await sees('10002');
        const start = widget().getByRole('button', { name: 'Start Booking' });
        assert.equal(await start.count(), 1);
        await start.click();
        await page.waitForURL(/\/book\?handoff=[\da-f-]+$/);
        const asks = desk.requests.filter(({ path }) => path === '/api/assistant/handoffs/');
        assert.deepEqual(
          asks.map(({ body }) => JSON.parse(body)),
          [{ turn_id: turn.turnId, call_id: 'c1' }],
        );
      });

      it('makes nothing but text of hostile answers', async () => {
        await open();
        const turn = await ask('Hello');
        turn.token(
          '<img src=x onerror="alert(1)"> ![a](https://evil.example/x.png) [b](javascript:alert(1)) [c](https://evil.example/) done',
        );
        turn.done();
        await sees(/a b c done/);
        assert.equal(
          await widget().locator('img, [href*="evil"], [href^="javascript"]').count(),
          0,
        );
      });

      it('is not there on hidden paths, also without a page load', async () => {
        await page.evaluate(() => history.pushState(null, '', '/staff/tasks'));
        await launcher().waitFor({ state: 'hidden' });
        await page.evaluate(() => history.pushState(null, '', '/'));
        await launcher().waitFor();
        await page.goto(`${desk.url}/staff`);
        await page.getByRole('heading').waitFor();
        assert.equal(await launcher().isVisible(), false);
      });
    });
  }
});
