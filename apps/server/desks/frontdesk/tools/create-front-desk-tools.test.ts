import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { openTestBusiness } from '../../../bookings/test-business.ts';
import { createFrontDeskTools } from './create-front-desk-tools.ts';

const timezone = 'America/New_York';
const publicTools = [
  'check_zip_coverage',
  'get_pricing_estimate',
  'check_availability',
  'build_booking_handoff',
];
const names = (tools: readonly { name: string }[]) => tools.map(({ name }) => name);

test('the lookups exist only for a signed-in customer', async (t) => {
  const toolsFor = createFrontDeskTools({ ...(await openTestBusiness(t)), timezone });
  assert.deepEqual(names(toolsFor({ kind: 'visitor' })), publicTools);
  assert.deepEqual(names(toolsFor({ kind: 'customer', customerId: 'a' })), [
    ...publicTools,
    'lookup_booking_status',
    'lookup_booking_history',
  ]);
});

test('every customer gets the very same tools, so that providers can cache them', async (t) => {
  const toolsFor = createFrontDeskTools({ ...(await openTestBusiness(t)), timezone });
  const ada = toolsFor({ kind: 'customer', customerId: 'a' });
  assert.equal(toolsFor({ kind: 'customer', customerId: 'b' }), ada);
  assert.deepEqual(ada.slice(0, 4), toolsFor({ kind: 'visitor' }));
});

test('every input is an object that takes no other fields, and no customer', async (t) => {
  const toolsFor = createFrontDeskTools({ ...(await openTestBusiness(t)), timezone });
  for (const tool of toolsFor({ kind: 'customer', customerId: 'a' })) {
    const schema = z.toJSONSchema(tool.input, { io: 'input' });
    assert.equal(schema.type, 'object', tool.name);
    assert.equal(schema.additionalProperties, false, tool.name);
    assert.doesNotMatch(Object.keys(schema.properties ?? {}).join(), /customer|user|account/);
    assert.ok(tool.description.length > 50 && tool.label.endsWith('…'), tool.name);
  }
});
