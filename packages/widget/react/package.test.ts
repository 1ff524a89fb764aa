import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browserMissing, launchBrowser } from '@deskbell/testing/browser.ts';
import {
  problem,
  type ScriptedFrontDesk,
  startScriptedFrontDesk,
} from '@deskbell/testing/scripted-front-desk.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bundleReactApp, servePage } from '../test-hosts.ts';
import { buildReact, reactLimit } from './build-react.ts';
import { packedManifest } from './pack.ts';

const widgetDir = join(dirname(fileURLToPath(import.meta.url)), '..');
const repoDir = join(widgetDir, '../..');
const reactDirs = { '19': widgetDir, '18': join(repoDir, 'testing/react-18') };

const handoff = {
  action: 'open_booking_wizard',
  prefill_data: { service_type: 'mini_move', package_type: 'petite' },
  message: 'Ready.',
};

describe('the package as npm packs it', () => {
  let folder: string;
  let appDir: string;
  const said: string[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'deskbell-package-'));
    const packageDir = join(folder, 'package');
    appDir = join(folder, 'app');
    const installedDir = join(appDir, 'node_modules/@deskbell/widget');
    mkdirSync(installedDir, { recursive: true });
    await buildReact({ outDir: join(packageDir, 'dist'), log: (line) => said.push(line) });
    writeFileSync(join(packageDir, 'package.json'), JSON.stringify(packedManifest()));
    execFileSync('npm', ['pack', packageDir, '--pack-destination', folder], { stdio: 'pipe' });
    const [tarball = ''] = globSync('*.tgz', { cwd: folder });
    execFileSync('tar', [
      '-xzf',
      join(folder, tarball),
      '-C',
      installedDir,
      '--strip-components=1',
    ]);
    // What a React app has beside the package.
    for (const name of ['zod', '@types', 'react', 'react-dom', 'scheduler', 'csstype']) {
      symlinkSync(join(repoDir, 'node_modules', name), join(appDir, 'node_modules', name));
    }
    writeFileSync(join(appDir, 'package.json'), '{"type":"module"}');
    cpSync(join(repoDir, 'examples/react/app.tsx'), join(appDir, 'app.tsx'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps the React build within its limit', (test) => {
    for (const line of said) test.diagnostic(line);
    const size = Number(/(\d+) bytes/.exec(said[0] ?? '')?.[1]);
    assert.ok(size > 1000 && size <= reactLimit, `${size} bytes`);
  });

  it('holds no source, no test, and needs nothing at run time but React', () => {
    const installedDir = join(appDir, 'node_modules/@deskbell/widget');
    const files = globSync('**/*.*', { cwd: installedDir });
    assert.deepEqual(
      files.filter((name) => /(?<!\.d)\.tsx?$|\.test\./.test(name)),
      [],
    );
    const imported = globSync('dist/**/*.js', { cwd: installedDir }).flatMap((name) =>
      [
        ...readFileSync(join(installedDir, name), 'utf8').matchAll(
          /^import .*?["']([^"'.][^"']*)["'];?$/gm,
        ),
      ].map(([, from]) => from),
    );
    assert.deepEqual([...new Set(imported)], ['react']);
  });

  it('has types that the example agrees with under strict rules', () => {
    const config = join(appDir, 'tsconfig.json');
    writeFileSync(
      config,
      JSON.stringify({
        compilerOptions: {
          target: 'ES2024',
          lib: ['ES2024', 'DOM', 'DOM.Iterable'],
          module: 'ESNext',
          moduleResolution: 'bundler',
          jsx: 'react-jsx',
          types: ['react', 'react-dom'],
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmit: true,
        },
        files: ['app.tsx'],
      }),
    );
    const typescript = join(repoDir, 'node_modules/typescript/bin/tsc');
    const checked = spawnSync(process.execPath, [typescript, '-p', config], { encoding: 'utf8' });
    assert.equal(checked.stdout, '');
    assert.equal(checked.status, 0);
  });

  it('renders on a server, where there is no window', async () => {
    const entry = join(appDir, 'server.js');
    writeFileSync(
      entry,
      `import { ChatWidget, useChatStream } from '@deskbell/widget/react';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
const App = () => {
  const { status, messages } = useChatStream();
  return createElement('p', null, status, ' ', messages.length, createElement(ChatWidget));
};
export const html = renderToString(createElement(App));`,
    );
    const { html } = (await import(pathToFileURL(entry).href)) as { html: string };
    assert.equal(html.replaceAll('<!-- -->', ''), '<p>ready 0</p>');
  });

  for (const [version, reactDir] of Object.entries(reactDirs)) {
    describe(`in a React ${version} app in Chromium`, { skip: browserMissing }, () => {
      let files: Map<string, string>;
      let browser: Browser;
      let context: BrowserContext;
      let page: Page;
      let desk: ScriptedFrontDesk;
      let complaints: string[];

      const serve = (request: IncomingMessage, response: ServerResponse): boolean =>
        servePage({
          files,
          // The example mounts itself in `app`; in `place` a test mounts and unmounts by hand.
          tags: () =>
            `<div id="${request.url === '/by-hand' ? 'place' : 'app'}"></div><script type="module" src="/assets/app.js"></script>`,
        })(request, response);

      before(async () => {
        writeFileSync(
          join(appDir, 'page.tsx'),
          `import { createRoot } from 'react-dom/client';
import { StrictMode } from 'react';
import { Bubble, Conversation } from './app.tsx';
let root;
window.render = (endpoint) =>
  root.render(<StrictMode><Conversation endpoint={endpoint} /><Bubble endpoint={endpoint} /></StrictMode>);
window.mount = () => {
  root = createRoot(document.getElementById('place'));
  window.render('');
};
window.unmount = () => root.unmount();
window.reactVersion = (await import('react')).version;`,
        );
        files = await bundleReactApp({ entry: join(appDir, 'page.tsx'), reactDir });
        browser = await launchBrowser();
      });
      after(() => browser?.close());
      beforeEach(async () => {
        complaints = [];
        desk = await startScriptedFrontDesk({ fallback: serve });
        context = await browser.newContext();
        page = await context.newPage();
        page.on('console', (message) => {
          const isStatus = message.text().startsWith('Failed to load resource');
          if (message.type() === 'error' && !isStatus) complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(String(error)));
        await page.addInitScript(watchPage);
        await page.goto(desk.url);
      });
      afterEach(async () => {
        await context.close();
        await desk.close();
        assert.deepEqual(complaints, [], 'errors on the page');
      });

      const question = () => page.getByRole('textbox', { name: 'Your question' });
      const ask = async (text: string) => {
        await question().fill(text);
        await question().press('Enter');
        return desk.nextTurn();
      };

      it('asks, streams, stops, and hands over with the hook', async () => {
        await page.waitForFunction(() => Reflect.has(window, 'reactVersion'));
        assert.match(
          await page.evaluate(() => Reflect.get(window, 'reactVersion')),
          new RegExp(`^${version}\\.`),
        );
        const turn = await ask('Do you serve 10001?');
        turn.token('Yes, ');
        await page.getByText('Yes,', { exact: true }).waitFor();
        turn.token('we do.');
        await page.getByText('Yes, we do.').waitFor();
        await page.getByRole('button', { name: 'Stop' }).click();
        await page.getByRole('button', { name: 'Send' }).waitFor();
        assert.deepEqual(desk.stoppedTurnIds(), [turn.turnId]);

        const second = await ask('Book it');
        second.toolCall('build_booking_handoff', 'c1', 'Preparing…');
        second.toolResult('build_booking_handoff', 'c1', handoff);
        second.done();
        await page.getByRole('button', { name: 'Start Booking' }).click();
        await page.waitForURL(/\/book\?handoff=[\da-f-]+$/);
        // The page that was left and came back has its conversation.
        await page.getByText('Do you serve 10001?').waitFor();
        assert.equal(await page.getByRole('listitem').count(), 4);
      });

      it('says a refusal, and goes on after a reload in the middle of an answer', async () => {
        desk.refuseNext(problem(400, 'Please be brief.', 'invalid_request'));
        await question().fill('Hello');
        await question().press('Enter');
        await page.getByRole('alert').getByText('Please be brief.').waitFor();
        assert.equal(await question().inputValue(), 'Hello');
        await question().press('Enter');
        const turn = await desk.nextTurn();
        turn.token('First half, ');
        await page.getByText('First half,').waitFor();
        await page.reload();
        await page.getByText('First half,').waitFor();
        turn.token('second half.');
        turn.done();
        await page.getByText('First half, second half.', { exact: true }).waitFor();
        assert.equal(desk.requests.filter(({ path }) => path === '/api/assistant/chat/').length, 2);
      });

      it('shows in a second tab the question and its answer, asked once', async () => {
        const other = await context.newPage();
        await other.goto(desk.url);
        await other.getByRole('textbox', { name: 'Your question' }).fill('not sent yet');
        const turn = await ask('Do you serve 10001?');
        turn.token('Yes, ');
        await other.getByText('Do you serve 10001?').waitFor();
        turn.token('we do.');
        turn.done();
        await other.getByText('Yes, we do.', { exact: true }).waitFor();
        await page.getByText('Yes, we do.', { exact: true }).waitFor();
        assert.equal(desk.requests.filter(({ path }) => path === '/api/assistant/chat/').length, 1);
        await page.getByRole('button', { name: 'New conversation' }).click();
        await other.getByText('Yes, we do.').waitFor({ state: 'detached' });
        const draft = other.getByRole('textbox', { name: 'Your question' });
        assert.equal(await draft.inputValue(), 'not sent yet');
      });

      it('leaves nothing behind when it is unmounted in the middle of an answer', async () => {
        await page.goto(`${desk.url}/by-hand`);
        const widgets = () => page.locator('deskbell-widget').count();
        const alive = () => page.evaluate(() => Reflect.get(window, 'alive')());
        const mount = () => page.evaluate(() => Reflect.get(window, 'mount')());
        const unmount = () => page.evaluate(() => Reflect.get(window, 'unmount')());
        await mount();
        await page.locator('deskbell-widget').waitFor({ state: 'attached' });
        assert.equal(await widgets(), 1);
        await unmount();
        const before = await alive();
        await mount();
        const turn = await ask('Hello');
        turn.token('Half an answer');
        await page.getByText('Half an answer').waitFor();
        assert.equal(turn.readerCount(), 1);
        await unmount();
        assert.equal(await widgets(), 0);
        assert.deepEqual(await alive(), before);
        assert.equal(before.channels, 0);
        assert.equal(before.intervals, 0);
        while (turn.readerCount() > 0) await new Promise((resolve) => setImmediate(resolve));
        assert.deepEqual(desk.stoppedTurnIds(), []);
        await mount();
        await page.getByText('Half an answer').waitFor();
      });

      it('follows a changed endpoint: closes the old conversation and restores it from the new one', async () => {
        await page.goto(`${desk.url}/by-hand`);
        await page.evaluate(() => Reflect.get(window, 'mount')());
        const turn = await ask('Hello');
        turn.token('First half, ');
        await page.getByText('First half,').waitFor();
        // Another name for the same server: the running turn is resumed there.
        await page.evaluate((url) => Reflect.get(window, 'render')(url), desk.url);
        await page.getByText('First half,').waitFor();
        while (turn.readerCount() !== 1) await new Promise((resolve) => setImmediate(resolve));
        turn.token('second half.');
        turn.done();
        await page.getByText('First half, second half.', { exact: true }).waitFor();
        assert.equal(await page.getByRole('listitem').count(), 2);
        assert.equal(await page.locator('deskbell-widget').count(), 1);
        const resumes = desk.requests.filter(({ path }) => path.endsWith(`${turn.turnId}/`));
        assert.equal(resumes.length, 1);
      });

      it('opens the same panel as the embed', async () => {
        assert.equal(desk.requests.length, 0);
        assert.equal(await page.evaluate(() => localStorage.length), 0);
        await page.locator('deskbell-widget').getByRole('button').click();
        const box = page.locator('deskbell-widget').getByRole('textbox');
        await box.fill('In the bubble');
        await box.press('Enter');
        const turn = await desk.nextTurn();
        assert.equal(turn.message, 'In the bubble');
        turn.token('Here I am.');
        turn.done();
        await page.locator('deskbell-widget').getByText('Here I am.').first().waitFor();
        // The page's own conversation is of the same storage: it is in step.
        await page.getByRole('list', { name: 'Messages' }).getByText('Here I am.').waitFor();
        assert.equal(desk.requests.filter(({ path }) => path === '/api/assistant/chat/').length, 1);
      });
    });
  }
});

