import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBusiness } from '../../server/bookings/business.ts';
import { priceOrder } from '../../server/bookings/price-order.ts';
import { readShippedCatalogue } from '../../server/bookings/shipped-catalogue.ts';
import { countInPrice } from './specialty-words.ts';

const business = createBusiness(readShippedCatalogue());
const time = { now: new Date('2026-12-01T15:00:00Z'), timezone: 'America/New_York' };
const offered = business.specialty_item.items.map(({ item, name, priceCents }) => ({
  item,
  name,
  price_cents: priceCents,
  word: item,
}));

/** How many of each the server's own price of these words is for. */
const counts = (item_description: string): number[] => {
  const order = {
    service_type: 'standard_delivery' as const,
    standard_delivery_item_count: 3,
    item_description,
  };
  const price = priceOrder(business, order, time);
  assert.ok(price.ok);
  return offered.map((specialty) => countInPrice(price.value, specialty));
};

test('a price tells how many of each specialty item it is for, counted and in words', () => {
  assert.deepEqual(counts('three suitcases'), [0, 0, 0, 0]);
  assert.deepEqual(counts('a treadmill, two surfboards, 1 surfboard'), [1, 3, 0, 0]);
  assert.deepEqual(counts('12 cribs and a wardrobe box'), [0, 0, 12, 1]);
});
