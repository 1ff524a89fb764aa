import {
  conversation,
  days,
  HANDOFF,
  handoff,
  PRICE,
  price,
  suite,
  zip,
} from './conversation-checks.ts';

suite('as written on a phone', [
  {
    says: 'we are leaving for the hamptons june 12, 6 duffels and a pack n play',
    calls: [price({ service_type: 'standard_delivery', item_count: 7, pickup_date: '2027-06-12' })],
    answers: ['$715', 'June 12, 2027'],
    never: [/packing/],
  },
  {
    says: '3 suitcases n a stroller, how much',
    calls: [price({ service_type: 'standard_delivery', item_count: 4 })],
  },
  { says: 'do u go to bklyn', answers: ['Brooklyn'] },
  { says: 'can someone come today asap', calls: [days('2026-11-22', 0)], answers: ['595-5100'] },
  { says: 'do you do queens? zip 11101', calls: [zip('11101')], answers: ['outside', 'Queens'] },
  {
    says: '11937 to 10024, 3 bags, dec 8, book',
    calls: [
      handoff({
        service_type: 'standard_delivery',
        item_count: 3,
        item_description: '3 bags',
        pickup_zip: '11937',
        delivery_zip: '10024',
        pickup_date: '2026-12-08',
      }),
    ],
  },
  {
    says: 'moving from 45 W 34th St Apt 5B, New York, NY 10001 to 9 Ocean Road, Bridgehampton on Dec 15, 14 boxes, how much?',
    calls: [
      price({
        service_type: 'mini_move',
        mini_move_tier: 'petite',
        pickup_zip: '10001',
        delivery_zip: '11932',
        pickup_date: '2026-12-15',
      }),
    ],
  },
  {
    says: 'pick up 3 bags at JFK on dec 3 at 4pm',
    calls: [price({ service_type: 'blade_transfer', bag_count: 3, pickup_date: '2026-12-03' })],
  },
  { says: 'can you come between 8 and 9am', answers: ['11:30 AM'] },
  { says: 'how do i pay', answers: ['e-mailed link'] },
  { says: 'do u take amex', answers: ['e-mailed link', '(631) 595-5100'] },
  { says: 'is there a minimum', answers: ['$285', '2 bags'] },
  {
    says: 'price for one suitcase',
    calls: [price({ service_type: 'standard_delivery', item_count: 1 })],
    answers: ['$285, our minimum charge'],
  },
  { says: 'lost my tracking link', never: [/Liability/] },
  { says: 'where r u located', answers: ['395 County Road'] },
  { says: 'i wanna cancel', answers: ['48 hours', 'orders@totetaxi.com'] },
  { says: 'what size is petite', answers: ['8-15'] },
  { says: 'can you store it for 3 days', answers: ['$20 a day'] },
  { says: 'my wife already booked, can you check her booking', answers: ['other customers'] },
  {
    says: "what's the difference between standard move and standard delivery",
    answers: ['Standard Delivery', 'Mini Move'],
  },
  {
    says: 'my building wants a COI for the standard move, is that extra?',
    calls: [price({ service_type: 'mini_move', mini_move_tier: 'standard', coi_required: true })],
    answers: ['included'],
    never: [/card on file/],
  },
]);

conversation('a ZIP code completes the place that was named before', [
  {
    says: 'yo need 2 get 4 boxes from uws 2 sag harbor this friday, price?',
    tool: PRICE,
    input: { delivery_zip: '11963', pickup_date: '2026-11-27' },
  },
  { says: 'its 10025', tool: PRICE, input: { pickup_zip: '10025' }, answers: ['stays at $380'] },
  { says: 'ok do it', tool: HANDOFF, input: { pickup_zip: '10025', delivery_zip: '11963' } },
]);

conversation('one of two specialty items is taken back', [
  {
    says: '2 surfboards, a peloton & 5 boxes to montauk on dec 12',
    tool: PRICE,
    answers: ['$1,900'],
  },
  {
    says: 'and how much without the peloton',
    tool: PRICE,
    input: { item_description: '2 surfboards', item_count: 5 },
    answers: ['$1,400'],
  },
]);

conversation('another day, asked after a price, is priced and checked', [
  { says: 'how much for 4 bags', tool: PRICE },
  {
    says: 'and what about saturday',
    tool: 'check_availability',
    input: { start_date: '2026-11-28' },
    answers: ['$430', 'available'],
  },
]);

conversation(
  'more questions about own bookings',
  [
    { says: 'am i booked for december?', tool: 'lookup_booking_status', answers: ['TT-000042'] },
    {
      says: 'how much was the delivery',
      tool: 'lookup_booking_status',
      answers: ['TT-000017', '$285'],
    },
    { says: "what's the status of order 17", answers: ['TT-000017'], never: [/TT-000042/] },
    { says: 'cancel the first one', tool: null, answers: ['orders@totetaxi.com'] },
    { says: 'how much do i owe', tool: 'lookup_booking_status' },
  ],
  { signedIn: true },
);
