type Call = { name: string; input: Readonly<Record<string, unknown>> };

const estimate = (ask: string, input: Record<string, unknown>) => ({
  ask,
  calls: [{ name: 'get_pricing_estimate', input }] as Call[],
});

/** Questions whose tools really answer, by what they are about. */
export const ESTIMATES = [
  estimate('How much is a petite move?', { service_type: 'mini_move', mini_move_tier: 'petite' }),
  estimate('Petite move with a COI, please', {
    service_type: 'mini_move',
    mini_move_tier: 'petite',
    coi_required: true,
  }),
  estimate('Standard move with packing?', {
    service_type: 'mini_move',
    mini_move_tier: 'standard',
    include_packing: true,
  }),
  estimate('Full move on December 12 with unpacking', {
    service_type: 'mini_move',
    mini_move_tier: 'full',
    include_unpacking: true,
    pickup_date: '2026-12-12',
  }),
  estimate('3 suitcases to East Hampton', {
    service_type: 'standard_delivery',
    item_count: 3,
    pickup_zip: '10001',
    delivery_zip: '11937',
  }),
  estimate('5 items same day', {
    service_type: 'standard_delivery',
    item_count: 5,
    is_same_day: true,
  }),
  estimate('7 boxes to Montauk on the 5th', {
    service_type: 'standard_delivery',
    item_count: 7,
    delivery_zip: '11954',
    pickup_date: '2026-12-05',
  }),
  estimate('2 bags from Newark to JFK', {
    service_type: 'blade_transfer',
    bag_count: 2,
    pickup_zip: '07101',
  }),
  estimate('A surfboard and a peloton', {
    service_type: 'standard_delivery',
    item_count: 0,
    item_description: 'a surfboard and a peloton',
  }),
];

export const ZIP_CODES = [
  '10001',
  '11201',
  '11968',
  '07101',
  '11954',
  '06880',
  '90210',
  '02110',
].map((zip_code) => ({
  ask: `Do you serve ${zip_code}?`,
  calls: [{ name: 'check_zip_coverage', input: { zip_code } }] as Call[],
}));

export const PERIODS = [
  ['2026-12-01', 6],
  ['2026-12-04', 3],
  ['2026-12-05', 0],
  ['2026-12-07', 10],
  ['2026-12-19', 4],
].map(([start_date, num_days]) => ({
  ask: `What is free from ${start_date} on?`,
  calls: [{ name: 'check_availability', input: { start_date, num_days } }] as Call[],
}));

export const BOOKINGS = [
  {
    ask: 'What is with my bookings?',
    calls: [{ name: 'lookup_booking_status', input: {} }] as Call[],
  },
];

export const HISTORY = [
  {
    ask: 'How much have I spent?',
    calls: [{ name: 'lookup_booking_history', input: {} }] as Call[],
  },
];

export const HANDOFFS = [
  {
    ask: 'Please book a petite move on December 9 from 10001 to 11937',
    calls: [
      {
        name: 'build_booking_handoff',
        input: {
          service_type: 'mini_move',
          mini_move_tier: 'petite',
          pickup_date: '2026-12-09',
          pickup_zip: '10001',
          delivery_zip: '11937',
        },
      },
    ] as Call[],
  },
];

export const NOTHING = [{ ask: 'Hello! Tell me about your services.', calls: [] as Call[] }];
