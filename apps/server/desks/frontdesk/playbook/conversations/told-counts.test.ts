import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';
import { told } from './told-checks.ts';

const SUITCASES = { says: 'how much for 5 suitcases from 10017 to 11977?' };

for (const [says, count] of [
  ['and 6?', 6],
  ['what about 6', 6],
  ['with 7?', 7],
  ['4 will do', 4],
  ["it'll be 7 I think", 7],
  ["no wait there's one more", 6],
  ["my mistake, I can't count: six", 6],
  ['would it be cheaper with 4?', 4],
  ["hm, let's say four", 4],
  ["or if it's only 4?", 4],
  ['we might get away with 4. Price?', 4],
  ['could be 6 in the end, what then?', 6],
  ['and how much would 3 be?', 3],
  ['what would I pay for 4?', 4],
] as const) {
  conversation(`a number alone after a price: ${says}`, [
    SUITCASES,
    { says, tool: PRICE, input: { item_count: count } },
  ]);
}

for (const [says, count] of [
  ['4 actually', 4],
  ['we have 4 after all', 4],
  ["it's 4 now", 4],
  ['one less please', 2],
  ['one more', 4],
  ['oh no, back to 2', 2],
] as const) {
  conversation(`a number alone after the booking: ${says}`, [
    { says: 'Book 3 boxes from 10005 to 11932 on December 9' },
    { says, tool: HANDOFF, input: { item_count: count } },
  ]);
}

for (const says of [
  'the second one is fragile',
  'the driver can come at 10',
  'we live on the 4th floor',
  'do I need one of those certificates?',
]) {
  conversation(`a number that counts no pieces: ${says}`, [
    { says: 'Book 3 boxes from 10005 to 11932 on December 9' },
    { says },
    { says: 'please book it', input: { item_count: 3 } },
  ]);
}

conversation('a clock time counts no bags', [
  { says: '3 bags to JFK terminal 4 please, on December 20' },
  { says: '11:40 in the morning, from 10025', input: { bag_count: 3 } },
]);

told(
  'a number that was right',
  [
    'Book 3 boxes from 10005 to 11932 on December 9',
    '4 actually',
    'no, 3 was right, sorry',
    'but please on the 11th',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10005',
    delivery_zip: '11932',
    pickup_date: '2026-12-11',
  },
);

told(
  'two of them stay',
  [
    'how much for 5 suitcases from 10017 to 11977?',
    'two of them stay here',
    'book the other three for december 9',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10017',
    delivery_zip: '11977',
    pickup_date: '2026-12-09',
  },
);

conversation('fewer pieces after too many', [
  { says: 'Can I get 70 boxes into a Full Move?' },
  { says: 'and 55?', tool: PRICE, input: { mini_move_tier: 'full' } },
  {
    says: 'Good. Book the Full Move for those 55 on January 20, 10023 to 11968',
    tool: HANDOFF,
    input: { mini_move_tier: 'full', pickup_zip: '10023' },
  },
]);

conversation('the number of a specialty item', [
  { says: 'Can you transport wardrobe boxes?' },
  {
    says: "I'd send two from 10019 to 11978. How much?",
    tool: PRICE,
    input: { item_description: '2 wardrobe boxes' },
  },
]);

conversation('a few pieces are of no number', [
  { says: 'I have a few suitcases that need to go to Quogue', answers: [/how many/i], tool: null },
  { says: 'three', tool: PRICE, input: { item_count: 3 } },
]);

conversation('twice as many, half as many', [
  { says: 'price for 3 boxes from 10003 to 11968' },
  { says: 'double that?', tool: PRICE, input: { item_count: 6 } },
  { says: 'and just half of that?', tool: PRICE, input: { item_count: 3 } },
]);
