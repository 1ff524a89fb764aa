import { told } from './told-checks.ts';

told(
  'two days before a flight',
  [
    '3 bags to JFK, terminal 8, flight on December 20 at 8am',
    'collect them two days before from 10021',
    'book it',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'to_airport',
    airport: 'JFK',
    terminal: '8',
    flight_date: '2026-12-20',
    flight_time: '08:00',
    pickup_date: '2026-12-18',
    pickup_zip: '10021',
  },
);

told(
  'the morning of the flight',
  [
    '2 suitcases to Newark airport terminal B. We fly on December 17 at 4:30 pm',
    'can you get them the morning of the flight? at 10005',
    'yes please book that',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 2,
    transfer_direction: 'to_airport',
    airport: 'EWR',
    terminal: 'B',
    flight_date: '2026-12-17',
    flight_time: '16:30',
    pickup_date: '2026-12-17',
    pickup_zip: '10005',
  },
);

told(
  'the evening before',
  [
    'Please book 4 bags to EWR terminal A from 10013. Flight is December 14, 6 pm. Pickup the evening before',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 4,
    transfer_direction: 'to_airport',
    airport: 'EWR',
    terminal: 'A',
    flight_date: '2026-12-14',
    flight_time: '18:00',
    pickup_date: '2026-12-13',
    pickup_zip: '10013',
  },
);

told(
  'one day later counts no item',
  ['book 3 boxes from 10003 to 11968 on December 9', 'can we make that one day later?'],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-10',
  },
);

told(
  'the Monday after that',
  [
    'price for 3 boxes from 10003 to 11968 this Saturday',
    'and the Monday after that?',
    'good, book that one',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-07',
  },
);

told(
  'the following Tuesday',
  [
    'price for 3 boxes from 10003 to 11968 on Saturday the 12th',
    'what about the following Tuesday',
    'ok book',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-15',
  },
);

told('a week later', ['book 3 boxes from 10003 to 11968 on December 9', 'a week later please'], {
  service_type: 'standard_delivery',
  item_count: 3,
  pickup_zip: '10003',
  delivery_zip: '11968',
  pickup_date: '2026-12-16',
});

told(
  'the first of two days',
  [
    'Are December 8 and December 10 available?',
    'ok the first one',
    '4 boxes 10011 to 11937',
    'yes book',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '10011',
    delivery_zip: '11937',
    pickup_date: '2026-12-08',
  },
);

told(
  'the later of two days',
  [
    'is December 14 or December 16 better for you?',
    'the later one please. 3 suitcases 10011 to 11937, book it',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10011',
    delivery_zip: '11937',
    pickup_date: '2026-12-16',
  },
);

told(
  'not this weekday, the next one',
  ['Wednesday 3 boxes 10003 to 11968 book', 'not this Wednesday, the next one'],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-09',
  },
);

told(
  'a flight that was moved leaves the pickup until it is moved, too',
  [
    'Book 3 bags to JFK terminal 8 on December 15, flight at 4 pm, from 10003, pickup the day before',
    'the flight got changed to December 16, same time',
    'so pick them up on the 15th',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'to_airport',
    airport: 'JFK',
    terminal: '8',
    flight_date: '2026-12-16',
    flight_time: '16:00',
    pickup_date: '2026-12-15',
    pickup_zip: '10003',
  },
);

told(
  'that morning',
  [
    'flying out of JFK on December 21 at 5:45 pm, terminal 1, want my 2 bags picked up that morning',
    'at 10025',
    'book please',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 2,
    transfer_direction: 'to_airport',
    airport: 'JFK',
    terminal: '1',
    flight_date: '2026-12-21',
    flight_time: '17:45',
    pickup_date: '2026-12-21',
    pickup_zip: '10025',
  },
);

told(
  'the Friday after',
  [
    'is this coming Friday free?',
    'and the Friday after?',
    'that one works. 3 boxes from 10003 to 11937',
    'book',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10003',
    delivery_zip: '11937',
    pickup_date: '2026-12-11',
  },
);

told(
  'one day later than the day after tomorrow',
  ['book 4 boxes from 10003 to 11937', 'the day after tomorrow', 'sorry, one day later'],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '10003',
    delivery_zip: '11937',
    pickup_date: '2026-12-04',
  },
);

told(
  'the second of two days of one month',
  [
    'Is December 12 or 13 free?',
    'I take the second',
    'petite move from 10128 to 11937',
    'yes please, book',
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'petite',
    pickup_zip: '10128',
    delivery_zip: '11937',
    pickup_date: '2026-12-13',
  },
);
