import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const BOXES = '3 boxes from 10014 to 11962 for Dec 8 please book';

conversation(
  'what came last is taken back as it',
  [
    { says: BOXES, tool: HANDOFF },
    { says: "I'd like to add a surfboard", tool: HANDOFF },
    { says: "what's the price with it", tool: PRICE },
    { says: 'too much, remove it again', tool: HANDOFF, input: { item_description: '3 boxes' } },
  ],
  options,
);

conversation(
  'one more that comes along',
  [
    { says: BOXES, tool: HANDOFF },
    {
      says: "great. My daughter's bike should come along",
      tool: HANDOFF,
      input: { item_count: 4 },
    },
  ],
  options,
);

conversation(
  'an option that is not needed, and an address put right beside it',
  [
    {
      says: 'Book a Petite Move on the 23rd, from 10013 to 11930, with packing',
      tool: HANDOFF,
      input: { include_packing: true },
    },
    {
      says: "the packing isn't needed. And it is 10012",
      tool: HANDOFF,
      input: { include_packing: false, pickup_zip: '10012', delivery_zip: '11930' },
    },
  ],
  options,
);

conversation(
  'the way back of what was priced',
  [
    { says: 'what do you charge to take 4 bags to JFK?', answers: ['$300'] },
    { says: 'and coming back?', tool: PRICE, input: { bag_count: 4 } },
  ],
  options,
);
