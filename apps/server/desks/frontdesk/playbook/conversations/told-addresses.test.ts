import { told } from './told-checks.ts';

told(
  'from there, of a ZIP code in the same message',
  ['Do you cover 06880? And what would 3 boxes from there to 10001 be?', 'book it for December 8'],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '06880',
    delivery_zip: '10001',
    pickup_date: '2026-12-08',
  },
);

told(
  'to there, of a message before',
  [
    'do you deliver to 11963?',
    'how much are 4 suitcases from 10011 to there',
    'book it for December 9',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '10011',
    delivery_zip: '11963',
    pickup_date: '2026-12-09',
  },
);

told(
  'delivered there',
  [
    'Do you serve 11937?',
    'Great, I need 6 items delivered there from 10014',
    'book for December 8',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 6,
    pickup_zip: '10014',
    delivery_zip: '11937',
    pickup_date: '2026-12-08',
  },
);

told(
  'a street called like a court',
  [
    'I need 3 boxes picked up at 15 Broad Street, New York, NY 10005',
    'they go to 27 Hampton Court, Hampton Bays, NY 11946',
    'book for December 8',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_address_line_1: '15 Broad Street',
    pickup_city: 'New York',
    pickup_state: 'NY',
    pickup_zip: '10005',
    delivery_address_line_1: '27 Hampton Court',
    delivery_city: 'Hampton Bays',
    delivery_state: 'NY',
    delivery_zip: '11946',
    pickup_date: '2026-12-08',
  },
);

told(
  'streets of ZIP codes that were told before',
  [
    'book 3 boxes from 10003 to 11968 on December 8',
    'the pickup address is 101 Third Avenue, New York, NY 10003',
    'delivery: 5 Pond Lane, Southampton, NY 11968',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_address_line_1: '101 Third Avenue',
    pickup_city: 'New York',
    pickup_state: 'NY',
    pickup_zip: '10003',
    delivery_address_line_1: '5 Pond Lane',
    delivery_city: 'Southampton',
    delivery_state: 'NY',
    delivery_zip: '11968',
    pickup_date: '2026-12-08',
  },
);

told(
  'a ZIP code and not another',
  [
    'book 3 boxes from 10003 to 11968 on December 8',
    'wait, wrong zip, it should go to 11976',
    'and the pickup is 10009, not 10003',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10009',
    delivery_zip: '11976',
    pickup_date: '2026-12-08',
  },
);

told(
  'from there, after a place outside',
  [
    'Can you pick up in Philadelphia? 19103',
    'what if I bring it to my brother in Jersey City, 07302',
    '2 boxes from there to 11937, how much?',
    'ok book it December 10',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 2,
    pickup_zip: '07302',
    delivery_zip: '11937',
    pickup_date: '2026-12-10',
  },
);

told(
  'a street without a word for one',
  [
    'Need someone to bring our luggage to the airport',
    'six bags',
    'Newark, terminal C',
    'We fly on December 20 at 1:15 pm',
    'Collect them on the 19th at 300 Central Park West, New York, NY 10024 and book it please',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 6,
    transfer_direction: 'to_airport',
    airport: 'EWR',
    terminal: 'C',
    flight_date: '2026-12-20',
    flight_time: '13:15',
    pickup_date: '2026-12-19',
    pickup_address_line_1: '300 Central Park West',
    pickup_city: 'New York',
    pickup_state: 'NY',
    pickup_zip: '10024',
  },
);

told(
  'two ZIP codes for an order without any',
  [
    'I would like 2 boxes and a suitcase taken from my apartment to my house',
    'apartment is 10003, house is 11968',
    'December 10. Book it please',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-10',
  },
);

told(
  'the street of a known ZIP code',
  [
    'book 3 boxes from 10003 to 11968 on December 10',
    'my wife wants it on the 11th',
    'and she says 12 Elm Street, Southampton, NY 11968 is the address',
    'and pick it up at 90 Bank Street, New York, NY 10014',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_address_line_1: '90 Bank Street',
    pickup_city: 'New York',
    pickup_state: 'NY',
    pickup_zip: '10014',
    delivery_address_line_1: '12 Elm Street',
    delivery_city: 'Southampton',
    delivery_state: 'NY',
    delivery_zip: '11968',
    pickup_date: '2026-12-11',
  },
);

told(
  'a ZIP code for the pickup',
  [
    'Book 4 boxes from 10003 to 11932 on December 8',
    'oops I meant 10013 for the pickup',
    'and 3 boxes',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10013',
    delivery_zip: '11932',
    pickup_date: '2026-12-08',
  },
);

told(
  'a corrected ZIP code goes where it lies',
  ['3 boxes from 10003 to 11968, December 8, book', 'wait, my zip is wrong: 10002', 'thanks'],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10002',
    delivery_zip: '11968',
    pickup_date: '2026-12-08',
  },
);

told('bare ZIP codes', ['I need 3 bags moved', 'Dec 10', '10003', '11937', 'yes book it'], {
  service_type: 'standard_delivery',
  item_count: 3,
  pickup_zip: '10003',
  delivery_zip: '11937',
  pickup_date: '2026-12-10',
});
