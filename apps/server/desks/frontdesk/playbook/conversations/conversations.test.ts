import { conversation, DAYS, HANDOFF, PRICE } from './conversation-checks.ts';

conversation('from coverage over a price to a booking, then a change of the number and the day', [
  { says: 'Do you deliver to 11937?', tool: 'check_zip_coverage', answers: [/\?$/] },
  { says: 'yes', tool: null, answers: [/\?$/] },
  {
    says: '3 items',
    tool: PRICE,
    input: { item_count: 3, delivery_zip: '11937' },
    answers: ['$285'],
  },
  { says: 'yes please', tool: null, answers: [/day/] },
  {
    says: 'December 5',
    tool: HANDOFF,
    input: { item_count: 3, pickup_date: '2026-12-05', delivery_zip: '11937' },
  },
  {
    says: 'actually make it 4 bags',
    tool: HANDOFF,
    input: { item_count: 4, pickup_date: '2026-12-05' },
  },
  {
    says: 'no, Tuesday',
    tool: HANDOFF,
    input: { item_count: 4, pickup_date: '2026-12-08', delivery_zip: '11937' },
  },
  { says: 'thanks!', tool: null },
]);

conversation('a price grows with each detail and carries over into the booking', [
  { says: 'how much is a petite move with COI?', tool: PRICE, answers: ['$1,045'] },
  {
    says: 'and with packing?',
    tool: PRICE,
    input: { coi_required: true, include_packing: true },
    answers: ['$2,560.50'],
  },
  {
    says: 'what about from 07101?',
    tool: PRICE,
    input: { pickup_zip: '07101', include_packing: true },
    answers: ['$2,735.50'],
  },
  {
    says: 'without the packing',
    tool: PRICE,
    input: { pickup_zip: '07101', coi_required: true },
    without: ['include_packing'],
    answers: ['$1,220'],
  },
  { says: 'ok book it', tool: null, answers: [/day/] },
  {
    says: 'the 12th',
    tool: HANDOFF,
    input: {
      mini_move_tier: 'petite',
      pickup_date: '2026-12-12',
      coi_required: true,
      pickup_zip: '07101',
    },
  },
  { says: 'never mind, the 14th', tool: HANDOFF, input: { pickup_date: '2026-12-14' } },
]);

conversation('an airport transfer, one question at a time, with a terminal that does not exist', [
  { says: 'I want to book', tool: null, answers: ['Which service'] },
  { says: 'airport transfer', tool: null, answers: ['How many bags'] },
  { says: '1', tool: null, answers: ['minimum', '2'] },
  { says: 'ok 5 then', tool: null, answers: ['to or from'] },
  { says: 'from the airport', tool: null, answers: ['Which airport'] },
  { says: 'jfk terminal 3', tool: null, answers: ['1, 4, 5, 7 and 8', 'Which terminal'] },
  { says: '4', tool: null, answers: ['5 bags', 'terminal 4', /day/] },
  {
    says: 'next friday, flight lands at 6pm',
    tool: HANDOFF,
    input: {
      service_type: 'blade_transfer',
      bag_count: 5,
      transfer_direction: 'from_airport',
      airport: 'JFK',
      terminal: '4',
      flight_date: '2026-11-27',
      flight_time: '18:00',
    },
  },
  {
    says: "actually it's newark terminal B",
    tool: HANDOFF,
    input: { airport: 'EWR', terminal: 'B', bag_count: 5 },
  },
]);

conversation('dates that cannot be booked online are refused one after the other', [
  { says: 'book 3 items for yesterday', tool: null, answers: ['already past'] },
  { says: 'today', tool: null, answers: ['(631) 595-5100'] },
  { says: 'february 30', tool: null, answers: ["doesn't exist"] },
  { says: 'tomorrow', tool: HANDOFF, input: { pickup_date: '2026-11-23', item_count: 3 } },
]);

conversation(
  'after 6 PM in New York, tomorrow is arranged by phone',
  [
    {
      says: 'book 3 items for tomorrow',
      tool: null,
      answers: ['(631) 595-5100', 'Tuesday, November 24'],
    },
    { says: 'ok tuesday then', tool: HANDOFF, input: { pickup_date: '2026-11-24' } },
  ],
  { now: new Date('2026-11-22T23:05:00Z') },
);

conversation('a day named for its availability is the day of the booking', [
  { says: 'is next weekend available?', tool: DAYS, answers: [/which day/i] },
  {
    says: 'sunday',
    tool: DAYS,
    input: { start_date: '2026-11-29', num_days: 0 },
    answers: [/booking/],
  },
  { says: 'yes', tool: null, answers: ['Which service'] },
  { says: 'a mini move', tool: null, answers: ['Which size'] },
  {
    says: 'the smallest',
    tool: HANDOFF,
    input: { mini_move_tier: 'petite', pickup_date: '2026-11-29' },
  },
]);

conversation('the day after, and the day after that', [
  { says: 'is december 5 free?', tool: DAYS, input: { start_date: '2026-12-05' } },
  { says: 'and the day after?', tool: DAYS, input: { start_date: '2026-12-06' } },
  { says: 'what about the 9th', tool: DAYS, input: { start_date: '2026-12-09' } },
]);

