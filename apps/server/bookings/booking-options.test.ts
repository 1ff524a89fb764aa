import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookingOptionsSchema } from '@deskbell/protocol';
import { bookingOptionsOf } from './booking-options.ts';
import { createBusiness } from './business.ts';
import { estimatePrice } from './estimate-price.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';
import { findSpecialtyItems } from './specialty-items.ts';

const business = createBusiness(readShippedCatalogue());
const options = bookingOptionsOf(business);

test('the options are what the contract says, and can be written as JSON', () => {
  assert.deepEqual(bookingOptionsSchema.parse(JSON.parse(JSON.stringify(options))), options);
});

test('nothing of the catalogue that is for staff or for finding words is in them', () => {
  const json = JSON.stringify(options);
  for (const secret of ['orders@totetaxi.com', 'aliases', 'busyFrom', '10001']) {
    assert.ok(!json.includes(secret), secret);
  }
});

test('the word of each specialty item is understood, in any number and beside the others', () => {
  const description = options.specialty_items
    .map(({ word }, index) => `${index + 1} ${word}`)
    .join(', ');
  assert.deepEqual(
    findSpecialtyItems(description, business.specialty_item.items).map(({ item, quantity }) => [
      item.item,
      quantity,
    ]),
    options.specialty_items.map(({ item }, index) => [item, index + 1]),
  );
});

test('the least that a service costs is what its smallest order is priced at', () => {
  const time = { now: new Date('2026-11-22T15:00:00Z'), timezone: 'America/New_York' };
  const smallest = {
    mini_move: { miniMoveTier: 'petite' },
    standard_delivery: { itemCount: 1 },
    blade_transfer: { bagCount: 2 },
  } as const;
  for (const { service_type, from_price_cents } of options.services) {
    const request = { serviceType: service_type, ...smallest[service_type] };
    const priced = estimatePrice(business, request, time);
    assert.equal(priced.ok && priced.value.totalCents, from_price_cents, service_type);
  }
});

test('one chosen hour is offered only with a tier that has a price for it; no preference with every Mini Move', () => {
  const timesOf = (tier: string) =>
    options.tiers
      .find((one) => one.tier === tier)
      ?.pickup_times.map(({ pickup_time }) => pickup_time);
  assert.deepEqual(timesOf('petite'), ['morning', 'no_time_preference']);
  assert.deepEqual(timesOf('standard'), ['morning', 'morning_specific', 'no_time_preference']);
  assert.deepEqual(timesOf('full'), ['morning', 'no_time_preference']);
  for (const { service_type, pickup_times } of options.services) {
    if (service_type === 'mini_move') continue;
    assert.deepEqual(pickup_times, [{ pickup_time: 'morning', price_cents: 0 }], service_type);
  }
});
