import { conversation, HANDOFF, PRICE, price, suite, zip } from './conversation-checks.ts';

// A request of its own after another one, and an address whose ZIP code stands beside its town.

const DELIVERY = { service_type: 'standard_delivery' };
const MOVE = { service_type: 'mini_move', mini_move_tier: 'petite' };

for (const [says, count, total] of [
  ['Send 3 suitcases to East Hampton', 3, '$285'],
  ['deliver 4 bags', 4, '$380'],
  ['how much for one suitcase', 1, '$285'],
  ['price of 3 bags', 3, '$285'],
  ['no, just 3 suitcases', 3, '$285'],
  ['3 suitcases to east hampton', 3, '$285'],
  ['i need 2 suitcases picked up in 10001', 2, '$285'],
  ['how much is it for just 2 bags instead', 2, '$285'],
] as const) {
  conversation(`after the price of a move, a few pieces are a delivery: ${says}`, [
    { says: 'What does a petite move cost?', tool: PRICE, input: MOVE, answers: ['$995'] },
    {
      says,
      tool: PRICE,
      input: { ...DELIVERY, item_count: count },
      without: ['mini_move_tier'],
      answers: [total],
      never: [/\$995|stays at/],
    },
    {
      says: 'book it for december 10',
      tool: HANDOFF,
      input: { ...DELIVERY, item_count: count },
      without: ['mini_move_tier'],
    },
  ]);
}

conversation('a number that answers the question for the size stays the move', [
  { says: 'i want a mini move', tool: null, answers: ['Which size'] },
  { says: 'just 6 pieces', tool: PRICE, input: MOVE },
]);

conversation('pieces that go with the move that was priced stay the move', [
  { says: 'What does a petite move cost?', tool: PRICE },
  { says: 'what about with 5 boxes', tool: PRICE, input: MOVE },
]);

conversation('a number within a booking of a move stays the move', [
  { says: 'i want to book a petite move on december 10', tool: HANDOFF, input: MOVE },
  { says: 'it is 5 boxes', tool: HANDOFF, input: { ...MOVE, pickup_date: '2026-12-10' } },
]);

conversation('another destination than the airport leaves the airport', [
  { says: 'Can you bring my bags to JFK?', tool: null, answers: ['How many bags'] },
  { says: 'no, to East Hampton', tool: null, answers: ['Standard Delivery', 'How many items'] },
  {
    says: '3',
    tool: PRICE,
    input: { ...DELIVERY, item_count: 3, delivery_zip: '11937' },
    answers: ['$285'],
  },
]);

conversation('three suitcases to a town leave an airport transfer that was asked about', [
  { says: 'Can you bring my bags to JFK?', tool: null },
  {
    says: 'Send 3 suitcases to East Hampton',
    tool: PRICE,
    input: { ...DELIVERY, item_count: 3, delivery_zip: '11937' },
  },
]);

conversation('the address where bags are picked up does not leave the airport', [
  { says: 'Can you bring 3 bags to JFK?', tool: PRICE },
  {
    says: 'from East Hampton',
    tool: PRICE,
    input: { service_type: 'blade_transfer', pickup_zip: '11937' },
  },
]);

suite('a ZIP code beside a town is its ZIP code', [
  {
    says: '3 bags to greenwich ct 06830 from 10001',
    calls: [price({ ...DELIVERY, item_count: 3, pickup_zip: '10001', delivery_zip: '06830' })],
    answers: ['$460'],
    never: [/with its ZIP code/],
  },
  {
    says: 'from greenwich 06830 to 10001, 3 bags',
    calls: [price({ ...DELIVERY, item_count: 3, pickup_zip: '06830', delivery_zip: '10001' })],
    answers: ['$460'],
  },
  {
    says: 'from greenwich, ct to 10001, 3 bags',
    calls: [price({ ...DELIVERY, item_count: 3, delivery_zip: '10001' })],
    answers: ['Fairfield County adds $175'],
  },
  {
    says: '3 bags from 10001 to 06830 greenwich',
    calls: [price({ ...DELIVERY, item_count: 3, pickup_zip: '10001', delivery_zip: '06830' })],
    answers: ['$460'],
  },
  {
    says: '3 bags from hoboken nj to 06830 stamford ct',
    calls: [price({ ...DELIVERY, item_count: 3, pickup_zip: '07030', delivery_zip: '06830' })],
    answers: ['$635'],
  },
  {
    says: 'wardrobe box to greenwich ct 06830 from 10001',
    calls: [
      price({
        service_type: 'specialty_item',
        item_description: 'wardrobe box',
        pickup_zip: '10001',
        delivery_zip: '06830',
      }),
    ],
    answers: ['$450'],
  },
  {
    says: 'scarsdale 10583',
    calls: [zip('10583')],
    answers: ['10583 is outside'],
    never: [/We don't list/],
  },
]);

suite('a certificate in a price', [
  {
    says: 'what is the price for a standard delivery of 3 items with COI',
    calls: [price({ ...DELIVERY, item_count: 3, coi_required: true })],
    answers: ['$335'],
  },
  { says: 'what is a coi', answers: [/\$50/] },
]);
