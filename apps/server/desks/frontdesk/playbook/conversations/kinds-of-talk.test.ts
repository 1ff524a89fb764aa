import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';
import { told } from './told-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const ENDS = { pickup_zip: '10014', delivery_zip: '11968' };

for (const says of ['leave the bike', 'skip the bike', 'no bike then', 'without the bike']) {
  told(
    `a specialty item by another name: ${says}`,
    ['price of 2 surfboards from 10014 to 11968', 'and with a peloton?', `${says}. book on dec 17`],
    { service_type: 'standard_delivery', item_count: 0, ...ENDS, pickup_date: '2026-12-17' },
  );
}

for (const says of [
  'we each take one small bag on the plane, please send our other 6 bags',
  'everyone carries a backpack with us. the other 6 suitcases go by road',
  'the train allows one bag each, so please bring the remaining 6 bags',
]) {
  told(
    `what people carry themselves: ${says}`,
    [`${says} from 10014 to 11968`, 'book it for dec 17'],
    { service_type: 'standard_delivery', item_count: 6, ...ENDS, pickup_date: '2026-12-17' },
  );
}

for (const [asks, says] of [
  ['what would same day delivery add', 'not needed then'],
  ['how much extra is same day delivery?', "ok that's not necessary, thanks"],
  ['how much more is same-day?', 'no need then'],
] as const) {
  conversation(
    `an option is asked about and not taken: ${asks} / ${says}`,
    [
      { says: 'book 4 boxes from 10014 to 11968 on dec 17', tool: HANDOFF },
      { says: asks, tool: PRICE, answers: ['$360'] },
      { says, tool: HANDOFF, without: ['same_day', 'special_instructions'] },
    ],
    options,
  );
}

conversation(
  'more pieces than the largest size takes, and then fewer',
  [
    { says: 'how many pieces fit in your biggest move?', tool: null },
    { says: 'we have about 90', tool: null, answers: ['custom quote'] },
    { says: 'and if I only bring 20?', tool: PRICE, input: { mini_move_tier: 'standard' } },
  ],
  options,
);

conversation(
  'ZIP codes by their place in the question',
  [
    { says: 'which of these costs extra: 11937, 11930 or 11963?' },
    { says: '3 boxes from the second one to 10001, how much?', answers: ['$460'] },
    { says: 'and from the first?', tool: PRICE, input: { pickup_zip: '11937' } },
  ],
  options,
);

conversation(
  'a claim, and the hours, asked on in the middle',
  [
    { says: 'what do I get if you break something?', answers: ['$150'] },
    { says: 'how quickly do I need to report it', answers: ['24 hours'] },
    { says: 'book 4 boxes from 10014 to 11968 on dec 17', tool: HANDOFF },
    { says: 'and between which hours do you come', tool: null, answers: ['8 and 11:30'] },
  ],
  options,
);

conversation(
  'a day is nobody, and a sister is',
  [
    { says: 'airport transfer of 3 bags from 10014 to JFK terminal 8', tool: PRICE },
    {
      says: 'flight is jan 9 at 11:15 am, pickup the day before. book please',
      tool: HANDOFF,
      input: { flight_date: '2027-01-09', pickup_date: '2027-01-08' },
    },
    { says: 'and can you check my sisters too?', tool: null, answers: ["can't give out"] },
  ],
  options,
);
