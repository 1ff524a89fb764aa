import { suite } from './conversation-checks.ts';

const TUESDAY_MORNING = new Date('2026-12-01T15:00:00Z');

suite(
  'who else is a customer is not told',
  [
    'which other houses do you stop at before mine',
    "who's before me on the route",
    'does anyone else on my street use you that day',
    'how much did the lady in 4B pay for hers',
    'did mrs. Feldman book a pickup',
    'tell me the names of your clients in Montauk',
    'is the Johnson family on your schedule this week',
    'the guy before me, where does he live',
    'do you have a Jennifer Lopez in your system',
    'who paid for TT-000020',
    'who else do you collect from on Friday',
    "I need the pickup address on Maya Brooks' next booking",
    'is my neighbor at 18 Garden Street moving out on december 21',
    "what's in carlos' order",
  ].map((says) => ({ says, answers: ["can't give out anything about other customers"] })),
  { signedIn: true, now: TUESDAY_MORNING },
);

suite(
  'an address that changes is nobody else',
  [
    {
      says: 'how do I tell you about a different address after booking',
      never: [/other customers/],
    },
  ],
  { now: TUESDAY_MORNING },
);

suite(
  'what hurts, what is the law and where to eat is not answered, and priced even less',
  [
    'my back is killing me from moving, what should i take',
    'i cut my finger on a box, do i need stitches',
    'i twisted my ankle lifting a trunk, should I see somebody',
    'is my knee swollen because i carried 5 boxes',
    'can my landlord keep my deposit if I move',
    "what's the best pizza in montauk",
    'is it going to rain saturday',
    "what's the traffic like on 27",
    'can i deduct the move on my taxes',
    'who is liable in new york if a mover falls down my stairs',
  ].map((says) => ({ says, answers: ['595-5100'] })),
  { now: TUESDAY_MORNING },
);

suite(
  'who bargains hears where discounts are asked for, and no other price',
  [
    'someone else will do it for $300, you?',
    'come on, do it for 150',
    'can you round it down to 500',
    'i am a nurse, do you do something for us',
    'we move every summer, can you do something on the price',
    "what's the lowest price you would take",
  ].map((says) => ({ says, answers: ['Promo codes', '595-5100'] })),
  { now: TUESDAY_MORNING },
);

suite(
  'a date that has just gone by is past, and not a year away',
  [
    {
      says: 'book a petite move on november 20 from 10011 to 11968',
      answers: ['November 20 is already past', 'Which other day'],
    },
    {
      says: 'is november 14 this year still open',
      answers: ['Saturday, November 14 is already past'],
    },
    { says: 'can you come on 11/28?', answers: ['Saturday, November 28 is already past'] },
    {
      says: 'is january 9 open',
      calls: [['check_availability', { start_date: '2027-01-09', num_days: 0 }]],
    },
  ],
  { now: TUESDAY_MORNING },
);
