import { conversation, HANDOFF, PRICE, suite } from './conversation-checks.ts';

const BOTH = ['$760', '$995'];

for (const says of [
  'For 8 boxes, what would a standard delivery be and what would a petite move be?',
  '8 boxes: what do you charge as a delivery, and what as a mini move?',
  'What are 8 items by standard delivery, and by petite move?',
  'How much is a delivery of 8 bags? And a petite move for the same?',
  'price for 8 suitcases both ways, delivery and petite',
  "8 boxes, 10023 to 11968: delivery and petite move, what's each?",
]) {
  conversation(`both prices: ${says}`, [
    { says, answers: BOTH },
    { says: 'and if both come with a COI?', answers: ['$810', '$1,045'] },
  ]);
}
conversation('a delivery to a place is weighed against nothing', [
  { says: 'a petite move with delivery to 11937, what is it?', tool: PRICE, never: [/cheaper/] },
]);
conversation('both on another day', [
  { says: 'For 8 boxes, what would a standard delivery be and what would a petite move be?' },
  { says: 'and both on Saturday, December 19?', answers: ['$810', '$1,170'] },
]);

suite('households and their size', [
  ...[
    'We are a family of five and leave the city for the winter, which of your moves is for us?',
    'We are four people moving out for the summer. Which move would you recommend?',
    'three kids, two adults, which package do we need?',
    'which size of move for my husband, me and our two boys?',
    'we have 3 kids, which size would you recommend?',
  ].map((says) => ({ says, answers: ['Standard Move (15-30'] })),
  ...[
    "it's me and my husband, what size of move fits?",
    'just me, what size of move do I need?',
    'a couple with a baby, which package?',
  ].map((says) => ({ says, answers: ['Petite Move (8-15'] })),
  ...['which size for a family of 7?', "We're two parents with 4 children, which package?"].map(
    (says) => ({ says, answers: ['Full Move (50-60'] }),
  ),
  ...["What's the largest move you do?", "what's your biggest package?"].map((says) => ({
    says,
    answers: ['Full Move'],
  })),
  { says: 'Can I get 70 boxes into a Full Move?', answers: ['custom quote'] },
  { says: 'will 63 pieces go into your biggest move?', answers: ['custom quote'] },
]);

conversation('a household goes on to its booking', [
  { says: 'three kids, two adults, which package do we need?', answers: ['Standard Move'] },
  { says: 'alright that then, with unpacking on the other side. 10128 to 11968' },
  {
    says: 'december 10, go ahead',
    tool: HANDOFF,
    input: { mini_move_tier: 'standard', include_unpacking: true },
  },
]);

suite('a place and a price in one message', [
  {
    says: 'Do you come to 06880, and what are 4 boxes from there to 11968?',
    calls: [
      ['check_zip_coverage', { zip_code: '06880' }],
      [
        PRICE,
        {
          service_type: 'standard_delivery',
          item_count: 4,
          pickup_zip: '06880',
          delivery_zip: '11968',
        },
      ],
    ],
    answers: ['$555'],
  },
]);

conversation('what is paid, and how', [
  { says: 'petite move from 10001 to 11937, how much?', tool: PRICE },
  { says: 'what do we pay with packing?', tool: PRICE, input: { include_packing: true } },
  { says: 'and how do we pay?', tool: null, answers: ['e-mailed link'] },
]);

conversation('a move weighed against a delivery, which is taken', [
  { says: '10 boxes from 10023 to 11968, how much?', tool: PRICE },
  { says: 'would it be cheaper as a delivery?', answers: ['$950', '$995'] },
  {
    says: 'then that, December 15, book it',
    tool: HANDOFF,
    input: { service_type: 'standard_delivery', item_count: 10 },
  },
]);

for (const says of [
  'boxes, 5 of them, from 10029 to 11963, price?',
  'suitcases - 5 - from 10029 to 11963, how much',
  'just bags (5), 10029 to 11963, how much',
  'We have suitcases. Five of them, from 10029 to 11963. What do you charge?',
]) {
  conversation(`the number comes after: ${says}`, [
    { says, tool: PRICE, input: { item_count: 5 } },
  ]);
}

conversation('why, and on another Sunday', [
  { says: '4 boxes from 10023 to 11930, how much on Sunday, December 13?', answers: ['$605'] },
  { says: "what's the 175 for?", tool: PRICE, answers: ['$175 surcharge for the delivery'] },
  { says: 'and what is it the Sunday after?', tool: PRICE, input: { pickup_date: '2026-12-20' } },
]);
conversation('an extra that is too much', [
  { says: 'standard move with packing and unpacking 10023 to 11968, how much?', tool: PRICE },
  {
    says: 'the packing is too expensive, without it?',
    tool: PRICE,
    input: { include_unpacking: true },
    without: ['include_packing'],
  },
]);
