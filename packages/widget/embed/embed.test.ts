import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareChromium } from '@deskbell/testing/prepare-chromium.ts';
import type { Page } from 'playwright-core';
import { buildWidget, embedLimits, gzipSize } from '../build-embed.ts';
import { openWidgetPage, phone } from './widget-browser.ts';

const hostileCss = `
* { all: unset !important; display: none !important; font-size: 40px !important; color: red !important; transform: rotate(9deg) !important; opacity: 0.3 !important; position: static !important }
html, head, body, main, h1, p, deskbell-widget { display: block !important; transform: none !important; opacity: 1 !important }
head { display: none !important }
button, textarea { background: lime !important; border: 9px dotted red !important; width: 9px !important }
html { font-size: 40px !important }
`;

const hasFocusInside = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(`deskbell-widget ${selector}`)
    .evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node);

/** What a page keeps for the site it is from. */
const stored = (page: Page): Promise<unknown> =>
  page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);

describe('the embed is small', () => {
  it('keeps the loader and the panel within their limits', async () => {
    const files = await buildWidget();
    const sizeOf = (start: string) => {
      const file = files.find(({ fileName }) => fileName.startsWith(start));
      assert.ok(file, start);
      return gzipSize(file.content);
    };
    assert.ok(sizeOf('widget/v1.js') <= embedLimits.loader);
    assert.ok(sizeOf('widget/panel-') <= embedLimits.panel);
    assert.ok(files.some(({ fileName }) => fileName.startsWith('widget/words-es-')));
  });
});

