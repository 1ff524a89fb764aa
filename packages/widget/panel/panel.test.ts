import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareChromium } from '@deskbell/testing/prepare-chromium.ts';
import { problem } from '@deskbell/testing/scripted-front-desk.ts';
import type { Page } from 'playwright-core';
import { desktop, handoff, openWidgetPage, phone, prefill } from '../embed/widget-browser.ts';

const activeClass = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () => document.querySelector('deskbell-widget')?.shadowRoot?.activeElement?.className,
  );

const attack =
  '# <img src=x onerror="alert(1)">\n\n![a](https://evil.example/x.png) [b](javascript:alert(1)) [c](https://evil.example/) <script>alert(1)</script>\n\n- [d](data:text/html,x) `<svg onload=alert(1)>`\n- **<iframe src="https://evil.example">**\n\n```html\n<img src="https://evil.example/y.png">\n```\n\n<a href="javascript:alert(1)">e</a> done';

describe('the panel in Chromium', { skip: browserMissing }, () => {
  const chromium = prepareChromium();

  it('carries a conversation by keyboard alone', async (t) => {
    const { page, desk, open, sees } = await openWidgetPage(t, chromium.browser);
    await open();
    await page.keyboard.type('First line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second line');
    await page.keyboard.press('Enter');
    const turn = await desk.nextTurn();
    assert.equal(turn.message, 'First line\nsecond line');
    turn.token('A long');
    await sees('A long');
    await page.keyboard.type('Kept');
    await page.keyboard.press('Tab');
    assert.equal(await activeClass(page), 'stop');
    await page.keyboard.press('Enter');
    await sees('Stopped');
    assert.deepEqual(desk.stoppedTurnIds(), [turn.turnId]);
    await page.locator('.send').waitFor();
    assert.equal(await activeClass(page), 'input');
    await sees('A long');
    await page.keyboard.press('Enter');
    assert.equal((await desk.nextTurn()).message, 'Kept');
  });

  it('does not send while an input method is composing', async (t) => {
    const { page, desk, open, input } = await openWidgetPage(t, chromium.browser);
    await open();
    await input().fill('にほん');
    await input().dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await input().dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
    await input().dispatchEvent('keydown', { key: 'Escape', keyCode: 229 });
    await input().dispatchEvent('keydown', { key: 'Escape', isComposing: true });
    assert.equal(await page.getByText('Press Escape again').count(), 0);
    assert.equal(desk.requests.filter(({ method }) => method === 'POST').length, 0);
    await input().press('Enter');
    await desk.nextTurn();
  });

  it('keeps what is typed from the shortcuts of the page', async (t) => {
    const { page, open } = await openWidgetPage(t, chromium.browser);
    await page.evaluate(() => {
      for (const name of ['keydown', 'keyup']) {
        addEventListener(name, () => {
          document.title = 'A shortcut was taken';
        });
      }
    });
    await open();
    await page.keyboard.type('k');
    await page.keyboard.press('Escape');
    assert.equal(await page.title(), 'A website');
  });

  it('makes nothing but text of hostile model output, at every prefix', async (t) => {
    const { page, open, ask, sees } = await openWidgetPage(t, chromium.browser);
    await open();
    await page.evaluate(() => {
      const root = document.querySelector('deskbell-widget')?.shadowRoot;
      if (!root) throw new Error('There is no widget.');
      const bad = 'img, script, iframe, object, embed, form, .messages svg, .messages a';
      new MutationObserver(() => {
        if (root.querySelector(bad)) throw new Error(`made ${root.querySelector(bad)?.outerHTML}`);
      }).observe(root, { subtree: true, childList: true, attributes: true });
    });
    const turn = await ask('Hello');
    for (const character of attack) {
      turn.token(character);
      // Every prefix is drawn: the next piece waits for the frame.
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    turn.done();
    await page.locator('.send').waitFor();
    await sees(/e.*done/);
    assert.equal(await page.locator('.messages').locator('img, script, iframe, a, svg').count(), 0);
  });

  it('makes links only to the hosts of the page and the server', async (t) => {
    const { page, open, ask, sees } = await openWidgetPage(t, chromium.browser);
    await open();
    const turn = await ask('Hello');
    turn.token('[ours](https://127.0.0.1/faq) and [theirs](https://evil.example/faq).');
    turn.done();
    await sees('theirs');
    assert.deepEqual(await page.locator('.messages a').allTextContents(), ['ours']);
  });

  it('tries a failed turn again and says the phone number', async (t) => {
    const { page, desk, open, ask, sees } = await openWidgetPage(t, chromium.browser);
    await open();
    const turn = await ask('Hello');
    turn.error({
      message: 'I could not answer. Please call (631) 595-5100.',
      code: 'model_unavailable',
      retryable: true,
    });
    await page.getByRole('alert').getByText('(631) 595-5100').waitFor();
    assert.equal(
      await page.getByRole('link', { name: 'Call us' }).getAttribute('href'),
      'tel:6315955100',
    );
    await page.getByRole('button', { name: 'Try again' }).click();
    const again = await desk.nextTurn();
    again.token('Here I am.');
    again.done();
    await sees('Here I am.');
    assert.equal(await page.locator('.message').count(), 2);
    assert.equal(await page.locator('.problem').isVisible(), false);
  });

  it('goes on after the line was cut and the network was away, doubling nothing', async (t) => {
    const { page, context, open, ask, sees } = await openWidgetPage(t, chromium.browser);
    await open();
    const turn = await ask('Hello');
    for (let piece = 0; piece < 3; piece += 1) {
      turn.token(`piece ${piece} `);
      await sees(`piece ${piece}`);
      turn.cut();
    }
    await context.setOffline(true);
    turn.cut();
    await sees('Reconnecting…');
    turn.token('meanwhile ');
    await sees(/You are offline/);
    await context.setOffline(false);
    turn.token('after');
    turn.done();
    await page.locator('.send').waitFor();
    assert.equal(
      await page.locator('.bubble').last().innerText(),
      'piece 0 piece 1 piece 2 meanwhile after',
    );
  });

  it('goes on in a new conversation when the old one has ended, with nothing to call for', async (t) => {
    const { page, desk, open, ask, sees } = await openWidgetPage(t, chromium.browser);
    await open();
    const first = await ask('Hello');
    first.token('Hi.');
    first.done();
    await sees('Hi.');
    desk.expireThread(first.threadId);
    const again = await ask('Still there?');
    again.token('Yes.');
    again.done();
    await sees('That conversation has ended. This is a new one.');
    assert.notEqual(again.threadId, first.threadId);
    assert.equal(await page.getByRole('link', { name: 'Call us' }).isVisible(), false);
    await sees('Yes.');
    assert.deepEqual(await page.locator('.bubble').allInnerTexts(), ['Still there?', 'Yes.']);
  });

  it('queues one message while offline and sends it when back', async (t) => {
    const { page, context, desk, open, input, sees } = await openWidgetPage(t, chromium.browser);
    await open();
    await context.setOffline(true);
    await sees(/You are offline/);
    await input().fill('Later');
    await input().press('Enter');
    await sees('Waiting for the network');
    await input().fill('Another');
    assert.equal(await page.locator('.send').isDisabled(), true);
    assert.equal(desk.requests.filter(({ method }) => method === 'POST').length, 0);
    await context.setOffline(false);
    assert.equal((await desk.nextTurn()).message, 'Later');
    assert.equal(await input().inputValue(), 'Another');
  });

  it('counts a rate limit down and keeps the message', async (t) => {
    const { page, desk, open, input, sees } = await openWidgetPage(t, chromium.browser);
    await open();
    desk.refuseNext({
      ...problem(429, 'you have sent 20 messages within the hour', 'rate_limited'),
      headers: { 'retry-after': '75' },
    });
    await input().fill('Hello');
    await input().press('Enter');
    await sees('You have sent 20 messages within the hour.');
    await sees(/You can send again in 1:1\d/);
    assert.equal(await input().inputValue(), 'Hello');
    assert.equal(await page.locator('.send').isDisabled(), true);
  });

  it('leads from the card to the wizard once, and takes older cards out of use', async (t) => {
    const { page, desk, open, ask } = await openWidgetPage(t, chromium.browser);
    await open();
    for (const zip of ['10001', '10002']) {
      const turn = await ask(`Book from ${zip}`);
      turn.toolCall('build_booking_handoff', 'c1', 'Preparing your booking…');
      turn.toolResult(
        'build_booking_handoff',
        'c1',
        handoff({ ...prefill, pickup_address: { zip_code: zip } }),
      );
      turn.done();
      await page.locator('.card:not(.is-replaced)').getByText(zip).waitFor();
    }
    assert.equal(await page.locator('.card').count(), 2);
    assert.equal(await page.locator('.card.is-replaced').count(), 1);
    assert.equal(await page.locator('.card.is-replaced').locator('a, button').count(), 0);

    const start = page.getByRole('button', { name: 'Start Booking' });
    desk.refuseNextHandoff(problem(404, 'There are no such details.', 'handoff_not_found'));
    await start.click();
    await page.getByText('These details can no longer be opened.').waitFor();
    let pagesAsked = 0;
    page.on('request', (request) => {
      if (request.isNavigationRequest()) pagesAsked += 1;
    });
    await start.dblclick();
    await page.waitForURL(/\/book\?handoff=/);
    assert.equal(pagesAsked, 1);
    assert.equal(desk.requests.filter(({ path }) => path.endsWith('/handoffs/')).length, 2);
    await page.locator('deskbell-widget [part=launcher]').waitFor();
    assert.equal(await page.getByRole('dialog').isVisible(), false);
  });

  it('shows the card also when its file did not come at first', async (t) => {
    const { page, open, ask } = await openWidgetPage(t, chromium.browser);
    await page.route(/\/widget\/handoff-card-/, (route) => route.abort(), { times: 1 });
    const lost = page.waitForEvent('requestfailed');
    await open();
    await lost;
    const turn = await ask('Book');
    turn.toolCall('build_booking_handoff', 'c1', 'Preparing your booking…');
    turn.toolResult('build_booking_handoff', 'c1', handoff(prefill));
    turn.done();
    await page.getByRole('button', { name: 'Start Booking' }).waitFor();
  });

  it('leads to the page that the site has chosen', async (t) => {
    const { page, open, ask } = await openWidgetPage(t, chromium.browser, {
      host: { attributes: 'data-booking-url="/reserve?from=chat"' },
    });
    await open();
    const turn = await ask('Book');
    turn.toolCall('build_booking_handoff', 'c1', 'Preparing your booking…');
    turn.toolResult('build_booking_handoff', 'c1', handoff(prefill));
    turn.done();
    await page.getByRole('button', { name: 'Start Booking' }).click();
    await page.waitForURL(/\/reserve\?from=chat&handoff=[\w-]+$/);
  });

  it('leaves the reader alone who scrolled up, until they come back', async (t) => {
    const { page, open, ask, sees } = await openWidgetPage(t, chromium.browser, { browser: phone });
    await open();
    const turn = await ask('Tell me everything');
    const log = page.getByRole('log');
    const lines = (from: number) =>
      Array.from({ length: 40 }, (_, at) => `Line ${from + at}.\n\n`).join('');
    const top = () => log.evaluate((node) => node.scrollTop);
    const distance = () =>
      log.evaluate((node) => Math.abs(node.scrollHeight - node.clientHeight - node.scrollTop));
    const jump = page.getByRole('button', { name: 'Jump to latest' });
    turn.token(lines(0));
    await sees('Line 39.');
    assert.ok((await distance()) <= 1);
    await log.evaluate((node) => {
      node.dispatchEvent(new WheelEvent('wheel', { deltaY: -40 }));
      node.scrollTop -= 40;
    });
    await jump.waitFor();
    const before = await top();
    turn.token(lines(40));
    turn.done();
    await page.locator('.send').waitFor();
    assert.equal(await top(), before);
    await jump.click();
    assert.ok((await distance()) <= 1);
    assert.equal(await jump.isVisible(), false);
    await log.press('Home');
    await jump.waitFor();
  });

  it('stays usable in forced colours', async (t) => {
    const { open, ask, sees, check, page } = await openWidgetPage(t, chromium.browser, {
      browser: { forcedColors: 'active' },
    });
    await check('0-closed-forced-colours');
    await open();
    const turn = await ask('Book a petite move');
    turn.toolCall('build_booking_handoff', 'c1', 'Preparing your booking…');
    turn.toolResult('build_booking_handoff', 'c1', handoff(prefill));
    turn.toolCall('check_zip_coverage', 'c2', 'Checking service area…');
    turn.token('Your details are ready.');
    await sees('Your details are ready.');
    await page.locator('.card').waitFor();
    await check('6-handoff-forced-colours');
  });

  for (const [width, options] of [
    ['1280', desktop],
    ['390', phone],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has no accessibility violation in any state at ${width} px, ${colorScheme}`, async (t) => {
        const { page, context, desk, open, input, ask, sees, check } = await openWidgetPage(
          t,
          chromium.browser,
          { browser: { ...options, colorScheme, reducedMotion: 'reduce' } },
        );
        const name = (state: string) => `${state}-${width}-${colorScheme}`;
        await page.locator('deskbell-widget [part=launcher]').waitFor();
        await check(name('0-closed'));
        await open();
        await page.locator('.suggestion').first().waitFor();
        await check(name('1-empty'));

        const first = await ask('Do you pick up in 10001, and what does a petite move cost?');
        await page.locator('.dots').waitFor();
        await check(name('2-waiting'));
        first.toolCall('check_zip_coverage', 'c1', 'Checking service area…');
        first.toolResult('check_zip_coverage', 'c1', { serviceable: true });
        first.toolCall('get_pricing_estimate', 'c2', 'Calculating estimate…');
        await page.locator('[data-state="running"]').waitFor();
        await check(name('3-tool'));
        first.toolResult('get_pricing_estimate', 'c2', { estimated_total: 995 });
        first.token(
          'Yes, **10001** is in our core area, so there is no surcharge.\n\nA petite move is **$995**. It includes:\n\n- 8 to 15 pieces of up to 50 lb\n- pickup and delivery\n\nWould you like me to pre',
        );
        await sees('Would you like me to pre');
        await check(name('4-streaming'));
        first.token('pare a booking?');
        first.done();

        for (const [question, data] of [
          ['Yes please, to East Hampton on July 12', prefill],
          ['With packing, please', { ...prefill, include_packing: true }],
        ] as const) {
          const turn = await ask(question);
          turn.toolCall('build_booking_handoff', 'c1', 'Preparing your booking…');
          turn.toolResult('build_booking_handoff', 'c1', handoff(data));
          turn.token('Your details are ready. Please check them.');
          turn.done();
          await page.locator('.send').waitFor();
        }
        await page.locator('.is-replaced').waitFor();
        await check(name('5-handoff'));

        const fourth = await ask('And insurance?');
        fourth.token('Let me look that');
        fourth.error({
          message: 'I could not finish that answer. Please call (631) 595-5100.',
          code: 'model_unavailable',
          retryable: true,
        });
        await page.getByRole('alert').getByText('(631) 595-5100').waitFor();
        await check(name('6-error'));

        await page.getByRole('button', { name: 'New conversation' }).click();
        await page.locator('.welcome').waitFor();
        desk.refuseNext({
          ...problem(429, 'you have sent 20 messages within the hour', 'rate_limited'),
          headers: { 'retry-after': '754' },
        });
        await input().fill('One more thing. '.repeat(32));
        await sees('Characters too many: 11');
        await check(name('7-too-long'));
        await input().fill('One more thing');
        await input().press('Enter');
        await sees(/You can send again/);
        await check(name('8-limited'));

        await page.evaluate(() => localStorage.clear());
        await page.reload();
        await input().waitFor();
        await context.setOffline(true);
        await sees(/You are offline/);
        await input().fill('Do you serve Brooklyn?');
        await input().press('Enter');
        await sees('Waiting for the network');
        await check(name('9-offline'));
      });
    }
  }
});
