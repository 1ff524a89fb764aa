import { told } from './told-checks.ts';

told(
  'only the surfboard',
  [
    'how much for 3 suitcases and a surfboard from 10011 to 11954?',
    'and only the surfboard?',
    'ok, book just that for December 9',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 0,
    pickup_zip: '10011',
    delivery_zip: '11954',
    pickup_date: '2026-12-09',
  },
);

told(
  'without the surfboard',
  [
    'how much for 3 suitcases and a surfboard from 10011 to 11954?',
    'leave out the surfboard',
    'book it for December 9',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10011',
    delivery_zip: '11954',
    pickup_date: '2026-12-09',
  },
);

told(
  'just the boxes',
  [
    'I have a crib and 4 boxes, 10023 to 11930',
    'what would it be for just the boxes?',
    'book that for December 10',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '10023',
    delivery_zip: '11930',
    pickup_date: '2026-12-10',
  },
);

told(
  'an item that stays at home',
  [
    'I want to send a peloton and 3 boxes from 10001 to 11937',
    'the peloton stays here after all',
    'book the rest for December 10',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10001',
    delivery_zip: '11937',
    pickup_date: '2026-12-10',
  },
);

told(
  'a new order after a look at bookings',
  [
    'when is my airport transfer?',
    'ok. I also want to send 4 boxes from 10003 to 11968 on December 9',
    'yes, book it',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-09',
  },
  { signedIn: true },
);

told(
  'bookings that were shown leave the order alone',
  [
    'Show me my bookings',
    'what about my mini move?',
    'I need a delivery too, 2 items from 10003 to 11937 on December 9, please book',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 2,
    pickup_zip: '10003',
    delivery_zip: '11937',
    pickup_date: '2026-12-09',
  },
  { signedIn: true },
);

told(
  'a new order after a lost password',
  [
    'whats the status of TT-000042',
    'I forgot my password',
    'whatever. Book 3 boxes 10003 to 11968 December 9',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-09',
  },
);

told(
  'another booking',
  [
    'Book 3 boxes from 10003 to 11968 on December 8',
    'Now another booking: a petite move from 11201 to 11937 on December 14',
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'petite',
    pickup_zip: '11201',
    delivery_zip: '11937',
    pickup_date: '2026-12-14',
  },
);

told(
  'a booking of its own',
  [
    'Book a standard move with packing from 10003 to 11968 on December 8',
    'thanks. Separately, I also need 2 suitcases taken from 10016 to 11932 on December 11, new booking please',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 2,
    pickup_zip: '10016',
    delivery_zip: '11932',
    pickup_date: '2026-12-11',
  },
);

told(
  'a second booking after a transfer',
  [
    'Book 3 bags to JFK terminal 4, flight December 17 at 8 pm, pickup December 16 at 10003',
    'ok and a second booking: 4 boxes from 10003 to 11937 on December 18',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '10003',
    delivery_zip: '11937',
    pickup_date: '2026-12-18',
  },
);

told(
  'scratch that',
  ['price of a full move', 'scratch that. 3 boxes from 10001 to 11968, December 8, book it'],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10001',
    delivery_zip: '11968',
    pickup_date: '2026-12-08',
  },
);

told(
  'no need for a move',
  [
    'Price for a standard move from 10003 to 11937',
    'actually we only have 5 boxes, no need for a move',
    'book it on December 9',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 5,
    pickup_zip: '10003',
    delivery_zip: '11937',
    pickup_date: '2026-12-09',
  },
);

told(
  'the delivery rather than the move',
  [
    'How much is a standard delivery of 3 items with COI?',
    'and a petite move with it?',
    'The delivery please, December 22. I will give the addresses later, book it',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    coi_required: true,
    pickup_date: '2026-12-22',
  },
);

told(
  'smaller ones',
  ['I have 2 big suitcases and 3 smaller ones', 'from 10003 to 11937 on December 8', 'book it'],
  {
    service_type: 'standard_delivery',
    item_count: 5,
    pickup_zip: '10003',
    delivery_zip: '11937',
    pickup_date: '2026-12-08',
  },
);

told('thinking about it books nothing', ['price for a petite move', "I'll think about it"], null);

told(
  'asking at home books nothing',
  ['How much for 5 boxes from 10001 to 11968?', 'hmm let me talk to my husband first', 'bye'],
  null,
);

told(
  'over the budget',
  ['What is a standard move on a Sunday?', "that's over our budget, thanks anyway"],
  null,
);
