import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastify from 'fastify';
import { addressKey, createClientAddress } from './client-address.ts';

const addressSeen = async ({
  trustedProxies = [],
  peer,
  forwardedFor,
}: {
  trustedProxies?: string[];
  peer: string;
  forwardedFor?: string;
}): Promise<string> => {
  const clientAddress = createClientAddress(trustedProxies);
  const app = fastify();
  app.get('/', async (request) => clientAddress(request));
  const response = await app.inject({
    url: '/',
    remoteAddress: peer,
    ...(forwardedFor === undefined ? {} : { headers: { 'x-forwarded-for': forwardedFor } }),
  });
  return response.body;
};

const trustedProxies = ['10.0.0.0/8', 'fd00::/8', '192.0.2.7'];

test('X-Forwarded-For means nothing when no proxy is trusted', async () => {
  assert.equal(await addressSeen({ peer: '203.0.113.9', forwardedFor: '1.1.1.1' }), '203.0.113.9');
  assert.equal(await addressSeen({ peer: '127.0.0.1', forwardedFor: '1.1.1.1' }), '127.0.0.1');
});

test('X-Forwarded-For means nothing from a peer that is not a trusted proxy', async () => {
  const address = await addressSeen({
    trustedProxies,
    peer: '203.0.113.9',
    forwardedFor: '1.1.1.1, 10.0.0.1',
  });
  assert.equal(address, '203.0.113.9');
});

for (const [what, peer, forwardedFor, expected] of [
  ['the entry a trusted proxy added is the client', '10.0.0.1', '198.51.100.4', '198.51.100.4'],
  [
    'entries the client wrote itself are ignored',
    '10.0.0.1',
    '1.1.1.1, 198.51.100.4',
    '198.51.100.4',
  ],
  [
    'a chain of trusted proxies is walked from the right',
    '10.0.0.1',
    '1.1.1.1, 198.51.100.4, fd00::5, 192.0.2.7',
    '198.51.100.4',
  ],
  ['a trusted proxy that says nothing is the client', '10.0.0.1', undefined, '10.0.0.1'],
  ['an empty header is nothing', '10.0.0.1', ' , ', '10.0.0.1'],
  ['garbage ends the walk at the last trusted proxy', '10.0.0.1', '198.51.100.4, junk', '10.0.0.1'],
  ['garbage left of the client is never read', '10.0.0.1', 'junk, 198.51.100.4', '198.51.100.4'],
  ['a port behind an address is left out', '10.0.0.1', '198.51.100.4:5000', '198.51.100.4'],
  ['also behind an IPv6 address', '10.0.0.1', '[2001:db8::1]:5000', '2001:db8::1'],
  ['a number is garbage, not an address', '10.0.0.1', '1', '10.0.0.1'],
  ['when all are trusted the leftmost is the client', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
  [
    'a mapped IPv4 proxy is trusted like its IPv4 form',
    '::ffff:10.0.0.1',
    '2001:db8::1',
    '2001:db8::1',
  ],
  ['a mapped IPv4 client is its IPv4 address', '10.0.0.1', '::ffff:198.51.100.4', '198.51.100.4'],
  ['an IPv4 range does not cover IPv6', '::a00:1', '198.51.100.4', '::a00:1'],
] as const) {
  test(what, async () => {
    const options = { trustedProxies, peer };
    const address = await addressSeen(
      forwardedFor === undefined ? options : { ...options, forwardedFor },
    );
    assert.equal(address, expected);
  });
}

test('several X-Forwarded-For headers count as one list', async (t) => {
  const clientAddress = createClientAddress(['127.0.0.1']);
  const app = fastify();
  t.after(() => app.close());
  app.get('/', async (request) => clientAddress(request));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const headers = new Headers([
    ['x-forwarded-for', '1.1.1.1'],
    ['x-forwarded-for', '198.51.100.4'],
  ]);
  assert.equal(await (await fetch(url, { headers })).text(), '198.51.100.4');
});

test('a bad TRUSTED_PROXIES entry is named', () => {
  for (const entry of ['proxy.example.com', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/', '', '10/8']) {
    assert.throws(() => createClientAddress([entry]), /TRUSTED_PROXIES: ".*" is neither/);
  }
});

test('all of an IPv6 /64 share one key, and its neighbour has another', () => {
  const key = addressKey('2001:db8:1:2::1');
  assert.equal(key, '2001:db8:1:2::/64');
  assert.equal(addressKey('2001:db8:1:2:ffff:ffff:ffff:ffff'), key);
  assert.notEqual(addressKey('2001:db8:1:3::1'), key);
  assert.equal(addressKey('fe80::1%eth0'), 'fe80::/64');
});

test('every IPv4 address has its own key', () => {
  assert.equal(addressKey('198.51.100.4'), '198.51.100.4');
  assert.equal(addressKey('local'), 'local');
});
