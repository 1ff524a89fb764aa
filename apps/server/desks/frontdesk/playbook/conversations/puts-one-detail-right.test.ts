import { conversation, HANDOFF } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const BOXES = 'Please book 3 boxes from 10028 to 11946 for Dec 14';
const BAGS =
  'Book a transfer for 4 bags from 10028 to JFK terminal 7, flight Dec 20 at 6 pm, pickup Dec 19';
const LANDING = 'Book 3 bags from EWR terminal A to 10011, we land Dec 16 at 4:40 pm';
const FLIGHT = { flight_date: '2026-12-20', pickup_date: '2026-12-19', bag_count: 4 };

for (const [first, says, input] of [
  [BOXES, "it's 6 btw", { item_count: 6, pickup_date: '2026-12-14' }],
  [BOXES, '11978 is the right zip', { pickup_zip: '10028', delivery_zip: '11978' }],
  [BOXES, 'I told you the wrong pickup zip. It is 10022', { pickup_zip: '10022' }],
  [
    BOXES,
    'wait, pickup is 10128, I mixed up the zip',
    { pickup_zip: '10128', delivery_zip: '11946' },
  ],
  [BOXES, 'pls change the day: 16', { item_count: 3, pickup_date: '2026-12-16' }],
  [BOXES, 'Push it to Friday that week please', { pickup_date: '2026-12-18' }],
  [
    BOXES,
    "wait, that's a Monday, isn't it? Rather the Friday after",
    { pickup_date: '2026-12-18' },
  ],
  [BAGS, 'the flight is an hour later', { ...FLIGHT, flight_time: '19:00' }],
  [BAGS, 'the flight leaves 45 minutes earlier', { ...FLIGHT, flight_time: '17:15' }],
  [BAGS, 'Newark terminal C, not JFK', { ...FLIGHT, airport: 'EWR', terminal: 'C' }],
  [LANDING, 'my mistake, we land at 6:40', { flight_time: '18:40', pickup_date: '2026-12-16' }],
] as const) {
  conversation(
    `one detail is put right: ${says}`,
    [
      { says: first, tool: HANDOFF },
      { says, tool: HANDOFF, input },
    ],
    options,
  );
}

for (const [first, says, input, without] of [
  [
    'Please book 6 boxes from 10009 to 11968 on December 10, COI required',
    'actually make it a transfer to JFK with 3 bags, terminal 1, flight Dec 10, 8 pm',
    { service_type: 'blade_transfer', bag_count: 3, airport: 'JFK', flight_time: '20:00' },
    ['item_count', 'coi_required', 'delivery_zip'],
  ],
  [
    'Please book a transfer to JFK terminal 5, 3 bags, from 10128, flight Dec 22 at 9 am',
    "change of plans: we're driving. Could you bring the 3 bags to 11968 instead, on the 23rd?",
    { service_type: 'standard_delivery', item_count: 3, pickup_date: '2026-12-23' },
    ['airport', 'terminal', 'flight_time'],
  ],
] as const) {
  conversation(
    `another service keeps what still holds: ${says}`,
    [
      { says: first, tool: HANDOFF },
      { says, tool: HANDOFF, input, without: [...without] },
    ],
    options,
  );
}
