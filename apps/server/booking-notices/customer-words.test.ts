import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressWords, nameWords } from './customer-words.ts';

const hostile = [
  'Ada\r\nBcc: thief@evil.example',
  'https://evil.com/x www.evil.com evil.com //evil.com mailto:ada@evil.com',
  'evil\uff0ecom evil\u3002com evil\u2024com evil.co\u00ad.uk %2e &#46; [::1] 1.2.3.4/x',
  '\u202egnp.live\u2066\u200b\ud800',
  'call +1 (900) 555-0199 or 900.555.0199 or ٩٠٠٥٥٥٠١٩٩',
  `${'A.'.repeat(50_000)}`,
  `${'1 '.repeat(50_000)}`,
];

test('of hostile text no link, no phone number, no second line and no invisible character is left', () => {
  for (const text of hostile) {
    for (const words of [nameWords(text), addressWords(text, 60)]) {
      assert.ok([...words].length <= 60);
      assert.doesNotMatch(words, /[@:<_%]|\.\S|\/\/|\p{C}|\p{N}{3}\P{L}*\p{N}{4}/u);
      assert.ok(words.isWellFormed());
    }
  }
});

test('names and addresses that people have stay as they are', () => {
  for (const name of ["O'Neill-Smith, Jr.", '李小龍', 'María José', 'محمد علي', 'Dr. Ada Byron']) {
    assert.equal(nameWords(name), name);
  }
  const streets = [
    '350 5th Ave, Apt 12B',
    '39-20 48th Ave #3',
    '12 1/2 Main St.',
    '1205 St. Nicholas Ave (rear)',
    '12345 Main St Apt 1205',
  ];
  for (const street of streets) assert.equal(addressWords(street, 60), street);
});
