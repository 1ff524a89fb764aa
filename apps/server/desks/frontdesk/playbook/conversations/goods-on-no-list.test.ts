import { conversation, HANDOFF, PRICE, price, suite } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const ends = { pickup_zip: '10011', delivery_zip: '11937' };
const delivery = (count: number): [string, Record<string, unknown>] =>
  price({ service_type: 'standard_delivery', item_count: count, ...ends });

suite(
  'goods on no list are counted',
  [
    { says: 'What would 5 garden gnomes cost from 10011 to 11937?', calls: [delivery(5)] },
    { says: '3 sculptures and 2 boxes from 10011 to 11937, how much?', calls: [delivery(5)] },
    {
      says: 'We are 4 adults and 2 kids and send 3 boxes from 10011 to 11937, what is it?',
      calls: [delivery(3)],
    },
    { says: 'Price for 3 bags, 2 flights of stairs, 10011 to 11937', calls: [delivery(3)] },
  ],
  options,
);

for (const [first, says, input] of [
  [
    'Could I send 3 cases of books and a propane tank from 10016 to 11937?',
    'ok without the tank. how much is it?',
    { item_count: 3, pickup_zip: '10016', delivery_zip: '11937' },
  ],
  [
    'can you take 4 boxes and 2 gas canisters from 10014 to 11937 on Dec 10?',
    "ok then without them. what's the price?",
    { item_count: 4, pickup_date: '2026-12-10' },
  ],
  [
    'Do you carry tobacco? I have 3 cartons of cigars and 4 boxes of books',
    'OK only the books then. 10017 to 11968',
    { item_count: 4, pickup_zip: '10017', delivery_zip: '11968' },
  ],
  [
    'Do you take a gasoline generator?',
    'ok. Only the lounge chairs then, 4 of them, 10005 to 11977',
    { item_count: 4, pickup_zip: '10005', delivery_zip: '11977' },
  ],
] as const) {
  conversation(
    `what is not carried is no goods of the order: ${says}`,
    [
      { says: first, tool: null },
      { says, tool: PRICE, input },
    ],
    options,
  );
}

conversation(
  'pieces of a second message are those of the first',
  [
    { says: 'Is a gun safe with two rifles ok? Plus 3 trunks. 10011 to 11932', tool: null },
    {
      says: 'The rifles stay with me. The safe too. So 3 trunks, Dec 14, please book',
      tool: HANDOFF,
      input: { item_count: 3 },
    },
  ],
  options,
);
