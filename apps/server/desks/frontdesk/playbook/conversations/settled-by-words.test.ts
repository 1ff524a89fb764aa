import { days, handoff, suite } from './conversation-checks.ts';

const now = new Date('2026-12-01T15:00:00Z');

suite(
  'what is told by a rule is not mistaken for an order, a price or a place',
  [
    ...[
      'how late can i place an order for the next day',
      "what's the latest I can book for tomorrow",
    ].map((says) => ({ says, answers: ['From 6 PM on'] })),
    ...['what has to be written on each suitcase', 'what should we put on every box'].map(
      (says) => ({ says, answers: ['name on the order'] }),
    ),
    ...[
      'will somebody tell me when the driver sets off',
      'how will i know that the truck is on its way',
      'do i get a message when you leave',
    ].map((says) => ({ says, answers: ['tracking link'] })),
    ...[
      'do we have to bring our bags downstairs ourselves',
      'should I take everything to the lobby',
    ].map((says) => ({ says, answers: ['first floor'] })),
    ...['can you take our things up to boston', 'could you bring it all up to albany'].map(
      (says) => ({ says, answers: ["We don't list"] }),
    ),
  ],
  { now },
);

suite(
  'a month and its day, a kind of day, and a number that follows',
  [
    ...[
      'is there anything open in January, maybe the 12th',
      'January would be good, maybe the 12th. is it free?',
    ].map((says) => ({ says, calls: [days('2027-01-12', 0)] })),
    { says: 'is any weekday next week free', calls: [days('2026-12-07', 6)] },
    {
      says: 'wardrobe boxes, two of them, 11962 to 10065 on the 17th. can you reserve that',
      calls: [
        handoff({
          service_type: 'standard_delivery',
          item_count: 0,
          item_description: 'two wardrobe boxes',
          pickup_zip: '11962',
          delivery_zip: '10065',
          pickup_date: '2026-12-17',
        }),
      ],
    },
  ],
  { now },
);
