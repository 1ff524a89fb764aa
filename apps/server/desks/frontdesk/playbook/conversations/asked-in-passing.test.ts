import { conversation, HANDOFF, PRICE, suite } from './conversation-checks.ts';

conversation('the price of one, of what was told last', [
  { says: 'I have 2 boxes to send from 10040 to 11937', tool: PRICE },
  { says: 'do you do airports too, by the way?' },
  { says: 'how much per bag is that?', tool: null, answers: ['$75'] },
  { says: 'good to know. So, the boxes: what do they cost?', tool: PRICE, answers: ['$285'] },
  { says: 'is that per box?', tool: null, answers: ['$95'] },
]);

for (const says of [
  'Can you book 3 boxes for me, 11201 to 11937, on December 22?',
  'could you guys please reserve a slot for 3 boxes from 11201 to 11937 on December 22',
  'would you mind booking 3 boxes from 11201 to 11937 for December 22?',
  'can we get 3 boxes scheduled from 11201 to 11937 on December 22?',
]) {
  conversation(`a booking put as a question: ${says}`, [
    { says, tool: HANDOFF, input: { item_count: 3, pickup_date: '2026-12-22' } },
    { says: 'thank you, that was quick. Merry Christmas in advance!', tool: null },
    {
      says: "oh, one more thing. I packed another one, so it's 4 boxes",
      tool: HANDOFF,
      input: { item_count: 4, pickup_date: '2026-12-22' },
    },
  ]);
}

suite('what comes on top on a weekend', [
  ...[
    'what do you charge on top for a petite move on a weekend?',
    'does a delivery cost more on Sundays?',
    'is there something extra for a move on weekends?',
  ].map((says) => ({ says, answers: ['$175', '$50'] })),
]);

for (const says of [
  'Is a mini move the right thing for 5 boxes?',
  'would a petite move be too big for 5 boxes?',
]) {
  conversation(`few pieces need no move: ${says}`, [
    { says, answers: ['Standard Delivery'] },
    { says: 'OK, what would that be from 10007 to 11932?', tool: PRICE, answers: ['$475'] },
  ]);
}

for (const says of [
  'and if you only do the unpacking?',
  'and just have your people do the unpacking?',
  'only the unpacking then, what is that?',
]) {
  conversation(`one of two extras: ${says}`, [
    { says: 'what does a petite move with packing and unpacking cost?', tool: PRICE },
    { says, tool: PRICE, input: { include_unpacking: true }, without: ['include_packing'] },
  ]);
}

for (const says of [
  'Oh dear. Please take both out again, packing and unpacking',
  'drop both again: the packing and the unpacking',
]) {
  conversation(`both extras taken back: ${says}`, [
    {
      says: 'Book the Standard Move with packing and unpacking for December 16, 10011 to 11975',
      tool: HANDOFF,
    },
    { says, tool: HANDOFF, input: { include_packing: false, include_unpacking: false } },
  ]);
}

for (const says of [
  "what's the reason it's that much?",
  'can you break that down?',
  'how does that add up?',
]) {
  conversation(`what a price is made of: ${says}`, [
    { says: '4 boxes from 10023 to 11930, how much', tool: PRICE },
    { says, tool: PRICE, answers: ['$175 surcharge'] },
  ]);
}

conversation('a price and a day in one message, and that day', [
  {
    says: 'How much are 3 suitcases from 07302 to 11932, and would December 11 be free?',
    answers: ['$460', 'December 11'],
  },
  {
    says: 'OK, please book them for that day',
    tool: HANDOFF,
    input: { pickup_date: '2026-12-11' },
  },
]);

conversation('another booking of a specialty item', [
  { says: '4 boxes from 10018 to 11946 on December 8, please book that', tool: HANDOFF },
  {
    says: 'I need another booking as well: a Peloton from 10018 to 11937, on December 15',
    tool: HANDOFF,
    input: { item_description: 'peloton', pickup_date: '2026-12-15' },
  },
]);
