import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBusiness } from './business.ts';
import { checkCoverage } from './check-coverage.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';

const business = createBusiness(readShippedCatalogue());

for (const text of [
  '',
  ' ',
  'abc',
  '1001',
  '100011',
  '1000l',
  '10001-12',
  '10001 1234',
  '１０００１',
]) {
  test(`${JSON.stringify(text)} is not serviceable, and the answer says why`, () => {
    const coverage = checkCoverage(business, text);
    assert.equal(coverage.serviceable, false);
    assert.match(coverage.message, /five digits/);
    assert.match(
      coverage.serviceable ? '' : coverage.suggestion,
      /\(631\) 595-5100.*info@totetaxi\.com/,
    );
  });
}

test('a ZIP code outside the area is named and gets phone and e-mail', () => {
  assert.deepEqual(checkCoverage(business, '90210'), {
    serviceable: false,
    message: 'ZIP code 90210 is outside our regular service area.',
    suggestion: 'For a custom quote, call (631) 595-5100 or e-mail info@totetaxi.com.',
  });
});

test('the core area has no surcharge', () => {
  for (const zipCode of ['10001', '11201', '11968', '11932']) {
    const coverage = checkCoverage(business, zipCode);
    assert.ok(coverage.serviceable);
    assert.deepEqual([coverage.zone, coverage.surcharge], ['core', false], zipCode);
  }
});

test('the surcharge zone names its $175', () => {
  for (const zipCode of ['07101', '06604', '11954', '07030', '06510']) {
    const coverage = checkCoverage(business, zipCode);
    assert.ok(coverage.serviceable);
    assert.deepEqual([coverage.zone, coverage.surcharge], ['surcharge', true], zipCode);
    assert.match(coverage.message, /\$175/);
  }
});

test('ZIP+4 and surrounding space are read as their five digits', () => {
  const plain = checkCoverage(business, '07101');
  for (const text of ['07101-1234', ' 07101', '07101\n', '\t07101-0000 ']) {
    assert.deepEqual(checkCoverage(business, text), plain);
  }
});
