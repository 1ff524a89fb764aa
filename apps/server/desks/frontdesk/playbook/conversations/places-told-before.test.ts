import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };

for (const [first, says, input] of [
  [
    'Is 11976 in your area?',
    'And what are 6 items there from 10022?',
    { item_count: 6, pickup_zip: '10022', delivery_zip: '11976' },
  ],
  [
    'I could bring them to my daughter in Westfield, 07090',
    'so 6 items from her place to 11976, what would that be?',
    { item_count: 6, pickup_zip: '07090', delivery_zip: '11976' },
  ],
  [
    "Is my brother's place in Darien, 06820, in your area?",
    'what would 4 suitcases from his house to 10011 cost?',
    { item_count: 4, pickup_zip: '06820', delivery_zip: '10011' },
  ],
  [
    'I live in 10025. Do you serve Sag Harbor?',
    'how much are 4 bags from my place to there?',
    { item_count: 4, pickup_zip: '10025', delivery_zip: '11963' },
  ],
  [
    'Our beach house is in 11954, the apartment in 10128. 5 boxes from the apartment to the beach house?',
    'and 3 boxes from the beach house to the apartment?',
    { item_count: 3, pickup_zip: '11954', delivery_zip: '10128' },
  ],
  [
    '4 boxes from my old apartment at 10011 to my new apartment at 11937',
    'and how much are 2 boxes from my old apartment to 11968?',
    { item_count: 2, pickup_zip: '10011', delivery_zip: '11968' },
  ],
  [
    '3 boxes from our house at 10011 to our beach house in 11937',
    'how much is it for 5 boxes from the beach house back to our house?',
    { item_count: 5, pickup_zip: '11937', delivery_zip: '10011' },
  ],
  [
    'What does it cost to get 4 boxes from my apartment in 10011 to our beach house in 11954?',
    'and 2 more boxes from over there back to my apartment?',
    { item_count: 2, pickup_zip: '11954', delivery_zip: '10011' },
  ],
] as const) {
  conversation(
    `a place told before: ${says}`,
    [{ says: first }, { says, tool: PRICE, input }],
    options,
  );
}

const BOXES = 'Please book 4 boxes from 10065 to 11937 for December 9';
for (const [says, input, without] of [
  [
    'please also book 3 suitcases for the 14th',
    { item_count: 3, pickup_zip: '10065', delivery_zip: '11937', pickup_date: '2026-12-14' },
    [],
  ],
  [
    'And one for my mother: 3 suitcases from 10021 to the same house, also on the 9th',
    { item_count: 3, pickup_zip: '10021', delivery_zip: '11937', pickup_date: '2026-12-09' },
    [],
  ],
  [
    'great. next: 2 bags from my place (10065) to JFK terminal 4, our flight is on the 20th at 1 pm',
    { bag_count: 2, flight_date: '2026-12-20', flight_time: '13:00', pickup_zip: '10065' },
    ['pickup_date', 'item_count'],
  ],
  ['And the return trip ten days later', { pickup_zip: '11937', pickup_date: '2026-12-19' }, []],
] as const) {
  conversation(
    `a further booking: ${says}`,
    [
      { says: BOXES, tool: HANDOFF },
      { says, tool: HANDOFF, input, without: [...without] },
    ],
    options,
  );
}
