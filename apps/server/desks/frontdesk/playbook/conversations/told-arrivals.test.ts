import { told } from './told-checks.ts';

told(
  'an arrival told bit by bit',
  [
    'we arrive at Kennedy on December 21, can someone fetch our bags there?',
    '4 bags',
    'terminal 7, we land at 3:15 pm',
    'to 45 Main Street, East Hampton, NY 11937. Please book',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 4,
    transfer_direction: 'from_airport',
    airport: 'JFK',
    terminal: '7',
    flight_date: '2026-12-21',
    flight_time: '15:15',
    pickup_date: '2026-12-21',
    delivery_address_line_1: '45 Main Street',
    delivery_city: 'East Hampton',
    delivery_state: 'NY',
    delivery_zip: '11937',
  },
);

told(
  'a corrected terminal and number',
  [
    'Book an airport transfer from JFK terminal 1, 2 bags, landing December 13 at 18:40, to 11968',
    'actually it is terminal 4',
    'and 3 bags',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'from_airport',
    airport: 'JFK',
    terminal: '4',
    flight_date: '2026-12-13',
    flight_time: '18:40',
    pickup_date: '2026-12-13',
    delivery_zip: '11968',
  },
);

told(
  'the way back of a transfer',
  [
    'Book 3 bags to JFK, terminal 4, flight December 17 at 8 pm, pickup December 16 at 10003',
    'Perfect. We also need the way back: landing December 27 at 2 pm, same address',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'from_airport',
    airport: 'JFK',
    terminal: '4',
    flight_date: '2026-12-27',
    flight_time: '14:00',
    pickup_date: '2026-12-27',
    delivery_zip: '10003',
  },
);

told(
  'bags that are met at the airport',
  [
    'Hello, can your driver meet us at JFK when we arrive and take our suitcases to Bridgehampton?',
    'There are 3, terminal 2',
    'ah, terminal 4 I meant',
    'December 23, arriving 16:05, delivery to 7 Lumber Lane, Bridgehampton, NY 11932. Please book this',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'from_airport',
    airport: 'JFK',
    terminal: '4',
    flight_date: '2026-12-23',
    flight_time: '16:05',
    pickup_date: '2026-12-23',
    delivery_address_line_1: '7 Lumber Lane',
    delivery_city: 'Bridgehampton',
    delivery_state: 'NY',
    delivery_zip: '11932',
  },
);

told(
  'a plane that lands',
  [
    'our plane lands at Newark on the 20th around 11 am, terminal A',
    '3 suitcases to Greenwich, 06830',
    'ok please book',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'from_airport',
    airport: 'EWR',
    terminal: 'A',
    flight_date: '2026-12-20',
    flight_time: '11:00',
    pickup_date: '2026-12-20',
    delivery_zip: '06830',
  },
);

told(
  'another airport for an arrival',
  [
    '3 bags from JFK terminal 5 to 11968, December 12, we land at 4 pm',
    'book',
    'sorry, it is EWR',
    'terminal B',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'from_airport',
    airport: 'EWR',
    terminal: 'B',
    flight_date: '2026-12-12',
    flight_time: '16:00',
    pickup_date: '2026-12-12',
    delivery_zip: '11968',
  },
);
