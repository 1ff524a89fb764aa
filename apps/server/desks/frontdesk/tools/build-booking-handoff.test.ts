import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handoffSchema } from '@deskbell/protocol';
import { createBusiness } from '../../../bookings/business.ts';
import { readShippedCatalogue } from '../../../bookings/shipped-catalogue.ts';
import { createBuildBookingHandoff } from './build-booking-handoff.ts';
import { runTestTool } from './run-test-tool.ts';

const tool = createBuildBookingHandoff({
  business: createBusiness(readShippedCatalogue()),
  timezone: 'America/New_York',
});

test('what is impossible is an error, so that the model asks again', async () => {
  for (const [input, reason] of [
    [{ pickup_date: '2026-06-01' }, /today/],
    [{ pickup_date: '2026-05-01' }, /past/],
    [{ airport: 'JFK', terminal: 3 }, /terminals are 1, 4, 5, 7, 8/],
    [{ pickup_state: 'FL' }, /NY, NJ, CT/],
    [{ service_type: 'helicopter' }, /must be one of/],
    [{ coi_required: 'yes' }, /true or false/],
    [{ price: 995 }, /price/],
    [{ customer_id: 'x' }, /customer_id/],
  ] as const) {
    const result = await runTestTool(tool, input);
    assert.deepEqual(Object.keys(result), ['error'], JSON.stringify(input));
    assert.match(String(result.error), reason);
  }
});

test('from 6 PM in New York on, tomorrow is refused', async () => {
  const input = { pickup_date: '2026-06-02' };
  const before = await runTestTool(tool, input, { now: new Date('2026-06-01T21:59:59Z') });
  const after = await runTestTool(tool, input, { now: new Date('2026-06-01T22:00:00Z') });
  assert.ok(handoffSchema.safeParse(before).success);
  assert.match(String(after.error), /6 PM/);
});

test('its result is a handoff of the protocol', async () => {
  const result = await runTestTool(tool, {
    service_type: 'blade_transfer',
    bag_count: '4',
    airport: 'jfk',
    terminal: 4,
    transfer_direction: 'to_airport',
    flight_date: '2026-06-20',
    pickup_date: '2026-06-20',
    pickup_zip: 10011,
    coi_required: false,
    special_instructions: 'x'.repeat(700),
    item_description: null,
  });
  const handoff = handoffSchema.parse(result);
  assert.deepEqual(handoff.prefill_data, {
    service_type: 'blade_transfer',
    blade_bag_count: 4,
    blade_airport: 'JFK',
    blade_terminal: '4',
    transfer_direction: 'to_airport',
    blade_flight_date: '2026-06-20',
    pickup_date: '2026-06-20',
    pickup_address: { zip_code: '10011' },
    coi_required: false,
    special_instructions: 'x'.repeat(500),
  });
});

test('it takes 23 fields, all optional', async () => {
  assert.ok(handoffSchema.safeParse(await runTestTool(tool, {})).success);
  const { z } = await import('zod');
  const schema = z.toJSONSchema(tool.input, { io: 'input' });
  assert.equal(Object.keys(schema.properties ?? {}).length, 23);
  assert.equal(schema.required, undefined);
});
