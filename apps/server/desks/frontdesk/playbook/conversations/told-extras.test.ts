import { told } from './told-checks.ts';

told(
  'an extra that was asked about',
  ['Petite move December 10 from 10003 to 11968, book it', 'is packing extra?', 'ok add it'],
  {
    service_type: 'mini_move',
    mini_move_tier: 'petite',
    include_packing: true,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-10',
  },
);

told(
  'a certificate that was explained',
  [
    'book 3 items 10003 to 11968 December 10',
    'what is a COI?',
    'my building wants that, put it in please',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    coi_required: true,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-10',
  },
);

told(
  'an extra taken out',
  [
    'Standard move with packing and unpacking, December 10, 10003 to 11968, please book',
    'take the unpacking out',
    'what is it now?',
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'standard',
    include_packing: true,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-10',
  },
);

told(
  'another size with the same extras',
  [
    'how much would a petite move be with packing?',
    'and the standard?',
    'book the standard for December 9',
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'standard',
    include_packing: true,
    pickup_date: '2026-12-09',
  },
);

told(
  'the second of two sizes',
  [
    'difference between standard and full move?',
    'what does each cost on a weekday?',
    'the second one, December 9, 10003 to 11968, book',
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'full',
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-09',
  },
);

told(
  'the bigger of two sizes',
  [
    'what do a petite and a standard move cost on December 12?',
    'take the bigger one',
    '10003 to 11968, book it',
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'standard',
    pickup_date: '2026-12-12',
    pickup_zip: '10003',
    delivery_zip: '11968',
  },
);

told('one less', ['book 6 boxes 10003 to 11968 dec 10', 'one less'], {
  service_type: 'standard_delivery',
  item_count: 5,
  pickup_zip: '10003',
  delivery_zip: '11968',
  pickup_date: '2026-12-10',
});

told(
  'the number it is now',
  [
    'book 6 boxes 10003 to 11968 dec 10',
    'we dropped two boxes, so it is 4 now',
    'and a surfboard comes along',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-10',
  },
);

told(
  'a household by its people',
  [
    "We're 5 people moving our things to Southampton for the season. Which package?",
    'and with packing and unpacking?',
    'leave the unpacking out please, and book for December 10',
    'From 55 East 76th Street, New York, NY 10021 to 18 Gin Lane, Southampton, NY 11968',
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'standard',
    include_packing: true,
    pickup_date: '2026-12-10',
    pickup_address_line_1: '55 East 76th Street',
    pickup_city: 'New York',
    pickup_state: 'NY',
    pickup_zip: '10021',
    delivery_address_line_1: '18 Gin Lane',
    delivery_city: 'Southampton',
    delivery_state: 'NY',
    delivery_zip: '11968',
  },
);

told(
  'a wish after the hand-over',
  [
    'I would like to book a Full Move on December 17 from 10075 to 11968',
    'can you do the packing as well? please include it',
    "and what's the total?",
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'full',
    include_packing: true,
    pickup_zip: '10075',
    delivery_zip: '11968',
    pickup_date: '2026-12-17',
  },
);
