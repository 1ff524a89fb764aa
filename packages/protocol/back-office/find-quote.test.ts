import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createQuoteFinder } from './find-quote.ts';

const found = (segments: { kind: string; text: string }[], quote: string) =>
  createQuoteFinder(segments)(quote).map(({ segment, start, end }) =>
    segments[segment]?.text.slice(start, end),
  );
const written = (text: string) => [{ kind: 'new', text }];

test('what is not there, and a quote of nothing, is found nowhere', () => {
  assert.deepEqual(found(written('Please pay by Friday.'), 'by Monday'), []);
  for (const nothing of ['', ' \n ']) assert.deepEqual(found(written('a b'), nothing), []);
  assert.deepEqual(found([], 'a'), []);
});

test('space, case, quotation marks, dashes and letter forms do not matter', () => {
  const text =
    'Hello,\n\u201cPay\u00a0  the\r\n\tinvoice\u201d \u2013 by FRIDAY\u2019s cafe\u0301 \ufb01nal';
  assert.deepEqual(found(written(text), '"pay the invoice" - by Friday\'s caf\u00e9 final'), [
    text.slice(7),
  ]);
});

test('offsets are of the text as it stands, also behind letters of two code units', () => {
  const text = '\ud83d\ude00\ud83d\ude00 \u0130stanbul by Friday';
  assert.deepEqual(createQuoteFinder(written(text))('by friday'), [
    { segment: 0, start: 14, end: 23 },
  ]);
});

test('what the sender wrote now comes before what was only quoted, and a signature between', () => {
  const segments = [
    { kind: 'quoted', text: 'by Friday' },
    { kind: 'signature', text: 'Closed by Friday' },
    { kind: 'new', text: 'Send it by Friday' },
  ];
  assert.deepEqual(createQuoteFinder(segments)('by friday'), [{ segment: 2, start: 8, end: 17 }]);
  assert.deepEqual(createQuoteFinder(segments.slice(0, 2))('by friday'), [
    { segment: 1, start: 7, end: 16 },
  ]);
});

test('a quote that runs over the end of a segment has a part in each', () => {
  const segments = [
    { kind: 'new', text: 'Pay by ' },
    { kind: 'quoted', text: 'never' },
    { kind: 'new', text: ' Friday' },
  ];
  assert.deepEqual(found(segments, 'pay by friday'), ['Pay by ', 'Friday']);
});

test('a mail as long as mails may be is folded once, and each quote found at once', () => {
  const text = `${'words of a long mail '.repeat(24_000)}the end`;
  const find = createQuoteFinder(written(text));
  const start = performance.now();
  for (let time = 0; time < 50; time += 1) assert.equal(find('The End').length, 1);
  assert.ok(performance.now() - start < 1_000);
});
