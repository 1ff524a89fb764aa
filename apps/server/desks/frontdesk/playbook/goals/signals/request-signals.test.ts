import { days, handoff, price, suite, zip } from '../../conversations/conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const delivery = (rest: Record<string, unknown>): [string, Record<string, unknown>] =>
  price({ service_type: 'standard_delivery', ...rest });

suite(
  'whether they come there is a question about the area',
  [
    { says: "I'm over in Stamford, do you come up here?", answers: ['$175', 'ZIP code'] },
    { says: 'our place is in Greenport, could you take things there', answers: ["don't list"] },
    { says: "we're in Montauk, can a driver come out here", calls: [zip('11954')] },
    { says: 'do you make it up to Rye', answers: ["don't list Rye"] },
    { says: 'can the driver come up here to the third floor', answers: ['first floor'] },
  ],
  options,
);

suite(
  'no price for a place that is not known to be served',
  [
    'bring 3 boxes to chicago',
    'petite move to philadelphia, how much',
    'send my 4 suitcases to Denver',
    'price for 3 boxes from Boston to 11968',
  ].map((says) => ({ says, answers: ["don't list", 'custom quote', 'ZIP code'], never: [/\$/] })),
  options,
);

suite(
  'ordering late for the next day',
  [
    'if i book online tonight at 8 can you still come tomorrow morning',
    'can i order at 9 pm for the next day',
    'booking tonight at 7 for tomorrow, possible?',
    'if i order after dinner tonight will you come tomorrow',
    'is it too late to book for tomorrow',
  ].map((says) => ({ says, answers: ['From 6 PM on', '595-5100'] })),
  options,
);

suite(
  'days that follow one another are looked up as one span',
  [
    {
      says: 'I could do the 9th, 10th or 11th of december. which one would be quieter for you?',
      calls: [days('2026-12-09', 2)],
    },
    { says: 'december 14 or 15, which is less busy', calls: [days('2026-12-14', 1)] },
    {
      says: "i'd want the 19th or the 21st, whichever is calmer",
      calls: [days('2026-12-19', 0), days('2026-12-21', 0)],
    },
  ],
  options,
);

suite(
  'an order in the passive',
  [
    {
      says: 'I need a delivery booked. 5 boxes from 10025 to 11937 on december 15',
      calls: [
        handoff({
          service_type: 'standard_delivery',
          item_count: 5,
          item_description: '5 boxes',
          pickup_zip: '10025',
          delivery_zip: '11937',
          pickup_date: '2026-12-15',
        }),
      ],
    },
    {
      says: 'We need a petite move set up for december 16 from 11201 to 11946',
      calls: [
        handoff({
          service_type: 'mini_move',
          mini_move_tier: 'petite',
          pickup_zip: '11201',
          delivery_zip: '11946',
          pickup_date: '2026-12-16',
        }),
      ],
    },
  ],
  options,
);

suite(
  'more at the pickup than was booked is for the driver, and no new price',
  [
    'what if theres an additional box when the truck shows up',
    'what if we end up with two extra bags on the day',
    'my count might be off by one box',
  ].map((says) => ({ says, answers: ['Tell the driver'] })),
  options,
);

suite(
  'a certificate that the building wants is in the price',
  [
    {
      says: '6 crates and our building asks for a certificate of insurance, how much do we pay',
      calls: [delivery({ item_count: 6, coi_required: true })],
      answers: ['$620'],
    },
  ],
  options,
);

suite(
  'a Mini Move for a few pieces is told of the delivery',
  [
    {
      says: "i'd like a petite move for my 4 suitcases, what does it cost",
      calls: [price({ service_type: 'mini_move', mini_move_tier: 'petite' })],
      answers: ['For 4 items a Standard Delivery may be enough', '$95 an item'],
    },
  ],
  options,
);

suite(
  'whether something may be left is no note for the driver',
  [
    'could the driver just leave the boxes on the porch',
    'is it ok to drop everything in the garage',
  ].map((says) => ({ says, answers: ['safe place'] })),
  options,
);

