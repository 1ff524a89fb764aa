import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinkDisarming } from '../../apps/server/desks/backoffice/citations/disarm-links.ts';
import { linksOnOurPages, liveMarkupIn } from './find-live-markup.ts';

const LIVE = [
  '![x](https://evil.example/x.png)',
  '[x](https://evil.example)',
  '[x](//evil.example)',
  '![x][y]\n\n[y]: https://evil.example/x',
  '<img src=//evil.example>',
  '<IMG/SRC=//evil.example>',
  '<svg/onload=alert(1)>',
  '<a href=https://evil.example>x</a>',
  '<https://evil.example>',
  '<form action="https://evil.example">',
];

test('plain words and addresses that are written out are no markup', () => {
  for (const text of [
    'Sam <sam@example.com> wrote.',
    'See https://evil.example/x for more.',
    'Tasks [task:0123456789ab] and [email:0123456789ab](checked).',
    'a < b and c > d',
    '! [x] (https://evil.example)',
    '1. [ ] open',
  ]) {
    assert.deepEqual(liveMarkupIn(text), [], text);
  }
});

test('what a program would follow is found, and nothing of it is left once it is disarmed', () => {
  for (const text of LIVE) {
    assert.notDeepEqual(liveMarkupIn(text), [], text);
    const disarming = createLinkDisarming();
    assert.deepEqual(liveMarkupIn(disarming.push(text) + disarming.end()), [], text);
  }
});

test('our own pages link to no other host, whatever it looks like', () => {
  const ownHosts = ['localhost'];
  const texts = [...LIVE, '[x](https://localhost@evil.example/)', '[x](javascript:alert(1))'];
  for (const text of texts) assert.deepEqual(linksOnOurPages(text, { ownHosts }), [], text);
});

test('a link of a host that should not have been allowed is found', () => {
  const hosts = { ownHosts: ['localhost'], allowedHosts: ['localhost', 'evil.example'] };
  const text = 'See [a](https://localhost/book) and [b](https://evil.example/b).';
  assert.deepEqual(linksOnOurPages(text, hosts), ['https://evil.example/b']);
});
