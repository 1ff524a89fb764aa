import { suite } from './conversation-checks.ts';

/** What each policy's answer says, and questions it answers. */
const ANSWERS: readonly [string, readonly string[]][] = [
  [
    'waits for up to 10 minutes',
    [
      'what if im 20 mins late to meet the driver',
      'do you charge for waiting',
      'how much do you charge to wait',
    ],
  ],
  [
    'label with the name on the order',
    ['how do i mark my suitcases', 'do you give out tags', 'do i have to put my name on each bag'],
  ],
  [
    'at most $150 an item',
    [
      'can i buy more coverage for valuables',
      'extra protection for expensive stuff?',
      'how do i claim for a lost item',
    ],
  ],
  [
    '$50 with Standard Delivery',
    ['where do i send the coi sample', 'how much is a COI for a standard delivery'],
  ],
  ['$20 a day', ['is there somewhere i can leave my bags for a week', 'where is your storage']],
  [
    'around the Hamptons',
    ['do you do local runs in the hamptons', 'can you deliver a parcel within southampton'],
  ],
  [
    'tracking link',
    [
      'will i know where my driver is',
      'when does stuff get delivered usually',
      'promise me delivery by noon',
      'can you assure me the driver is on time',
    ],
  ],
  [
    'on the first floor',
    [
      'do you carry stuff up to the 5th floor',
      'do you come up to my apartment',
      'where do we hand over the bags',
      'is there a fee for stairs',
    ],
  ],
  [
    'Its screen has to be taken off',
    [
      'anything i should do to my peloton before you come',
      'how do i get my peloton ready',
      'does a mini move include a peloton',
    ],
  ],
  [
    'Airport Transfers serve JFK and EWR',
    ['do you deliver to the airport', 'which airports do you go to'],
  ],
  ['What is not carried', ["is there anything i can't bring", 'do you take frozen lobster']],
  [
    'custom quote by e-mail or phone. For that, call (631) 595-5100',
    [
      'i have an odd thing, a 6 foot marble statue. do you move that',
      'we have a kayak',
      'would you take a chandelier',
      'how about a grandfather clock',
    ],
  ],
  [
    'From 6 PM on',
    [
      'until what time today can I still book online for tomorrow?',
      'whats the cutoff for next day pickup',
      'how late can i book for tomorrow',
    ],
  ],
  [
    'being signed in',
    ['can I book without making an account', 'do i need to register', 'can i check out as a guest'],
  ],
  [
    '4 organizers for 8 hours',
    [
      'how many organizers come for packing in the full move and for how many hours',
      'who does the packing with a full move',
    ],
  ],
  ['unpacking, the Petite Move has 2 organizers', ['how many people unpack with a petite move']],
  ['most popular size is the Standard Move', ["what's the most popular size"]],
  ['Only packing and unpacking are taxed', ['is tax included', 'do you charge tax']],
  [
    '$360',
    [
      'can you come back the same afternoon, I mean same day delivery, for a standard delivery?',
      'i need it picked up in an hour',
    ],
  ],
  ["can't send anything from this chat", ['email me the price', 'send me a confirmation']],
];

for (const [words, questions] of ANSWERS) {
  suite(
    'a policy in other words',
    questions.map((says) => ({ says, answers: [words] })),
  );
}

suite('words of a policy that are about something else', [
  {
    says: 'how much for 3 boxes with my dog’s bed',
    calls: [['get_pricing_estimate', { service_type: 'standard_delivery', item_count: 3 }]],
  },
  {
    says: 'wine glasses in 2 boxes, how much',
    calls: [['get_pricing_estimate', { service_type: 'standard_delivery', item_count: 2 }]],
  },
  {
    says: 'my daughter is moving to 10011, how much for 4 boxes from 11968',
    calls: [
      [
        'get_pricing_estimate',
        {
          service_type: 'standard_delivery',
          item_count: 4,
          pickup_zip: '11968',
          delivery_zip: '10011',
        },
      ],
    ],
  },
  { says: 'what model of truck do you have', answers: ['(631) 595-5100'] },
  { says: 'did TT-000042 really get cancelled?', answers: ['signed in'] },
]);

suite('what nobody told the clerk, and who was let down, go to people', [
  { says: 'are tolls included', answers: ['(631) 595-5100'] },
  { says: 'do you provide boxes', answers: ['(631) 595-5100'] },
  { says: 'nobody showed up today', answers: ['(631) 595-5100'], never: [/safe place/] },
  { says: 'give me a manager', answers: ['(631) 595-5100'] },
  { says: 'i packed one bag too many', answers: ['Tell the driver'] },
  { says: 'my bag is missing', answers: ['Liability'] },
  { says: 'do you take cash', answers: ['e-mailed link'] },
]);
