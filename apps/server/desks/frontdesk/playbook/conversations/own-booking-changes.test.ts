import { conversation, PRICE } from './conversation-checks.ts';

const booking = (number: number, service: string, status: string, day: string, total: number) => ({
  booking_number: `TT-00000${number}`,
  service,
  status,
  pickup_date: day,
  total,
});
const options = {
  now: new Date('2026-12-01T15:00:00Z'),
  signedIn: true,
  bookings: [
    booking(8, 'Standard Delivery', 'pending', '2026-12-26', 1010),
    booking(7, 'Airport Transfer', 'paid', '2026-12-12', 150),
    booking(6, 'Standard Delivery', 'confirmed', '2026-12-05', 750),
    booking(5, 'Mini Move', 'completed', '2026-11-25', 4869.14),
    booking(4, 'Airport Transfer', 'completed', '2026-11-12', 300),
  ],
};
const LOOKUP = 'lookup_booking_status';

conversation(
  'a day of the month is no place in the list',
  [
    { says: 'Which bookings do I have?', tool: LOOKUP, answers: ['TT-000008', 'TT-000004'] },
    { says: 'what about the one on the 5th?', tool: LOOKUP, answers: ['TT-000006'] },
    { says: 'and the one for November 25?', tool: LOOKUP, answers: ['TT-000005'] },
    { says: 'how much was the one on November 12?', tool: LOOKUP, answers: ['$300'] },
  ],
  options,
);

for (const [wish, number] of [
  ['Can you put two more boxes on my delivery on the 5th?', 'TT-000006'],
  ['I need an extra suitcase on the transfer I booked for the 12th', 'TT-000007'],
  ['Please take one bag off my airport transfer on December 12', 'TT-000007'],
  ['could we fit another item into my delivery of December 26?', 'TT-000008'],
] as const) {
  conversation(
    `a wish for a booking that exists is not carried out, and its number is told: ${wish}`,
    [
      { says: wish, tool: null, answers: ['orders@totetaxi.com'] },
      { says: 'OK, I will write to them. Which number do I put in?', answers: [number] },
      { says: 'and what do I pay for it as it stands?', tool: LOOKUP, answers: [number] },
    ],
    options,
  );
}

conversation(
  'how many bookings are completed is a sum over all of them',
  [
    { says: 'How many of my bookings are done?', tool: 'lookup_booking_history', answers: ['5'] },
    { says: 'and how many are still to come?', tool: 'lookup_booking_history' },
    {
      says: 'good. 3 boxes from 10028 to 11932 then, how much?',
      tool: PRICE,
      input: { item_count: 3 },
    },
  ],
  options,
);
