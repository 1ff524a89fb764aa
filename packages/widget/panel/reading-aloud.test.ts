import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareChromium } from '@deskbell/testing/prepare-chromium.ts';
import type { Request } from 'playwright-core';
import { openWidgetPage } from '../embed/widget-browser.ts';

describe('what the panel reads aloud', { skip: browserMissing }, () => {
  const chromium = prepareChromium();

  it('shows the tool while it runs, dots only before anything else, and reads sentences aloud', async (t) => {
    const { page, open, ask, sees, announced } = await openWidgetPage(t, chromium.browser);
    await open();
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
    await page.locator('.send').waitFor();
    assert.deepEqual(await announced(), [
      'Checking service area…',
      'Yes, 10001 is inside our area. ',
      'There is no surcharge.',
    ]);
  });

  it('reads an answer that begins and ends before anything is drawn', async (t) => {
    const { page, desk, open, input, sees, announced } = await openWidgetPage(t, chromium.browser);
    await open();
    await page.evaluate(() => {
      const draw = window.requestAnimationFrame.bind(window);
      const waiting: FrameRequestCallback[] = [];
      window.requestAnimationFrame = (callback) => waiting.push(callback);
      window.addEventListener('draw', () => {
        for (const callback of waiting) draw(callback);
      });
    });
    const isAnswer = (request: Request) => request.url().endsWith('/chat/');
    const answered = Promise.race([
      page.waitForEvent('requestfinished', isAnswer),
      // The page lets go of the stream after its last event.
      page.waitForEvent('requestfailed', isAnswer),
    ]);
    await input().fill('Hello');
    await input().press('Enter');
    const turn = await desk.nextTurn();
    turn.token('We pick up every day. It is quick.');
    turn.done();
    await answered;
    await page.evaluate(() => window.dispatchEvent(new Event('draw')));
    await sees('It is quick.');
    assert.equal((await announced()).join(''), 'We pick up every day. It is quick.');
  });

  it('reads 300 tokens in at most 40 pieces, which joined are the text', async (t) => {
    const { page, open, ask } = await openWidgetPage(t, chromium.browser);
    await open();
    const pieces: string[] = [];
    await page.exposeFunction('heard', (piece: string) => pieces.push(piece));
    await page.evaluate(() => {
      const root = document.querySelector('deskbell-widget')?.shadowRoot;
      const region = root?.querySelector('#announcements');
      if (!region) throw new Error('There is no region.');
      const { heard } = window as unknown as { heard: (piece: string) => void };
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const { textContent } of addedNodes) heard(textContent ?? '');
        }
      }).observe(region, { childList: true });
    });
    const turn = await ask('Tell me everything');
    const tokens = Array.from({ length: 300 }, (_, at) =>
      at % 10 === 9 ? `**w${at}**. ` : `w${at} `,
    );
    for (const [at, token] of tokens.entries()) {
      turn.token(token);
      if (at % 10 === 0) await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    turn.done();
    await page.locator('.send').waitFor();
    // What was heard comes before the answer to this.
    await page.evaluate(() => document.hidden);
    assert.ok(pieces.length <= 40, `${pieces.length} pieces`);
    assert.equal(pieces.join(''), tokens.join('').replaceAll('*', '').trimEnd());
  });

  it('says that the network is gone, and that a message waits for it', async (t) => {
    const { context, open, input, sees, announced } = await openWidgetPage(t, chromium.browser);
    await open();
    await context.setOffline(true);
    await sees(/You are offline/);
    await input().fill('Later');
    await input().press('Enter');
    await sees('Waiting for the network');
    assert.deepEqual(await announced(), [
      'You are offline. You can write one message.',
      'You are offline. Your message is sent when you are back.',
    ]);
  });
});
