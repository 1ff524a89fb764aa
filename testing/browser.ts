import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Why browser tests cannot run here, as a sentence; false when they can. */
export const browserMissing: string | false = existsSync(executablePath)
  ? false
  : `There is no Chromium at ${executablePath} (apt-get install chromium, or set CHROMIUM_PATH).`;

/** Debian's Chromium, without a window and without requests of its own. The caller closes it. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
