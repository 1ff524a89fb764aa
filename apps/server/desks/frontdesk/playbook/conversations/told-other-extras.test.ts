import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';

const UNPACKING_ONLY = {
  tool: PRICE,
  input: { include_unpacking: true },
  without: ['include_packing'],
};
const NEITHER = { tool: PRICE, without: ['include_unpacking', 'include_packing'] };

for (const says of [
  'My sister can do the packing. And with unpacking instead?',
  'and with unpacking instead of packing?',
  'swap the packing for unpacking',
  'no, we want unpacking rather than packing',
  'the packing will be done by friends, so only the unpacking',
]) {
  conversation(`one extra for the other: ${says}`, [
    { says: 'A Standard Move with packing, what does that come to?' },
    { says, ...UNPACKING_ONLY },
  ]);
}

for (const says of [
  'and without either?',
  'and without?',
  'and just the move itself?',
  'and the plain move?',
  'drop both',
  'neither then, what is it?',
]) {
  conversation(`no extra: ${says}`, [
    { says: 'What does a petite move with packing and unpacking cost?' },
    { says, ...NEITHER },
  ]);
}

conversation('an extra left out and taken again', [
  { says: 'What does a petite move with packing and unpacking cost?' },
  { says: 'ok, without the unpacking', tool: PRICE, without: ['include_unpacking'] },
  { says: 'and with it again?', tool: PRICE, input: { include_unpacking: true } },
  {
    says: 'book it like that for January 12, from 10128 to 11968',
    tool: HANDOFF,
    input: { include_packing: true, include_unpacking: true },
  },
]);

conversation('the price after an extra was taken back', [
  { says: 'Set up a petite move with packing from 10003 to 11968 on December 17' },
  { says: 'oh. Leave the packing out please', tool: HANDOFF },
  { says: 'and now?', tool: PRICE, answers: ['$995'] },
  { says: 'so what do we pay then?', tool: PRICE, answers: ['$995'] },
]);

for (const says of [
  'what does that make?',
  'and what do we pay then?',
  'what does it all add up to?',
  'and now?',
]) {
  conversation(`the price without a word for it: ${says}`, [
    { says: 'book 3 boxes and 2 suitcases from 10009 to 11937 on December 9' },
    { says, tool: PRICE, answers: ['$475'] },
  ]);
}

for (const says of [
  "we counted again, it's only 12 pieces. Is the standard still right for that?",
  "it's 12 pieces now. Would the petite do then?",
  'we have just 12 boxes, do they fit in a petite?',
  'only 12 pieces. Is that size too big then?',
]) {
  conversation(`whether a size fits: ${says}`, [
    { says: 'how much is the standard move with a certificate of insurance?' },
    { says, tool: PRICE, input: { mini_move_tier: 'petite' }, answers: ['Petite Move'] },
    { says: 'and what is that one with the certificate?', tool: PRICE, answers: ['$1,045'] },
  ]);
}

conversation('the cheaper of two services', [
  { says: "What's cheaper for 9 boxes, a standard delivery or a petite move?" },
  { says: 'the cheaper one please', tool: PRICE, input: { service_type: 'standard_delivery' } },
]);

conversation('the cheaper of two services, in other words', [
  { says: 'is a petite move or a standard delivery cheaper for 12 boxes?' },
  {
    says: 'then whichever is cheaper, from 10027 to 11963',
    tool: PRICE,
    input: { mini_move_tier: 'petite' },
  },
]);

conversation('the cheaper of two days', [
  { says: 'Price for 5 boxes from 10027 to 11963 on December 5 or December 7?' },
  { says: 'the cheaper one. book it', tool: HANDOFF, input: { pickup_date: '2026-12-07' } },
]);

conversation('another booking beside the first', [
  { says: 'Book 2 suitcases from 10075 to 11978 on December 3' },
  {
    says: 'Also a second one please: an airport transfer for 2 other bags from 10075 to JFK terminal 7, pickup on December 4, flight the same day at 1 pm',
    tool: HANDOFF,
    input: { bag_count: 2 },
  },
]);

conversation('another booking between the same addresses', [
  { says: 'Book 2 suitcases from 10075 to 11978 on December 3' },
  {
    says: 'I also need a second delivery, 4 boxes on December 10, same addresses',
    tool: HANDOFF,
    input: { item_count: 4, pickup_zip: '10075', delivery_zip: '11978' },
  },
]);

conversation('without what was spoken about last', [
  { says: 'We need a Full Move on January 22, with packing and unpacking, 10065 to 11976' },
  { says: 'my daughter will help us out there, so no unpacking after all' },
  {
    says: "what's the total without it?",
    tool: PRICE,
    input: { include_packing: true },
    without: ['include_unpacking'],
  },
]);

conversation('a chosen hour, and without it', [
  { says: 'Can I choose the hour of the pickup with the standard move?', answers: ['$175'] },
  { says: 'OK, we can do without. What does it cost then?', tool: PRICE, never: [/hour/] },
]);

conversation('the sizes by their place', [
  { says: 'Price for a Petite Move from 10003 to 11968' },
  { says: 'and the next size up?', tool: PRICE, input: { mini_move_tier: 'standard' } },
  { says: 'and the biggest?', tool: PRICE, input: { mini_move_tier: 'full' } },
  { says: 'and the smallest?', tool: PRICE, input: { mini_move_tier: 'petite' } },
]);

conversation('the cheaper of two days that were priced one after the other', [
  { says: 'price for 4 boxes from 10003 to 11968 on December 5?', tool: PRICE },
  { says: 'and on the 7th?', tool: PRICE },
  { says: 'the cheaper day then. book', tool: HANDOFF, input: { pickup_date: '2026-12-07' } },
]);
