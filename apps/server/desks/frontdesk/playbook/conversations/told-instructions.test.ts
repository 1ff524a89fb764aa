import { told } from './told-checks.ts';

told(
  'a gate code goes to the driver',
  ['Book 2 boxes from 10003 to 11937 on December 10. The gate code is 4411', 'thanks'],
  {
    service_type: 'standard_delivery',
    item_count: 2,
    pickup_zip: '10003',
    delivery_zip: '11937',
    pickup_date: '2026-12-10',
    instructions: ['gate code is 4411'],
  },
);

told(
  'who takes the bags and whom to call, with a telephone number that counts nothing',
  [
    '3 suitcases from 10011 to 11968 on dec 8, please book',
    'Please leave them with the doorman, and ask the driver to call me at (646) 555-0188 when he is 10 minutes away',
    'great',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10011',
    delivery_zip: '11968',
    pickup_date: '2026-12-08',
    instructions: ['leave them with the doorman', '(646) 555-0188', '10 minutes away'],
  },
);

told(
  'labelled instructions go on to the end of the sentence, and an extra after them is kept',
  [
    'I want to book a petite move on December 14 from 10024 to 11963',
    'Special instructions: use the service entrance on 82nd Street, freight elevator is booked from 9 to 11',
    'and add a COI please',
  ],
  {
    service_type: 'mini_move',
    mini_move_tier: 'petite',
    pickup_zip: '10024',
    delivery_zip: '11963',
    pickup_date: '2026-12-14',
    coi_required: true,
    instructions: ['service entrance on 82nd Street', 'freight elevator is booked from 9 to 11'],
  },
);

told(
  'several instructions add up, also over a correction of the number',
  [
    'book 4 items from 11201 to 11932 december 9',
    'let the driver know that the lamp is fragile',
    'oh and the key is under the mat at the house',
    'sorry, make it 5 items',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 5,
    pickup_zip: '11201',
    delivery_zip: '11932',
    pickup_date: '2026-12-09',
    instructions: ['the lamp is fragile', 'key is under the mat'],
  },
);

told(
  'a corrected code replaces the first',
  ['book 4 items from 11201 to 11932 december 9, gate code 1234', 'sorry, the gate code is 5678'],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '11201',
    delivery_zip: '11932',
    pickup_date: '2026-12-09',
    instructions: ['5678'],
  },
);

told(
  'instructions before the order are kept',
  [
    'Please tell the driver to text my wife at 917 555 0142. It is 2 boxes from 10001 to 11968 on December 16, book it please',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 2,
    pickup_zip: '10001',
    delivery_zip: '11968',
    pickup_date: '2026-12-16',
    instructions: ['text my wife at 917 555 0142'],
  },
);

told(
  'a wish put as a question is an instruction',
  [
    'Book a delivery of 3 boxes 10014 to 11968 December 17',
    'Can you tell the driver to park on Jane Street?',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10014',
    delivery_zip: '11968',
    pickup_date: '2026-12-17',
    instructions: ['park on Jane Street'],
  },
);

told(
  'a note that is taken back is gone',
  [
    'Book a delivery of 3 boxes 10014 to 11968 December 17',
    'note for the driver: doorbell does not work, please knock',
    'forget the note, the bell is fixed',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10014',
    delivery_zip: '11968',
    pickup_date: '2026-12-17',
  },
);

told(
  'a code and a call ahead',
  [
    '4 boxes from 10002 to 11975 on December 9 please book',
    'also, the code for the front gate is 7788#',
    'and could they please call ahead? 212-555-0147',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '10002',
    delivery_zip: '11975',
    pickup_date: '2026-12-09',
    instructions: ['7788#', '212-555-0147'],
  },
);

told(
  'instructions in the middle of an order',
  [
    'Book it: 3 boxes, pickup December 10 in 10003, delivery in 11968. Please ask the driver to ring the bell twice. We need a COI too.',
    'thanks',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    coi_required: true,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-10',
    instructions: ['ring the bell twice'],
  },
);

told(
  'another person at the door replaces nobody asked for twice',
  [
    'Book 2 suitcases from 10003 to 11968 on December 10. Leave them at the front desk of my building.',
    'actually, hand them to Maria the housekeeper instead',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 2,
    pickup_zip: '10003',
    delivery_zip: '11968',
    pickup_date: '2026-12-10',
    instructions: ['Maria'],
  },
);

told(
  'a floor for the driver',
  [
    'Please book 3 boxes 10002 to 11975 on December 9',
    "There's no elevator, please tell the driver that it's the 4th floor",
    'cool',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10002',
    delivery_zip: '11975',
    pickup_date: '2026-12-09',
    instructions: ['4th floor'],
  },
);

told(
  'what the driver should do',
  [
    'Please book 3 boxes 10002 to 11975 on December 9',
    'The driver should call 646-555-0110 when he gets to the building',
    'and make it 4 boxes',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 4,
    pickup_zip: '10002',
    delivery_zip: '11975',
    pickup_date: '2026-12-09',
    instructions: ['646-555-0110'],
  },
);

told(
  'a bell and a neighbor',
  [
    'Book 2 boxes 10002 to 11975 on December 9',
    'please ring at Miller, third floor',
    'and if nobody opens, leave them with the neighbor in 3B',
    'ok',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 2,
    pickup_zip: '10002',
    delivery_zip: '11975',
    pickup_date: '2026-12-09',
    instructions: ['ring at Miller, third floor', 'neighbor in 3B'],
  },
);

told(
  'a note that is added',
  [
    'Book 2 boxes 10002 to 11975 on December 9',
    'I want to add a note: the house is the blue one behind the church',
  ],
  {
    service_type: 'standard_delivery',
    item_count: 2,
    pickup_zip: '10002',
    delivery_zip: '11975',
    pickup_date: '2026-12-09',
    instructions: ['blue one behind the church'],
  },
);
