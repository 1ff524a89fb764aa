import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { calls, says } from '@deskbell/testing/scripted-model.ts';
import type { TestServer, TestServerOptions } from '@deskbell/testing/start-test-server.ts';
import { until } from '@deskbell/testing/until.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { seedDemoMail } from '../../../server/operations/demo/seed-demo-mail.ts';
import { createCutter } from './test-chat.ts';
import { createTestChatModel, type Replies } from './test-chat-model.ts';

const website = prepareWebsite();

interface Dock {
  page: Page;
  dock: Locator;
  input: Locator;
  log: Locator;
  button(name: string | RegExp): Locator;
  ask(question: string): Promise<void>;
}

/** Sockets are what the chat is made of; what is cut or refused on purpose says so in the console. */
const expected = [/^web socket: ws:/, /WebSocket connection|ERR_|Failed to load resource/];

const dockOf = (page: Page): Dock => {
  const dock = page.locator('.chat-dock');
  const input = dock.getByRole('textbox', { name: 'Ask AUBS' });
  return {
    page,
    dock,
    input,
    log: dock.getByRole('log'),
    button: (name) => dock.getByRole('button', { name }),
    ask: async (question) => {
      await input.fill(question);
      await input.press('Enter');
    },
  };
};

const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => node === document.activeElement);

async function openDock(page: Page): Promise<Dock> {
  const opened = dockOf(page);
  await page.locator('.chat-button').click();
  await opened.input.waitFor();
  return opened;
}

async function visit(
  t: TestContext,
  server: TestServer,
  { context = desktop, path = '/staff' }: { context?: BrowserContextOptions; path?: string } = {},
) {
  const visitor = await website.visit(t, { server, context, expected });
  const { page } = await visitor.openTab(path);
  return { visitor, page };
}

const start = (t: TestContext, options: TestServerOptions = {}): Promise<TestServer> =>
  website.start(t, { backOffice: {}, ...options });

const startWith = async (t: TestContext, replies: Replies) => {
  const model = createTestChatModel(replies);
  return { model, server: await start(t, { languageModels: [model] }) };
};

async function sendDemoMail({ database, operations }: TestServer): Promise<void> {
  assert.ok(operations !== undefined);
  await seedDemoMail({
    database,
    accept: operations.accept,
    clock: () => new Date(),
    timezone: 'America/New_York',
    signal: AbortSignal.timeout(60_000),
  });
}

/** Every socket of the page gets an address that the server refuses. */
const REFUSE_SOCKETS = `window.WebSocket = class extends WebSocket {
  constructor(url) { super(url.replace('/ws/chat/', '/ws/nowhere/')); }
};`;

const half: Replies = {
  Both: () => says('The first half…', ' and the second.'),
};
const whole = 'The first half… and the second.';