describe('the embed in Chromium', { skip: browserMissing }, () => {
  const chromium = prepareChromium();

  it('asks for nothing but itself and stores nothing before intent, and moves nothing', async (t) => {
    const { page, context, launcher, requested } = await openWidgetPage(t, chromium.browser);
    await launcher().waitFor();
    assert.deepEqual(requested, ['/', '/widget/v1.js']);
    assert.deepEqual(await stored(page), [0, 0, '']);
    assert.deepEqual(await context.cookies(), []);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as { value?: number }).value ?? 0;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => setTimeout(() => resolve(sum), 50));
        }),
    );
    assert.equal(shift, 0);
    const box = await launcher().boundingBox();
    assert.ok(box && box.width >= 44 && box.height >= 44);
    assert.ok(box.x > 1280 / 2 && box.y > 800 / 2);
    const panel = page.waitForResponse(/\/widget\/panel-/);
    await Promise.all([panel, launcher().hover()]);
    await page.locator('deskbell-widget [role=dialog]').waitFor({ state: 'attached' });
    assert.deepEqual(await stored(page), [0, 0, '']);
  });

  it('opens by keyboard, gives the focus back, and asks before a draft is left', async (t) => {
    const { page, launcher, input } = await openWidgetPage(t, chromium.browser);
    await launcher().focus();
    await page.keyboard.press('Enter');
    await input().waitFor();
    assert.equal(await hasFocusInside(page, 'textarea'), true);
    assert.equal(await launcher().isVisible(), false);
    await page.keyboard.press('Escape');
    await launcher().waitFor();
    assert.equal(await hasFocusInside(page, '[part=launcher]'), true);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Unsent');
    await page.keyboard.press('Escape');
    await page.getByText('Press Escape again to close.').first().waitFor();
    assert.equal(await input().isVisible(), true);
    await page.keyboard.type('!');
    await page.keyboard.press('Escape');
    assert.equal(await input().isVisible(), true);
    await page.keyboard.press('Escape');
    await launcher().waitFor();
    await page.keyboard.press('Enter');
    assert.equal(await input().inputValue(), 'Unsent!');
  });

  it('looks and works the same on a page whose CSS is hostile', async (t) => {
    const looks: { picture: Buffer; styles: string[] }[] = [];
    for (const css of ['body { margin: 0 }', hostileCss]) {
      const { page, open, launcher } = await openWidgetPage(t, chromium.browser, {
        host: { css },
        browser: { reducedMotion: 'reduce' },
      });
      const closed = await launcher().evaluate((node) => {
        const { width, color, fontSize, display, opacity } = getComputedStyle(node);
        return [width, color, fontSize, display, opacity];
      });
      await open();
      await page.locator('.suggestion').first().waitFor();
      const styles = await page.locator('deskbell-widget [part=panel]').evaluate((panel) =>
        [panel, ...panel.querySelectorAll('*')].flatMap((node, at) => {
          const style = getComputedStyle(node);
          // Custom properties only count through what they are used for.
          const names = [...style].filter((name) => !name.startsWith('--'));
          return names.map(
            (name) => `${at} ${node.localName}: ${name} ${style.getPropertyValue(name)}`,
          );
        }),
      );
      const picture = await page
        .locator('deskbell-widget [part=panel]')
        .screenshot({ caret: 'hide', animations: 'disabled' });
      looks.push({ picture, styles: [...closed, ...styles] });
    }
    const [clean, hostile] = looks;
    assert.deepEqual(
      hostile?.styles.filter((line, at) => line !== clean?.styles[at]),
      [],
    );
    assert.equal(hostile?.styles.length, clean?.styles.length);
    assert.ok(clean && hostile && clean.picture.equals(hostile.picture), 'pictures differ');
  });

  it('stays away from paths it is told, also after a navigation without a page load', async (t) => {
    const { page, launcher, open, input } = await openWidgetPage(t, chromium.browser, {
      host: { attributes: 'data-hide="^/staff"', body: '<button id="own">Own</button>' },
    });
    await open();
    await page.locator('#own').focus();
    await page.evaluate(() => history.pushState(null, '', '/staff/tasks'));
    await input().waitFor({ state: 'hidden' });
    assert.equal(await launcher().isVisible(), false);
    await page.evaluate(() => window.deskbell?.open('Hello'));
    await page.evaluate(() => history.back());
    await launcher().waitFor();
    assert.equal(await input().isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'own');
    await page.goto(`${new URL(page.url()).origin}/staff`);
    await page.locator('deskbell-widget').waitFor({ state: 'attached' });
    assert.equal(await launcher().isVisible(), false);
  });

  it('comes back when a navigation without a page load has replaced the body', async (t) => {
    const { page, launcher, open, input } = await openWidgetPage(t, chromium.browser);
    await launcher().waitFor();
    await page.evaluate(() => {
      const body = document.createElement('body');
      body.append('Another page');
      document.body.replaceWith(body);
      history.pushState(null, '', '/another');
    });
    await open();
    assert.equal(await input().isVisible(), true);
  });

  it('warns of a broken data-hide and goes on without it', async (t) => {
    const warnings: string[] = [];
    const { page, launcher } = await openWidgetPage(t, chromium.browser, {
      host: { attributes: 'data-hide="("' },
    });
    page.on('console', (message) => warnings.push(`${message.type()} ${message.text()}`));
    await page.reload();
    await launcher().waitFor();
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /^warning Deskbell/);
  });

  it('is opened by marked elements, also later ones, and by programs before it is there', async (t) => {
    const { page, desk, input, sees } = await openWidgetPage(t, chromium.browser, {
      host: { body: '<a href="/faq" data-deskbell-ask="What does it cost?">Ask</a>' },
    });
    await page.waitForFunction(() => window.deskbell);
    await page.getByRole('link', { name: 'Ask' }).click();
    const turn = await desk.nextTurn();
    assert.equal(turn.message, 'What does it cost?');
    assert.equal(new URL(page.url()).pathname, '/');
    turn.token('It depends.');
    turn.done();
    await sees('It depends.');
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const later = document.createElement('button');
      later.dataset.deskbellAsk = '';
      later.textContent = 'Later';
      document.body.append(later);
    });
    await page.getByRole('button', { name: 'Later' }).click();
    await input().waitFor();
    assert.equal(desk.requests.filter(({ method }) => method === 'POST').length, 1);

    await page.evaluate(() => sessionStorage.clear());
    await page.addInitScript(() => {
      document.addEventListener('readystatechange', () => window.deskbell?.open('At once'));
    });
    await page.reload();
    assert.equal((await desk.nextTurn()).message, 'At once');
  });

  it('is there once when the script is there twice', async (t) => {
    const { page, launcher } = await openWidgetPage(t, chromium.browser, { host: { scripts: 2 } });
    await launcher().waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('deskbell-widget').count(), 1);
  });

  it('opens again after a reload, without taking the focus, and stays closed once closed', async (t) => {
    const { page, open, input, launcher } = await openWidgetPage(t, chromium.browser);
    await open();
    await page.reload();
    await input().waitFor();
    assert.equal(await hasFocusInside(page, 'textarea'), false);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await launcher().waitFor();
    assert.equal(await input().isVisible(), false);
  });

  it('says that the panel did not come, and gets it at the next click', async (t) => {
    const { page, launcher, input } = await openWidgetPage(t, chromium.browser);
    await page.route(/\/widget\/panel-/, (route) => route.abort(), { times: 2 });
    const lost = page.waitForEvent('requestfailed');
    await launcher().hover();
    await lost;
    // What follows the failure is done once the page answers.
    await page.evaluate(() => document.hidden);
    assert.equal(await page.getByText('The chat did not load').count(), 0);
    await launcher().click();
    await page.getByRole('alert').getByText('The chat did not load. Try again.').waitFor();
    await launcher().click();
    await input().waitFor();
    assert.equal(await page.getByText('The chat did not load').count(), 0);
  });

  it('speaks Spanish from its own file, and stands on the left where lines run from the right', async (t) => {
    const { page, open, requested, launcher, sees, check } = await openWidgetPage(
      t,
      chromium.browser,
      {
        host: { html: 'lang="es" dir="rtl"' },
      },
    );
    const box = await launcher().boundingBox();
    assert.ok(box && box.x < 100);
    await open();
    await sees('¿En qué podemos ayudarle?');
    await page.getByRole('textbox', { name: 'Su mensaje' }).waitFor();
    assert.ok(requested.some((path) => path.startsWith('/widget/words-es-')));
    const panel = await page.getByRole('dialog').boundingBox();
    assert.ok(panel && panel.x < 100);
    await page.locator('.suggestion').first().waitFor();
    await check('spanish-rtl');
  });

  it('speaks English where the other words do not come', async (t) => {
    const { page, open, sees } = await openWidgetPage(t, chromium.browser, {
      host: { attributes: 'data-locale="es-MX"' },
    });
    await page.route(/\/widget\/words-es-/, (route) => route.abort());
    await open();
    await sees('How can we help?');
  });

  it('works while the business cannot be asked, and says its title', async (t) => {
    const { page, open, ask, sees } = await openWidgetPage(t, chromium.browser, {
      host: { attributes: 'data-title="Luggage desk"' },
    });
    await page.route(/\/profile\//, (route) => route.abort());
    await open();
    await page.getByRole('dialog', { name: 'Luggage desk' }).waitFor();
    const turn = await ask('Hello');
    turn.error({ message: '', code: 'internal', retryable: true });
    await sees('The assistant could not answer.');
    assert.equal(await page.getByRole('link', { name: 'Call us' }).count(), 0);
  });

  it('follows the colour scheme of the page, of the system, and of its own setting', async (t) => {
    const ground = (page: Page) =>
      page.getByRole('dialog').evaluate((panel) => getComputedStyle(panel).backgroundColor);
    const seen: Record<string, string> = {};
    for (const [name, css, attributes, colorScheme] of [
      ['light', '', '', 'light'],
      ['system', '', '', 'dark'],
      ['page', ':root { color-scheme: dark }', '', 'light'],
      ['page wins', ':root { color-scheme: light }', '', 'dark'],
      ['setting', ':root { color-scheme: light }', 'data-theme="dark"', 'light'],
    ] as const) {
      const { page, open } = await openWidgetPage(t, chromium.browser, {
        host: { css, attributes },
        browser: { colorScheme },
      });
      await open();
      seen[name] = await ground(page);
    }
    assert.notEqual(seen.light, seen.system);
    assert.equal(seen.page, seen.system);
    assert.equal(seen['page wins'], seen.light);
    assert.equal(seen.setting, seen.system);
  });

  it('takes the colours, sizes and parts a page gives it', async (t) => {
    const { page, open, launcher } = await openWidgetPage(t, chromium.browser, {
      host: {
        css: `:root { --deskbell-accent: rgb(90, 0, 90); --deskbell-width: 420px; --deskbell-offset: 40px }
          deskbell-widget::part(title) { letter-spacing: 3px }`,
      },
    });
    const style = await launcher().evaluate((node) => getComputedStyle(node).backgroundColor);
    assert.equal(style, 'rgb(90, 0, 90)');
    await open();
    const box = await page.getByRole('dialog').boundingBox();
    assert.equal(box?.width, 420);
    assert.equal(box && Math.round(1280 - box.x - box.width), 40);
    const spacing = await page
      .locator('deskbell-widget .title')
      .evaluate((node) => getComputedStyle(node).letterSpacing);
    assert.equal(spacing, '3px');
  });

  it('fills a phone, keeps the focus inside and has targets of at least 44 pixels', async (t) => {
    const { page, open, ask, sees } = await openWidgetPage(t, chromium.browser, {
      browser: { ...phone, reducedMotion: 'reduce' },
    });
    await open();
    await page.locator('.suggestion').first().waitFor();
    const turn = await ask('Hello');
    turn.token('Hi.');
    turn.done();
    await sees('Hi.');
    const box = await page.getByRole('dialog').boundingBox();
    assert.deepEqual(box, { x: 0, y: 0, width: 390, height: 844 });
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab');
      assert.equal(
        await page.evaluate(() => document.activeElement?.localName),
        'deskbell-widget',
        `after ${step + 1} tabs`,
      );
    }
    await page.keyboard.press('Shift+Tab');
    const small = await page.getByRole('dialog').evaluate((panel) =>
      [...panel.querySelectorAll('button, textarea')]
        .filter((target) => target.checkVisibility())
        .map((target) => ({ name: target.className, box: target.getBoundingClientRect() }))
        .filter(({ box: { width, height } }) => width < 44 || height < 44)
        .map(({ name, box: { width, height } }) => `${name} ${width}x${height}`),
    );
    assert.deepEqual(small, []);
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      0,
    );
  });
});
