import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type ChatPanel, chatPanelOf } from './chat-panel.ts';
import { photograph } from './photograph.ts';
import type { Owner } from './postgres.ts';
import { prepareBrowser } from './prepare-browser.ts';
import { startTestServer, type TestServer, type TestServerOptions } from './start-test-server.ts';
import { desktop } from './viewports.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

/** A page of the website in a browser, watched. */
export interface Visit {
  page: Page;
  chat: ChatPanel;
  watch: PageWatch;
}

export interface Visitor {
  context: BrowserContext;
  /** Opens another tab; the first is open. Its watch has to be clean when the test ends. */
  openTab(path: string): Promise<Visit>;
}

export interface VisitOptions {
  server: TestServer;
  context?: BrowserContextOptions;
  /** Other origins whose pages are part of the test. */
  origins?: readonly string[];
  /** Complaints that belong to the test; see `watchPage`. */
  expected?: readonly RegExp[];
}

export interface Website {
  /** The whole server with its pages and its own address as PUBLIC_URL; answered by the clerk. */
  start(owner: Owner, options?: TestServerOptions): Promise<TestServer>;
  /** A browser of its own, without anything stored. */
  visit(owner: Owner, options: VisitOptions): Promise<Visitor>;
}

/** Builds the pages and starts one Chromium for a test file (or a `describe`), and ends it after. */
export function prepareWebsite(): Website {
  const prepared = prepareBrowser();
  /** What closes the pages of all servers on a database, by its URL: one of them owns and drops it. */
  const leaving = new Map<string, (() => Promise<void>)[]>();

  return {
    start: async (owner, options = {}) => {
      const leave = leaving.get(options.databaseUrl ?? '') ?? [];
      // Before the server ends: a page that is still there asks it in vain and complains of that.
      owner.after(async () => {
        for (const close of leave) await close();
      });
      const server = await startTestServer(owner, {
        pagesDirectory: prepared.pagesDirectory,
        isPublicHere: true,
        ...options,
      });
      leaving.set(server.databaseUrl, leave);
      return server;
    },

    visit: async (owner, { server, context: contextOptions, origins = [], expected = [] }) => {
      const context = await prepared.browser.newContext(contextOptions ?? desktop);
      const watches: PageWatch[] = [];
      let closing: Promise<void> | undefined;
      const close = (): Promise<void> => {
        closing ??= (async () => {
          if (owner.passed === false) await photographAll(context.pages());
          await context.close();
        })();
        return closing;
      };
      leaving.get(server.databaseUrl)?.push(close);
      owner.after(async () => {
        await close();
        for (const watch of watches) watch.assertClean();
      });
      return {
        context,
        openTab: async (path) => {
          const page = await context.newPage();
          const watch = await watchPage(page, { origins: [server.url, ...origins], expected });
          watches.push(watch);
          await page.goto(new URL(path, server.url).href);
          return { page, chat: chatPanelOf(page), watch };
        },
      };
    },
  };
}

/** What a failed test saw last, beside the pictures of those that passed. */
async function photographAll(pages: readonly Page[]): Promise<void> {
  for (const [index, page] of pages.entries()) {
    // A page may have crashed or hang: that is no reason to leave the others out.
    await photograph(page, `failed-${process.pid}-${index + 1}`).catch(() => {});
  }
}
