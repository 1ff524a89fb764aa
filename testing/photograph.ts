import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Where tests leave pictures for people to look at; SCREENSHOT_DIR names another folder. */
export const SCREENSHOT_FOLDER =
  process.env.SCREENSHOT_DIR ??
  fileURLToPath(new URL('../test-results/screenshots/', import.meta.url));

export interface PhotographOptions {
  /** The whole page instead of what its window shows. */
  isWholePage?: boolean;
}

/** Writes `<name>.png`, with animations at their end and without a caret. Names are of one folder. */
export async function photograph(
  page: Page,
  name: string,
  { isWholePage = false }: PhotographOptions = {},
): Promise<void> {
  await mkdir(SCREENSHOT_FOLDER, { recursive: true });
  await page.screenshot({
    path: join(SCREENSHOT_FOLDER, `${name}.png`),
    fullPage: isWholePage,
    animations: 'disabled',
  });
}
