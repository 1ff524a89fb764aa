import { days, price, suite, zip } from './conversation-checks.ts';

suite('coverage', [
  { says: 'Do you deliver to 11937?', calls: [zip('11937')], answers: ['Hamptons West'] },
  { says: 'do you serve 10001-1234', calls: [zip('10001-1234')], answers: ['Manhattan'] },
  { says: '  11954  ', calls: [zip('11954')], answers: ['$175'] },
  { says: 'is 07030 in your service area?', calls: [zip('07030')], answers: ['Hudson', '$175'] },
  { says: 'is 99999 covered', calls: [zip('99999')], answers: ['outside', '(631) 595-5100'] },
  { says: 'Can you pick up in 90210?', calls: [zip('90210')], answers: ['outside'] },
  { says: 'zip 123', calls: [zip('123')], answers: ['five digits'] },
  { says: 'my zip is abc', calls: [zip('abc')], answers: ['five digits'] },
  { says: 'do you cover 10023 and 11968?', calls: [zip('10023'), zip('11968')] },
  { says: 'Do you deliver to Montauk?', calls: [zip('11954')], answers: ['Montauk', '$175'] },
  { says: 'I live in Hoboken, do you deliver there?', calls: [zip('07030')] },
  { says: 'do you serve sag harbor', calls: [zip('11963')], answers: ['without a surcharge'] },
  { says: 'do you go to Brooklyn?', answers: ['Brooklyn', 'without a surcharge', 'ZIP'] },
  { says: 'do you serve the Hamptons', answers: ['Hamptons West', 'Hamptons East', '$175'] },
  { says: 'do you come to new jersey', answers: ['New Jersey', '$175'] },
  { says: 'do you go to Boston?', answers: ['What is the ZIP code?'], never: [/yes/i] },
  {
    says: 'what about boston',
    answers: ["don't list Boston", 'Manhattan', '(631) 595-5100', 'What is the ZIP code?'],
    never: [/yes|not serve/i],
  },
  { says: 'Is my address in your service area?', answers: ['What is the ZIP code?'] },
  { says: 'which areas do you serve', answers: ['Manhattan', 'Connecticut'] },
]);

