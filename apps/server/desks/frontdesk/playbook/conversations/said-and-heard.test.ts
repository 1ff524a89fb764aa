import { conversation, DAYS, days, HANDOFF, PRICE, price, suite } from './conversation-checks.ts';

// Nothing of what was said is dropped without a word.

const DELIVERY = { service_type: 'standard_delivery' };

suite('pieces and days in a price', [
  { says: 'skis and 2 duffels', calls: [price({ ...DELIVERY, item_count: 3 })] },
  {
    says: '2 duffels, my golf clubs and a stroller, price',
    calls: [price({ ...DELIVERY, item_count: 4 })],
  },
  {
    says: '5 suitcases on feb 30',
    calls: [price({ ...DELIVERY, item_count: 5 })],
    answers: ["date doesn't exist", /Which day[^?]*\?$/],
  },
  {
    says: '5 suitcases in june 2028',
    calls: [price({ ...DELIVERY, item_count: 5 })],
    answers: [/Which day .* between Thursday, June 1, 2028 and Friday, June 30, 2028\?$/],
  },
  {
    says: '3 bags, dec 5 or dec 7, which is cheaper',
    calls: [
      price({ ...DELIVERY, item_count: 3, pickup_date: '2026-12-05' }),
      price({ ...DELIVERY, item_count: 3, pickup_date: '2026-12-07' }),
    ],
    answers: [
      '$335 on Saturday, December 5',
      '$285 on Monday, December 7',
      'The cheapest is $285.',
    ],
  },
  {
    says: 'dec 5 or dec 6, which is cheaper',
    calls: [days('2026-12-05', 1)],
    answers: ['Saturday, December 5', 'Sunday, December 6'],
  },
  {
    says: 'peloton to montauk?',
    calls: [
      price({
        service_type: 'specialty_item',
        item_description: 'peloton',
        delivery_zip: '11954',
      }),
    ],
    answers: ['$675'],
  },
  {
    says: 'take 1 bag to EWR terminal A, flight 6pm',
    answers: ['minimum of 2 bags', 'flight at 6 PM'],
  },
  {
    says: 'tomorrow at 9am?',
    calls: [days('2026-11-23', 0)],
    answers: ['Monday, November 23', 'between 8 and 11:30 AM'],
  },
  {
    says: 'this weekend availability',
    calls: [days('2026-11-28', 1)],
    answers: ["today can't be booked online", 'Next weekend'],
  },
]);

conversation('two days that were weighed choose neither', [
  { says: '3 bags price', tool: PRICE },
  { says: 'dec 5 or dec 6, which is cheaper', tool: PRICE, answers: ['the same'] },
  { says: 'book it', tool: null, answers: [/Which day|What day/] },
]);

conversation('a booking for one of two days asks which', [
  {
    says: 'book 3 bags dec 5 or dec 6',
    tool: null,
    answers: ['December 5 or Sunday, December 6?'],
  },
  { says: 'dec 6', tool: HANDOFF, input: { pickup_date: '2026-12-06' } },
]);

conversation('two of the one thing that was priced', [
  { says: 'how much is a crib', tool: PRICE, answers: ['$350'] },
  { says: '2 of them', tool: PRICE, input: { item_description: '2 cribs' }, answers: ['$700'] },
]);

conversation('bags picked up at an airport come from there, and the flight keeps its time', [
  {
    says: 'pick up 3 bags at JFK on december 10, 3pm flight',
    tool: PRICE,
    answers: ['flight at 3 PM'],
  },
  {
    says: 'book it',
    tool: HANDOFF,
    input: { transfer_direction: 'from_airport', airport: 'JFK', flight_time: '15:00' },
  },
]);

suite('questions around a booking, of a guest', [
  { says: 'where is the booking I just made?', answers: ['sign in'] },
  { says: 'how do i change my password', answers: ['dashboard'], never: [/set up|work inside/] },
  { says: 'do you have parking', never: [/packing/] },
  {
    says: 'when will my things arrive if picked up friday',
    answers: ['before 6 PM'],
    never: [/Airport/],
  },
  {
    says: 'I want to add one bag to my order',
    answers: ['orders@totetaxi.com', 'Tell the driver at pickup'],
  },
]);

conversation(
  'a booking just made, and what is in it, of a signed-in customer',
  [
    {
      says: 'where is the booking I just made?',
      tool: 'lookup_booking_status',
      answers: ['TT-000042'],
    },
    { says: 'when is my next pickup', tool: 'lookup_booking_status' },
    {
      says: 'how many items are in it',
      tool: 'lookup_booking_status',
      answers: ['TT-000042', "can't see here what is in it"],
      never: [/\$6,240/],
    },
  ],
  { signedIn: true },
);

conversation('one bag more for what this chat priced', [
  { says: '3 bags price', tool: PRICE },
  { says: 'i want to add one bag to my order', tool: PRICE, input: { item_count: 4 } },
]);

conversation('a prepared booking can be dropped; nothing is booked yet', [
  { says: 'book 3 bags december 10', tool: HANDOFF },
  { says: 'cancel that', tool: null, answers: ['Nothing is booked yet'], never: [/48 hours/] },
  { says: 'price of 2 bags', tool: PRICE, input: { item_count: 2 }, without: ['pickup_date'] },
]);

conversation('a price that was only asked for can be dropped like that, too', [
  { says: 'price of 3 bags on december 10', tool: PRICE },
  { says: 'cancel that', tool: null, answers: ['Nothing is booked yet'] },
]);

conversation('no price before the place is known to be served', [
  {
    says: 'we are a family of 4, going to scarsdale, about 25 boxes',
    tool: null,
    answers: ['ZIP code'],
  },
  {
    says: 'standard, june 20',
    tool: null,
    answers: ["don't list Scarsdale", 'ZIP code'],
    never: [/\$/],
  },
  { says: 'going to hoboken then', tool: PRICE, input: { delivery_zip: '07030' } },
]);

conversation('a day alone goes on with a price', [
  { says: '3 bags price', tool: PRICE },
  { says: 'tomorrow?', tool: PRICE, input: { pickup_date: '2026-11-23' } },
  { says: 'is tomorrow free?', tool: DAYS },
]);
