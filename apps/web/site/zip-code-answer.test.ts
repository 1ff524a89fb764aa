import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipCodeAnswer } from './zip-code-answer.ts';

const areas = [
  { area: 'Manhattan', state: 'NY', surchargeCents: 0, zipCodes: ['10001', '10002'] },
  { area: 'Essex County', state: 'NJ', surchargeCents: 17550, zipCodes: ['07101'] },
];
const answer = (text: string) =>
  zipCodeAnswer(areas, { text, farther: 'Texas', contact: 'call 555' });

test('what is no ZIP code is asked for again', () => {
  for (const text of ['', 'abc', '1000', '100011', '10001-12', '10001 10002', '１０００１']) {
    const { sentence, zipCode, isServed } = answer(text);
    assert.match(sentence, /five digits/, text);
    assert.equal(zipCode, undefined);
    assert.equal(isServed, false);
  }
});

test('an address outside gets the way to a person, not a yes', () => {
  assert.deepEqual(answer('99999'), {
    sentence: '99999 is outside our regular area. For a custom quote, in Texas too, call 555.',
    zipCode: '99999',
    isServed: false,
  });
});

test('an address inside gets its area and what it adds', () => {
  assert.equal(
    answer(' 10001-1234 ').sentence,
    'Yes, we come to 10001 (Manhattan, NY). No surcharge.',
  );
  const { sentence, isServed } = answer('07101');
  assert.equal(
    sentence,
    'Yes, we come to 07101 (Essex County, NJ). An address there adds $175.50.',
  );
  assert.ok(isServed);
});
