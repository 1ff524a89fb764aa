import { days, price, type Row, suite } from './conversation-checks.ts';
import { told } from './told-checks.ts';

const now = new Date('2026-12-01T15:00:00Z');
const LOOKUP: Row['calls'] = [['lookup_booking_status', {}]];

suite(
  'an own booking that is told indirectly is looked up',
  [
    { says: 'What was I quoted for the big move this Friday?', calls: LOOKUP, answers: ['$1,950'] },
    {
      says: 'the suitcases you took out east for us in september - what did that run me?',
      calls: LOOKUP,
      answers: ['$285'],
    },
    {
      says: "Remind me what I'm paying for the move that's coming up in a few days",
      calls: LOOKUP,
    },
    { says: 'my upcoming mini move, how much is it again', calls: LOOKUP, answers: ['$1,950'] },
  ],
  { now, signedIn: true },
);

const delivery = (count: number, from: string, to: string, more: Record<string, unknown> = {}) =>
  price({
    service_type: 'standard_delivery',
    item_count: count,
    ...more,
    pickup_zip: from,
    delivery_zip: to,
  });

suite(
  'extras in short forms are priced',
  [
    {
      says: 'How much for 3 suitcases from 10019 to 11968 w/ COI?',
      calls: [delivery(3, '10019', '11968', { coi_required: true })],
    },
    {
      says: '4 boxes 10011 to 11963, incl. cert of ins for the bldg, total?',
      calls: [delivery(4, '10011', '11963', { coi_required: true })],
    },
    {
      says: 'petite + COI + unpk, 11201 to 11937, how much',
      calls: [
        price({
          service_type: 'mini_move',
          mini_move_tier: 'petite',
          include_unpacking: true,
          coi_required: true,
          pickup_zip: '11201',
          delivery_zip: '11937',
        }),
      ],
    },
    {
      says: 'std move w/ 1-hr window from 10024 to 11937, price?',
      calls: [
        price({
          service_type: 'mini_move',
          mini_move_tier: 'standard',
          pickup_zip: '10024',
          delivery_zip: '11937',
        }),
      ],
      answers: [/hour/],
    },
  ],
  { now },
);

for (const [goods, count] of [
  ['a trio of suitcases', 3],
  ['a pair of duffels', 2],
  ['3+2 suitcases', 5],
  ['a handful, well five, boxes', 5],
  ['a half-dozen bags', 6],
  ['~6 bags', 6],
  ["three boxes plus my daughter's cello", 4],
  ['4 duffels and the dog crate', 5],
  ['2 suitcases and our espresso machine', 3],
  ['2 golf bags, 1 suitcase and a beach umbrella', 4],
  ['2 suitcases as well as a guitar case', 3],
  ['2 suitcases and a big thank you', 2],
] as const) {
  suite('everything that is named is counted', [
    {
      says: `how much for ${goods} from 10016 to 11968`,
      calls: [delivery(count, '10016', '11968')],
    },
  ]);
}

suite(
  'what a long message tells on the way asks and orders nothing',
  [
    {
      says: 'So my sister-in-law Karen flew in on flight 2218 with her three kids last Tuesday and her husband, who weighs about 240 pounds, hurt his back at the gym, and long story short we need 4 suitcases taken from 10028 to 11968. How much would that be?',
      calls: [delivery(4, '10028', '11968')],
    },
    {
      says: "Between the divorce, the 2 dogs, the lawyer at $400 an hour and a landlord who wants the keys by noon, I'm losing it. I just need 7 boxes brought from 10011 to 11976, what's the price?",
      calls: [delivery(7, '10011', '11976')],
      never: [/not carried/],
    },
    {
      says: "Okay so we had a dog named Peloton once, funny story, he ate 2 of my boxes, but today it's about 5 suitcases from 10017 to 11977 on the 11th of December, how much?",
      calls: [delivery(5, '10017', '11977', { pickup_date: '2026-12-11' })],
    },
  ],
  { now },
);