suite(
  'what is told on the way is not answered',
  [
    {
      says: "Hello, we just got married and our presents are at my parents' place. The dog ate one of the cards, my car is in the shop, and nothing ever got damaged so far! Anyway, 6 boxes from 11201 to 11937, how much would it be?",
      calls: [delivery({ item_count: 6, pickup_zip: '11201', delivery_zip: '11937' })],
      never: [/not carried/, /Insurance/, /Items not on the list/],
    },
    {
      says: 'Good evening. I was given your name by a friend. We came here in May. It was very nice. The kids are at school now. My mother is going home soon, though. What would 5 boxes from 11215 to 11963 be?',
      calls: [delivery({ item_count: 5, pickup_zip: '11215', delivery_zip: '11963' })],
    },
    { says: 'can you take my dog to montauk', answers: ['not carried'] },
    { says: 'my cat and 3 boxes to 11968', answers: ['not carried'] },
    {
      says: 'our building asks for a certificate of insurance. 4 boxes to 11968, how much in total',
      calls: [delivery({ item_count: 4, coi_required: true, delivery_zip: '11968' })],
      answers: ['$430'],
      never: [/sample certificate/],
    },
  ],
  options,
);

suite(
  'policies in other words',
  [
    {
      says: 'I booked yesterday and changed my mind, do I get everything back?',
      answers: ['48 hours'],
    },
    {
      says: "i ordered last night and don't need it any more, is my money returned",
      answers: ['48 hours'],
    },
    { says: 'can they put it by the side door', answers: ['safe place'] },
    { says: 'can you set the bags inside the gate', answers: ['safe place'] },
    {
      says: 'where do I send a change, how do I pay, and how many pounds can a bag have',
      answers: ['orders@totetaxi.com', 'e-mailed link', '50 lbs'],
      never: [/not carried/],
    },
  ],
  options,
);

suite(
  'the days of others, and places beside goods',
  [
    {
      says: 'Hi! My daughter starts her new job in East Hampton in the new year. She is taking the train on the 3rd because she hates traffic, and the dog stays with us. It comes to 6 boxes from 11232 to 11937. What would you charge for that?',
      calls: [delivery({ item_count: 6, pickup_zip: '11232', delivery_zip: '11937' })],
    },
    {
      says: 'does 07040 work for you and is december 18 free',
      calls: [zip('07040'), days('2026-12-18', 0)],
    },
    {
      says: 'The new house is in Amagansett, is there a fee on top for that?',
      calls: [zip('11930')],
    },
    {
      says: 'which parts of new jersey do you serve',
      answers: ['Essex, Union, Morris and Hudson'],
    },
    {
      says: "we're on Roosevelt Island, can you get to us",
      answers: ['Roosevelt Island', 'ZIP code'],
    },
  ],
  options,
);

suite(
  'a week or month around a day only says where it lies',
  [
    { says: 'do you drive on martin luther king day next month', calls: [days('2027-01-18', 0)] },
    {
      says: 'the 28th or the 29th of this month, whichever you can do',
      calls: [days('2026-12-28', 1)],
    },
    { says: 'is anything free in january', calls: [days('2027-01-01', 30)] },
  ],
  options,
);

suite(
  'rules in other words',
  [
    { says: 'how late can i call it off and still get all my money', answers: ['48 hours'] },
    { says: 'we will be at the beach all day when it comes, ok?', answers: ['safe place'] },
    { says: 'could you pick up at 3 in the afternoon?', answers: ['between 8 and 11:30'] },
    { says: 'can the driver come after lunch', answers: ['between 8 and 11:30'] },
    { says: 'put a note into my order that the dog is friendly', answers: ['orders@totetaxi.com'] },
    {
      says: 'please send my december 26 delivery to 12 Meadow Lane instead',
      answers: ['orders@totetaxi.com'],
    },
    { says: 'what are your peak dates and what do they add?', answers: ['July 4', '$175'] },
    {
      says: 'surfboard from 10011 to 11954 on december 18, book it',
      calls: [
        handoff({
          service_type: 'standard_delivery',
          item_count: 0,
          item_description: 'surfboard',
          pickup_zip: '10011',
          delivery_zip: '11954',
          pickup_date: '2026-12-18',
        }),
      ],
    },
  ],
  options,
);
