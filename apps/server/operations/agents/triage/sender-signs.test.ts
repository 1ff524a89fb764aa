import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SenderSign, signOf } from './sender-signs.ts';

const signs: Record<SenderSign, [string, string][]> = {
  company: [
    ['Ridge Rentals', 'hello@ridge.example'],
    ['Ivy at Ridge', 'ivy@ridge.example'],
    ['Omar Said', 'omar.said@ridgeinsurance.example'],
    ['Ida Kern CPA', 'ida.kern@kern.example'],
    ['Clerk', 'clerk@ridge.gov'],
  ],
  person: [
    ['Clara Webb', 'clara.webb@post.example'],
    ['Webb, Clara', 'cwebb@post.example'],
    ['Zoë Ångström', 'zoe.angstrom@post.example'],
    ['Milo Hart', 'milo@hartfamily.example'],
    ['Bo Sullivan', 'bo.sullivan@sullivan.example'],
  ],
  'first name': [['Clara Webb', 'clara@northlight.example']],
  unknown: [
    ['', 'clara.webb@post.example'],
    ['Northlight', 'mail@northlight.example'],
    ['Clara Webb', 'x1@northlight.example'],
  ],
};

for (const [sign, senders] of Object.entries(signs)) {
  test(`a sender's name and address: ${sign}`, () => {
    for (const [name, address] of senders) {
      assert.equal(signOf({ name, address }), sign, `${name} <${address}>`);
    }
  });
}

test('a name and an address of any length take little time', () => {
  const start = process.cpuUsage();
  for (const part of ['a', 'a.', 'a, ', ' ', 'at ', '\u0301']) {
    signOf({
      name: part.repeat(200_000),
      address: `${part.repeat(100_000)}@${part.repeat(1_000)}`,
    });
  }
  assert.ok(process.cpuUsage(start).user < 1_000_000);
});
