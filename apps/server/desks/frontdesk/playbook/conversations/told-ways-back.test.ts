import { told } from './told-checks.ts';

told(
  'the other direction',
  [
    'Book 5 boxes from 88 Park Place, New York, NY 10007 to 3 Mill Road, Westhampton Beach, NY 11978 on December 8',
    'I need the same thing in the other direction on December 15',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 5,
    pickup_address_line_1: '3 Mill Road',
    pickup_city: 'Westhampton Beach',
    pickup_state: 'NY',
    pickup_zip: '11978',
    delivery_address_line_1: '88 Park Place',
    delivery_city: 'New York',
    delivery_state: 'NY',
    delivery_zip: '10007',
    pickup_date: '2026-12-15',
  },
);

told(
  'pickup and delivery mixed up',
  [
    'Book 2 items from 10003 to 11932 on December 8',
    'sorry, I mixed them up, the pickup is in 11932 and the delivery in 10003',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 2,
    pickup_zip: '11932',
    delivery_zip: '10003',
    pickup_date: '2026-12-08',
  },
);

told(
  'the same things back',
  [
    'Please book 4 suitcases from 71 Irving Place, New York, NY 10003 to 20 Further Lane, East Hampton, NY 11937 on December 5',
    'great. They also have to come back on December 28',
    'what does the way back cost?',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    delivery_address_line_1: '71 Irving Place',
    delivery_city: 'New York',
    delivery_state: 'NY',
    delivery_zip: '10003',
    pickup_address_line_1: '20 Further Lane',
    pickup_city: 'East Hampton',
    pickup_state: 'NY',
    pickup_zip: '11937',
    pickup_date: '2026-12-28',
  },
);

told(
  'picked up where they were delivered',
  [
    'Book 2 suitcases from 12 Jane Street, New York, NY 10014 to 4 Ocean Road, Bridgehampton, NY 11932 on December 4',
    'Next booking: pick the same two up again in Bridgehampton on December 29 and bring them home',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 2,
    delivery_address_line_1: '12 Jane Street',
    delivery_city: 'New York',
    delivery_state: 'NY',
    delivery_zip: '10014',
    pickup_address_line_1: '4 Ocean Road',
    pickup_city: 'Bridgehampton',
    pickup_state: 'NY',
    pickup_zip: '11932',
    pickup_date: '2026-12-29',
  },
);

told(
  'the reverse trip',
  [
    'Book 2 suitcases from 12 Jane Street, New York, NY 10014 to 4 Ocean Road, Bridgehampton, NY 11932 on December 4',
    'And for December 27 the reverse trip',
    'with one more suitcase',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    delivery_address_line_1: '12 Jane Street',
    delivery_city: 'New York',
    delivery_state: 'NY',
    delivery_zip: '10014',
    pickup_address_line_1: '4 Ocean Road',
    pickup_city: 'Bridgehampton',
    pickup_state: 'NY',
    pickup_zip: '11932',
    pickup_date: '2026-12-27',
  },
);
