import { days, handoff, price, suite, zip } from './conversation-checks.ts';

const delivery = (count: number, rest: Record<string, unknown> = {}) =>
  price({ service_type: 'standard_delivery', item_count: count, ...rest });

suite('pieces in any spelling', [
  {
    says: 'hwo much fro 4 bagsss to jfk',
    calls: [price({ service_type: 'blade_transfer', bag_count: 4 })],
  },
  {
    says: 'how much for 4 bgs to newark',
    calls: [price({ service_type: 'blade_transfer', bag_count: 4 })],
  },
  { says: '5 boxs to 11968 cost??', calls: [delivery(5, { delivery_zip: '11968' })] },
  {
    says: 'price 6 itmes 10011 to 11932',
    calls: [delivery(6, { pickup_zip: '10011', delivery_zip: '11932' })],
  },
  {
    says: '3 boxes AND 2 more boxes to 11946, total price thx',
    calls: [delivery(5, { delivery_zip: '11946' })],
  },
  {
    says: '2 suitcases, 10011 > 11937',
    calls: [delivery(2, { pickup_zip: '10011', delivery_zip: '11937' })],
  },
  { says: 'price for 1000 items', answers: ['custom quote'] },
  { says: 'call me? no, just tell me what 6 items cost', calls: [delivery(6)] },
]);

suite('orders in the imperative', [
  {
    says: 'set up a full move with packing for december 21st, from Hoboken 07030 to 11937',
    calls: [
      handoff({
        service_type: 'mini_move',
        mini_move_tier: 'full',
        pickup_city: 'Hoboken',
        pickup_state: 'NJ',
        pickup_zip: '07030',
        delivery_zip: '11937',
        pickup_date: '2026-12-21',
        include_packing: true,
      }),
    ],
  },
  {
    says: 'arrange a delivery of 4 items on dec 10 from 10011 to 11968',
    calls: [
      handoff({
        service_type: 'standard_delivery',
        item_count: 4,
        pickup_zip: '10011',
        delivery_zip: '11968',
        pickup_date: '2026-12-10',
      }),
    ],
  },
  {
    says: 'put me down for a petite move on january 8',
    calls: [
      handoff({ service_type: 'mini_move', mini_move_tier: 'petite', pickup_date: '2027-01-08' }),
    ],
  },
  {
    says: 'prepare a booking: 5 items, december 9, 10003 to 11946',
    calls: [
      handoff({
        service_type: 'standard_delivery',
        item_count: 5,
        pickup_zip: '10003',
        delivery_zip: '11946',
        pickup_date: '2026-12-09',
      }),
    ],
  },
  {
    says: 'please organise the collection of 4 items, what would the price be',
    calls: [delivery(4)],
  },
]);

suite('days', [
  { says: 'was november 20 free', answers: ['already past'] },
  { says: 'did you have anything open on november 15', answers: ['already past'] },
  { says: 'easter sunday 2027, can you come?', calls: [days('2027-03-28', 0)] },
  { says: 'mlk day pickup?', calls: [days('2027-01-18', 0)] },
  { says: 'do you come on christmas eve', calls: [days('2026-12-24', 0)] },
  { says: "how's december 11 looking", calls: [days('2026-12-11', 0)] },
  { says: 'can i get a pickup on the 24th', calls: [days('2026-11-24', 0)] },
  { says: 'wen r u free in the furst week of janury', calls: [days('2027-01-01', 6)] },
  { says: 'is feb 29 2027 ok', answers: ["doesn't exist"] },
]);

suite('places', [
  { says: 'zip code one zero zero one four, is that ok for a pickup', calls: [zip('10014')] },
  { says: 'my zip is 1001, do you come here', calls: [zip('1001')] },
  { says: 'my building is in 10012. fine?', calls: [zip('10012')] },
  { says: 'is there an extra fee for darien connecticut', calls: [zip('06820')] },
  { says: 'how much extra is montauk', calls: [zip('11954')] },
  { says: "I'm in jersey city nj. any chance?? or is that too far", answers: ['$175'] },
  { says: 'my house is on shelter island, is that too far?', calls: [zip('11964')] },
  {
    says: 'can you get my stuff from queens to southampton',
    calls: [zip('11968')],
    answers: ["don't list Queens", '(631) 595-5100'],
    never: [/\?$/],
  },
]);

suite(
  'own bookings',
  [
    'did TT-000042 really get cancelled?',
    'which of my bookings still isnt paid',
    'what did i order on december 4',
    'i forgot when my move is',
    'is there anything booked in my name',
    'my bookings please',
    'mark my booking as paid',
  ].map((says) => ({ says, calls: [['lookup_booking_status', {}]] })),
  { signedIn: true },
);
