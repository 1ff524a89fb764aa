import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

export interface PageWatch {
  /** What should not have happened, one line each: script errors, policy violations, requests. */
  readonly complaints: readonly string[];
  /** Every request of the page and its frames since the watch began: `GET /book?step=1`. */
  readonly requests: readonly string[];
  /** Fails with the complaints, when there are any. */
  assertClean(): void;
}

export interface PageWatchOptions {
  /** Origins that the page may talk to. */
  origins: readonly string[];
  /** Complaints that are part of the test, such as the browser's line about a refused request. */
  expected?: readonly RegExp[];
}

/**
 * Reports an event's details through a binding: the console names a violation as well, but only
 * where the page has not replaced the console. Without sources, a violation may come from a tool.
 */
const REPORT_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
  window.reportPolicyViolation([effectiveDirective, blockedURI, sourceFile, lineNumber, sample].join(' '));
});`;

/**
 * Watches a page that has not been opened yet, through every navigation, until it is closed:
 * uncaught errors, errors in the console, violations of the content security policy (Trusted Types
 * among them) and requests to other origins.
 */
export async function watchPage(page: Page, options: PageWatchOptions): Promise<PageWatch> {
  const { origins, expected = [] } = options;
  const complaints: string[] = [];
  const requests: string[] = [];
  const complain = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  await page.exposeFunction('reportPolicyViolation', (text: string) =>
    complain(`policy violation: ${text}`),
  );
  await page.addInitScript({ content: REPORT_VIOLATIONS });
  page.on('pageerror', (error) => complain(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    complain(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    requests.push(`${request.method()} ${url.pathname}${url.search}`);
    if (!origins.includes(url.origin)) complain(`foreign request: ${request.url()}`);
  });
  page.on('websocket', (socket) => complain(`web socket: ${socket.url()}`));
  return {
    complaints,
    requests,
    assertClean: () => assert.deepEqual(complaints, []),
  };
}
