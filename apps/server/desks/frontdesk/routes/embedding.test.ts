import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { describe, it } from 'node:test';
import { chat, postChat } from '@deskbell/testing/chat-stream.ts';
import { createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { createTestWebsiteFolder } from '../../../website/test-website.ts';
import { postJson, refusal, signIn } from './test-requests.ts';

const LISTED = 'https://hotel.example';
const EMBEDDED = { origin: LISTED, 'sec-fetch-site': 'cross-site' };
/** What browsers let other websites know an answer by. */
const CORS_HEADER = /^access-control-/;

const start = (owner: Parameters<typeof startTestServer>[0], answers = 3, messagesPerHour = 100) =>
  startTestServer(owner, {
    languageModels: [createScriptedModel(Array.from({ length: answers }, () => says('Hello')))],
    corsOrigins: [LISTED, 'http://localhost:8000'],
    messagesPerHour,
    backOffice: {},
  });

const corsHeadersOf = (response: Response): string[] =>
  [...response.headers.keys()].filter((name) => CORS_HEADER.test(name));

const preflight = (server: TestServer, path: string, origin: string, method = 'POST') =>
  fetch(server.url + path, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'content-type,idempotency-key',
    },
  });

/** Checks what every answer for a listed website has, and gives the answer back. */
function assertReadable(response: Response, what: string): Response {
  const { headers } = response;
  assert.equal(headers.get('access-control-allow-origin'), LISTED, what);
  assert.match(headers.get('vary') ?? '', /\borigin\b/i, what);
  assert.equal(headers.get('access-control-allow-credentials'), null, what);
  const exposed = headers.get('access-control-expose-headers')?.split(', ') ?? [];
  for (const name of ['retry-after', 'ratelimit-reset', 'x-thread-id', 'x-turn-id']) {
    assert.ok(exposed.includes(name), `${what}: ${name}`);
  }
  return response;
}

const newCustomer = (server: TestServer) =>
  signIn(server, { id: randomUUID(), email: 'ann@example.com' });

describe('a website that is not listed', () => {
  it('learns nothing and changes nothing', async (t) => {
    const server = await start(t);
    for (const origin of [
      'https://evil.example',
      'null',
      'http://hotel.example',
      'https://hotel.example:8443',
      'https://hotel.example.evil.example',
      'https://sub.hotel.example',
      'HTTPS://HOTEL.EXAMPLE',
      '*',
    ]) {
      const headers = { origin, 'sec-fetch-site': 'cross-site' };
      const profile = await fetch(`${server.url}/api/assistant/profile/`, { headers });
      assert.deepEqual(corsHeadersOf(profile), [], origin);
      assert.match(profile.headers.get('vary') ?? '', /origin/i);
      for (const path of ['chat/', `chat/${randomUUID()}/stop/`, 'handoffs/']) {
        const body = path === 'chat/' ? { message: 'Hi' } : { turn_id: randomUUID(), call_id: '' };
        const response = await postJson(`${server.url}/api/assistant/${path}`, body, headers);
        assert.deepEqual(corsHeadersOf(response), [], `${origin} ${path}`);
        assert.equal((await refusal(response)).code, 'cross_site', `${origin} ${path}`);
      }
      const asked = await preflight(server, '/api/assistant/chat/', origin);
      assert.equal(asked.status, 404);
      assert.deepEqual(corsHeadersOf(asked), [], origin);
    }
    const { rows } = await server.database.pool.query('select 1 from turns');
    assert.equal(rows.length, 0);
  });

  it('is every website while none is listed', async (t) => {
    const server = await startTestServer(t);
    const response = await fetch(`${server.url}/api/assistant/health/`, { headers: EMBEDDED });
    assert.deepEqual(corsHeadersOf(response), []);
    const asked = await preflight(server, '/api/assistant/chat/', LISTED);
    assert.equal(asked.status, 404);
    assert.deepEqual(corsHeadersOf(asked), []);
  });
});