describe('AUBS in the console', { skip: browserMissing, timeout: 300_000 }, () => {
  it('answers the eight quick questions and opens what it cites', async (t) => {
    const server = await start(t);
    await sendDemoMail(server);
    const { page } = await visit(t, server);
    const { dock, button, log, input } = await openDock(page);
    const greeted = log.getByRole('listitem');
    await until(async () => (await greeted.count()) === 8);
    const questions = await greeted.allInnerTexts();
    await photograph(page, 'console-chat-empty');
    await assertAccessible(page, 'empty');

    await log.getByRole('button', { name: questions[0] ?? '' }).click();
    const answers = dock.getByRole('button', { name: 'Copy answer' });
    for (const [at, question] of questions.entries()) {
      if (at > 0) {
        await button('Quick questions').click();
        await dock.locator('.questions-menu-list').getByText(question, { exact: true }).click();
      }
      await until(async () => (await answers.count()) === at + 1);
    }
    assert.equal(await dock.locator('.question').count(), 8);
    assert.equal(await dock.locator('.chat-problem').isVisible(), false);
    await dock.getByText('Answered without the language model').first().waitFor();

    // Of which kind the first one is depends on the hour.
    const chip = log.locator('.citation').first();
    const title = (await chip.getAttribute('title')) ?? '';
    await chip.click();
    const [, kind, id] = /^Open (\w+) ([\da-f]{12})$/.exec(title) ?? [];
    await page.locator('aside.peek').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('peek'), `${kind}:${id}`);
    await assertAccessible(page, 'answered, with a record beside it');
    await photograph(page, 'console-chat-answered');

    // The session is in the address, and the dock stays open.
    const shown = await log.innerText();
    await page.reload();
    await until(async () => (await answers.count()) === 8);
    assert.equal(await log.innerText(), shown);

    // The button beside a record asks at once, in the same conversation, also before the chat's
    // code is there.
    await button('Close the chat').click();
    await page.reload();
    await page.locator('aside.peek').getByRole('button', { name: 'Ask AUBS' }).click();
    await until(async () => (await answers.count()) === 9);
    await dock
      .locator('.question')
      .last()
      .getByRole('button', { name: `${kind} ${String(id).slice(-12, -8)}` })
      .waitFor();
    assert.equal(await hasFocus(input), true);
    // Escape goes back to the page; the dock stays.
    await input.press('Escape');
    assert.equal(await hasFocus(input), false);
    await dock.waitFor();
  });

  for (const hasSockets of [true, false]) {
    it(`goes on after a reload and a cut in the middle over ${hasSockets ? 'sockets' : 'event streams'}`, async (t) => {
      const { server, model } = await startWith(t, half);
      const cut = createCutter(server);
      const visitor = await website.visit(t, { server, expected });
      if (!hasSockets) await visitor.context.addInitScript({ content: REFUSE_SOCKETS });
      const { page, watch } = await visitor.openTab('/staff');
      const { ask, log, button } = await openDock(page);
      await ask('Both halves');
      await log.getByText('The first half…').waitFor();
      const sends = watch.requests.filter((line) => line === 'POST /api/chat').length;
      assert.equal(sends, hasSockets ? 0 : 1);

      await page.reload();
      await log.getByText('The first half…').waitFor();
      await button('Stop').waitFor();
      cut();
      await log.getByText('Connecting again').waitFor();
      await log.getByText('Connecting again').waitFor({ state: 'detached' });
      model.release();
      await button('Copy answer').waitFor();
      assert.equal(await log.locator('.rich-text').innerText(), whole);
      assert.equal(await log.locator('.question').count(), 1);
    });
  }

  it('stops, tries again and keeps two windows of a conversation apart and in step', async (t) => {
    let tries = 0;
    const { server, model } = await startWith(t, {
      ...half,
      Break: () => {
        tries += 1;
        return tries === 1
          ? { events: [{ type: 'text', text: 'As far as' }], throws: new Error('no') }
          : says('It works now.');
      },
    });
    const { visitor, page } = await visit(t, server);
    const { ask, log, button, dock, input } = await openDock(page);

    await ask('Both halves');
    await log.getByText('The first half…').waitFor();
    await photograph(page, 'console-chat-streaming');
    await assertAccessible(page, 'streaming');
    await button('Stop').click();
    await log.getByText('Stopped.').waitFor();
    assert.equal(await log.locator('.rich-text').innerText(), 'The first half…');
    assert.equal(await hasFocus(input), true);

    await ask('Break');
    await button('Try again').waitFor();
    await photograph(page, 'console-chat-error');
    await assertAccessible(page, 'failed');
    await button('Try again').click();
    await log.getByText('It works now.').waitFor();
    assert.equal(await dock.locator('.question').count(), 2);

    // Another window of the same session follows what this one asks, and asks itself afterwards.
    const { page: second } = await visitor.openTab(page.url());
    const other = dockOf(second);
    await other.log.getByText('It works now.').waitFor();
    await ask('Both halves again');
    await log.getByText('The first half…').nth(1).waitFor();
    await second.bringToFront();
    await other.log.getByText('Both halves again').waitFor();
    await other.log.getByText('The first half…').nth(1).waitFor();
    model.release();
    await other.log.getByText(whole).waitFor();
    await log.getByText(whole).waitFor();
    await other.ask('Break the last time');
    await until(async () => (await other.log.getByText('It works now.').count()) === 2);
    await page.bringToFront();
    await until(async () => (await log.getByText('It works now.').count()) === 2);
    assert.equal(await log.locator('.answer').count(), await other.log.locator('.answer').count());
  });

  it('lists, switches and deletes conversations while one is still being answered', async (t) => {
    const { server, model } = await startWith(t, { ...half, Short: () => says('Short it is.') });
    const { page } = await visit(t, server);
    const { ask, log, button, dock, input } = await openDock(page);
    await ask('Both halves');
    await log.getByText('The first half…').waitFor();
    await button('New conversation').click();
    await log.getByText('What would you like to know?').waitFor();
    await ask('Short');
    await log.getByText('Short it is.').waitFor();

    await button('Conversations').click();
    const rows = dock.locator('.session');
    await until(async () => (await rows.count()) === 2);
    await photograph(page, 'console-chat-conversations');
    await assertAccessible(page, 'conversations');
    await rows.filter({ hasText: 'Both halves' }).locator('.session-open').click();
    await log.getByText('The first half…').waitFor();
    model.release();
    await log.getByText(whole).waitFor();

    await button('Conversations').click();
    await button('Delete Both halves').click();
    await button('Keep').press('Enter');
    assert.equal(await hasFocus(button('Delete Both halves')), true);
    await button('Delete Both halves').click();
    await button('Delete').last().waitFor();
    await dock.locator('.session-asking').getByRole('button', { name: 'Delete' }).click();
    await log.getByText('What would you like to know?').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('session'), null);

    // Back at a page from before the conversation it goes on beside that one.
    await page.goto(`${server.url}/staff/tasks`);
    await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.waitForURL(/\/staff\/emails/);
    await ask('Short');
    await log.getByText('Short it is.').waitFor();
    const session = new URL(page.url()).searchParams.get('session');
    assert.notEqual(session, null);
    await page.goBack();
    await page.waitForURL(`${server.url}/staff/tasks?session=${session}`);
    assert.equal(await log.getByText('Short it is.').count(), 1);
    await button('New conversation').click();
    await log.getByText('What would you like to know?').waitFor();

    // One that is gone says so and leaves room for the next.
    await page.goto(`${server.url}/staff?session=01a202e6-5415-729c-bf97-2b9fe1691d49`);
    await dock.getByText(/was deleted, or is somebody else/).waitFor();
    await ask('Short');
    await log.getByText('Short it is.').waitFor();
    assert.equal(await dock.locator('.chat-problem').isVisible(), false);
    assert.equal(await hasFocus(input), true);
  });

  it('keeps one question while offline, and counts down after too many', async (t) => {
    const server = await start(t, { messagesPerMinute: 1 });
    const { visitor, page } = await visit(t, server);
    const { ask, button, dock, input } = await openDock(page);
    await visitor.context.setOffline(true);
    await dock.getByText('You are offline. One question can wait here').waitFor();
    await ask('Is everything running okay?');
    await dock.getByText('sent once the connection is back').waitFor();
    await photograph(page, 'console-chat-offline');
    await input.fill('And more?');
    assert.equal(await button('Send').isDisabled(), true);
    await visitor.context.setOffline(false);
    await button('Copy answer').waitFor();

    await input.press('Enter');
    await button(/^Try again in (?:1:00|0:\d\d)$/).waitFor();
    assert.equal(await button(/^Try again in/).isDisabled(), true);
    await photograph(page, 'console-chat-too-many');
    await assertAccessible(page, 'too many messages');
    await button('Edit the question').click();
    assert.equal(await input.inputValue(), 'And more?');
    assert.equal(await hasFocus(input), true);
  });

  it('shows hostile text as text', async (t) => {
    const hostile = [
      '<img src=x onerror="document.title=1">',
      '<script>document.title=2</script>',
      '[press me](javascript:alert(1)) ![pixel](https://evil.example/p.png)',
      '[here](https://evil.example/) https://evil.example/',
      '[vendor:8f14e45fceea] [email:8f14e45fceea] `[task:8f14e45fceea]`',
    ].join('\n\n');
    const { server } = await startWith(t, {
      Attack: ({ step }) =>
        step === 0
          ? calls([{ callId: 'c', tool: 'list_emails', input: {} }], hostile)
          : says(hostile),
    });
    const { page } = await visit(t, server);
    const { ask, log, button } = await openDock(page);
    await ask(`Attack ${hostile}`);
    await button('Copy answer').waitFor();
    await log.locator('details.tool-line summary').click();
    await log.locator('.tool-result').waitFor();
    // What staff write themselves may name records.
    for (const element of ['img', 'script', 'a', 'iframe', '.answer .citation']) {
      assert.equal(await log.locator(element).count(), 0, element);
    }
    await page.reload();
    await button('Copy answer').waitFor();
    for (const element of ['img', 'script', 'a', 'iframe', '.answer .citation']) {
      assert.equal(await log.locator(element).count(), 0, `${element} after a reload`);
    }
    assert.match(await log.innerText(), /onerror/);
  });

  it('says the limit before it sends, breaks lines, and lets go of the reader who scrolls up', async (t) => {
    const { server, model } = await startWith(t, {
      Long: () =>
        says(...Array.from({ length: 60 }, (_, line) => `Line ${line}.\n\n`), 'More…', '\n\nEnd.'),
    });
    const { page } = await visit(t, server);
    const { ask, log, button, dock, input } = await openDock(page);
    await input.fill('x'.repeat(4_001));
    await dock.getByText('1 characters too many').waitFor();
    assert.equal(await button('Send').isDisabled(), true);
    await input.press('Enter');
    assert.equal(await dock.locator('.question').count(), 0);
    await input.fill('First');
    await input.press('Shift+Enter');
    await input.pressSequentially('Long');
    assert.equal(await input.inputValue(), 'First\nLong');
    // An input method's Enter takes its word, and sends nothing.
    await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    assert.equal(await dock.locator('.question').count(), 0);

    await ask('Long');
    await log.getByText('More…').waitFor();
    const isAtEnd = () =>
      log.evaluate(
        ({ scrollHeight, clientHeight, scrollTop }) => scrollHeight - clientHeight - scrollTop < 5,
      );
    await until(isAtEnd);
    await log.hover();
    await page.mouse.wheel(0, -400);
    await button('Jump to latest').waitFor();
    const before = await log.evaluate(({ scrollTop }) => scrollTop);
    model.release();
    await button('Copy answer').waitFor();
    assert.equal(await log.evaluate(({ scrollTop }) => scrollTop), before);
    await button('Jump to latest').click();
    await until(isAtEnd);
    // Each sentence once, and as many as were written.
    const spoken = await dock.locator('[data-announcements]').innerText();
    assert.match(spoken, /End\.\s*$/);
  });

  for (const [name, context] of Object.entries<BrowserContextOptions>({
    dark: { ...desktop, colorScheme: 'dark' },
    phone,
    'dark-phone': { ...phone, colorScheme: 'dark' },
  })) {
    it(`is accessible and whole: ${name}`, async (t) => {
      const { server, model } = await startWith(t, {
        Why: ({ step, given }) =>
          step === 0
            ? calls([{ callId: 'c', tool: 'list_executions', input: {} }])
            : says(`**One thing** is late [${given}]…`, '\n\n1. Ask `them`.\n2. Wait.'),
      });
      await sendDemoMail(server);
      const { page } = await visit(t, server, { context });
      const { ask, log, button, dock, input } = await openDock(page);
      await photograph(page, `console-chat-empty-${name}`);
      await assertAccessible(page, 'empty');
      await ask('Why?');
      await log.getByText('One thing').waitFor();
      await photograph(page, `console-chat-streaming-${name}`);
      model.release();
      await button('Copy answer').waitFor();
      await photograph(page, `console-chat-answered-${name}`);
      await assertAccessible(page, 'answered');
      const widths = () =>
        page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
      const [content, window] = await widths();
      assert.ok(content <= window);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      await photograph(page, `console-chat-rtl-${name}`);
      await assertAccessible(page, 'right to left');
      await page.evaluate(() => document.documentElement.removeAttribute('dir'));
      await log.locator('.citation').first().click();
      const peek = page.locator('aside.peek');
      await peek.getByRole('heading', { name: 'Execution', exact: true }).waitFor();
      await peek.locator('.skeleton').first().waitFor({ state: 'detached' });
      await photograph(page, `console-chat-cited-${name}`);
      assert.equal(await dock.locator('.chat-problem').isVisible(), false);
      if (context.isMobile !== true) return;
      // Asked from there, the chat comes forward, and Escape leaves it.
      await peek.getByRole('button', { name: 'Ask AUBS' }).click();
      await peek.waitFor({ state: 'detached' });
      await until(async () => (await log.locator('.question').count()) === 2);
      assert.equal(await hasFocus(input), true);
      await input.press('Escape');
      await dock.waitFor({ state: 'detached' });
    });
  }
});
