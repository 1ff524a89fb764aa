import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBusiness } from '../../../bookings/business.ts';
import { readShippedCatalogue } from '../../../bookings/shipped-catalogue.ts';
import { createCheckZipCoverage } from './check-zip-coverage.ts';
import { runTestTool } from './run-test-tool.ts';

const tool = createCheckZipCoverage(createBusiness(readShippedCatalogue()));

test('empty text and letters are answered as not serviceable, with where to ask', async () => {
  for (const zip_code of ['', 'abc']) {
    const result = await runTestTool(tool, { zip_code });
    assert.deepEqual(Object.keys(result), ['serviceable', 'message', 'suggestion']);
    assert.equal(result.serviceable, false);
  }
});

test('a call without a ZIP code, or with more than one thing, is refused', async () => {
  assert.match(String((await runTestTool(tool, {})).error), /zip_code: must be text/);
  const extra = await runTestTool(tool, { zip_code: '10001', customer_id: '1' });
  assert.match(String(extra.error), /customer_id/);
});

test('the answer has the fields of the contract', async () => {
  assert.deepEqual(await runTestTool(tool, { zip_code: ' 07101-1234 ' }), {
    serviceable: true,
    zone: 'surcharge',
    surcharge: true,
    message:
      'We serve ZIP code 07101 (Essex County, NJ) with a surcharge of $175 for each address there.',
  });
});

test('a ZIP code sent as a number gets its leading zero back', async () => {
  const result = await runTestTool(tool, { zip_code: 7101 });
  assert.equal(result.zone, 'surcharge');
});
