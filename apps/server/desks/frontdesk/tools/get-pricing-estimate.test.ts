import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createBusiness } from '../../../bookings/business.ts';
import { readShippedCatalogue } from '../../../bookings/shipped-catalogue.ts';
import { createGetPricingEstimate } from './get-pricing-estimate.ts';
import { runTestTool } from './run-test-tool.ts';

const tool = createGetPricingEstimate({
  business: createBusiness(readShippedCatalogue()),
  timezone: 'America/New_York',
});
const run = (input: unknown) => runTestTool(tool, input);

describe('a request that cannot be priced is an error in words', () => {
  const cases: [unknown, RegExp][] = [
    [{ service_type: 'helicopter' }, /service_type: must be one of mini_move, standard_delivery/],
    [{}, /service_type: must be one of/],
    [{ service_type: 'mini_move' }, /needs a tier/],
    [
      { service_type: 'mini_move', mini_move_tier: 'huge' },
      /must be one of petite, standard, full/,
    ],
    [{ service_type: 'blade_transfer', bag_count: 1 }, /2 bags at least/],
    [{ service_type: 'standard_delivery', item_count: 0 }, /at least 1 item/],
    [{ service_type: 'standard_delivery', item_count: -3 }, /whole number/],
    [{ service_type: 'standard_delivery', item_count: 'three' }, /whole number/],
    [{ service_type: 'standard_delivery', item_count: 3, is_same_day: 'false' }, /true or false/],
    [
      { service_type: 'standard_delivery', item_count: 3, delivery_zip: '90210' },
      /90210 is outside/,
    ],
    [{ service_type: 'standard_delivery', item_count: 3, discount: 50 }, /discount/],
    ['not an object', /./],
  ];
  for (const [input, reason] of cases) {
    test(JSON.stringify(input), async () => {
      const result = await run(input);
      assert.deepEqual(Object.keys(result), ['error']);
      assert.match(String(result.error), reason);
    });
  }
});

describe('totals in dollars', () => {
  const cases: [Record<string, unknown>, number][] = [
    [{ service_type: 'mini_move', mini_move_tier: 'petite' }, 995],
    [{ service_type: 'mini_move', mini_move_tier: 'petite', coi_required: true }, 1045],
    [{ service_type: 'standard_delivery', item_count: 3 }, 285],
    [{ service_type: 'standard_delivery', item_count: 5 }, 475],
    [{ service_type: 'standard_delivery', item_count: 3, is_same_day: true }, 645],
    [{ service_type: 'blade_transfer', bag_count: 2 }, 150],
    [{ service_type: 'blade_transfer', bag_count: 4 }, 300],
    [
      { service_type: 'blade_transfer', bag_count: 2, pickup_zip: '07101', delivery_zip: '07101' },
      500,
    ],
    [
      { service_type: 'blade_transfer', bag_count: 2, pickup_zip: '10001', delivery_zip: '07101' },
      325,
    ],
    [{ service_type: 'mini_move', mini_move_tier: 'petite', pickup_date: '2026-07-04' }, 1170],
  ];
  for (const [input, total] of cases) {
    test(`${JSON.stringify(input)}: ${total}`, async () => {
      assert.equal((await run(input)).estimated_total, total);
    });
  }
});

test('the answer has the fields of the contract, amounts in dollars and cents', async () => {
  const result = await run({
    service_type: 'mini_move',
    mini_move_tier: 'petite',
    include_packing: true,
    include_unpacking: true,
    pickup_date: '2026-06-10',
  });
  assert.deepEqual(result, {
    service_type: 'mini_move',
    line_items: [
      { label: 'Petite Move', amount: 995 },
      { label: 'Professional packing', amount: 1400 },
      { label: 'Professional unpacking', amount: 1130 },
      { label: 'Tax on packing and unpacking (8.25%)', amount: 208.73 },
    ],
    estimated_total: 3733.73,
    disclaimer: 'This is an estimate; the booking form shows the final price.',
  });
});

test('an unknown specialty item has a note and no total', async () => {
  const result = await run({ service_type: 'specialty_item', item_description: 'grand piano' });
  assert.equal(result.estimated_total, null);
  assert.match(String(result.note), /Surfboard \$350/);
});

test('what models write for numbers, choices and unknowns is understood', async () => {
  const result = await run({
    service_type: 'Standard Delivery',
    item_count: '5',
    bag_count: null,
    pickup_zip: '',
    delivery_zip: 7101,
  });
  assert.equal(result.estimated_total, 650);
});
