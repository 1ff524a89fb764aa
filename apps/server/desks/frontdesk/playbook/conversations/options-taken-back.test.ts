import { conversation, HANDOFF } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const MOVE =
  'Book a mini move petite with packing, unpacking and COI from 10011 to 11937 on December 9';
const DELIVERY =
  'Book 3 boxes and a surfboard from 10011 to 11937 on December 9, with a certificate of insurance';

for (const [first, says, input] of [
  [MOVE, 'the unpacking, no thanks', { include_packing: true, include_unpacking: false }],
  [MOVE, 'unpacking: rather not', { include_packing: true, include_unpacking: false }],
  [MOVE, 'packing can go', { include_packing: false, coi_required: true }],
  [MOVE, 'COI out, packing stays', { include_packing: true, coi_required: false }],
  [DELIVERY, 'COI off again please', { coi_required: false, item_count: 3 }],
  [DELIVERY, 'hold the COI', { coi_required: false }],
  [DELIVERY, 'scratch the COI. not needed', { coi_required: false }],
  [DELIVERY, 'actually not the certificate', { coi_required: false }],
  [DELIVERY, "surfboard's staying", { item_description: '3 boxes', coi_required: true }],
] as const) {
  conversation(
    `an option taken back in a few words is off: ${says}`,
    [
      { says: first, tool: HANDOFF },
      { says, tool: HANDOFF, input },
    ],
    options,
  );
}

conversation(
  'words that keep an option take nothing back',
  [
    { says: MOVE, tool: HANDOFF },
    {
      says: "but don't drop the packing, and make it December 10",
      tool: HANDOFF,
      input: { pickup_date: '2026-12-10', include_packing: true },
    },
  ],
  options,
);
