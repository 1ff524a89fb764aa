import { conversation, PRICE } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const BOTH_ENDS = { pickup_zip: '10011', delivery_zip: '11937' };

for (const [lines, says, input] of [
  [['do you go to 11937?'], 'and what would 4 boxes from 10011 there cost?', { item_count: 4 }],
  [
    ['do you serve 10011 and 11937?', 'what is 4 boxes between them?'],
    'and 5 between the two?',
    { item_count: 5 },
  ],
  [['do you serve 10011 and 11937?'], 'how much between these for 4 boxes?', { item_count: 4 }],
  [['do you go to 11937?', '4 boxes from 10011?'], '4 boxes?', { item_count: 4 }],
  [
    ['is 10011 ok for pickup?', 'and 11937 for delivery?'],
    'price for 3 suitcases?',
    { item_count: 3 },
  ],
] as const) {
  conversation(
    `a price after a question about the area: ${lines.join(' / ')} / ${says}`,
    [
      ...lines.map((line) => ({ says: line })),
      { says, tool: PRICE, input: { service_type: 'standard_delivery', ...input, ...BOTH_ENDS } },
    ],
    options,
  );
}
