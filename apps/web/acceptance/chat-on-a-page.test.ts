import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Model, ModelEvent } from '@deskbell/engine';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { end } from '@deskbell/testing/scripted-model.ts';
import { servePage } from '@deskbell/testing/serve-page.ts';
import type { Page } from 'playwright-core';

const NOT_FOUND = /Failed to load resource: .+ 404/;

const HOSTILE_TEXT = [
  '**Hello** from <b onclick="alert(1)">us</b><img src="https://evil.example/a.png" onerror="alert(1)">',
  '![tracking](https://evil.example/b.png) and ![own](/favicon.svg "x")',
  '[click](javascript:alert(1)) [also](JaVaScRiPt&#58;alert(1)) [data](data:text/html,<script>1</script>)',
  '[far](https://evil.example/c) <https://evil.example/d> <script>alert(1)</script>',
  '<svg><animate onbegin="alert(1)"></svg> <iframe src="https://evil.example/e"></iframe>',
  '- [x](vbscript:alert(1))\n- `code <i>` and **half',
].join('\n\n');

/** Writes its text character by character, so that a page shows it cut at every place. */
function createSlowWriter(text: string): Model {
  return {
    name: 'slow writer',
    provider: 'anthropic',
    isAvailable: () => true,
    async *stream(): AsyncGenerator<ModelEvent> {
      for (const character of text) {
        yield { type: 'text', text: character };
        // A turn of the event loop apart: written at once they would arrive as one piece.
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      yield end('end_turn', [{ type: 'text', text }]);
    },
  };
}

/** Looks at the answer after every change of it; what must never be there is collected. */
const watchAnswer = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const found = new Set<string>();
    Object.assign(window, { found });
    const root = document.querySelector('deskbell-widget')?.shadowRoot;
    const log = root?.querySelector('[role=log]');
    if (root == null || log == null) throw new Error('no chat');
    const look = () => {
      for (const element of log.querySelectorAll('[part~=bubble]:not([part~=own]) *')) {
        const { tagName } = element;
        if (!/^(P|DIV|SPAN|STRONG|EM|UL|OL|LI|CODE|PRE|BR|I)$/i.test(tagName)) found.add(tagName);
        for (const { name, value } of element.attributes) {
          if (/^on|^style$|^src|^href/.test(name)) found.add(`${name}=${value}`);
        }
      }
      const [bubble] = [...log.querySelectorAll<HTMLElement>('[part~=bubble]:not([part~=own])')];
      const raw = bubble?.innerText.match(/\*\*|\]\(|!\[|`/);
      if (raw) found.add(`raw: ${bubble?.innerText}`);
    };
    new MutationObserver(look).observe(log, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });

/**
 * Every computed style of everything in the chat, a line each. Custom properties are left out: a
 * website may set them, and what they do is in the other properties.
 */
const stylesOfChat = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('deskbell-widget')?.shadowRoot;
    return [...(root?.querySelectorAll('*') ?? [])].flatMap((element, index) => {
      const style = getComputedStyle(element);
      const name = `${index} ${element.tagName} ${element.getAttribute('class') ?? ''}`;
      return [...style]
        .filter((property) => !property.startsWith('--'))
        .map((property) => `${name} ${property}: ${style.getPropertyValue(property)}`);
    });
  });

const hostileCss = `
  * { all: unset !important; display: inline !important; color: red !important;
    font: italic 40px/3 fantasy !important; letter-spacing: 9px !important;
    text-transform: uppercase !important; }
  *::before { content: 'EVIL' !important; }
  button, textarea, div, p { background: lime !important; width: 999px !important; }
  html { font-size: 60px; direction: ltr; word-spacing: 1em; text-align: right; }
  :root { --deskbell: 1; }
  deskbell-widget { opacity: 0.1; position: static; zoom: 3; visibility: hidden;
    transform: rotate(3deg) !important; filter: blur(3px) !important; }`;

describe('the chat on a page', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('asks for one file and keeps nothing before somebody shows intent; then not before a message', async (t) => {
    const server = await website.start(t);
    const visitor = await website.visit(t, { server });
    const { page, chat, watch } = await visitor.openTab('/');
    const kept = async () => ({
      local: await page.evaluate(() => Object.keys(localStorage)),
      session: await page.evaluate(() => Object.keys(sessionStorage)),
      cookies: await visitor.context.cookies(),
    });
    const nothing = { local: [], session: [], cookies: [] };
    const ofChat = () => watch.requests.filter((request) => /widget|\/api\//.test(request));
    await chat.launcher.waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(ofChat(), ['GET /widget/v1.js']);
    assert.deepEqual(await kept(), nothing);

    await chat.launcher.hover();
    await page.waitForLoadState('networkidle');
    assert.ok(ofChat().length > 1, 'fetched on intent');
    assert.deepEqual(await kept(), nothing);
    await chat.open();
    assert.deepEqual((await kept()).local, []);
    await page.keyboard.press('Escape');
    await chat.launcher.waitFor();
    assert.deepEqual(await kept(), nothing);

    await chat.open();
    await chat.ask('Hello');
    assert.deepEqual((await kept()).local, ['deskbell.thread']);
    assert.deepEqual((await kept()).cookies, []);
  });

  it('is never on pages of staff, also when a page turns into one', async (t) => {
    const server = await website.start(t);
    const visitor = await website.visit(t, { server, expected: [NOT_FOUND] });
    const { page, chat } = await visitor.openTab('/');
    await chat.open();
    await page.evaluate(() => history.pushState(null, '', '/staff/tasks'));
    await chat.panel.waitFor({ state: 'hidden' });
    assert.equal(await chat.launcher.isVisible(), false);
    await page.evaluate(() => history.pushState(null, '', '/services'));
    await chat.launcher.waitFor();
    const staff = await visitor.openTab('/staff');
    await staff.page.waitForLoadState('networkidle');
    assert.equal(await staff.chat.launcher.isVisible(), false);
    assert.equal(await staff.chat.panel.isVisible(), false);
  });

  it('makes text of whatever a model says, wherever it is cut', async (t) => {
    const server = await website.start(t, { languageModels: [createSlowWriter(HOSTILE_TEXT)] });
    const visitor = await website.visit(t, { server });
    const { page, chat } = await visitor.openTab('/');
    await chat.open();
    await watchAnswer(page);
    await chat.ask('Hello');
    await chat.answers.getByText('Hello').waitFor();
    await photograph(page, 'acceptance-hostile-text-1280');
    const found = await page.evaluate(() => [
      ...(window as unknown as { found: Set<string> }).found,
    ]);
    assert.deepEqual(found, []);
    assert.equal(page.url(), `${server.url}/`);
  });

  it('on another website: sends no cookie, and no style of that website changes it', async (t) => {
    const found = { serverUrl: '' };
    const pageOf = (css: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
      <title>A hotel</title><style>${css}</style><main><h1>A hotel</h1></main>
      <script async src="SERVER/widget/v1.js"></script></html>`;
    // The server has to know the origins, and the pages the server: a page learns it on the way.
    const plain = await servePage(t, () => pageOf('').replace('SERVER', found.serverUrl));
    const hostile = await servePage(t, () => pageOf(hostileCss).replace('SERVER', found.serverUrl));
    const origins = [plain, hostile];
    const server = await website.start(t, {
      corsOrigins: origins,
      languageModels: [createSlowWriter('**Yes**, we do.')],
    });
    found.serverUrl = server.url;
    const visitor = await website.visit(t, { server, origins });
    await visitor.context.addCookies([{ name: 'session', value: 'secret', url: server.url }]);
    const styles = [];
    for (const origin of origins) {
      const { page, chat } = await visitor.openTab(origin);
      const sent: Promise<Record<string, string>>[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/api/')) sent.push(request.allHeaders());
      });
      await chat.launcher.click({ force: true });
      await chat.input.waitFor();
      await chat.ask('Hello');
      await chat.answers.getByText('Yes, we do.').waitFor();
      await page.mouse.move(0, 0);
      await photograph(page, `acceptance-embedded-${styles.length + 1}-1280`);
      styles.push(await stylesOfChat(page));
      const headers = await Promise.all(sent);
      assert.ok(headers.length >= 2);
      assert.deepEqual(
        headers.filter(({ cookie }) => cookie !== undefined),
        [],
      );
    }
    const [expected = [], actual = []] = styles;
    assert.ok(expected.length > 0);
    assert.deepEqual(
      actual.filter((line) => !expected.includes(line)),
      [],
    );
  });
});
