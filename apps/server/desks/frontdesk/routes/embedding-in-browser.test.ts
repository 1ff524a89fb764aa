import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { browserMissing, launchBrowser } from '@deskbell/testing/browser.ts';
import type { Owner } from '@deskbell/testing/postgres.ts';
import { calls, createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import type { Page } from 'playwright-core';

/** Somebody else's website: an empty page on a port, and so on an origin, of its own. */
async function startWebsite(owner: Owner): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>A hotel</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  owner.after(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What `fetch` in the page gives its script. */
const ask = (
  page: Page,
  url: string,
  init: { method?: string; body?: string; type?: string } = {},
) =>
  page.evaluate(
    async ({ url, method = 'GET', body, type = 'application/json' }) => {
      try {
        const response = await fetch(url, {
          method,
          credentials: 'omit',
          ...(body !== undefined && { body, headers: { 'content-type': type } }),
        });
        const { status, headers } = response;
        return { status, headers: Object.fromEntries(headers), text: await response.text() };
      } catch (error) {
        return { status: 0, headers: {} as Record<string, string>, text: String(error) };
      }
    },
    { url, ...init },
  );

/** A page of a website, and a server that lists this website or another one. */
async function visit(
  t: TestContext,
  { isListed }: { isListed: boolean },
): Promise<{ page: Page; server: TestServer }> {
  const website = await startWebsite(t);
  const languageModels = [
    createScriptedModel([
      calls([
        { callId: 'c1', tool: 'build_booking_handoff', input: { service_type: 'mini_move' } },
      ]),
      says('Here you are.'),
    ]),
  ];
  const corsOrigins = [isListed ? website : 'https://hotel.example'];
  const server = await startTestServer(t, { languageModels, corsOrigins });
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(website);
  return { page, server };
}

describe('pages of other websites', { skip: browserMissing }, () => {
  it('that are not listed reach nothing, with or without asking beforehand', async (t) => {
    const { page, server } = await visit(t, { isListed: false });
    const chat = `${server.url}/api/assistant/chat/`;
    const body = '{"message":"Hi"}';
    for (const answer of [
      await ask(page, `${server.url}/api/assistant/profile/`),
      await ask(page, chat, { method: 'POST', body }),
      await ask(page, chat, { method: 'POST', body, type: 'text/plain' }),
    ]) {
      assert.equal(answer.status, 0, answer.text);
      assert.match(answer.text, /Failed to fetch/);
    }
    const { rows } = await server.database.pool.query('select 1 from turns');
    assert.equal(rows.length, 0);
  });

  it('that are listed chat, resume, read refusals and open a handoff', async (t) => {
    const { page, server } = await visit(t, { isListed: true });
    const at = (path: string) => `${server.url}/api/assistant/${path}`;
    const profile = await ask(page, at('profile/'));
    assert.equal(JSON.parse(profile.text).name, 'ToteTaxi');

    const answer = await ask(page, at('chat/'), { method: 'POST', body: '{"message":"Book it"}' });
    assert.equal(answer.status, 200, answer.text);
    assert.match(answer.text, /event: done/);
    const turnId = answer.headers['x-turn-id'] ?? '';
    assert.match(answer.headers['x-thread-id'] ?? '', /^[0-9a-f-]{36}$/);
    assert.ok('ratelimit-remaining' in answer.headers);
    const resumed = await ask(page, at(`chat/${turnId}/?after=1`));
    assert.match(resumed.text, /event: done/);

    const refused = await ask(page, at('chat/'), { method: 'POST', body: '{"message":""}' });
    assert.equal(JSON.parse(refused.text).error, 'message is required');
    const body = JSON.stringify({ turn_id: turnId, call_id: 'c1' });
    const opened = await ask(page, at('handoffs/'), { method: 'POST', body });
    assert.equal(opened.status, 201, opened.text);
    assert.match(JSON.parse(opened.text).booking_url, /^http:\/\/localhost:8000\/book\?handoff=/);

    const signIn = await ask(page, `${server.url}/api/auth/get-session`);
    assert.equal(signIn.status, 0, 'nothing but the assistant');
  });
});
