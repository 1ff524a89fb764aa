import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { browserMissing, launchBrowser } from '../../../testing/browser.ts';
import { startTestServer } from '../../../testing/start-test-server.ts';

const skip = browserMissing;
let browser: Browser | undefined;

before(async () => {
  if (skip === false) browser = await launchBrowser();
});
after(() => browser?.close());

async function open({ url, width, colorScheme }: View) {
  if (browser === undefined) throw new Error('There is no browser.');
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${url}/docs`);
  return { page, complaints, close: () => context.close() };
}

interface View {
  url: string;
  width: number;
  colorScheme: 'light' | 'dark';
}

it('the page has no violations of accessibility, fits 390 pixels, and keeps to the policy', {
  skip,
}, async (t) => {
  const { url } = await startTestServer(t, { backOffice: {}, hasMetrics: true });
  for (const view of [
    { url, width: 1280, colorScheme: 'light' },
    { url, width: 390, colorScheme: 'dark' },
  ] as const) {
    const { width } = view;
    const { page, complaints, close } = await open(view);
    // Two of each kind say as much as all of them, in a tenth of the time.
    await page.evaluate(
      `document.querySelectorAll('.operation:nth-of-type(n+3), .schema:nth-of-type(n+4)').forEach((one) => one.remove())`,
    );
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
      [],
      `${width} ${view.colorScheme}`,
    );
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(overflow <= width, `${overflow} pixels wide at ${width}`);
    assert.deepEqual(complaints, []);
    await close();
  }
});