describe('a listed website', () => {
  it('reads that there is nothing, also beside pages of our own', async (t) => {
    const pagesDirectory = await createTestWebsiteFolder(t);
    const server = await startTestServer(t, { corsOrigins: [LISTED], pagesDirectory });
    for (const path of ['nothing', 'nothing/of/the/kind/']) {
      const asked = await fetch(`${server.url}/api/assistant/${path}`, { headers: EMBEDDED });
      assert.equal(assertReadable(asked, path).status, 404);
    }
    const elsewhere = await fetch(`${server.url}/api/nothing`, { headers: EMBEDDED });
    assert.equal(elsewhere.status, 404);
    assert.deepEqual(corsHeadersOf(elsewhere), []);
  });

  it('reads every answer: streams, refusals, and what is not there', async (t) => {
    const server = await start(t, 2, 2);
    const at = (path: string, headers = {}) =>
      fetch(`${server.url}/api/assistant/${path}`, { headers: { ...EMBEDDED, ...headers } });
    const streamed = assertReadable(
      await postChat(server.url, { message: 'Hi' }, EMBEDDED),
      'a stream',
    );
    assert.equal(streamed.status, 200);
    await streamed.text();
    const turnId = streamed.headers.get('x-turn-id') ?? '';
    const resumed = await at(`chat/${turnId}/`, { 'last-event-id': `${turnId}:1` });
    assert.equal(assertReadable(resumed, 'a resumed stream').status, 200);
    await resumed.text();

    for (const [what, response, status] of [
      ['a thread', await at(`threads/${streamed.headers.get('x-thread-id')}/`), 200],
      ['the profile', await at('profile/'), 200],
      ['the health', await at('health'), 200],
      ['an unknown thread', await at(`threads/${randomUUID()}/`), 404],
      ['an unknown path', await at('nothing/of/the/kind'), 404],
      ['a wrong method', await postJson(`${server.url}/api/assistant/health/`, {}, EMBEDDED), 404],
      ['no message', await postChat(server.url, {}, EMBEDDED), 400],
      ['no JSON', await postChat(server.url, '{', EMBEDDED), 400],
      ['too large a body', await postChat(server.url, 'x'.repeat(20_000), EMBEDDED), 400],
      [
        'not JSON at all',
        await postChat(server.url, 'Hi', { ...EMBEDDED, 'content-type': 'text/plain' }),
        415,
      ],
    ] as const) {
      assert.equal(assertReadable(response, what).status, status, what);
      await response.body?.cancel();
    }
    await (await postChat(server.url, { message: 'Hi' }, EMBEDDED)).text();
    const refused = await postChat(server.url, { message: 'Hi' }, EMBEDDED);
    assert.equal(assertReadable(refused, 'one too many').status, 429);
    assert.ok(refused.headers.has('retry-after'));
  });

  it('may ask beforehand, for two hours', async (t) => {
    const server = await start(t);
    for (const path of [
      '/api/assistant/chat/',
      '/api/assistant/chat',
      '/api/assistant/handoffs/',
    ]) {
      const { status, headers } = await preflight(server, path, LISTED);
      assert.equal(status, 204, path);
      assert.equal(headers.get('access-control-allow-origin'), LISTED);
      assert.equal(headers.get('access-control-allow-credentials'), null);
      assert.equal(
        headers.get('access-control-allow-headers'),
        'content-type, idempotency-key, last-event-id',
      );
      assert.equal(headers.get('access-control-allow-methods'), 'GET, HEAD, POST');
      assert.equal(headers.get('access-control-max-age'), '7200');
      assert.match(headers.get('vary') ?? '', /origin/i);
    }
  });

  it('is a visitor, whatever cookies it brings', async (t) => {
    const server = await start(t);
    const cookie = await newCustomer(server);
    const hers = await chat(server.url, { message: 'Hi' }, { cookie });
    const path = `${server.url}/api/assistant/threads/${hers.threadId}/`;
    for (const headers of [
      EMBEDDED,
      { origin: LISTED },
      { ...EMBEDDED, 'sec-fetch-site': 'same-site' },
    ]) {
      assert.equal((await fetch(path, { headers: { ...headers, cookie } })).status, 404);
      const stop = await postJson(
        `${server.url}/api/assistant/chat/${hers.turnId}/stop/`,
        undefined,
        { ...headers, cookie },
      );
      assert.equal(stop.status, 404);
    }
    const embedded = await postChat(server.url, { message: 'Hi' }, { ...EMBEDDED, cookie });
    assert.deepEqual(embedded.headers.getSetCookie(), []);
    await embedded.text();
    const { rows } = await server.database.pool.query(
      'select owner_id from threads where id = $1',
      [embedded.headers.get('x-thread-id')],
    );
    assert.deepEqual(rows, [{ owner_id: null }]);
  });

  it('may ask the assistant only', async (t) => {
    const server = await start(t);
    const cookie = await newCustomer(server);
    const headers = { ...EMBEDDED, cookie };
    for (const [path, body] of [
      ['/api/auth/sign-in/email', { email: 'ann@example.com', password: 'correct horse' }],
      ['/api/auth/sign-out', {}],
      ['/api/bookings', {}],
      ['/api/bookings/estimate', {}],
      ['/api/chat', { message: 'Hi' }],
      ['/process-email', {}],
    ] as const) {
      const response = await postJson(server.url + path, body, headers);
      assert.deepEqual(corsHeadersOf(response), [], path);
      assert.equal(response.headers.get('set-cookie'), null, path);
      assert.equal((await refusal(response)).status, 403, path);
      const asked = await preflight(server, path, LISTED);
      assert.equal(asked.status, 404, path);
      assert.deepEqual(corsHeadersOf(asked), [], path);
    }
    for (const path of [
      '/api/auth/get-session',
      '/openapi.json',
      '/health',
      '/api/assistantship',
    ]) {
      assert.deepEqual(corsHeadersOf(await fetch(server.url + path, { headers })), [], path);
    }
    const still = await fetch(`${server.url}/api/auth/get-session`, { headers: { cookie } });
    assert.match(await still.text(), /ann@example\.com/, 'nobody signed her out');
    assert.equal(await upgradeStatus(server, headers), 403);
  });
});

describe('a page of our own', () => {
  it('stays a customer’s when its origin is listed too', async (t) => {
    const server = await start(t);
    const cookie = await newCustomer(server);
    const hers = await chat(server.url, { message: 'Hi' }, { cookie });
    const path = `${server.url}/api/assistant/threads/${hers.threadId}/`;
    for (const headers of [
      { origin: 'http://localhost:8000' },
      { origin: LISTED, 'sec-fetch-site': 'same-origin' },
      {},
    ]) {
      const response = await fetch(path, { headers: { ...headers, cookie } });
      assert.equal(response.status, 200, JSON.stringify(headers));
    }
  });
});

/** What the staff's socket answers to a page of another website. */
function upgradeStatus(server: TestServer, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = httpRequest(`${server.url}/ws/chat/${randomUUID()}`, {
      headers: {
        ...headers,
        connection: 'upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      },
    });
    asking.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asking.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    asking.on('error', reject);
    asking.end();
  });
}
