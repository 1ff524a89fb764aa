import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBusiness } from '../../bookings/business.ts';
import { readShippedCatalogue } from '../../bookings/shipped-catalogue.ts';
import { frontDeskPrompt, frontDeskVarying } from './prompt.ts';

const timezone = 'America/New_York';
const shipped = () => createBusiness(readShippedCatalogue());
const visitor = { kind: 'visitor' } as const;

test('the stable part is the same bytes each time, on whatever day', (t) => {
  const first = frontDeskPrompt(shipped());
  t.mock.timers.enable({ apis: ['Date'], now: new Date('2031-07-04T12:00:00Z') });
  assert.equal(frontDeskPrompt(shipped()), first);
});

test('the stable part has no date of this year and nobody signed in', () => {
  const prompt = frontDeskPrompt(shipped());
  assert.doesNotMatch(prompt, /\b20\d\d\b/);
  assert.doesNotMatch(prompt, /is (not )?signed in/);
});

test('the stable part is long enough to be cached', () => {
  // 1,024 tokens are needed; English text has at most some 5 characters to a token.
  assert.ok(frontDeskPrompt(shipped()).length > 1.5 * 5 * 1024);
});

test('every price and every policy stands in it', () => {
  const prompt = frontDeskPrompt(shipped());
  for (const price of [
    '$995',
    '$1,950',
    '$3,250',
    '$1,400',
    '$1,130',
    '$2,535',
    '$2,265',
    '$5,070',
    '$4,525',
    '8.25%',
    '$95 an item',
    '$285',
    '$360',
    '$500',
    '$350',
    '$275',
    '$75 a bag',
    '$150',
    '$175',
    '$50',
  ]) {
    assert.ok(prompt.includes(price), price);
  }
  for (const { text } of shipped().policies) assert.ok(prompt.includes(text), text);
  assert.doesNotMatch(prompt, /undefined|NaN|null|\[object/);
});

test('prices come from the data: another price is another prompt', () => {
  const changed = readShippedCatalogue();
  changed.catalogue.standard_delivery.pricePerItemCents = 12_345;
  const [rule] = changed.surchargeRules;
  if (rule !== undefined) rule.amountCents = 19_900;
  const prompt = frontDeskPrompt(createBusiness(changed));
  assert.match(prompt, /\$123\.45 an item/);
  assert.match(prompt, /Weekend - Mini Move: \$199/);
  assert.doesNotMatch(prompt, /\$95 an item/);
});

test('days of surcharges are told by their rule', () => {
  const prompt = frontDeskPrompt(shipped());
  assert.match(prompt, /the last Monday of May, June 30, July 1, July 4/);
  assert.match(prompt, /the first Monday of September, September 14 to September 22/);
  assert.match(prompt, /Weekend - Standard Delivery: \$50, on Saturdays, Sundays\./);
});

test('what varies is the date in New York and whether someone is signed in', () => {
  const now = new Date('2026-11-23T03:00:00Z');
  assert.deepEqual(frontDeskVarying({ principal: visitor, now, timezone }).split('\n'), [
    'Today is Sunday, November 22, 2026 (2026-11-22).',
    'The earliest pickup that can be booked online now is Tuesday, November 24, 2026 (2026-11-24).',
    'The customer is not signed in: you cannot see any bookings. If they ask for theirs, invite them to sign in or to call.',
  ]);
});

test('a signed-in customer is not named, nor their id', () => {
  const customerId = '5d0c7a3e-1f64-4b0a-9c52-0a6f2e8b1d01';
  const now = new Date('2026-11-22T15:00:00Z');
  const text = frontDeskVarying({ principal: { kind: 'customer', customerId }, now, timezone });
  assert.match(text, /is signed in/);
  assert.doesNotMatch(text, new RegExp(customerId));
});

test('within a day and hour range it stays the same, so that it can be cached too', () => {
  const at = (instant: string) =>
    frontDeskVarying({ principal: visitor, now: new Date(instant), timezone });
  assert.equal(at('2026-11-22T05:00:00Z'), at('2026-11-22T22:59:59Z'));
  assert.notEqual(at('2026-11-22T22:59:59Z'), at('2026-11-22T23:00:00Z'));
});
