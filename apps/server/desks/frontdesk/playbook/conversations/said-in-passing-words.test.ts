import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };

conversation(
  'two homes are told for goods that are known',
  [
    { says: 'My mother spends the winter in Quogue and needs some of her things' },
    { says: 'around 6 boxes', tool: PRICE, input: { item_count: 6 } },
    {
      says: 'she lives in 11209, and Quogue is 11959',
      tool: PRICE,
      input: { pickup_zip: '11209', delivery_zip: '11959' },
    },
  ],
  options,
);

conversation(
  'there is the airport, and one bag too few',
  [{ says: 'I fly from JFK with a single suitcase. Could you bring it there?', answers: ['$150'] }],
  options,
);

conversation(
  'few pieces go singly',
  [
    { says: 'How much would the petite move be from 10009 to 11937?', tool: PRICE },
    { says: "we only have 5 bags, though. Isn't that too big for us?" },
    { says: "OK, then deliver them as single items. What's that?", answers: ['$475'] },
  ],
  options,
);

conversation(
  'where one is at home is told beside a question',
  [
    { says: "Could you still come today for a petite move? We're in 10024" },
    { says: 'alright, Friday then?' },
    {
      says: 'it all goes to 11968. Yes, please book',
      tool: HANDOFF,
      input: { pickup_zip: '10024', delivery_zip: '11968', pickup_date: '2026-12-04' },
    },
  ],
  options,
);

conversation(
  'a booking is changed to what was priced for it',
  [
    { says: 'A standard move please, 11218 to 11976, book it for December 14', tool: HANDOFF },
    { says: "it's 52 pieces. Is the standard big enough for that?", tool: PRICE },
    {
      says: 'then change it to that one please',
      tool: HANDOFF,
      input: { service_type: 'mini_move', mini_move_tier: 'full' },
    },
  ],
  options,
);

conversation(
  'a booking is changed to another one that was priced',
  [
    { says: 'Book 4 boxes from 10011 to 11937 on December 9', tool: HANDOFF },
    { says: 'how much is it for 5 boxes from 10011 to 11968 on December 11?', tool: PRICE },
    {
      says: 'then change it to that one',
      tool: HANDOFF,
      input: { item_count: 5, delivery_zip: '11968', pickup_date: '2026-12-11' },
    },
  ],
  options,
);

conversation(
  'a move that was priced is a delivery again',
  [
    { says: 'price for 4 boxes from 10011 to 11937', tool: PRICE },
    { says: 'price of a petite move instead', tool: PRICE, input: { mini_move_tier: 'petite' } },
    {
      says: 'make it a delivery again',
      tool: PRICE,
      input: { service_type: 'standard_delivery', item_count: 4 },
    },
  ],
  options,
);

conversation(
  'a booking that is only supposed',
  [{ says: "what if I book for Easter and then can't go?", never: [/Service area/, /prepared/] }],
  options,
);

conversation(
  'the smaller of two sizes that an answer named',
  [
    { says: 'Which of your packages come with the certificate of insurance included?' },
    {
      says: 'the smaller of those two, what would it be on Saturday the 19th?',
      answers: ['$2,125'],
    },
  ],
  options,
);

conversation(
  'what is in a price',
  [
    { says: 'How much for 4 boxes on Sunday, from 11216 to 11968?', answers: ['$430'] },
    { says: 'is there something extra in that?', answers: ['$50', 'Sunday'] },
  ],
  options,
);
