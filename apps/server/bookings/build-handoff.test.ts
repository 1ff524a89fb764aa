import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { handoffSchema } from '@deskbell/protocol';
import { buildHandoff, type HandoffRequest } from './build-handoff.ts';
import { createBusiness } from './business.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';

const business = createBusiness(readShippedCatalogue());
const timezone = 'America/New_York';
const morning = new Date('2026-11-22T15:00:00Z');
const evening = new Date('2026-11-22T23:00:00Z');

function handoff(request: HandoffRequest, now = morning) {
  const outcome = buildHandoff(business, request, { now, timezone });
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason);
  handoffSchema.parse(outcome.value);
  return outcome.value;
}

const prefill = (request: HandoffRequest, now?: Date) => handoff(request, now).prefill_data;

describe('an impossible value refuses the handoff and says what to ask', () => {
  const cases: [string, HandoffRequest, RegExp][] = [
    ['a pickup in the past', { pickup_date: '2026-11-21' }, /pickup_date: .*in the past/],
    [
      'a pickup today',
      { pickup_date: '2026-11-22' },
      /today cannot be made online.*\(631\) 595-5100/,
    ],
    ['a day that does not exist', { pickup_date: '2026-11-31' }, /pickup_date must be a real date/],
    ['a day in words', { pickup_date: 'next Friday' }, /YYYY-MM-DD/],
    ['a flight in the past', { flight_date: '2026-01-01' }, /flight_date: .*in the past/],
    [
      'a flight before its pickup',
      { transfer_direction: 'to_airport', pickup_date: '2026-12-05', flight_date: '2026-12-04' },
      /leaves before the pickup/,
    ],
    [
      'a pickup before the landing',
      { transfer_direction: 'from_airport', pickup_date: '2026-12-04', flight_date: '2026-12-05' },
      /before the flight lands/,
    ],
    ['an airport not served', { airport: 'LGA' }, /JFK and EWR only/],
    [
      'terminal 3 at JFK',
      { airport: 'JFK', terminal: '3' },
      /JFK has no such terminal.*1, 4, 5, 7, 8/,
    ],
    ['terminal 4 at EWR', { airport: 'EWR', terminal: '4' }, /A, B, C/],
    ['a terminal without its airport', { terminal: '4' }, /needs its airport/],
    ['the state FL', { delivery_state: 'FL' }, /delivery_state must be one of NY, NJ, CT/],
    ['a ZIP code outside the area', { delivery_zip: '33139' }, /delivery_zip 33139 is outside/],
    ['a ZIP code that is none', { pickup_zip: '123' }, /five digits/],
    [
      'a ZIP code of another state',
      { pickup_zip: '07101', pickup_state: 'NY' },
      /07101 is in NJ, not in NY/,
    ],
    ['1 bag', { service_type: 'blade_transfer', bag_count: 1 }, /from 2 to/],
    ['0 bags of a transfer', { service_type: 'blade_transfer', bag_count: 0 }, /from 2 to/],
    ['half an item', { item_count: 2.5 }, /whole number/],
    ['an hour that does not exist', { flight_time: '25:00' }, /HH:MM/],
    ['a tier that does not exist', { mini_move_tier: 'huge' as 'full' }, /petite, standard, full/],
    [
      'a specialty item counted as an ordinary one',
      { service_type: 'specialty_item', item_count: 1 },
      /standard_delivery: item_count counts the ordinary items only/,
    ],
  ];
  for (const [name, request, reason] of cases) {
    test(name, () => {
      const outcome = buildHandoff(business, request, { now: morning, timezone });
      assert.ok(!outcome.ok, 'should be refused');
      assert.match(outcome.reason, reason);
    });
  }

  test('tomorrow, from 6 PM in New York on', () => {
    assert.equal(prefill({ pickup_date: '2026-11-23' }).pickup_date, '2026-11-23');
    const late = buildHandoff(business, { pickup_date: '2026-11-23' }, { now: evening, timezone });
    assert.match(late.ok ? '' : late.reason, /6 PM/);
    assert.equal(prefill({ pickup_date: '2026-11-24' }, evening).pickup_date, '2026-11-24');
  });
});

