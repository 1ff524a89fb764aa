import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { createBusiness } from './business.ts';
import { estimatePrice } from './estimate-price.ts';
import { loadBusiness } from './load-business.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';
import { openTestBusiness } from './test-business.ts';

test('what is loaded is what was shipped', async (t) => {
  const { business } = await openTestBusiness(t);
  const { catalogue, areas, surchargeRules } = readShippedCatalogue();
  const {
    areaByZipCode,
    areas: loadedAreas,
    surchargeRules: rules,
    policies: texts,
    ...rest
  } = business;
  assert.deepEqual(rest, catalogue);
  assert.deepEqual(rules, surchargeRules);
  assert.deepEqual(texts, createBusiness(readShippedCatalogue()).policies);
  assert.deepEqual(
    loadedAreas,
    areas.map((area) => ({ ...area, zipCodes: area.zipCodes.toSorted() })),
  );
  assert.equal(areaByZipCode.size, 273);
});

test('a price changed in the database is a changed price, and survives the next start', async (t) => {
  const { database } = await openTestBusiness(t);
  await sql`
    update catalogue_sections set content = jsonb_set(content, '{pricePerItemCents}', '10000')
    where section = 'standard_delivery'
  `.execute(database.for<unknown>());
  await loadCatalogue(database);
  const business = await loadBusiness(database);
  const outcome = estimatePrice(
    business,
    { serviceType: 'standard_delivery', itemCount: 5 },
    { now: new Date(), timezone: 'America/New_York' },
  );
  assert.equal(outcome.ok && outcome.value.totalCents, 50000);
});

test('servers that start together load the catalogue once', async (t) => {
  const { database } = await openTestBusiness(t);
  await sql`truncate catalogue_sections, service_areas, service_area_zip_codes, surcharge_rules, policies`.execute(
    database.for<unknown>(),
  );
  await Promise.all([loadCatalogue(database), loadCatalogue(database), loadCatalogue(database)]);
  assert.equal((await loadBusiness(database)).policies.length, 21);
});

test('half a catalogue is refused', async (t) => {
  const { database } = await openTestBusiness(t);
  await sql`delete from catalogue_sections where section = 'mini_move'`.execute(
    database.for<unknown>(),
  );
  await assert.rejects(loadBusiness(database), /mini_move/);
});

test('booking numbers go on with seven digits after TT-999999', async (t) => {
  const { database } = await openTestBusiness(t);
  const { rows } = await sql<{ number: string }>`
    select setval('booking_numbers', 999998), next_booking_number() as number
    union all select 0, next_booking_number()
    union all select 0, next_booking_number()
  `.execute(database.for<unknown>());
  assert.deepEqual(
    rows.map(({ number }) => number),
    ['TT-999999', 'TT-1000000', 'TT-1000001'],
  );
});
