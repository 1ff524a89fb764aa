import { told } from './told-checks.ts';

told(
  'another airport after one that is not served',
  [
    'Can you drop my luggage at LaGuardia?',
    'ok, Newark then. 3 bags',
    'terminal A, flight December 18 at noon, pickup the day before at 10003',
    'book it please',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'to_airport',
    airport: 'EWR',
    terminal: 'A',
    flight_date: '2026-12-18',
    flight_time: '12:00',
    pickup_date: '2026-12-17',
    pickup_zip: '10003',
  },
);

told(
  'flying out of an airport',
  [
    'I fly out of Newark on December 16 at 7:20 am, terminal C',
    '3 bags please, picked up the day before at 220 East 54th Street, New York, NY 10022',
    'book that',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'to_airport',
    airport: 'EWR',
    terminal: 'C',
    flight_date: '2026-12-16',
    flight_time: '07:20',
    pickup_date: '2026-12-15',
    pickup_address_line_1: '220 East 54th Street',
    pickup_city: 'New York',
    pickup_state: 'NY',
    pickup_zip: '10022',
  },
);

told(
  'another airport has another terminal',
  [
    'Airport transfer to JFK, terminal 5, 4 bags, flight December 19 9 am, pickup December 18 at 10009, book it',
    'sorry wrong airport, it is Newark, terminal B',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 4,
    transfer_direction: 'to_airport',
    airport: 'EWR',
    terminal: 'B',
    flight_date: '2026-12-19',
    flight_time: '09:00',
    pickup_date: '2026-12-18',
    pickup_zip: '10009',
  },
);

told(
  'a flight that leaves an airport',
  [
    'my flight leaves JFK terminal 4 on the 15th at 10:30 in the morning',
    'I have 2 suitcases',
    'pick them up on the 14th at 1 West 72nd Street, New York, NY 10023',
    'go ahead and book',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 2,
    transfer_direction: 'to_airport',
    airport: 'JFK',
    terminal: '4',
    flight_date: '2026-12-15',
    flight_time: '10:30',
    pickup_date: '2026-12-14',
    pickup_address_line_1: '1 West 72nd Street',
    pickup_city: 'New York',
    pickup_state: 'NY',
    pickup_zip: '10023',
  },
);

told(
  'an airport told in its own message',
  [
    'Hi',
    'do you also do airports?',
    'we leave from Newark',
    '4 bags, what is that?',
    "they're at 250 West 19th Street, New York, NY 10011",
    'terminal B',
    'the flight is at 6 am on December 19',
    'collect them on the 18th please',
    'book it',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 4,
    transfer_direction: 'to_airport',
    airport: 'EWR',
    terminal: 'B',
    flight_date: '2026-12-19',
    flight_time: '06:00',
    pickup_date: '2026-12-18',
    pickup_address_line_1: '250 West 19th Street',
    pickup_city: 'New York',
    pickup_state: 'NY',
    pickup_zip: '10011',
  },
);

told(
  'an airport chosen after they were told',
  [
    'Hey',
    'which airports do you serve',
    'Newark it is. 2 bags',
    'from 9 Perry Street, New York, NY 10014',
    'terminal C please',
    'December 19 at 8:15 am is when we fly',
    'pickup on December 18',
    'go for it',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 2,
    airport: 'EWR',
    transfer_direction: 'to_airport',
    terminal: 'C',
    flight_date: '2026-12-19',
    flight_time: '08:15',
    pickup_date: '2026-12-18',
    pickup_address_line_1: '9 Perry Street',
    pickup_city: 'New York',
    pickup_state: 'NY',
    pickup_zip: '10014',
  },
);

told(
  'a second bag',
  [
    'transfer of one suitcase to EWR terminal B',
    'even for just one?',
    "ok I'll bring a second bag",
    'flight December 20, 12:30. pickup one day before from 10012',
    'book',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 2,
    transfer_direction: 'to_airport',
    airport: 'EWR',
    terminal: 'B',
    flight_date: '2026-12-20',
    flight_time: '12:30',
    pickup_date: '2026-12-19',
    pickup_zip: '10012',
  },
);

told(
  'leaving on a day',
  [
    'could you drive 2 bags to Teterboro',
    'and Kennedy?',
    'terminal 8, leaving December 12 at 3 pm, bags can be picked up December 11 at 10019',
    'ok book',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 2,
    transfer_direction: 'to_airport',
    airport: 'JFK',
    terminal: '8',
    flight_date: '2026-12-12',
    flight_time: '15:00',
    pickup_date: '2026-12-11',
    pickup_zip: '10019',
  },
);

told(
  'no airport after all',
  [
    'price for 4 bags from 10025 to 11937',
    "it's not for an airport, just to our house",
    'book it for December 8',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '10025',
    delivery_zip: '11937',
    pickup_date: '2026-12-08',
  },
);

told(
  'the airport is forgotten',
  [
    'I need 3 bags to JFK',
    'actually forget the airport, please take them to East Hampton instead, 11937, from 10003',
    'December 11, book it',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10003',
    delivery_zip: '11937',
    pickup_date: '2026-12-11',
    delivery_city: 'East Hampton',
    delivery_state: 'NY',
  },
);

told(
  'piece by piece',
  [
    "Hey, first time here. I've got some stuff that needs to get from my place in the city out east, how does that work?",
    "It's 5 boxes. From 10021 to 11937",
    'What would that run me?',
    "That's ok. Let's do Wednesday December 9",
  ],
  {
    service_type: 'standard_delivery',
    item_count: 5,
    pickup_zip: '10021',
    delivery_zip: '11937',
    pickup_date: '2026-12-09',
  },
);