suite('a question with two conditions is answered on both', [
  { says: "what if I'm late and nobody is home?", answers: [/10 minutes/, /safe place/] },
  {
    says: "what happens if I'm not home and the driver has waited more than 10 minutes?",
    answers: [/10 minutes/, /safe place/],
  },
  {
    says: "what if the driver comes, I'm at a hotel and I'm not there to receive it?",
    answers: [/claim ticket/, /safe place/],
  },
  {
    says: 'My building wants a certificate, what does it cost? And what does the insurance cover?',
    answers: [/\$50/, /\$150/],
  },
]);

suite('a number of pieces beside the terms of a policy is not priced', [
  { says: 'Are my 4 suitcases insured and up to how much?', answers: [/\$150/] },
  { says: 'can I store 3 bags with you for 2 weeks?', answers: [/\$20 a day/] },
  { says: 'is there a fee if we miss the delivery of our 3 boxes?', answers: [/\$20/] },
  { says: "If I have 3 bags and I'm 15 minutes late, what happens?", never: [/sign(?:ed)? in/] },
]);

suite('the stated number of pieces decides between two services', [
  {
    says: '7 bags: mini move or standard delivery, what do you recommend?',
    answers: [/recommend Standard Delivery/],
  },
  {
    says: 'half a dozen suitcases, do I want a mini move or a delivery',
    answers: [/recommend Standard Delivery/],
  },
  {
    says: "we've got 8 boxes. delivery ok or should we go mini move?",
    answers: [/recommend a Mini Move/],
  },
]);

suite(
  'a superlative of days names the day',
  [
    {
      says: 'what is the cheapest day next week for a mini move',
      calls: [days('2026-12-07', 6)],
      answers: ['without a surcharge is Monday, December 7'],
    },
    {
      says: "what's the latest date I can book before christmas",
      calls: [days('2026-12-02', 22)],
      answers: ['The last free day of these is Thursday, December 24'],
    },
    {
      says: 'first available weekday after the 10th?',
      calls: [days('2026-12-11', 13)],
      answers: ['The earliest free day is Friday, December 11'],
    },
  ],
  { now },
);

for (const event of [
  'fligth dec 18',
  'my flihgt is on December 18',
  "I'm flyng on December 18",
  'we take of on december 18',
]) {
  told(
    `a misspelt flight has its own day: ${event}`,
    [`Book 2 bags to JFK terminal 4 from 10019, ${event}`],
    {
      service_type: 'blade_transfer',
      bag_count: 2,
      transfer_direction: 'to_airport',
      airport: 'JFK',
      terminal: '4',
      flight_date: '2026-12-18',
      pickup_zip: '10019',
    },
  );
}

suite(
  "somebody else's booking is nobody's business, whatever service it names",
  [
    'is the standard delivery of my ex confirmed?',
    "What's the number of the booking that Olivia made for her Peloton?",
    'my husband arranged a mini move, can you tell me what day',
    'how much is the airport transfer my roommate booked?',
  ].map((says) => ({ says, answers: [/other customers/] })),
  { now, signedIn: true },
);

suite(
  'a day before a ZIP code, places after a number of pieces and a comparison are heard as what they are',
  [
    {
      says: 'petite move, 12 dec, 10003 to 11932, price pls',
      calls: [
        price({
          service_type: 'mini_move',
          mini_move_tier: 'petite',
          pickup_zip: '10003',
          delivery_zip: '11932',
          pickup_date: '2026-12-12',
        }),
      ],
    },
    {
      says: 'need a ballpark: seven boxes, the upper west side to bridgehampton',
      calls: [price({ service_type: 'standard_delivery', item_count: 7, delivery_zip: '11932' })],
      answers: ['$665'],
    },
    {
      says: 'is it cheaper to send 6 boxes or do a petite move',
      calls: [
        price({ service_type: 'mini_move', mini_move_tier: 'petite' }),
        price({ service_type: 'standard_delivery', item_count: 6 }),
      ],
      answers: ['$570', '$995', 'cheaper'],
      never: [/promo code/i],
    },
  ],
  { now },
);
