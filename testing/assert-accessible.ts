import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What turns for ever, as a sign of waiting, is not waited for. */
const UNTIL_STILL = `(async () => {
  const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const animations = [document, ...shadows]
    .flatMap((root) => root.getAnimations())
    .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < Infinity);
  await Promise.allSettled(animations.map(({ finished }) => finished));
})()`;

/**
 * Fails with what axe finds wrong in the page, shadow roots included, once what fades or slides in
 * has arrived: half-way there is no contrast yet. Frames of other origins are not looked into.
 */
export async function assertAccessible(page: Page, state: string): Promise<void> {
  await page.evaluate(UNTIL_STILL);
  // Else each check opens a page of its own for its results, which takes longer than the check.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`),
  ]);
  assert.deepEqual(found, [], state);
}
