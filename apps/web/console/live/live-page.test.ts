import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';
import { until } from '@deskbell/testing/until.ts';
import type { Page } from 'playwright-core';
import { startNetwork } from './test-network.ts';

const lostConnections = [/Failed to load resource/, /net::ERR_/];

/** Mail that is taken; its execution is there when this resolves. */
async function sendMail(server: TestServer, number: number): Promise<void> {
  const response = await fetch(`${server.url}/process-email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: `live ${number}`,
      subject: `Live mail ${number}`,
      sender: 'Ana <ana@boxright.example>',
      recipient: 'desk@totetaxi.example',
      body: `Please pay invoice ${number} over $420.00 by December 1.`,
    }),
  });
  assert.equal(response.status, 202);
}

/** Cancels the execution that a row shows, past the page. */
async function cancel(server: TestServer, subject: string): Promise<void> {
  const { rows } = await server.database.pool.query<{ id: string }>(
    `select executions.id from executions join emails on emails.id = executions.email_id
     where emails.subject = $1`,
    [subject],
  );
  const response = await fetch(`${server.url}/executions/${rows[0]?.id}/cancel`, {
    method: 'POST',
  });
  assert.equal(response.status, 202, await response.text());
}

const liveWord = (page: Page) => page.evaluate(() => document.documentElement.dataset.live);
const rowOf = (page: Page, subject: string) => page.locator('tbody tr', { hasText: subject });
const subjectAt = (page: Page, nth: number) =>
  page.locator('tbody tr').nth(nth).locator('.mail-subject').innerText();

/** Watches the focused row in every frame from now on: how far it was from where it is now. */
const WATCH_FOCUSED = `(() => {
  const row = document.activeElement;
  const top = row.getBoundingClientRect().top;
  const seen = { frames: 0, movedPx: 0, lostFocus: 0 };
  const look = () => {
    seen.frames += 1;
    seen.movedPx = Math.max(seen.movedPx, Math.abs(row.getBoundingClientRect().top - top));
    if (document.activeElement !== row) seen.lostFocus += 1;
    seen.handle = requestAnimationFrame(look);
  };
  look();
  window.seenOfFocused = seen;
})()`;
const SEEN_OF_FOCUSED = `(() => {
  const { frames, movedPx, lostFocus, handle } = window.seenOfFocused;
  cancelAnimationFrame(handle);
  return { frames, movedPx, lostFocus };
})()`;

describe('the console while things happen', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('changes rows in place, keeps what is read where it is, and says when the server is silent', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    await generateOperations({ database: server.database, executions: 400, days: 4, seed: 3 });
    const network = await startNetwork(t, server.url);
    const visitor = await website.visit(t, {
      server,
      origins: [network.url],
      expected: lostConnections,
      context: { viewport: { width: 1280, height: 800 } },
    });
    const { page } = await visitor.openTab(`${network.url}/staff/executions`);
    const newRows = page.locator('.table-bar-new');
    await page.locator('tbody tr').first().waitFor();
    await until(async () => (await liveWord(page)) === 'live');
    assert.equal(await page.evaluate(() => window.scrollY), 0);

    for (let nth = 0; nth < 8; nth += 1) await page.keyboard.press('j');
    const pending = await subjectAt(page, 2);
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    await page.evaluate(WATCH_FOCUSED);
    const startedAtMs = performance.now();
    for (let number = 0; number < 50; number += 1) {
      await sendMail(server, number);
      if (number === 20) await cancel(server, pending);
      const restMs = startedAtMs + (number + 1) * 100 - performance.now();
      if (restMs > 0) await delay(restMs);
    }
    const tookMs = performance.now() - startedAtMs;
    await until(async () => (await newRows.textContent()) === '50 new');
    await rowOf(page, pending).getByText('cancelled').waitFor();
    const seen = (await page.evaluate(SEEN_OF_FOCUSED)) as {
      frames: number;
      movedPx: number;
      lostFocus: number;
    };
    t.diagnostic(`50 mails in ${Math.round(tookMs)} ms: ${JSON.stringify(seen)}`);
    assert.equal(seen.lostFocus, 0);
    assert.ok(seen.movedPx < 1, `${seen.movedPx} px`);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), focused);
    await photograph(page, 'live-50-new-1280');
    await assertAccessible(page, 'new rows wait');

    await page.keyboard.press('.');
    await rowOf(page, 'Live mail 49').waitFor();
    await newRows.waitFor({ state: 'detached' });
    await until(() =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex') === '2'),
    );
    assert.equal(await subjectAt(page, 0), 'Live mail 49');

    // The connection breaks, and meanwhile something happens.
    await page.keyboard.press('j');
    const held = await page.evaluate(
      () => document.activeElement?.querySelector('.mail-subject')?.textContent,
    );
    await page.evaluate(WATCH_WORDS);
    const brokenAtMs = Date.now();
    network.cut();
    await until(async () => (await liveWord(page)) === 'reconnecting');
    const noticedMs = Date.now() - brokenAtMs;
    for (let number = 50; number < 53; number += 1) await sendMail(server, number);
    await until(async () => (await liveWord(page)) === 'stale');
    const staleMs = (await staleAtMs(page)) - brokenAtMs;
    await page.locator('.stale-notice').waitFor();
    t.diagnostic(
      `cut: noticed after ${Math.round(noticedMs)} ms, stale after ${Math.round(staleMs)} ms`,
    );
    assert.ok(staleMs <= 11_000, `${staleMs} ms`);
    await photograph(page, 'live-stale-1280');
    await assertAccessible(page, 'stale');
    await page.setViewportSize({ width: 390, height: 844 });
    await photograph(page, 'live-stale-390');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.setViewportSize({ width: 1280, height: 800 });
    network.restore();
    await until(async () => (await liveWord(page)) === 'live');
    await until(async () => (await newRows.textContent()) === '3 new');
    const heldNow = await page.evaluate(
      () => document.activeElement?.querySelector('.mail-subject')?.textContent,
    );
    assert.equal(heldNow, held);

    // The connection stays and says nothing more.
    await page.evaluate(WATCH_WORDS);
    const silentAtMs = Date.now();
    network.hang();
    await until(async () => (await liveWord(page)) === 'stale');
    const hangMs = (await staleAtMs(page)) - silentAtMs;
    t.diagnostic(`silent: stale after ${Math.round(hangMs)} ms`);
    assert.ok(hangMs <= 11_000, `${hangMs} ms`);
    await sendMail(server, 53);
    network.restore();
    await until(async () => (await newRows.textContent()) === '4 new');
    await page.locator('.stale-notice').waitFor({ state: 'detached' });

    // Somebody pauses it.
    await page.keyboard.press('p');
    await sendMail(server, 54);
    await page.locator('.live-chip', { hasText: /Paused · \d+ changes?/ }).waitFor();
    assert.equal(await newRows.textContent(), '4 new');
    await photograph(page, 'live-paused-1280');
    await page.keyboard.press('p');
    await until(async () => (await newRows.textContent()) === '5 new');
    await newRows.click();
    await rowOf(page, 'Live mail 54').waitFor();
    const subjects = await page.locator('tbody .mail-subject').allInnerTexts();
    assert.deepEqual(
      subjects.slice(0, 8),
      Array.from({ length: 8 }, (_, nth) => `Live mail ${54 - nth}`),
    );
    assert.equal(new Set(subjects).size, subjects.length);
  });

  it('leaves the connections of a browser to the tabs that somebody sees', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    await generateOperations({ database: server.database, executions: 30, days: 2, seed: 4 });
    const visitor = await website.visit(t, { server });
    // As many as a browser has connections to one server.
    const tabs: Page[] = [];
    let open = 0;
    for (let number = 0; number < 6; number += 1) {
      const { page } = await visitor.openTab('/staff/executions');
      await until(async () => (await liveWord(page)) === 'live');
      open += 1;
      page.on('requestfailed', (request) => {
        if (request.url().endsWith('/api/live')) open -= 1;
      });
      await page.evaluate(WATCH_WORDS);
      if (number < 5) await page.evaluate(SET_VISIBILITY, 'hidden');
      tabs.push(page);
    }
    await until(() => open === 1);
    await sendMail(server, 1);
    const { page: seventh } = await visitor.openTab('/staff/executions');
    await rowOf(seventh, 'Live mail 1').waitFor();

    const [first] = tabs;
    assert.ok(first !== undefined);
    await first.evaluate(SET_VISIBILITY, 'visible');
    await until(async () => (await liveWord(first)) === 'live');
    await first.locator('.table-bar-new', { hasText: '1 new' }).waitFor();
    const words = (await seenWords(first)).map(({ word }) => word);
    assert.deepEqual(words, ['connecting', 'live']);
  });
});

/** Pages of a browser without windows are all visible: this is what one says that is put away. */
const SET_VISIBILITY = (state: string): void => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};

/** Notes each word of the live stream from now on, by the clock of the page: tests are slower. */
const WATCH_WORDS = `(() => {
  const seen = [];
  window.seenWords = seen;
  new MutationObserver(() => {
    seen.push({ word: document.documentElement.dataset.live, atMs: Date.now() });
  }).observe(document.documentElement, { attributeFilter: ['data-live'] });
})()`;

const seenWords = async (page: Page) =>
  (await page.evaluate('window.seenWords')) as { word: string; atMs: number }[];

const staleAtMs = async (page: Page): Promise<number> =>
  (await seenWords(page)).find(({ word }) => word === 'stale')?.atMs ?? Number.POSITIVE_INFINITY;