/** Counts, in the page, what a component could leave behind. */
function watchPage(): void {
  const counts = { channels: 0, intervals: 0, listeners: 0 };
  const startInterval = window.setInterval;
  const endInterval = window.clearInterval;
  const intervals = new Set<unknown>();
  window.setInterval = ((...args: Parameters<typeof startInterval>) => {
    const id = startInterval(...args);
    intervals.add(id);
    return id;
  }) as typeof setInterval;
  window.clearInterval = ((id: number) => {
    intervals.delete(id);
    endInterval(id);
  }) as typeof clearInterval;

  const Channel = window.BroadcastChannel;
  window.BroadcastChannel = class extends Channel {
    constructor(name: string) {
      super(name);
      counts.channels += 1;
    }
    override close() {
      counts.channels -= 1;
      super.close();
    }
  };

  const listeners = new Set<string>();
  const names = new WeakMap<object, number>();
  let next = 0;
  const nameOf = (value: object): number => {
    const found = names.get(value) ?? next++;
    names.set(value, found);
    return found;
  };
  const isWatched = (target: unknown) =>
    target === window || target === document || target === undefined;
  const add = EventTarget.prototype.addEventListener;
  const remove = EventTarget.prototype.removeEventListener;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (listener && isWatched(this)) {
      const key = `${type} ${nameOf(listener)}`;
      listeners.add(key);
      const signal = typeof options === 'object' ? options.signal : undefined;
      if (signal) add.call(signal, 'abort', () => listeners.delete(key));
    }
    add.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (listener && isWatched(this)) listeners.delete(`${type} ${nameOf(listener)}`);
    remove.call(this ?? window, type, listener, options);
  };
  Reflect.set(window, 'alive', () => ({
    ...counts,
    intervals: intervals.size,
    listeners: [...listeners].map((key) => key.split(' ')[0]).sort(),
  }));
}