conversation('an undecided day leaves the day to the form, also when more is changed later', [
  { says: 'how much is it?', tool: null },
  { says: 'two suitcases and a box', tool: PRICE, input: { item_count: 3 } },
  { says: 'yes', tool: null, answers: [/day/] },
  { says: "I don't know yet", tool: HANDOFF, without: ['pickup_date'], input: { item_count: 3 } },
  { says: 'add one more bag', tool: HANDOFF, input: { item_count: 4 } },
  { says: 'with coi', tool: HANDOFF, input: { item_count: 4, coi_required: true } },
  { says: 'without coi', tool: HANDOFF, input: { item_count: 4, coi_required: false } },
  {
    says: 'plus a surfboard',
    tool: HANDOFF,
    input: { item_count: 4, item_description: '2 suitcases and 1 box and 1 bag and surfboard' },
  },
  {
    says: 'no surfboard',
    tool: HANDOFF,
    input: { item_count: 4, item_description: '2 suitcases and 1 box and 1 bag' },
  },
]);

conversation('a policy asked in the middle of a booking is answered, and the booking goes on', [
  { says: 'I want to book a delivery of 3 items', tool: null, answers: [/day/] },
  { says: 'should I tip?', tool: null, answers: ['never expected', /day/, '3 items'] },
  { says: 'what is your cancellation policy?', tool: null, answers: ['48 hours', '3 items'] },
  { says: 'how do I label things?', tool: null, answers: ['#3 of 5', '3 items'] },
  { says: 'do you have storage?', tool: null, answers: ['$20', '3 items'] },
  { says: 'am I insured?', tool: null, answers: ['$150', '3 items'] },
  { says: 'ok, december 9', tool: HANDOFF, input: { item_count: 3, pickup_date: '2026-12-09' } },
]);

conversation('a price asked in the middle of a booking does not end the booking', [
  { says: 'I want to book a petite move', tool: null, answers: [/day/] },
  { says: 'how much is it?', tool: PRICE, answers: ['$995', /day/] },
  {
    says: 'december 9',
    tool: HANDOFF,
    input: { mini_move_tier: 'petite', pickup_date: '2026-12-09' },
  },
]);

conversation('a no is taken as a no', [
  { says: 'price for 3 items', tool: PRICE },
  { says: 'no thanks', tool: null, never: [/\$/] },
]);

conversation('choosing a service by what is to be moved', [
  { says: 'which service is right for me?', tool: null, answers: [/how many items/i] },
  { says: 'about 12', tool: null, answers: ['Petite Move'] },
  { says: 'yes', tool: PRICE, input: { mini_move_tier: 'petite' }, answers: ['$995'] },
  { says: 'yes', tool: null, answers: [/day/] },
  { says: 'dec 9', tool: HANDOFF, input: { service_type: 'mini_move', mini_move_tier: 'petite' } },
]);

conversation('a change of service keeps what both have', [
  { says: 'price for 4 bags from 10001 to 11968', tool: PRICE, answers: ['$380'] },
  {
    says: 'actually I need an airport transfer',
    tool: PRICE,
    input: { service_type: 'blade_transfer', bag_count: 4, pickup_zip: '10001' },
    answers: ['$300'],
  },
]);

conversation('a size given as a family', [
  { says: 'how much is a mini move?', tool: null },
  {
    says: 'we are a family of 4',
    tool: PRICE,
    input: { mini_move_tier: 'standard' },
    answers: ['$1,950'],
  },
]);

conversation('starting over forgets the order', [
  { says: 'price for a petite move', tool: PRICE },
  { says: 'start over', tool: null },
  { says: 'how much is it?', tool: null, never: [/Petite Move \(?\$/] },
]);

conversation('a new price after a handoff is offered as an update', [
  { says: 'book 3 items on december 9', tool: HANDOFF },
  {
    says: 'how much would 5 items be?',
    tool: PRICE,
    input: { item_count: 5 },
    answers: ['update'],
  },
  { says: 'yes', tool: HANDOFF, input: { item_count: 5, pickup_date: '2026-12-09' } },
]);

conversation('a yes in other words', [
  { says: "I'll take the standard move on friday", tool: PRICE, answers: ['$1,950'] },
  { says: 'make it saturday instead', tool: PRICE, answers: ['$2,125'] },
  {
    says: 'ok cool, update it',
    tool: HANDOFF,
    input: { pickup_date: '2026-11-28', mini_move_tier: 'standard' },
  },
]);

conversation('addresses are added to a prepared booking', [
  { says: 'book a petite move on december 9', tool: HANDOFF },
  {
    says: 'pick up at 12 main street, 10001',
    tool: HANDOFF,
    input: { pickup_zip: '10001', pickup_address_line_1: '12 Main Street' },
  },
  {
    says: 'to 11968',
    tool: HANDOFF,
    input: { pickup_zip: '10001', delivery_zip: '11968', pickup_date: '2026-12-09' },
  },
  { says: 'sorry, to 99999', tool: HANDOFF, answers: ['outside the service area'], never: [/_/] },
]);

conversation('what is not understood in the middle of a booking is said so, and asked again', [
  { says: 'I want to book', tool: null, answers: ['Which service'] },
  { says: 'do you like me', tool: null, answers: [/sorry/i, 'Which service'] },
  { says: 'a mini move', tool: null, answers: ['Which size'] },
  { says: 'not sure', tool: null, answers: [/how many pieces/i] },
  { says: 'maybe 20', tool: null, answers: ['Standard Move', /day/] },
  {
    says: 'december 9',
    tool: HANDOFF,
    input: { mini_move_tier: 'standard', pickup_date: '2026-12-09' },
  },
]);

conversation('a change of mind without a new wish is taken calmly', [
  { says: 'book 3 items on december 9', tool: HANDOFF },
  { says: 'I changed my mind', tool: null, never: [/orders@/] },
]);
