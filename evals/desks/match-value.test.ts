import assert from 'node:assert/strict';
import { it } from 'node:test';
import { matchesValue } from './match-value.ts';

it('a text that must contain words matches in any case, and nothing else does', () => {
  const wanted = { item_description: { contains: 'wardrobe box' } };
  assert.equal(matchesValue({ item_description: '3 suitcases' }, wanted), false);
  assert.equal(matchesValue({ item_description: 3 }, wanted), false);
  assert.equal(matchesValue({}, wanted), false);
  assert.equal(matchesValue({ item_description: '3 Wardrobe  boxes' }, wanted), true);
});

it('a value that may be left out is one of several with null among them', () => {
  const wanted = { include_packing: { one_of: [false, null] } };
  assert.equal(matchesValue({ include_packing: true }, wanted), false);
  assert.equal(matchesValue({ include_packing: false }, wanted), true);
  assert.equal(matchesValue({}, wanted), true);
});
