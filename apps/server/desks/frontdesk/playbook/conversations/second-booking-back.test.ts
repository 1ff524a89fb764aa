import { told } from './told-checks.ts';

const HOME = { city: 'New York', state: 'NY', zip: '10014' };
const TO_NEWARK =
  'Book 3 suitcases from 12 Jane Street, New York, NY 10014 to EWR terminal B, flight December 8 at 6pm';
const BACK = {
  service_type: 'blade_transfer',
  bag_count: 3,
  transfer_direction: 'from_airport',
  airport: 'EWR',
  terminal: 'B',
  delivery_address_line_1: '12 Jane Street',
  delivery_city: HOME.city,
  delivery_state: HOME.state,
  delivery_zip: HOME.zip,
};

for (const says of [
  'I also want a second transfer: the same bags from the same terminal back to the same address, landing December 18 at 2 pm',
  'book another transfer on December 18: those suitcases from Newark to the same address, same terminal, the flight gets in at 2pm',
  'Then a second booking for the way home on December 18: the bags, same terminal, arriving 2 pm, same address',
]) {
  told(`a second booking takes over what it refers to: ${says}`, [TO_NEWARK, says], {
    ...BACK,
    flight_date: '2026-12-18',
    flight_time: '14:00',
    pickup_date: '2026-12-18',
  });
}

told(
  'a second booking of the same boxes back home',
  [
    'Book 4 boxes from 10011 to 11937 on December 9',
    'new booking: the same boxes from there back home on December 28',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '11937',
    delivery_zip: '10011',
    pickup_date: '2026-12-28',
  },
);

told(
  'a second booking the other way, to the same terminal',
  [
    '4 bags from JFK terminal 8 to 10016 on December 6, flight at 9 am. book it',
    'a second booking: the bags from the same address to the same terminal, pickup on december 12, flight on december 13 at 8 pm',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 4,
    transfer_direction: 'to_airport',
    airport: 'JFK',
    terminal: '8',
    pickup_zip: '10016',
    flight_date: '2026-12-13',
    flight_time: '20:00',
    pickup_date: '2026-12-12',
  },
);

told(
  'a second booking of some of the goods, counted from the first',
  [
    'Book 4 boxes and a surfboard from 10011 to 11937 on December 9',
    'another delivery please: the same 4 boxes back the other way, a week later',
    'how much is the trip back?',
    'ok, book it',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '11937',
    delivery_zip: '10011',
    pickup_date: '2026-12-16',
  },
);
