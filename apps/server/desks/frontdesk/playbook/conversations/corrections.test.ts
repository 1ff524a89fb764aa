import { conversation, DAYS, HANDOFF, PRICE } from './conversation-checks.ts';

/** Saturday, November 21, 2026, 23:30 in New York. */
const SATURDAY_NIGHT = new Date('2026-11-22T04:30:00Z');

conversation(
  'a bare weekday corrects the chosen day to the nearest one, and details go on from there',
  [
    { says: 'how much for 3 bags', tool: PRICE },
    { says: 'ok book it for next saturday', tool: HANDOFF, input: { pickup_date: '2026-11-28' } },
    {
      says: 'actually make it sunday',
      tool: HANDOFF,
      input: { pickup_date: '2026-11-29' },
      answers: ['Sunday, November 29', 'card below', 'Start Booking'],
      never: [/too late/],
    },
    {
      says: 'and from 10024 to 11937',
      tool: HANDOFF,
      input: { pickup_zip: '10024', delivery_zip: '11937', pickup_date: '2026-11-29' },
    },
    {
      says: 'what would that cost now?',
      tool: PRICE,
      answers: ['$335'],
      never: [/update your booking/],
    },
  ],
  { now: SATURDAY_NIGHT },
);

conversation(
  'a refused day is forgotten, and the booking goes on without it after it was asked for twice',
  [
    { says: 'book 3 items for tomorrow', tool: null, answers: ['too late', 'Monday, November 23'] },
    {
      says: 'and from 10024 to 11937',
      tool: null,
      answers: ['10024', '11937', /day/],
      never: [/too late/],
    },
    {
      says: 'with coi',
      tool: HANDOFF,
      input: { pickup_zip: '10024', coi_required: true },
      without: ['pickup_date'],
    },
  ],
  { now: SATURDAY_NIGHT },
);

conversation(
  'a terminal that does not exist and a day that is too late are settled one after the other',
  [
    {
      says: '4 bags to JFK terminal 3 tomorrow',
      tool: PRICE,
      answers: ['$300', 'no Terminal 3', '1, 4, 5, 7 and 8', 'Which terminal'],
    },
    {
      says: 'terminal 4',
      answers: ['Terminal 4', /which other day/i],
      never: [/no Terminal/, /\$75|shows the final price/],
    },
    { says: 'yes', tool: null, answers: [/which day/i], never: [/\$/] },
    { says: 'monday', tool: PRICE, input: { pickup_date: '2026-11-23' }, answers: [/booking\?$/] },
    {
      says: 'yes',
      tool: HANDOFF,
      input: { terminal: '4', airport: 'JFK', bag_count: 4, pickup_date: '2026-11-23' },
    },
  ],
  { now: SATURDAY_NIGHT },
);

conversation('a weekday after a question about one day is one around that day', [
  { says: 'is december 12 free?', tool: DAYS, answers: ['busy'] },
  { says: 'monday?', tool: DAYS, input: { start_date: '2026-12-14', num_days: 0 } },
]);

conversation('a new question about a weekday is about the next one to come', [
  { says: 'price for 3 items on december 12', tool: PRICE },
  {
    says: 'can you also pick up some other things on tuesday next time I am in town',
    answers: ['November 24'],
  },
]);

conversation('one day instead of another', [
  { says: 'book 3 items on december 5', tool: HANDOFF },
  { says: 'sunday instead of saturday', tool: HANDOFF, input: { pickup_date: '2026-12-06' } },
  { says: 'move it from sunday to monday', tool: HANDOFF, input: { pickup_date: '2026-12-07' } },
]);

conversation('a declined change leaves the prepared booking as it was', [
  { says: 'book 3 items on december 9', tool: HANDOFF },
  { says: 'how much would 5 items be?', tool: PRICE, answers: ['update'] },
  { says: 'no thanks', tool: null },
  { says: 'with coi', tool: HANDOFF, input: { item_count: 3, coi_required: true } },
]);

conversation('the disclaimer is said once, and a price that stays is said as that', [
  {
    says: 'petite move with packing',
    tool: PRICE,
    answers: [
      '$2,510.50: $995 for the Petite Move, $1,400 for professional packing and $115.50 tax on the packing.',
      'booking form shows the final price',
    ],
  },
  {
    says: 'and with coi?',
    tool: PRICE,
    answers: ['$2,560.50', '$50 for the Certificate of Insurance'],
    never: [/checkout/],
  },
  {
    says: 'from 10001 to 11937',
    tool: PRICE,
    answers: ['stays at $2,560.50'],
    never: [/checkout/],
  },
]);

conversation('a transfer from an airport has its flight and its pickup on one day', [
  {
    says: 'from JFK terminal 4, December 3rd at 4pm, to 37 Main St Southampton',
    tool: null,
    answers: ['How many bags'],
  },
  { says: '3 bags', tool: PRICE, answers: ['$225'] },
  {
    says: 'yes book it',
    tool: HANDOFF,
    input: {
      transfer_direction: 'from_airport',
      terminal: '4',
      pickup_date: '2026-12-03',
      flight_date: '2026-12-03',
      flight_time: '16:00',
      delivery_address_line_1: '37 Main St',
      delivery_city: 'Southampton',
      delivery_state: 'NY',
      delivery_zip: '11968',
    },
  },
  {
    says: 'make it friday',
    tool: HANDOFF,
    input: { pickup_date: '2026-12-04', flight_date: '2026-12-04' },
  },
]);

conversation('addresses are kept with street and city, and another ZIP code is another address', [
  {
    says: 'book 3 bags on dec 9 from 350 Fifth Avenue, New York 10001, to 12 Main Street, East Hampton 11937',
    tool: HANDOFF,
    input: {
      pickup_address_line_1: '350 Fifth Avenue',
      pickup_city: 'New York',
      pickup_state: 'NY',
      pickup_zip: '10001',
      delivery_address_line_1: '12 Main Street',
      delivery_city: 'East Hampton',
      delivery_state: 'NY',
      delivery_zip: '11937',
    },
  },
  {
    says: 'sorry, to 11968',
    tool: HANDOFF,
    input: { pickup_address_line_1: '350 Fifth Avenue', delivery_zip: '11968' },
    without: ['delivery_address_line_1', 'delivery_city'],
  },
]);

conversation('a place outside, asked after a price, gets no price', [
  { says: 'how much for 3 bags', tool: PRICE },
  { says: 'what about boston', tool: null, answers: ['Boston', 'What is the ZIP code?'] },
  { says: '02108', tool: 'check_zip_coverage', answers: ['outside'] },
]);

conversation(
  'questions about the bookings that were shown',
  [
    { says: 'my bookings', tool: 'lookup_booking_status', answers: ['TT-000042', 'TT-000017'] },
    {
      says: 'the second one',
      tool: 'lookup_booking_status',
      answers: ['TT-000017'],
      never: [/TT-000042/],
    },
    {
      says: 'is the next one paid?',
      tool: 'lookup_booking_status',
      answers: ['confirmed', 'TT-000042'],
      never: [/TT-000017/, /yes/i],
    },
    {
      says: 'when is it?',
      tool: 'lookup_booking_status',
      answers: ['Friday, December 4'],
      never: [/TT-000017/],
    },
    {
      says: 'did the payment for the delivery go through',
      tool: 'lookup_booking_status',
      answers: ['TT-000017', 'completed'],
      never: [/TT-000042/],
    },
  ],
  { signedIn: true },
);
