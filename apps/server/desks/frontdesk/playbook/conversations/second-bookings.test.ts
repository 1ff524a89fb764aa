import { conversation, HANDOFF } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const BOXES = 'Book 4 boxes from 10011 to 11937 on December 9';

for (const [first, says, input, without] of [
  [
    BOXES,
    'and a second booking: same addresses, a week later, a petite mini move',
    { service_type: 'mini_move', mini_move_tier: 'petite', pickup_date: '2026-12-16' },
    ['item_description'],
  ],
  [
    BOXES,
    'plus a separate booking for the day before, mini move standard, same route',
    { service_type: 'mini_move', pickup_date: '2026-12-08', pickup_zip: '10011' },
    [],
  ],
  [
    BOXES,
    'I also need one the other way round, a week after that, 2 boxes',
    { item_count: 2, pickup_zip: '11937', delivery_zip: '10011', pickup_date: '2026-12-16' },
    [],
  ],
  [
    'Book a mini move petite from 10011 to 11937 on December 9 with packing',
    'second booking please: 3 days earlier, 6 boxes, same pickup, to 11968',
    {
      service_type: 'standard_delivery',
      item_count: 6,
      pickup_zip: '10011',
      delivery_zip: '11968',
      pickup_date: '2026-12-06',
    },
    ['include_packing', 'mini_move_tier'],
  ],
  [
    'Book an airport transfer for 3 bags to JFK terminal 4, flight December 17 at 4:10 pm, pickup December 16 in 10025',
    'Then I need a second one, the day after the flight: a standard delivery of 5 boxes from the same address to 11968',
    {
      service_type: 'standard_delivery',
      item_count: 5,
      pickup_zip: '10025',
      delivery_zip: '11968',
      pickup_date: '2026-12-18',
    },
    ['airport', 'terminal'],
  ],
] as const) {
  conversation(
    `a second booking is derived from the first: ${says}`,
    [
      { says: first, tool: HANDOFF },
      { says, tool: HANDOFF, input, without: [...without] },
    ],
    options,
  );
}
