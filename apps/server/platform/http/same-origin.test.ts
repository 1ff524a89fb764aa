import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastify from 'fastify';
import { registerProblemHandling } from './problem-handling.ts';
import { createSameOriginCheck } from './same-origin.ts';

const statusFor = async (headers: Record<string, string>): Promise<number> => {
  const checkSameOrigin = createSameOriginCheck(['https://www.example.com']);
  const app = fastify();
  registerProblemHandling(app);
  app.post('/', async (request) => {
    checkSameOrigin(request);
    return {};
  });
  const response = await app.inject({
    method: 'POST',
    url: '/',
    headers: { host: 'chat.example.com', ...headers },
  });
  if (response.statusCode !== 200) assert.equal(response.json().code, 'cross_site');
  return response.statusCode;
};

for (const [what, headers] of [
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['a form of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ['a sibling subdomain', { 'sec-fetch-site': 'same-site', origin: 'https://blog.example.com' }],
  ['another site, by an old browser', { origin: 'https://evil.example' }],
  ['a sandboxed frame', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
  ['a sandboxed frame of an old browser', { origin: 'null' }],
  ['our host on another port', { origin: 'https://chat.example.com:8443' }],
  [
    'another site that claims our host as its origin',
    { 'sec-fetch-site': 'cross-site', origin: 'https://chat.example.com' },
  ],
  ['an unknown kind of site', { 'sec-fetch-site': 'nested-document' }],
] as const) {
  test(`a request of ${what} is refused`, async () => {
    assert.equal(await statusFor(headers), 403);
  });
}

for (const [what, headers] of [
  ['a page of ours', { 'sec-fetch-site': 'same-origin', origin: 'https://chat.example.com' }],
  ['a page of ours over plain http', { origin: 'http://chat.example.com' }],
  ['the address bar', { 'sec-fetch-site': 'none' }],
  ['a program', {}],
  ['a trusted site', { 'sec-fetch-site': 'same-site', origin: 'https://www.example.com' }],
] as const) {
  test(`a request of ${what} passes`, async () => {
    assert.equal(await statusFor(headers), 200);
  });
}
