import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { browserMissing, launchBrowser } from './browser.ts';
import { servePage } from './serve-page.ts';
import { until } from './until.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; img-src *; connect-src 'self'; require-trusted-types-for 'script'";

describe('a page that is watched', { skip: browserMissing }, () => {
  async function open(
    t: TestContext,
    html: string,
    expected: RegExp[] = [],
  ): Promise<{ page: Page; watch: PageWatch; origin: string }> {
    const origin = await servePage(
      t,
      () => `<!doctype html><meta http-equiv="content-security-policy" content="${POLICY}">${html}`,
    );
    const browser = await launchBrowser();
    t.after(() => browser.close());
    const page = await browser.newPage();
    const watch = await watchPage(page, { origins: [origin], expected });
    await page.goto(origin);
    return { page, watch, origin };
  }
  const kindsOf = ({ complaints }: PageWatch) =>
    new Set(complaints.map((complaint) => complaint.split(':')[0]));

  it('is told of for inline scripts, Trusted Types, errors and other origins', async (t) => {
    const { page, watch } = await open(t, '<script>1</script><img src="http://127.0.0.1:9/a.png">');
    assert.throws(() => watch.assertClean());
    assert.deepEqual(kindsOf(watch), new Set(['policy violation', 'console', 'foreign request']));
    assert.match(watch.complaints.join('\n'), /policy violation: script-src-elem inline/);
    const told = watch.complaints.length;
    await page.evaluate('setTimeout(() => { document.body.innerHTML = "<b>x</b>"; })');
    const later = () => watch.complaints.slice(told).join('\n');
    await until(() => /policy violation: require-trusted-types-for/.test(later()));
    await until(() => /uncaught: TypeError/.test(later()));
  });

  it('is clean when nothing happened but what the test expects', async (t) => {
    const { page, watch, origin } = await open(t, '<p>Hello', [/expected by the test/]);
    await page.evaluate('console.error("expected by the test")');
    await page.evaluate(`fetch('${origin}/elsewhere').catch(() => {})`);
    watch.assertClean();
    assert.ok(watch.requests.includes('GET /'));
    await page.evaluate('console.error("something else")');
    await until(() => watch.complaints.length > 0);
    assert.throws(() => watch.assertClean(), /something else/);
  });
});