test('all 23 fields arrive under the names that the wizard knows', () => {
  const { action, prefill_data } = handoff({
    service_type: 'blade_transfer',
    mini_move_tier: 'petite',
    item_count: 4,
    item_description: 'four suitcases',
    bag_count: 4,
    transfer_direction: 'to_airport',
    airport: 'JFK',
    terminal: '4',
    flight_date: '2026-12-05',
    flight_time: '14:00',
    pickup_address_line_1: '12 Main Street',
    pickup_city: 'New York',
    pickup_state: 'NY',
    pickup_zip: '10011',
    delivery_address_line_1: '1 Elm Street',
    delivery_city: 'Hoboken',
    delivery_state: 'NJ',
    delivery_zip: '07030',
    pickup_date: '2026-12-04',
    include_packing: true,
    include_unpacking: false,
    coi_required: true,
    special_instructions: 'Ring twice.',
  });
  assert.equal(action, 'open_booking_wizard');
  assert.deepEqual(prefill_data, {
    service_type: 'blade_transfer',
    package_type: 'petite',
    standard_delivery_item_count: 4,
    item_description: 'four suitcases',
    blade_bag_count: 4,
    transfer_direction: 'to_airport',
    blade_airport: 'JFK',
    blade_terminal: '4',
    blade_flight_date: '2026-12-05',
    blade_flight_time: '14:00',
    pickup_address: {
      address_line_1: '12 Main Street',
      city: 'New York',
      state: 'NY',
      zip_code: '10011',
    },
    delivery_address: {
      address_line_1: '1 Elm Street',
      city: 'Hoboken',
      state: 'NJ',
      zip_code: '07030',
    },
    pickup_date: '2026-12-04',
    include_packing: true,
    include_unpacking: false,
    coi_required: true,
    special_instructions: 'Ring twice.',
  });
});

test('what is unknown is left out, but 0 and false are kept', () => {
  assert.deepEqual(prefill({}), {});
  assert.deepEqual(prefill({ item_description: ' ', airport: '', pickup_city: '' }), {});
  assert.deepEqual(prefill({ item_count: 0, include_packing: false, coi_required: false }), {
    standard_delivery_item_count: 0,
    include_packing: false,
    coi_required: false,
  });
  assert.deepEqual(prefill({ pickup_zip: '10011-1234' }), {
    pickup_address: { zip_code: '10011' },
  });
  assert.deepEqual(prefill({ service_type: 'mini_move', bag_count: 0 }), {
    service_type: 'mini_move',
  });
});

test('a specialty item is booked as a delivery of 0 ordinary items', () => {
  assert.deepEqual(prefill({ service_type: 'specialty_item', item_description: 'a Peloton' }), {
    service_type: 'standard_delivery',
    standard_delivery_item_count: 0,
    item_description: 'a Peloton',
  });
});

test('instructions are cut at 500 characters, and no character in half', () => {
  const { special_instructions } = prefill({ special_instructions: '🧳'.repeat(600) });
  assert.equal(special_instructions, '🧳'.repeat(500));
});

test('airports, terminals, states and times are understood as people write them', () => {
  assert.deepEqual(
    prefill({
      airport: 'jfk',
      terminal: 'Terminal 4',
      flight_time: '2:30 pm',
      delivery_state: 'new jersey',
    }),
    {
      blade_airport: 'JFK',
      blade_terminal: '4',
      blade_flight_time: '14:30',
      delivery_address: { state: 'NJ' },
    },
  );
  assert.deepEqual(prefill({ airport: 'EWR', terminal: 'b', flight_time: '9:05' }), {
    blade_airport: 'EWR',
    blade_terminal: 'B',
    blade_flight_time: '09:05',
  });
});

test('a handoff names the service and never a price', () => {
  for (const service_type of ['mini_move', 'standard_delivery', 'blade_transfer'] as const) {
    const result = handoff({ service_type, mini_move_tier: 'full', item_count: 5, bag_count: 4 });
    assert.match(result.message, /Mini Move|Standard Delivery|Airport Transfer/);
    assert.doesNotMatch(JSON.stringify(result), /\$|price|cents/i);
    assert.match(result.message, /Start Booking/);
  }
});
