import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const FIRST = 'Book 4 boxes from 10018 to 11946 on December 8';

for (const [second, input] of [
  [
    'I also want to book 2 bags to JFK terminal 4, from 10018, flight on December 20 at 5 pm, pick up the same day',
    { service_type: 'blade_transfer', bag_count: 2, pickup_date: '2026-12-20' },
  ],
  [
    'and one more order please, 3 boxes, 10022 to 11968, December 14',
    { item_count: 3, pickup_zip: '10022', delivery_zip: '11968', pickup_date: '2026-12-14' },
  ],
  [
    'Also book 3 suitcases from 11215 to 11963 for December 18 please',
    { item_count: 3, pickup_zip: '11215', delivery_zip: '11963', pickup_date: '2026-12-18' },
  ],
] as const) {
  conversation(
    `another booking takes nothing from the first: ${second}`,
    [
      { says: FIRST, tool: HANDOFF, input: { item_count: 4 } },
      { says: second, tool: HANDOFF, input },
    ],
    options,
  );
}

conversation(
  'what is added to the booking begins no other one',
  [
    { says: FIRST, tool: HANDOFF },
    { says: 'also please add 2 suitcases to it', tool: HANDOFF, input: { item_count: 6 } },
  ],
  options,
);

for (const question of [
  'I booked something last week, can you tell me when it gets picked up?',
  'I already ordered a transfer with you, what day is it?',
  "Didn't I book a move with you guys? When is it?",
]) {
  conversation(
    `what was booked before is told to who signs in: ${question}`,
    [
      { says: question, tool: null, answers: [/sign in/i] },
      {
        says: 'OK. But I also need 3 bags brought from 10035 to 11968',
        tool: PRICE,
        input: { item_count: 3 },
      },
      { says: 'book them for December 9 please', tool: HANDOFF, input: { item_count: 3 } },
    ],
    options,
  );
}

conversation(
  'where the bags are is where they are picked up',
  [
    { says: 'Can you take 2 bags to JFK, terminal 8?', tool: PRICE },
    {
      says: 'The flight goes on December 13 at 1:15 pm, and the bags are in 10280. Same day is fine',
    },
    {
      says: 'please book that',
      tool: HANDOFF,
      input: { pickup_zip: '10280', flight_date: '2026-12-13', pickup_date: '2026-12-13' },
    },
  ],
  options,
);

conversation(
  'a town says which house is meant',
  [
    {
      says: 'Book a petite move on December 15 from 410 Clinton Avenue, Brooklyn, NY 11238 to 7 Sagg Road, Sagaponack, NY 11962',
      tool: HANDOFF,
    },
    {
      says: 'sorry, the house in Sagaponack is 17 Sagg Road',
      tool: HANDOFF,
      input: { delivery_address_line_1: '17 Sagg Road', delivery_zip: '11962' },
    },
  ],
  options,
);

conversation(
  'there is the place of the sentence before',
  [
    { says: '4 boxes from 10021 to Greenport, 11944, please. What is that?' },
    {
      says: 'our friends on Shelter Island could take them in. And to there, 11964?',
      tool: PRICE,
      input: { pickup_zip: '10021', delivery_zip: '11964' },
    },
  ],
  options,
);

for (const [wish, note] of [
  [
    'please add for the driver that they are under the name Alvarez',
    'They are under the name Alvarez.',
  ],
  ['write for the driver that the elevator is broken', 'The elevator is broken.'],
] as const) {
  conversation(
    `words for the driver: ${wish}`,
    [
      { says: FIRST, tool: HANDOFF },
      { says: wish, tool: HANDOFF, input: { item_count: 4, special_instructions: note } },
    ],
    options,
  );
}

conversation(
  'talk in between leaves the booking alone',
  [
    { says: FIRST, tool: HANDOFF },
    { says: "lovely weather today, isn't it", tool: null, never: [/can't be booked online/] },
    { says: 'when do I get the payment link?', tool: null, answers: ['e-mailed link'] },
    { says: 'what happens if it snows?', tool: null, never: [/sign in/i] },
    {
      says: 'oh, and make it the 12th please',
      tool: HANDOFF,
      input: { item_count: 4, pickup_date: '2026-12-12' },
    },
  ],
  options,
);
