import { conversation, HANDOFF, PRICE } from '../conversations/conversation-checks.ts';

const OWN = 'lookup_booking_status';
const now = new Date('2026-12-01T15:00:00Z');
const bookings = [
  ['TT-000062', 'Standard Delivery', 'paid', '2026-12-07', 650],
  ['TT-000063', 'Airport Transfer', 'pending', '2026-12-18', 300],
  ['TT-000061', 'Mini Move', 'completed', '2026-11-25', 1220],
  ['TT-000060', 'Standard Delivery', 'cancelled', '2026-11-19', 460],
  ['TT-000059', 'Airport Transfer', 'completed', '2026-11-12', 225],
].map(([booking_number, service, status, pickup_date, total]) => ({
  booking_number,
  service,
  status,
  pickup_date,
  total,
}));
const customer = { signedIn: true, now, bookings };

conversation(
  'past bookings by their month, and what came before them',
  [
    { says: 'How much was my move in November?', tool: OWN, answers: ['$1,220'], never: [/\$300/] },
    { says: 'and the airport ride before that?', tool: OWN, answers: ['$225'], never: [/\$300/] },
    { says: 'what did I pay for the delivery on the 19th?', tool: OWN, answers: ['$460'] },
  ],
  customer,
);

conversation(
  'one of them by its status, then its parts',
  [
    {
      says: 'Was one of my bookings cancelled?',
      tool: OWN,
      answers: ['TT-000060'],
      never: [/000062/],
    },
    { says: 'what would that one have cost me?', tool: OWN, answers: ['$460'] },
    { says: 'when was that one supposed to be?', tool: OWN, answers: ['November 19'] },
    { says: 'which ones are completed?', tool: OWN, answers: ['TT-000061', 'TT-000059'] },
    { says: 'and the most expensive one?', tool: OWN, answers: ['$1,220'], never: [/\$225/] },
    { says: 'is any of them confirmed?', tool: OWN, answers: ['None of your newest bookings'] },
  ],
  customer,
);

conversation(
  'a change that cannot be made here, and which booking it was about',
  [
    {
      says: 'Please move my pickup from the 7th to the 9th',
      tool: null,
      answers: ['orders@totetaxi.com'],
    },
    { says: 'what was the booking number again?', tool: OWN, answers: ['TT-000062'] },
    { says: 'and the total?', tool: OWN, answers: ['$650'], never: [/\$300/] },
    { says: 'can it be a day later?', tool: null, answers: ['orders@totetaxi.com'] },
    { says: 'is it paid?', tool: OWN, answers: ['Yes, it is paid'] },
    { says: 'how much are 3 boxes to 11968?', tool: PRICE, without: ['pickup_date'] },
  ],
  customer,
);

conversation(
  'a cancellation names its booking',
  [
    { says: 'Please cancel my airport transfer', tool: null, answers: ['orders@totetaxi.com'] },
    {
      says: "what's the reference I should quote?",
      tool: OWN,
      answers: ['TT-000063'],
      never: [/TT-000059/],
    },
  ],
  customer,
);

conversation(
  'own bookings as a side question leave the order as it is',
  [
    { says: "I'd like 2 boxes taken from 10028 to 11968", tool: PRICE },
    {
      says: 'wait, is my airport transfer on the 18th confirmed?',
      tool: OWN,
      answers: ['pending'],
      never: [/first floor/],
    },
    {
      says: 'OK good. So, the boxes: December 15, please book that',
      tool: HANDOFF,
      input: { service_type: 'standard_delivery', item_count: 2, pickup_date: '2026-12-15' },
    },
  ],
  customer,
);

conversation(
  'own bookings while a day is asked for',
  [
    { says: 'Book 4 suitcases from 10028 to 11968', tool: null },
    { says: 'hold on, when was my delivery again?', tool: OWN, answers: [/Wh(?:ich|at) day/] },
    {
      says: 'ok, back to the suitcases: December 16',
      tool: HANDOFF,
      input: { item_count: 4, pickup_date: '2026-12-16', delivery_zip: '11968' },
    },
  ],
  customer,
);

conversation(
  'what an own booking was shown for is not what a new price is for',
  [
    { says: 'is my delivery on Monday paid?', tool: OWN, answers: ['Yes, it is paid'] },
    { says: 'how much would 4 bags to JFK be?', tool: PRICE, input: { bag_count: 4 } },
    { says: 'and what is the total with 5?', tool: PRICE, input: { bag_count: 5 } },
  ],
  customer,
);
