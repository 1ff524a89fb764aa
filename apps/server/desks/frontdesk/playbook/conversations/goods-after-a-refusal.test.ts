import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };

for (const [first, says, tool, input] of [
  [
    'book 3 suitcases with jewelry and cash, 10011 to 11937 December 9',
    "ok I'll carry the jewelry and the cash myself. only 2 suitcases then",
    HANDOFF,
    { item_count: 2, item_description: '2 suitcases', delivery_zip: '11937' },
  ],
  [
    "I'd like to book a mini move, standard, with packing for 25 items and two plants from 10012 to 11963 on December 14",
    'plants go with us then. 24 items, rest as I said',
    HANDOFF,
    { service_type: 'mini_move', mini_move_tier: 'standard', include_packing: true },
  ],
  [
    'send 2 plants and 3 boxes 10011 to 11937 dec 9, same day delivery',
    'then 4 boxes, no plants',
    PRICE,
    { item_count: 4, is_same_day: true },
  ],
  [
    'Can you ship my cat and 3 suitcases from 10011 to 11937 on December 9, standard delivery',
    'fine, only the suitcases then',
    PRICE,
    { item_count: 3, pickup_zip: '10011' },
  ],
] as const) {
  conversation(
    `after a refusal the goods that remain are taken: ${says}`,
    [
      { says: first, tool: null },
      { says, tool, input },
    ],
    options,
  );
}

conversation(
  'a refusal that is taken note of, and one that is asked about again, order nothing',
  [
    { says: 'I want to send my dog and 2 bags to 11937 from 10011 on December 9', tool: null },
    { says: 'and with the dog in a crate?', tool: null },
    { says: 'ok thanks, bye', tool: null },
  ],
  options,
);
