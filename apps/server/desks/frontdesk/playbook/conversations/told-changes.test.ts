import { conversation, DAYS, HANDOFF, PRICE } from './conversation-checks.ts';
import { told } from './told-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const ADDRESSES =
  'Book 5 boxes for December 11: from 15 West 72nd Street, New York, NY 10023 to 30 Main Street, Sag Harbor, NY 11963';

conversation(
  'a street is put right by its name, its number, its town or its end',
  [
    { says: ADDRESSES, tool: HANDOFF, input: { item_count: 5 } },
    {
      says: "I mistyped that, it's 38 Main Street in Sag Harbor",
      tool: HANDOFF,
      input: { delivery_address_line_1: '38 Main Street', delivery_zip: '11963' },
    },
    {
      says: 'the house number is 40, not 38',
      tool: HANDOFF,
      input: { delivery_address_line_1: '40 Main Street', item_count: 5 },
    },
    {
      says: 'sorry, wrong house number: 17 West 72nd Street',
      tool: HANDOFF,
      input: { pickup_address_line_1: '17 West 72nd Street', pickup_zip: '10023' },
    },
    {
      says: 'the street number of the pickup is 19',
      tool: HANDOFF,
      input: { pickup_address_line_1: '19 West 72nd Street', item_count: 5 },
    },
  ],
  options,
);

conversation(
  'a ZIP code is put right in the same breath, and by its area',
  [
    { says: 'Book 4 suitcases from 10065 to 11932 on December 15', tool: HANDOFF },
    {
      says: "the ZIP code of the pickup is wrong, it's 10056... no, 10075",
      tool: HANDOFF,
      input: { pickup_zip: '10075', delivery_zip: '11932' },
    },
    {
      says: 'my sister says her zip is 11937',
      tool: HANDOFF,
      input: { pickup_zip: '10075', delivery_zip: '11937' },
    },
  ],
  options,
);

const BOOK = 'Book 3 suitcases from 11238 to 11968 on December 14.';
for (const [note, correction, expected] of [
  [
    'Note: the driver should call 646-555-0177 when he is there',
    "that's my old number, please change it to 646-555-0199",
    'The driver should call 646-555-0199 when he is there.',
  ],
  [
    'Tell the driver to text 212-555-0133 on arrival',
    "oh, better my husband's number, 212-555-0144",
    'Text 212-555-0144 on arrival.',
  ],
  ['Gate code is 4471', "the code was changed, it's 9902 now", 'Gate code is 9902.'],
  [
    'Please tell the driver the door code is 1199',
    "the door code is wrong, it's 2211",
    'The door code is 2211.',
  ],
  ['Please note that he should ring at 2F', 'sorry, 3F', 'He should ring at 3F.'],
] as const) {
  conversation(
    `what a note has one of is given anew: ${correction}`,
    [
      { says: `${BOOK} ${note}`, tool: HANDOFF },
      {
        says: correction,
        tool: HANDOFF,
        input: { special_instructions: expected, item_count: 3, pickup_date: '2026-12-14' },
      },
    ],
    options,
  );
}

for (const [question, decision, day] of [
  ['would the Friday be cheaper?', 'then the Friday please', '2026-12-18'],
  ['what would it be on the Monday?', "good, then let's take the Monday", '2026-12-21'],
  ['is December 17 free?', 'then the 17th please', '2026-12-17'],
  ['do I save something on Thursday?', 'yes, change it to Thursday', '2026-12-17'],
] as const) {
  conversation(
    `a day that was weighed is taken up: ${decision}`,
    [
      { says: 'Book 4 suitcases from 10065 to 11932 on Saturday, December 19', tool: HANDOFF },
      { says: question },
      { says: decision, tool: HANDOFF, input: { pickup_date: day, item_count: 4 } },
    ],
    options,
  );
}

for (const [question, decision] of [
  ["what's the earliest you could come then?", 'OK, that day. Please book it'],
  ['when could you come at the earliest?', 'that works, book it'],
  ['so when is the soonest?', 'fine, book that'],
  ['ok, what is the first day you could do?', 'then that day please'],
  ['how soon can you be here?', 'ok then, book me in for that'],
] as const) {
  conversation(
    `the earliest day after today was refused is checked and taken up: ${question}`,
    [
      { says: 'I need 4 boxes brought from 10014 to 11937 today', tool: PRICE },
      { says: question, tool: DAYS, input: { start_date: '2026-12-02' }, answers: ['December 2'] },
      { says: decision, tool: HANDOFF, input: { pickup_date: '2026-12-02', item_count: 4 } },
    ],
    options,
  );
}

told(
  'a delivery that becomes a transfer leaves its delivery address, and its day is told with its hour',
  [
    'What would 3 suitcases from 10019 to 11968 be?',
    "Now it looks like we fly somewhere warm instead. What's it to JFK with them?",
    'terminal 7, on December 20 at 6:30 pm, please pick them up that day',
    'yes, book the airport transfer',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'to_airport',
    airport: 'JFK',
    terminal: '7',
    flight_date: '2026-12-20',
    flight_time: '18:30',
    pickup_zip: '10019',
    pickup_date: '2026-12-20',
  },
);

told(
  'the day stays when the direction is turned',
  [
    'Please take 3 bags from 10075 to Newark terminal C on December 27',
    'wait, that is the day we come back. So from the airport to 10075',
    'we land at 11:40 am',
    'please book it',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'from_airport',
    airport: 'EWR',
    terminal: 'C',
    flight_date: '2026-12-27',
    flight_time: '11:40',
    delivery_zip: '10075',
    pickup_date: '2026-12-27',
  },
);

told(
  'a flight on the evening of the pickup',
  [
    'We need 4 bags brought to JFK on December 9, from 11205',
    'terminal 4',
    'the flight is that evening at 9. Book it please',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 4,
    transfer_direction: 'to_airport',
    airport: 'JFK',
    terminal: '4',
    flight_date: '2026-12-09',
    flight_time: '21:00',
    pickup_zip: '11205',
    pickup_date: '2026-12-09',
  },
);

conversation(
  'a flight that now leaves before its pickup: another pickup day is asked for',
  [
    {
      says: 'Book 2 bags to JFK terminal 1 from 10001. Flight on December 14 at 8 am, pickup on the 13th',
      tool: HANDOFF,
    },
    { says: 'the flight was moved to the 12th', tool: null, answers: [/which day/i] },
    {
      says: 'on the 11th then',
      tool: HANDOFF,
      input: { flight_date: '2026-12-12', pickup_date: '2026-12-11' },
    },
  ],
  options,
);

for (const [first, instead, pickup] of [
  [
    'I need 3 boxes moved from the Bronx, 10451, to 11968. Can you do that?',
    "what if I bring them to my parents' in 10025, what's the price from there?",
    '10025',
  ],
  [
    '3 boxes from Yonkers, 10701, to 11968, please. What is it?',
    'if my son brings them to 10026 and you collect them there, how much?',
    '10026',
  ],
] as const) {
  conversation(
    `a place outside is replaced by one that is named twice: ${pickup}`,
    [
      { says: first },
      { says: instead, tool: PRICE, input: { pickup_zip: pickup, delivery_zip: '11968' } },
      {
        says: 'that works for us. Book it for December 9',
        tool: HANDOFF,
        input: { pickup_zip: pickup, delivery_zip: '11968' },
      },
    ],
    options,
  );
}
