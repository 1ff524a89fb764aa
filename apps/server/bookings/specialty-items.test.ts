import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readShippedCatalogue } from './shipped-catalogue.ts';
import { findSpecialtyItems } from './specialty-items.ts';

const { items } = readShippedCatalogue().catalogue.specialty_item;
const find = (text: string) =>
  Object.fromEntries(
    findSpecialtyItems(text, items).map(({ item, quantity }) => [item.item, quantity]),
  );

test('what is no specialty item is not taken for one', () => {
  for (const text of [
    '',
    'grand piano',
    '3 boxes',
    'a crab',
    'wardrobe',
    'surf',
    'scrib',
    'boxes',
    '🎹',
  ]) {
    assert.deepEqual(find(text), {}, text);
  }
});

for (const [text, expected] of [
  ['peloton', { peloton: 1 }],
  ['my Peloton bike', { peloton: 1 }],
  ['a pelaton', { peloton: 1 }],
  ['a treadmill', { peloton: 1 }],
  ['surfboard', { surfboard: 1 }],
  ['surf board', { surfboard: 1 }],
  ['surfbord', { surfboard: 1 }],
  ['Two surfboards', { surfboard: 2 }],
  ['2x surfboards', { surfboard: 2 }],
  ['surfboards x3', { surfboard: 3 }],
  ['a 6 foot surfboard', { surfboard: 1 }],
  ["9'6 surfboard", { surfboard: 1 }],
  ['six foot surfboard', { surfboard: 1 }],
  ['foldable crib', { crib: 1 }],
  ['cribs', { crib: 1 }],
  ['wardrobe box', { wardrobe_box: 1 }],
  ['4 wardrobe boxes', { wardrobe_box: 4 }],
  ['3 boxes, a surfboard and 2 cribs', { surfboard: 1, crib: 2 }],
  ['2 surfboards 1 crib', { surfboard: 2, crib: 1 }],
  ['surfboard x2 crib', { surfboard: 2, crib: 1 }],
  ['Peloton exercise bike', { peloton: 1 }],
  ['2 Peloton bikes', { peloton: 2 }],
  ['surfboard + another surfboard', { surfboard: 2 }],
] as const) {
  test(`'${text}' is ${JSON.stringify(expected)}`, () => assert.deepEqual(find(text), expected));
}
