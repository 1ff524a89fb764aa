import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { createConnection } from './connection.ts';

const requestOf = async (endpoint: string): Promise<{ url: string; init: RequestInit }> => {
  const seen: { url: string; init: RequestInit }[] = [];
  const connection = createConnection(endpoint, (async (input, init) => {
    seen.push({ url: String(input), init: init ?? {} });
    return new Response();
  }) as typeof fetch);
  await connection.request('/chat/', { method: 'POST' });
  const [first] = seen;
  assert.ok(first);
  return first;
};

const openPage = (href: string): void => {
  Object.defineProperty(globalThis, 'location', { value: { href }, configurable: true });
};

describe('createConnection', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'location');
  });

  it('sends cookies to the page’s own server and to no other', async () => {
    openPage('https://shop.example/page?x=1');
    for (const [endpoint, credentials] of [
      ['', 'same-origin'],
      ['https://shop.example', 'same-origin'],
      ['https://shop.example/', 'same-origin'],
      ['https://shop.example:8443', 'omit'],
      ['http://shop.example', 'omit'],
      ['https://chat.shop.example', 'omit'],
      ['https://shop.example.evil.example', 'omit'],
    ] as const) {
      const { init } = await requestOf(endpoint);
      assert.equal(init.credentials, credentials, endpoint);
      assert.equal(init.cache, 'no-store');
    }
  });

  it('puts the path behind the endpoint, with or without its last slash', async () => {
    openPage('https://shop.example/page');
    assert.equal((await requestOf('')).url, '/api/assistant/chat/');
    for (const endpoint of ['https://chat.example', 'https://chat.example/']) {
      assert.equal((await requestOf(endpoint)).url, 'https://chat.example/api/assistant/chat/');
    }
  });

  it('makes addresses of answers absolute on the server, and web pages only', () => {
    openPage('https://shop.example/page');
    const elsewhere = createConnection('https://chat.example', fetch);
    assert.equal(elsewhere.resolve('/book?handoff=1'), 'https://chat.example/book?handoff=1');
    assert.equal(elsewhere.resolve('https://other.example/'), 'https://other.example/');
    assert.equal(elsewhere.resolve('javascript:alert(1)'), null);
    assert.equal(elsewhere.resolve('data:text/html,x'), null);
    const own = createConnection('', fetch);
    assert.equal(own.resolve('/book?handoff=1'), 'https://shop.example/book?handoff=1');
  });

  it('refuses an endpoint that is no address', () => {
    openPage('https://shop.example/page');
    assert.throws(() => createConnection('https://', fetch), TypeError);
  });
});
