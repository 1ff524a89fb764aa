import { told } from './told-checks.ts';

// What real people type: things left behind, sums of what was named, who packs, days in words.

const ENDS = { pickup_zip: '10011', delivery_zip: '11937' };

told(
  'a thing that stays home is left out, and so is one of several',
  [
    '2 strollers, 3 duffels and a cooler from 10011 to 11937 on december 11',
    'ok but the cooler stays home',
    'actually leave one of the strollers behind',
    'book it',
  ],
  { service_type: 'standard_delivery', item_count: 4, pickup_date: '2026-12-11', ...ENDS },
);

told(
  'what it all comes to is the number',
  [
    '4 suitcases and one hat box from 10011 to 11937',
    'I forgot, there is my walker as well, so that makes six',
    'book it for december 8',
  ],
  { service_type: 'standard_delivery', item_count: 6, pickup_date: '2026-12-08', ...ENDS },
);

told(
  'a sum and what it is made of are counted once',
  ['book seven pieces (4 suitcases, 2 boxes, 1 golf bag) from 10011 to 11937 on december 17'],
  { service_type: 'standard_delivery', item_count: 7, pickup_date: '2026-12-17', ...ENDS },
);

told(
  'what comes on top is added to what was told before',
  [
    '2 suitcases from 10011 to 11937 for Dec 7',
    'I forgot, we also have a stroller and a car seat',
    'book please',
  ],
  { service_type: 'standard_delivery', item_count: 4, pickup_date: '2026-12-07', ...ENDS },
);

told(
  'customers who pack themselves get no packing',
  [
    'We need 28 cartons moved from 10011 to 11937',
    "We'll pack ourselves, but your team can unpack",
    'book the 16th',
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'standard',
    include_unpacking: true,
    pickup_date: '2026-12-16',
    ...ENDS,
  },
);

told(
  'the same customers change their mind about one of the two',
  [
    'petite move with packing, 10011 to 11937',
    'hm, just the unpacking',
    'book, Tuesday the fifteenth',
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'petite',
    include_unpacking: true,
    pickup_date: '2026-12-15',
    ...ENDS,
  },
);

told(
  'half past six in the evening, and a pickup on that same day',
  [
    'three pieces to newark airport, terminal A',
    "flight's on the tenth of december at half past six in the evening",
    'pick up same day. From 10011',
    'go ahead and book',
  ],
  {
    service_type: 'blade_transfer',
    bag_count: 3,
    transfer_direction: 'to_airport',
    airport: 'EWR',
    terminal: 'A',
    flight_date: '2026-12-10',
    flight_time: '18:30',
    pickup_zip: '10011',
    pickup_date: '2026-12-10',
  },
);

told(
  'the last of the days that were shown',
  [
    'Which days are free between the 7th and the 11th?',
    "Let's take the last one of those",
    '3 bags from 10011 to 11937, book',
  ],
  { service_type: 'standard_delivery', item_count: 3, pickup_date: '2026-12-11', ...ENDS },
);

told(
  'from the first ZIP code that was asked about to the second',
  [
    'is 10011 in your area',
    'and 11937',
    '4 bags from the first to the second please',
    'book it for dec 15',
  ],
  { service_type: 'standard_delivery', item_count: 4, pickup_date: '2026-12-15', ...ENDS },
);

told(
  'another number of one specialty item leaves the other one',
  [
    'one crib and two wardrobe boxes from 10011 to 11937',
    'sorry, only one wardrobe box',
    'book dec 8',
  ],
  { service_type: 'standard_delivery', item_count: 0, pickup_date: '2026-12-08', ...ENDS },
);

told(
  'the size below the one that was priced',
  [
    'how much is the standard move 10011 to 11937',
    'and the smaller one?',
    'ok that one. december 28',
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'petite',
    pickup_date: '2026-12-28',
    ...ENDS,
  },
);

told(
  'the number of an apartment is put right in its street',
  [
    'Book 3 garment bags: from 140 West 22nd Street, Apt 5C, New York, NY 10011 to 11937, Friday the 18th',
    'ah, apartment is 6C not 5C',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_address_line_1: '140 West 22nd Street, Apt 6C',
    pickup_city: 'New York',
    pickup_state: 'NY',
    pickup_date: '2026-12-18',
    ...ENDS,
  },
);

told(
  'a certificate without its long name, and a floor that the driver is to be told',
  [
    'seven boxes from 10011 to 11937',
    'very well; please include the certificate, on the ninth of December',
    'please proceed with the reservation',
    "can u tell the driver we're on the 3rd floor no elevator",
  ],
  {
    service_type: 'standard_delivery',
    item_count: 7,
    coi_required: true,
    pickup_date: '2026-12-09',
    instructions: ['3rd floor'],
    ...ENDS,
  },
);
