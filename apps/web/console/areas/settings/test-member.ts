import assert from 'node:assert/strict';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { cookieOf } from '../../../../server/console/test-conversations.ts';

/** For tests: signs a browser in with a new account of that role, which is also its name. */
export async function signInAs(
  { context, server }: { context: BrowserContext; server: TestServer },
  role: 'staff' | 'admin',
): Promise<void> {
  const { cookie = '' } = await cookieOf(server, role);
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const end = pair.indexOf('=');
      return { name: pair.slice(0, end), value: pair.slice(end + 1), url: server.url };
    }),
  );
}

/** For tests: a state in both widths, light and dark: axe finds nothing, nothing is wider than it. */
export async function lookAt(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      const state = `${name}-${width}-${colorScheme}`;
      await assertAccessible(page, state);
      await photograph(page, state);
      const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      assert.equal(await page.evaluate(over), 0, `${state} scrolls sideways`);
    }
  }
  await page.setViewportSize(before);
}
