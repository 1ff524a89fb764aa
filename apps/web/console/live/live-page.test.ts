import assert from 'node:assert/strict';
import { availableParallelism, loadavg } from 'node:os';
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
    const brokenAtMs = performance.now();
    network.cut();
    await until(async () => (await liveWord(page)) === 'reconnecting');
    const noticedMs = performance.now() - brokenAtMs;
    for (let number = 50; number < 53; number += 1) await sendMail(server, number);
    await until(async () => (await liveWord(page)) === 'stale');
    const staleMs = performance.now() - brokenAtMs;
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
    const silentAtMs = performance.now();
    network.hang();
    await until(async () => (await liveWord(page)) === 'stale');
    const hangMs = performance.now() - silentAtMs;
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

  it('scrolls 10,000 rows smoothly and answers a key at once', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    await generateOperations({ database: server.database, executions: 10_000, days: 30, seed: 5 });
    const visitor = await website.visit(t, {
      server,
      context: { viewport: { width: 1280, height: 800 } },
    });
    const { page } = await visitor.openTab('/staff/executions');
    await page.locator('tbody tr').first().waitFor();
    for (let nth = 0; nth < 3; nth += 1) await page.keyboard.press('j');
    const loadedAtMs = performance.now();
    while (await page.locator('.data-table-end').count()) {
      await page.keyboard.press('End');
      await delay(15);
      assert.ok(performance.now() - loadedAtMs < 120_000, 'not all rows came');
    }
    await page.keyboard.press('End');
    const last = await page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'));
    assert.equal(last, '10001');
    t.diagnostic(`10,000 rows were there after ${Math.round(performance.now() - loadedAtMs)} ms`);

    const blank = await visitor.context.newPage();
    await blank.setContent('<style>body{height:570000px;margin:0}</style>');
    const plain = (await blank.evaluate(SCROLL)) as Scrolled;
    await blank.close();
    // Other work on this machine takes frames as well: one good time of three is enough, and with
    // more work than processors fewer frames are.
    const [load = 0] = loadavg();
    const share = load <= availableParallelism() ? 0.8 : 0.4;
    let best: Scrolled | undefined;
    for (let time = 0; time < 3 && (best?.frames ?? 0) < plain.frames * share; time += 1) {
      await page.keyboard.press('Home');
      const scrolled = (await page.evaluate(SCROLL)) as Scrolled;
      t.diagnostic(
        `scrolled: ${JSON.stringify(scrolled)}; an empty page: ${JSON.stringify(plain)}`,
      );
      assert.ok(scrolled.mostRows < 80, `${scrolled.mostRows} rows in the page`);
      assert.equal(scrolled.emptyFrames, 0);
      if (best === undefined || scrolled.frames > best.frames) best = scrolled;
    }
    assert.ok(best !== undefined && best.frames >= plain.frames * share, JSON.stringify(best));

    await page.keyboard.press('j');
    await page.evaluate(MEASURE_KEYS);
    for (let nth = 0; nth < 40; nth += 1) {
      await page.keyboard.press('j');
      await until(async () => (await page.evaluate('window.keyTimes.length')) === nth + 1);
    }
    const times = ((await page.evaluate('window.keyTimes')) as number[]).sort((a, b) => a - b);
    const median = times[20] ?? Number.POSITIVE_INFINITY;
    t.diagnostic(
      `j to paint: median ${median.toFixed(1)} ms, longest ${times.at(-1)?.toFixed(1)} ms`,
    );
    assert.ok(median <= 100, `${median} ms`);
  });
});

interface Scrolled {
  frames: number;
  worstGapMs: number;
  mostRows: number;
  emptyFrames: number;
}

/** Scrolls for three seconds, a bit in every frame, down and up again. */
const SCROLL = `new Promise((resolve) => {
  const startedAt = performance.now();
  const seen = { frames: 0, worstGapMs: 0, mostRows: 0, emptyFrames: 0 };
  let before = startedAt;
  const frame = (now) => {
    seen.frames += 1;
    seen.worstGapMs = Math.max(seen.worstGapMs, Math.round(now - before));
    before = now;
    const rows = document.querySelectorAll('tbody tr').length;
    seen.mostRows = Math.max(seen.mostRows, rows);
    if (rows > 0 && seen.frames % 5 === 0) {
      const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      if (middle?.closest('tr') == null) seen.emptyFrames += 1;
    }
    if (now - startedAt > 3000) return resolve(seen);
    scrollBy({ top: now - startedAt < 2000 ? 180 : -180, behavior: 'instant' });
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})`;

/** From a key to the first task after the frame that shows what it did. */
const MEASURE_KEYS = `(() => {
  window.keyTimes = [];
  addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.keyTimes.push(performance.now() - timeStamp);
      channel.port2.postMessage(undefined);
    });
  }, { capture: true });
})()`;
