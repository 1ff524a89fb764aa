import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBusiness } from './business.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';

test('no ZIP code lies in two areas', () => {
  const { areas } = readShippedCatalogue();
  const zipCodes = areas.flatMap((area) => area.zipCodes);
  assert.equal(new Set(zipCodes).size, zipCodes.length);
  assert.equal(zipCodes.length, 273);
});

test('policy ids are unique', () => {
  const ids = readShippedCatalogue().policies.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, 21);
});

test('a loaded business cannot be changed by accident', () => {
  const business = createBusiness(readShippedCatalogue());
  assert.throws(() => {
    business.standard_delivery.pricePerItemCents = 1;
  }, TypeError);
  assert.throws(() => {
    business.mini_move.tiers.pop();
  }, TypeError);
});
