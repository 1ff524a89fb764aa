import type { Locator, Page } from 'playwright-core';

const MOST_STOPS = 80;

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate(
    (element) =>
      (element.getRootNode() as unknown as { activeElement: unknown }).activeElement === element,
  );

/** Presses Tab (or another key) until the control has the focus; fails when it never gets it. */
export async function tabTo(page: Page, control: Locator, key = 'Tab'): Promise<void> {
  await control.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(control)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${control}`);
}
