import { type Row, suite } from '../conversations/conversation-checks.ts';

const TUESDAY_MORNING = new Date('2026-12-01T15:00:00Z');
const booking = (
  booking_number: string,
  service: string,
  rest: { status: string; pickup_date: string; total: number },
): Record<string, unknown> => ({ booking_number, service, ...rest });

const bookings = [
  booking('TT-000053', 'Mini Move', { status: 'pending', pickup_date: '2026-12-26', total: 1010 }),
  booking('TT-000052', 'Airport Transfer', {
    status: 'confirmed',
    pickup_date: '2026-12-12',
    total: 300,
  }),
  booking('TT-000051', 'Standard Delivery', {
    status: 'paid',
    pickup_date: '2026-12-05',
    total: 750,
  }),
  booking('TT-000050', 'Mini Move', {
    status: 'completed',
    pickup_date: '2026-11-25',
    total: 2400,
  }),
  booking('TT-000049', 'Standard Delivery', {
    status: 'cancelled',
    pickup_date: '2026-10-03',
    total: 285,
  }),
];

/** The numbers that the answer names, and no other. */
const told = (says: string, ...numbers: string[]): Row => ({
  says,
  calls: [['lookup_booking_status', {}]],
  answers: numbers,
  never: bookings
    .map(({ booking_number }) => String(booking_number))
    .filter((number) => !numbers.includes(number))
    .map((number) => new RegExp(number)),
});

const options = {
  signedIn: true,
  now: TUESDAY_MORNING,
  bookings,
};

suite(
  'what is left to pay',
  [
    'is there anything I still have to pay',
    'do i have an open balance',
    'what do i still owe you guys',
    'which of my bookings still isnt paid',
    'anything unpaid on my account',
    "what's still pending",
  ].map((says) => told(says, 'TT-000053')),
  options,
);

suite(
  'one of those that were booked, and no price or free day',
  [
    told("what's my total for the december 26 move", 'TT-000053', '$1,010'),
    told('how much is the airport transfer on the 12th', 'TT-000052', '$300'),
    told('how much am i paying for the delivery on the 5th', 'TT-000051', '$750'),
    told('what service did i book for the 5th', 'TT-000051', 'Standard Delivery'),
    told('was my november move completed', 'TT-000050', 'Yes'),
    told('how much did the mini move in november cost me', 'TT-000050', '$2,400'),
    told('did i cancel anything', 'TT-000049'),
    told('do i have anything on the 26th', 'TT-000053'),
    told('is december 5 already paid', 'TT-000051', 'Yes, it is paid'),
    told('what number does my transfer have', 'TT-000052'),
    told('what are you charging me on the 26th', 'TT-000053', '$1,010'),
    told('did my payment for saturday arrive', 'TT-000051'),
    told("what's the next thing on my schedule with you", 'TT-000051'),
  ],
  options,
);

const all = bookings.map(({ booking_number }) => String(booking_number));
suite(
  'all of them',
  [
    'list everything i have booked with you',
    "give me a list of everything i've reserved",
    'what all do i have scheduled',
  ].map((says) => told(says, ...all)),
  options,
);

suite(
  'what only sounds like a booking',
  [
    {
      says: 'how much is the petite move on december 12',
      calls: [
        [
          'get_pricing_estimate',
          { service_type: 'mini_move', mini_move_tier: 'petite', pickup_date: '2026-12-12' },
        ],
      ],
    },
    { says: 'what do i have to pay if i am late', never: [/TT-/], answers: ['10 minutes'] },
    { says: 'when is the payment due', never: [/TT-/] },
    { says: 'can i cancel within 48 hours', never: [/TT-/], answers: ['48 hours'] },
  ],
  options,
);

suite(
  'how many there are',
  [
    'number of upcoming bookings on my account?',
    'how many upcoming moves do i have',
    'count of my completed orders',
  ].map((says) => ({ says, calls: [['lookup_booking_history', {}]], answers: ['5 completed'] })),
  options,
);
suite(
  'the number of one is no count',
  [told('i need the booking number of my saturday delivery, the one on dec 5', 'TT-000051')],
  options,
);
