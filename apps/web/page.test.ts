import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { browserMissing, launchBrowser } from '@deskbell/testing/browser.ts';
import {
  problem,
  type ScriptedFrontDesk,
  type ScriptedTurn,
  startScriptedFrontDesk,
} from '@deskbell/testing/scripted-front-desk.ts';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { buildPages } from './build.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Set to a folder, every checked state is also written there as a picture. */
const screenshotDir = process.env.SCREENSHOT_DIR;

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const prefill = {
  service_type: 'mini_move',
  package_type: 'petite',
  pickup_date: '2030-07-12',
  include_packing: false,
  pickup_address: {
    address_line_1: '350 Fifth Avenue',
    city: 'New York',
    state: 'NY',
    zip_code: '10118',
  },
  delivery_address: { city: 'East Hampton', state: 'NY', zip_code: '11937' },
};
const handoff = (data: Record<string, unknown>) => ({
  action: 'open_booking_wizard',
  prefill_data: data,
  message: 'Ready.',
});

describe('the page in Chromium', { skip: browserMissing }, () => {
  let outDir: string;
  let browser: Browser;
  let desk: ScriptedFrontDesk;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let signedInAs: string | null;
  let hasSignIn: boolean;

  const answerSignIn = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? '/', desk.url);
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      const fields = body === '' ? {} : (JSON.parse(body) as Record<string, string>);
      let refusal: ReturnType<typeof problem> | null = hasSignIn
        ? null
        : problem(404, 'not found', 'not_found');
      if (pathname.endsWith('/sign-in/email') && fields.password !== 'correct horse') {
        refusal = problem(401, 'the e-mail address or the password is wrong', 'wrong_credentials');
      } else if (pathname.endsWith('/sign-in/email')) signedInAs = 'Ada Demo';
      else if (pathname.endsWith('/sign-up/email')) signedInAs = fields.name ?? '';
      else if (pathname.endsWith('/sign-out')) signedInAs = null;
      response.writeHead(refusal?.status ?? 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(
          refusal?.body ?? { user: signedInAs === null ? null : { name: signedInAs } },
        ),
      );
    });
  };

  const serve = (request: IncomingMessage, response: ServerResponse): boolean => {
    const { pathname } = new URL(request.url ?? '/', desk.url);
    if (pathname.startsWith('/api/auth/')) {
      answerSignIn(request, response);
      return true;
    }
    const file = join(outDir, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(file)) return false;
    response.writeHead(200, {
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy,
    });
    response.end(readFileSync(file));
    return true;
  };

  const openPage = async (options: BrowserContextOptions = desktop): Promise<void> => {
    context = await browser.newContext(options);
    page = await context.newPage();
    page.on('console', (message) => {
      if (/content security policy|trusted/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(desk.url)) complaints.push(`foreign: ${request.url()}`);
    });
    await page.goto(desk.url);
    await page.locator('#message').waitFor();
  };

  const input = () => page.getByRole('textbox', { name: 'Your message' });
  const ask = async (text: string): Promise<ScriptedTurn> => {
    await input().fill(text);
    await input().press('Enter');
    return desk.nextTurn();
  };
  const sees = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const announced = () => page.locator('#announcements > div').allTextContents();
  const check = async (state: string): Promise<void> => {
    if (screenshotDir !== undefined) {
      mkdirSync(screenshotDir, { recursive: true });
      await page.screenshot({ path: join(screenshotDir, `${state}.png`) });
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
      [],
      state,
    );
  };

  before(async () => {
    ({ outDir } = await buildPages());
    browser = await launchBrowser();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    complaints = [];
    signedInAs = null;
    hasSignIn = true;
    desk = await startScriptedFrontDesk({ fallback: serve });
  });
  afterEach(async () => {
    await context.close();
    await desk.close();
    assert.deepEqual(complaints, [], 'policy violations, page errors, foreign requests');
  });

  it('carries a conversation by keyboard alone', async () => {
    await openPage();
    await page.keyboard.type('First line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second line');
    await page.keyboard.press('Enter');
    const turn = await desk.nextTurn();
    assert.equal(turn.message, 'First line\nsecond line');
    turn.token('A long');
    await sees('A long');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'stop');
    await page.keyboard.press('Enter');
    await sees('Stopped');
    assert.deepEqual(desk.stoppedTurnIds(), [turn.turnId]);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'message');
    await page.keyboard.type('Next');
    await page.keyboard.press('Enter');
    assert.equal((await desk.nextTurn()).message, 'Next');
  });

  it('does not send while an input method is composing', async () => {
    await openPage();
    await input().fill('にほん');
    await input().dispatchEvent('compositionstart');
    await input().press('Enter');
    await input().dispatchEvent('compositionend');
    assert.equal(desk.requests.length, 0);
    await input().press('Enter');
    await desk.nextTurn();
  });

  it('shows the tool while it runs, dots only before anything else, and reads sentences aloud', async () => {
    await openPage();
    const turn = await ask('Do you serve 10001?');
    await page.locator('.dots').waitFor();
    turn.toolCall('check_zip_coverage', 'c1', 'Checking service area…');
    await page.locator('.tool[data-state="running"]').waitFor();
    assert.equal(await page.locator('.dots').count(), 0);
    turn.toolResult('check_zip_coverage', 'c1', { serviceable: true });
    await page.locator('.tool[data-state="done"]').waitFor();
    turn.token('Yes, **10001** is inside our area. There is no sur');
    await sees('There is no sur');
    assert.equal(await page.locator('strong').textContent(), '10001');
    turn.token('charge.');
    turn.done();
    await page.locator('#send:visible').waitFor();
    assert.deepEqual(await announced(), [
      'Checking service area…',
      'Yes, 10001 is inside our area. ',
      'There is no surcharge.',
    ]);
  });

  it('makes nothing but text of hostile model output', async () => {
    await openPage();
    const turn = await ask('Hello');
    turn.token(
      '<img src=x onerror="alert(1)"> ![a](https://evil.example/x.png) [b](javascript:alert(1)) [c](https://evil.example/) done',
    );
    turn.done();
    await sees('a b c done');
    assert.equal(await page.locator('#messages img, #messages a').count(), 0);
  });

  it('tries a failed turn again and says the phone number', async () => {
    await openPage();
    const turn = await ask('Hello');
    turn.error({
      message: 'I could not answer. Please call (631) 595-5100.',
      code: 'model_unavailable',
      retryable: true,
    });
    await page.getByRole('alert').getByText('(631) 595-5100').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    const again = await desk.nextTurn();
    again.token('Here I am.');
    again.done();
    await sees('Here I am.');
    assert.equal(await page.locator('.message').count(), 2);
    assert.equal(await page.locator('#problem').isVisible(), false);
  });

  it('goes on after a reload in the middle of an answer, doubling nothing', async () => {
    await openPage();
    const turn = await ask('Hello');
    turn.token('First half, ');
    await sees('First half,');
    await page.reload();
    await sees('First half,');
    turn.token('second half.');
    turn.done();
    await sees('First half, second half.');
    assert.equal(await page.locator('.message').count(), 2);
    assert.equal(await page.locator('.assistant-bubble').innerText(), 'First half, second half.');
  });

  it('goes on after the line was cut, doubling nothing', async () => {
    await openPage();
    const turn = await ask('Hello');
    for (let piece = 0; piece < 4; piece += 1) {
      turn.token(`piece ${piece} `);
      await sees(`piece ${piece}`);
      turn.cut();
    }
    turn.done();
    await page.locator('#send:visible').waitFor();
    assert.equal(
      await page.locator('.assistant-bubble').innerText(),
      'piece 0 piece 1 piece 2 piece 3',
    );
  });

  it('goes on after the network was away in the middle of an answer', async () => {
    await openPage();
    const turn = await ask('Hello');
    turn.token('before ');
    await sees('before');
    await context.setOffline(true);
    turn.cut();
    await sees('Reconnecting…');
    turn.token('meanwhile ');
    await sees(/You are offline/);
    await context.setOffline(false);
    turn.token('after');
    turn.done();
    await page.locator('#send:visible').waitFor();
    assert.equal(await page.locator('.assistant-bubble').innerText(), 'before meanwhile after');
  });

  it('queues one message while offline and sends it when back', async () => {
    await openPage();
    await context.setOffline(true);
    await sees(/You are offline/);
    await input().fill('Later');
    await input().press('Enter');
    await sees('Waiting for the network');
    await input().fill('Another');
    assert.equal(await page.locator('#send').isDisabled(), true);
    assert.equal(desk.requests.length, 0);
    await context.setOffline(false);
    assert.equal((await desk.nextTurn()).message, 'Later');
    assert.equal(await input().inputValue(), 'Another');
  });

  it('counts a rate limit down and keeps the message', async () => {
    await openPage();
    desk.refuseNext({
      ...problem(429, 'you have sent 20 messages within the hour', 'rate_limited'),
      headers: { 'retry-after': '75' },
    });
    await input().fill('Hello');
    await input().press('Enter');
    await sees('You have sent 20 messages within the hour.');
    await sees(/You can send again in 1:1\d/);
    assert.equal(await input().inputValue(), 'Hello');
    assert.equal(await page.locator('#send').isDisabled(), true);
  });

  it('disarms an older handoff when a newer one arrives', async () => {
    await openPage();
    for (const zip of ['10001', '10002']) {
      const turn = await ask(`Book from ${zip}`);
      turn.toolCall('build_booking_handoff', 'c1', 'Preparing your booking…');
      turn.toolResult(
        'build_booking_handoff',
        'c1',
        handoff({ ...prefill, pickup_address: { zip_code: zip } }),
      );
      turn.done();
      await page.locator('.handoff:not(.is-replaced)').getByText(zip).waitFor();
    }
    assert.equal(await page.locator('.handoff').count(), 2);
    assert.equal(await page.locator('.handoff.is-replaced').count(), 1);
    assert.equal(await page.locator('.handoff.is-replaced a, .is-replaced button').count(), 0);
  });

  it('leaves the reader alone who scrolled up, until they come back', async () => {
    await openPage(phone);
    const turn = await ask('Tell me everything');
    const lines = (from: number) =>
      Array.from({ length: 40 }, (_, at) => `Line ${from + at}.\n\n`).join('');
    const top = () => page.locator('#log').evaluate((log) => log.scrollTop);
    const distance = () =>
      page
        .locator('#log')
        .evaluate((log) => Math.abs(log.scrollHeight - log.clientHeight - log.scrollTop));
    turn.token(lines(0));
    await sees('Line 39.');
    assert.ok((await distance()) <= 1);
    await page.locator('#log').evaluate((log) => {
      log.dispatchEvent(new WheelEvent('wheel', { deltaY: -40 }));
      log.scrollTop -= 40;
    });
    await page.locator('#jump').waitFor();
    const before = await top();
    turn.token(lines(40));
    turn.done();
    await page.locator('#send:visible').waitFor();
    assert.equal(await top(), before);
    await page.locator('#jump').click();
    assert.ok((await distance()) <= 1);
    assert.equal(await page.locator('#jump').isVisible(), false);
  });

  it('signs in and out, each time starting a new thread', async () => {
    await openPage();
    const first = await ask('Hello');
    first.token('Hi.');
    first.done();
    await sees('Hi.');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByLabel('Password').fill('wrong');
    await page.getByLabel('Password').press('Enter');
    await sees('The e-mail address or the password is wrong.');
    await page.getByLabel('Password').fill('correct horse');
    await page.getByLabel('Password').press('Enter');
    await page.getByRole('button', { name: 'Account: Ada Demo' }).waitFor();
    await page.locator('#welcome').waitFor();
    assert.equal(await page.locator('.message').count(), 0);
    const second = await ask('My bookings?');
    second.done();
    assert.notEqual(second.threadId, first.threadId);
    await page.getByRole('button', { name: 'Account: Ada Demo' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    assert.notEqual((await ask('Hello')).threadId, second.threadId);
  });

  it('offers no sign-in where the server has none', async () => {
    hasSignIn = false;
    await openPage();
    assert.equal(await page.locator('#open-account').isVisible(), false);
  });

  it('has targets of at least 44 pixels on a phone', async () => {
    await openPage(phone);
    await page.locator('#open-account').waitFor();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, textarea, input')]
        .filter((target) => target.checkVisibility())
        .map((target) => ({ id: target.id, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 44 || box.width < 44)
        .map(({ id, box }) => `${id} ${box.width}x${box.height}`),
    );
    assert.deepEqual(small, []);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    assert.equal(overflow, 0);
  });

  it('stays usable in forced colours', async () => {
    await openPage({ ...desktop, forcedColors: 'active' });
    const turn = await ask('Book a petite move');
    turn.toolCall('build_booking_handoff', 'c1', 'Preparing your booking…');
    turn.toolResult('build_booking_handoff', 'c1', handoff(prefill));
    turn.toolCall('check_zip_coverage', 'c2', 'Checking service area…');
    turn.token('Your details are ready.');
    await sees('Your details are ready.');
    await check('b-forced-colours-1280');
  });

  for (const [width, options] of [
    ['1280', desktop],
    ['390', phone],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has no accessibility violation in any state at ${width} px, ${colorScheme}`, async () => {
        await openPage({ ...options, colorScheme, reducedMotion: 'reduce' });
        const name = (state: string) => `${state}-${width}-${colorScheme}`;
        await page.locator('#open-account').waitFor();
        await check(name('1-empty'));

        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('button', { name: /New here/ }).click();
        await page.getByLabel('E-mail').fill('ada');
        await page.getByRole('button', { name: 'Create account' }).click();
        await check(name('2-account'));
        await page.keyboard.press('Escape');

        const first = await ask('Do you pick up in 10001, and what does a petite move cost?');
        await page.locator('.dots').waitFor();
        await check(name('3-waiting'));
        first.toolCall('check_zip_coverage', 'c1', 'Checking service area…');
        first.toolResult('check_zip_coverage', 'c1', { serviceable: true });
        first.toolCall('get_pricing_estimate', 'c2', 'Working out the price…');
        await page.locator('[data-state="running"]').waitFor();
        await check(name('4-tool'));
        first.toolResult('get_pricing_estimate', 'c2', { estimated_total: 995 });
        first.token(
          'Yes, **10001** is in our core area, so there is no surcharge.\n\nA petite move is **$995**. It includes:\n\n- 8 to 15 pieces of up to 50 lb\n- pickup and delivery\n\nWould you like me to pre',
        );
        await sees('Would you like me to pre');
        await check(name('5-streaming'));
        first.token('pare a booking?');
        first.done();

        const second = await ask('Yes please, to East Hampton on July 12');
        second.toolCall('build_booking_handoff', 'c1', 'Preparing your booking…');
        second.toolResult('build_booking_handoff', 'c1', handoff(prefill));
        second.token('Your details are ready. Please check them.');
        second.done();
        await sees('Your details are ready.');
        const third = await ask('With packing, please');
        third.toolCall('build_booking_handoff', 'c1', 'Preparing your booking…');
        third.toolResult(
          'build_booking_handoff',
          'c1',
          handoff({ ...prefill, include_packing: true }),
        );
        third.token('I have added packing.');
        third.done();
        await page.locator('.is-replaced').waitFor();
        await check(name('6-handoff'));

        const fourth = await ask('And insurance?');
        fourth.token('Let me look that');
        fourth.error({
          message: 'I could not finish that answer. Please call (631) 595-5100.',
          code: 'model_unavailable',
          retryable: true,
        });
        await page.getByRole('alert').getByText('(631) 595-5100').waitFor();
        await check(name('7-error'));

        await page.getByRole('button', { name: 'New conversation' }).click();
        desk.refuseNext({
          ...problem(429, 'you have sent 20 messages within the hour', 'rate_limited'),
          headers: { 'retry-after': '754' },
        });
        await input().fill('One more thing. '.repeat(32));
        await sees('11 characters too long');
        assert.equal(await page.locator('#jump').isVisible(), false);
        await check(name('8-too-long'));
        await input().fill('One more thing');
        await input().press('Enter');
        await sees(/You can send again/);
        await check(name('9-limited'));

        await page.reload();
        await context.setOffline(true);
        await sees(/You are offline/);
        await input().fill('Do you serve Brooklyn?');
        await input().press('Enter');
        await sees('Waiting for the network');
        await check(name('a-offline'));
      });
    }
  }
});
