import { told } from './told-checks.ts';

// Details that are put right in few words keep what was told before them.

told(
  'an airport that was mixed up keeps the direction of the bags',
  [
    'can you bring 4 suitcases to LaGuardia?',
    'oops, I mixed that up, it is Newark. terminal B',
    'plane leaves Saturday, December 19 at 11:15 am, collect them the day before at 10011',
    'book it',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 4,
    transfer_direction: 'to_airport',
    airport: 'EWR',
    terminal: 'B',
    flight_date: '2026-12-19',
    flight_time: '11:15',
    pickup_date: '2026-12-18',
    pickup_zip: '10011',
  },
);

told(
  'a flight that leaves takes the bags to the airport',
  ['3 bags, JFK terminal 8', 'the flight leaves friday dec 18 at 9 am', 'pickup dec 17, book it'],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'to_airport',
    airport: 'JFK',
    terminal: '8',
    flight_date: '2026-12-18',
    flight_time: '09:00',
    pickup_date: '2026-12-17',
  },
);

told(
  'a number counted again',
  [
    'How much are 3 boxes from 10023 to 11937?',
    'hm, I miscounted, its 5',
    'Tuesday December 15, please get my booking ready',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 5,
    pickup_zip: '10023',
    delivery_zip: '11937',
    pickup_date: '2026-12-15',
  },
);

told(
  'many pieces that are not to go as a move',
  [
    'price for 10 boxes from 10014 to 11963?',
    "I don't want a mini move, can't they go as separate pieces? what would it be",
    'book that for wednesday december 23',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 10,
    pickup_zip: '10014',
    delivery_zip: '11963',
    pickup_date: '2026-12-23',
  },
);

told(
  'a low number after the end of December is in January',
  ['Book 4 boxes from 10001 to 11963 on December 28', 'change it to the 3rd please'],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '10001',
    delivery_zip: '11963',
    pickup_date: '2027-01-03',
  },
);

told(
  'an address where somebody keeps the goods for us',
  [
    'how much for 3 boxes from 11937 to 10001',
    "I'll leave them with my friend and you pick up there, at 45 Newtown Lane, East Hampton. Book it for Wednesday the 9th please.",
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_address_line_1: '45 Newtown Lane',
    pickup_city: 'East Hampton',
    pickup_state: 'NY',
    pickup_zip: '11937',
    delivery_zip: '10001',
    pickup_date: '2026-12-09',
  },
);
