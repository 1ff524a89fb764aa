import assert from 'node:assert/strict';
import { availableParallelism, loadavg } from 'node:os';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { until } from '@deskbell/testing/until.ts';

describe('a long list of the console', { skip: browserMissing }, () => {
  const website = prepareWebsite();

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

    // Other work on this machine takes frames as well: what an empty page gets just before is the
    // measure, one good time of three is enough, and with more work than processors fewer frames are.
    const [load = 0] = loadavg();
    const wanted = load <= availableParallelism() ? 0.8 : 0.4;
    const shares: number[] = [];
    for (let time = 0; time < 3 && Math.max(0, ...shares) < wanted; time += 1) {
      const blank = await visitor.context.newPage();
      await blank.setContent('<style>body{height:570000px;margin:0}</style>');
      const plain = (await blank.evaluate(SCROLL)) as Scrolled;
      await blank.close();
      await page.keyboard.press('Home');
      const scrolled = (await page.evaluate(SCROLL)) as Scrolled;
      t.diagnostic(
        `scrolled: ${JSON.stringify(scrolled)}; an empty page: ${JSON.stringify(plain)}`,
      );
      assert.ok(scrolled.mostRows < 80, `${scrolled.mostRows} rows in the page`);
      assert.equal(scrolled.emptyFrames, 0);
      shares.push(scrolled.frames / plain.frames);
    }
    assert.ok(Math.max(...shares) >= wanted, `${shares} of the frames of an empty page`);

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