suite('price', [
  {
    says: 'how much is a petite move?',
    calls: [price({ service_type: 'mini_move', mini_move_tier: 'petite' })],
    answers: ['$995'],
  },
  {
    says: 'how much is a petite move with COI?',
    calls: [price({ service_type: 'mini_move', mini_move_tier: 'petite', coi_required: true })],
    answers: ['$1,045'],
  },
  {
    says: 'price of the full mini move with packing and unpacking',
    calls: [
      price({
        service_type: 'mini_move',
        mini_move_tier: 'full',
        include_packing: true,
        include_unpacking: true,
      }),
    ],
    answers: ['$13,636.59'],
  },
  {
    says: 'petit move prise',
    calls: [price({ service_type: 'mini_move', mini_move_tier: 'petite' })],
  },
  {
    says: 'How much to send 3 items?',
    calls: [price({ service_type: 'standard_delivery', item_count: 3 })],
    answers: ['$285'],
  },
  {
    says: 'what would five suitcases cost',
    calls: [price({ service_type: 'standard_delivery', item_count: 5 })],
    answers: ['$475'],
  },
  {
    says: '3 items same day, how much?',
    calls: [price({ service_type: 'standard_delivery', item_count: 3, is_same_day: true })],
    answers: ['$645'],
  },
  {
    says: 'quote for a couple of bags and a box please',
    calls: [price({ service_type: 'standard_delivery', item_count: 3 })],
  },
  {
    says: 'same-day delivery for 3 items with a COI',
    calls: [
      price({
        service_type: 'standard_delivery',
        item_count: 3,
        coi_required: true,
        is_same_day: true,
      }),
    ],
    answers: ['$695'],
  },
  {
    says: 'How much for 2 bags to JFK?',
    calls: [price({ service_type: 'blade_transfer', bag_count: 2 })],
    answers: ['$150'],
  },
  {
    says: 'price for an airport transfer with 4 bags',
    calls: [price({ service_type: 'blade_transfer', bag_count: 4 })],
    answers: ['$300'],
  },
  {
    says: 'cost of 2 bags from 10001 to 07101 airport transfer',
    calls: [
      price({
        service_type: 'blade_transfer',
        bag_count: 2,
        pickup_zip: '10001',
        delivery_zip: '07101',
      }),
    ],
    answers: ['$325'],
  },
  { says: '1 bag to JFK, how much?', answers: ['minimum', '2 bags', '$150'] },
  {
    says: 'How much for a surfboard to Montauk?',
    calls: [
      price({
        service_type: 'specialty_item',
        item_description: 'surfboard',
        delivery_zip: '11954',
      }),
    ],
    answers: ['$525'],
  },
  {
    says: '2 surfboards and 3 boxes, price?',
    calls: [
      price({ service_type: 'standard_delivery', item_count: 3, item_description: '2 surfboards' }),
    ],
    answers: ['$985'],
  },
  {
    says: 'i need 3 boxes sent to chicago, how much',
    answers: ["don't list Chicago", 'ZIP code', 'custom quote'],
    never: [/\$/, /booking\?/],
  },
  {
    says: 'what do you charge for a crib',
    calls: [price({ service_type: 'specialty_item', item_description: 'crib' })],
    answers: ['$350'],
  },
  {
    says: 'petite move on December 5, what is the price?',
    calls: [
      price({ service_type: 'mini_move', mini_move_tier: 'petite', pickup_date: '2026-12-05' }),
    ],
    answers: ['$1,170', '$175 weekend surcharge for Saturday, December 5.'],
  },
  {
    says: 'standard delivery of 4 items on memorial day: how much?',
    calls: [price({ service_type: 'standard_delivery', item_count: 4, pickup_date: '2027-05-31' })],
    answers: ['$430', '$50 peak-date surcharge'],
  },
  {
    says: 'how much from 10001 to 90210 for 2 suitcases',
    calls: [
      price({
        service_type: 'standard_delivery',
        item_count: 2,
        pickup_zip: '10001',
        delivery_zip: '90210',
      }),
    ],
    answers: ['90210', 'outside the service area'],
    never: [/\$\d/],
  },
  {
    says: 'Can I get a quote for moving 20 boxes from 10023 to 11963?',
    calls: [
      price({
        service_type: 'mini_move',
        mini_move_tier: 'standard',
        pickup_zip: '10023',
        delivery_zip: '11963',
      }),
    ],
    answers: ['$1,950'],
  },
  {
    says: 'price please for full move, COI, no packing, 07030 to 11937',
    calls: [
      price({
        service_type: 'mini_move',
        mini_move_tier: 'full',
        coi_required: true,
        pickup_zip: '07030',
        delivery_zip: '11937',
      }),
    ],
    answers: ['$3,425', 'included'],
  },
  { says: 'how much is a mini move', answers: ['Petite', '$995', '$3,250', 'Which size'] },
  { says: 'how much is standard delivery?', answers: ['$95', '$285', /how many items/i] },
  { says: 'what does an airport transfer cost', answers: ['$75', /how many bags/i] },
  { says: 'I need a quote', answers: ['$95', '$995', '$75', /\?$/] },
  { says: 'price for standard', answers: ['Standard Delivery', 'Standard Move'] },
  { says: 'Do you offer packing?', answers: ['$1,400', '$2,535', '$5,070'] },
]);

