import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BookingOrder } from '@deskbell/protocol';
import { buildHandoff } from './build-handoff.ts';
import { createBusiness } from './business.ts';
import { checkOrder } from './check-order.ts';
import { estimatePrice } from './estimate-price.ts';
import { moveSizeFor, refuseMoveSize } from './move-size.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';

const business = createBusiness(readShippedCatalogue());
const time = { now: new Date('2026-11-22T15:00:00Z'), timezone: 'America/New_York' };
const sizeOf = (pieces: number) => {
  const size = moveSizeFor(business, pieces);
  return size && [size.tier.tier, size.isStated];
};
const tierOf = (wanted: string) => {
  const tier = business.mini_move.tiers.find(({ tier }) => tier === wanted);
  assert.ok(tier);
  return tier;
};

describe('the size of a Mini Move', () => {
  test('no size takes more pieces than the largest is for', () => {
    assert.equal(sizeOf(61), undefined);
    assert.equal(sizeOf(1000), undefined);
  });
  test('a number between two sizes has the larger one as the nearest, which no range states', () => {
    assert.deepEqual(sizeOf(31), ['full', false]);
    assert.deepEqual(sizeOf(49), ['full', false]);
  });
  test('every other number has the smallest size whose range it is in', () => {
    assert.deepEqual(sizeOf(1), ['petite', true]);
    assert.deepEqual(sizeOf(15), ['petite', true]);
    assert.deepEqual(sizeOf(16), ['standard', true]);
    assert.deepEqual(sizeOf(30), ['standard', true]);
    assert.deepEqual(sizeOf(50), ['full', true]);
    assert.deepEqual(sizeOf(60), ['full', true]);
  });
  test('a size is refused for more pieces than it takes, with what to do instead', () => {
    const refuse = (tier: string, pieces: number) =>
      refuseMoveSize(business, { tier: tierOf(tier), pieces });
    assert.match(refuse('petite', 16) ?? '', /up to 15 pieces; please choose a larger one/);
    assert.match(refuse('petite', 61) ?? '', /custom quote for 61, call/);
    assert.match(refuse('full', 61) ?? '', /up to 60 pieces; for a custom quote/);
    assert.equal(refuse('petite', 15), undefined);
    assert.equal(refuse('full', 60), undefined);
    assert.equal(refuse('full', 10), undefined);
  });

  for (const [tier, pieces] of [
    ['petite', 40],
    ['full', 61],
  ] as const) {
    test(`a price, a handoff and a booking are refused alike: ${tier} for ${pieces}`, () => {
      const reason = refuseMoveSize(business, { tier: tierOf(tier), pieces });
      assert.ok(reason);
      const price = estimatePrice(
        business,
        { serviceType: 'mini_move', miniMoveTier: tier, itemCount: pieces },
        time,
      );
      assert.deepEqual(price, { ok: false, reason });
      const handoff = buildHandoff(
        business,
        { service_type: 'mini_move', mini_move_tier: tier, item_count: pieces },
        time,
      );
      assert.deepEqual(handoff, { ok: false, reason });
      const order: BookingOrder = {
        service_type: 'mini_move',
        package_type: tier,
        standard_delivery_item_count: pieces,
      };
      const { errors } = checkOrder(business, order, time);
      assert.ok(
        errors.some(({ field, message }) => field === 'package_type' && message === reason),
      );
    });
  }
});
