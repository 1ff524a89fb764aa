import { conversation, HANDOFF, PRICE, price, suite } from './conversation-checks.ts';

// How many pieces a size takes, a chosen pickup hour, the same day, and a change of the size.

const DELIVERY = { service_type: 'standard_delivery' };
const move = (tier: string) => ({ service_type: 'mini_move', mini_move_tier: tier });

suite('more pieces than a size takes', [
  {
    says: 'petite move for 40 boxes',
    calls: [price(move('full'))],
    answers: ['too small for 40', 'nearest is the Full Move', 'by phone: (631) 595-5100'],
    never: [/\$995/],
  },
  {
    says: 'petite move, 20 boxes',
    calls: [price(move('standard'))],
    answers: ['Petite Move (8-15 pieces) is too small', '$1,950'],
  },
  {
    says: '35 boxes price',
    calls: [price(move('full'))],
    answers: ['None of our sizes is stated for 35 pieces', 'by phone'],
  },
  {
    says: 'standard move, 20 boxes',
    calls: [price(move('standard'))],
    never: [/too small|by phone/],
  },
  ...['61 boxes from 10001 to 11937', 'mini move with 100 pieces', '200 pieces price'].map(
    (says) => ({
      says,
      answers: ['50-60 pieces', 'custom quote', '(631) 595-5100', 'info@totetaxi.com'],
      never: [/\$3,250/],
    }),
  ),
  {
    says: 'book a full move, 70 pieces, december 10',
    answers: ['custom quote'],
    never: [/card below/],
  },
  { says: 'which service for 80 boxes', answers: ['custom quote'] },
]);

conversation('the size follows a number that changes', [
  { says: '35 boxes price', tool: PRICE, input: move('full') },
  { says: 'only 12 boxes', tool: PRICE, input: move('petite'), answers: ['$995'] },
]);

conversation('a booking for a number no size states says so again', [
  { says: 'petite move for 40 boxes', tool: PRICE, input: move('full') },
  {
    says: 'book it for december 10',
    tool: HANDOFF,
    input: move('full'),
    answers: ['nearest is the Full Move', 'by phone'],
  },
]);

suite('a delivery of eight pieces and more', [
  {
    says: 'standard delivery of 9 items price',
    calls: [price({ ...DELIVERY, item_count: 9 })],
    answers: ['$855', 'From 8 pieces on a Mini Move is usual', '$995'],
  },
  {
    says: 'standard delivery of 3 items price',
    calls: [price({ ...DELIVERY, item_count: 3 })],
    never: [/Mini Move/],
  },
  {
    says: 'is it cheaper to use petite move or delivery for 10 bags',
    calls: [price({ ...DELIVERY, item_count: 10 }), price(move('petite'))],
    answers: ['$950', '$995', 'Standard Delivery is cheaper'],
  },
]);

conversation('a comparison goes on with the service that is chosen', [
  { says: 'is a mini move or a delivery cheaper for 10 bags', tool: PRICE },
  { says: 'petite move', tool: PRICE, input: move('petite'), never: [/didn't/] },
  { says: 'book it for december 10', tool: HANDOFF, input: move('petite') },
]);

conversation('a chosen pickup hour is no day and no time, and has its price', [
  { says: 'standard move december 10', tool: PRICE },
  {
    says: 'one hour pickup at 9',
    tool: PRICE,
    input: { ...move('standard'), pickup_date: '2026-12-10' },
    answers: ['$1,950', 'adds $175'],
    never: [/weekend|today/i],
  },
  {
    says: 'book it',
    tool: HANDOFF,
    input: { pickup_date: '2026-12-10' },
    answers: ['choose the hour in the booking form'],
  },
]);

suite('a chosen pickup hour', [
  {
    says: 'standard move with a one hour pickup window price',
    calls: [price(move('standard'))],
    answers: ['$1,950', 'adds $175', 'in the booking form'],
  },
  {
    says: 'petite move with a one hour pickup window price',
    calls: [price(move('petite'))],
    answers: ['not offered', '$175 with the Standard Move'],
  },
  { says: 'do you offer a one-hour pickup window', answers: ['$175 with the Standard Move'] },
]);

conversation('another size keeps the day and the packing, which can be taken off', [
  { says: 'petite move on december 10', tool: PRICE },
  { says: 'with packing', tool: PRICE, input: { include_packing: true } },
  {
    says: 'actually standard move',
    tool: PRICE,
    input: { ...move('standard'), include_packing: true, pickup_date: '2026-12-10' },
  },
  {
    says: 'without packing',
    tool: PRICE,
    input: { ...move('standard'), pickup_date: '2026-12-10' },
    without: ['include_packing'],
    answers: ['$1,950'],
  },
]);

conversation('a size that is named has its price at once, and so has the one chosen after advice', [
  { says: 'standard move', tool: PRICE, input: move('standard') },
  { says: 'petite or standard move, which do you recommend?', tool: null, answers: ['Which size'] },
  { says: 'petite', tool: PRICE, input: move('petite'), answers: ['$995'] },
]);

suite(
  'the same day',
  ['Do you do same day', 'same day delivery?', 'what does same-day cost'].map((says) => ({
    says,
    answers: ['$360', 'call (631) 595-5100'],
  })),
);

conversation('a question about the same day in general puts it into no price', [
  { says: 'Do you do same day', tool: null },
  { says: 'price for 3 bags', tool: PRICE, without: ['is_same_day'], answers: ['$285'] },
  { says: 'and same day?', tool: PRICE, input: { is_same_day: true }, answers: ['$645'] },
]);