suite('availability', [
  {
    says: 'Is December 5 available?',
    calls: [days('2026-12-05', 0)],
    answers: ['Saturday, December 5', '$175', '$50'],
  },
  { says: 'is next weekend available?', calls: [days('2026-11-28', 1)] },
  { says: 'avalability next wekend', calls: [days('2026-11-28', 1)] },
  {
    says: 'Do you have anything free on the 10th?',
    calls: [days('2026-12-10', 0)],
    answers: ['Thursday, December 10', 'No date surcharge'],
  },
  {
    says: 'can you pick up on tuesday',
    calls: [days('2026-11-24', 0)],
    answers: ['Tuesday, November 24'],
  },
  { says: 'is tomorrow available?', calls: [days('2026-11-23', 0)] },
  {
    says: 'what dates do you have between december 7 and december 9',
    calls: [days('2026-12-07', 2)],
  },
  { says: 'availability december 7-9', calls: [days('2026-12-07', 2)] },
  { says: 'any openings the week of december 7?', calls: [days('2026-12-07', 6)] },
  {
    says: 'any availability between dec 5 and dec 12?',
    calls: [days('2026-12-05', 7)],
    answers: [
      'Saturday, December 5 to Friday, December 11',
      'Saturday, December 12 is busy',
      'on Saturdays and Sundays is $175',
    ],
  },
  { says: 'is anything open from the 7th to the 9th', calls: [days('2026-12-07', 2)] },
  { says: 'how about the first half of December?', calls: [days('2026-12-01', 14)] },
  { says: 'the week of the 7th, anything free?', calls: [days('2026-12-07', 6)] },
  { says: 'are you free on thanksgiving weekend', calls: [days('2026-11-26', 3)] },
  { says: 'labor day weekend available?', calls: [days('2027-09-04', 2)] },
  {
    says: 'is march 10 ok',
    calls: [days('2027-03-10', 0)],
    answers: ['Wednesday, March 10, 2027'],
  },
  { says: 'are you free on thanksgiving', calls: [days('2026-11-26', 0)] },
  {
    says: 'is dec 12 ok',
    calls: [days('2026-12-12', 0), days('2026-12-13', 6)],
    answers: ['busy', 'Sunday, December 13'],
  },
  { says: 'can you pick up today?', calls: [days('2026-11-22', 0)], answers: ['(631) 595-5100'] },
  { says: 'is february 30 free?', answers: ["doesn't exist"] },
  { says: 'was last saturday free?', answers: ['already past'] },
  { says: 'When is the next available day?', calls: [days('2026-11-23', 13)] },
  { says: 'what is your availability?', answers: [/which day/i] },
]);

suite('sizes, weights and dates in general', [
  { says: "what's included in the full move?", answers: ['50-60', 'families of 6 or more'] },
  { says: 'how many items fit in a petite move?', answers: ['8-15'] },
  { says: 'What is the max weight per bag?', answers: ['50 lbs'] },
  { says: 'is there a weekend surcharge?', answers: ['$175', '$50', 'weekends'] },
  { says: 'do you deliver on sundays?', answers: ['weekends'] },
  {
    says: 'do you charge extra for july 4th?',
    calls: [days('2027-07-04', 0)],
    answers: ['$175 for Mini Move'],
  },
  { says: 'How far in advance do I need to book?', answers: ['Monday, November 23'] },
  { says: 'how soon can you come?', answers: ['Monday, November 23'] },
  { says: 'what day is it today?', answers: ['Sunday, November 22'] },
  {
    says: 'can you come on sunday?',
    calls: [days('2026-11-29', 0)],
  },
  {
    says: 'I need this today!!! 3 bags',
    calls: [
      price({
        service_type: 'standard_delivery',
        item_count: 3,
        is_same_day: true,
        pickup_date: '2026-11-22',
      }),
    ],
    answers: ['$695', '(631) 595-5100'],
    never: [/start a booking/],
  },
  { says: 'How much to move a 1 bedroom apartment?', answers: ['Which size'] },
  {
    says: 'twelve boxes and my surfboard from Manhattan to Montauk, how much?',
    calls: [price({ service_type: 'mini_move', mini_move_tier: 'petite', delivery_zip: '11954' })],
    answers: ['$1,170', 'surfboard is not in this price'],
  },
]);
