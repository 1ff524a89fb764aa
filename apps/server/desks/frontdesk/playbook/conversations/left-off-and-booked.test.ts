import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const MOVE = "petite move from 10011 to 11937 on December 9, what's the price?";
const BOXES = '3 boxes from 10003 to 11968 on December 9, how much?';

for (const [first, adds, says, input] of [
  [MOVE, 'and with packing?', 'without, then book it', { include_packing: false }],
  [
    MOVE,
    'add unpacking to that',
    'skip it and set it up for Friday',
    { include_unpacking: false, pickup_date: '2026-12-11' },
  ],
  [MOVE, 'with packing', 'w/o, go ahead', { include_packing: false }],
  [MOVE, 'with packing', 'wihtout pls. boook it', { include_packing: false }],
  [MOVE, 'with packing', 'too much. go ahead without', { include_packing: false }],
  [
    MOVE,
    'with packing and unpacking',
    'take it back off. start the booking please',
    { include_packing: false, include_unpacking: false },
  ],
  [BOXES, 'with a COI?', "leave that off. let's book", { coi_required: false }],
  [
    BOXES,
    'plus a certificate of insurance please',
    'scratch it, book the 11th',
    { coi_required: false, pickup_date: '2026-12-11' },
  ],
] as const) {
  conversation(
    `what came last is left off and the rest is booked: ${says}`,
    [
      { says: first, tool: PRICE },
      { says: adds, tool: PRICE },
      { says, tool: HANDOFF, input },
    ],
    options,
  );
}

conversation(
  'goods that came last are left off and the rest is booked',
  [
    { says: BOXES, tool: PRICE },
    { says: 'and with a surfboard?', tool: PRICE },
    {
      says: 'without, then book it',
      tool: HANDOFF,
      input: { item_count: 3, item_description: '3 boxes' },
    },
  ],
  options,
);

conversation(
  'what is kept, or put right beside an option, leaves it on',
  [
    { says: MOVE, tool: PRICE },
    { says: 'with packing', tool: PRICE },
    { says: "don't cut it, book it", tool: HANDOFF, input: { include_packing: true } },
    {
      says: 'scratch that, make it the 10th',
      tool: HANDOFF,
      input: { include_packing: true, pickup_date: '2026-12-10' },
    },
  ],
  options,
);

conversation(
  'who forgets it all and does it alone books nothing',
  [
    { says: MOVE, tool: PRICE },
    { says: 'with packing', tool: PRICE },
    { says: "forget it, I'll do it myself. thanks", tool: null },
  ],
  options,
);
