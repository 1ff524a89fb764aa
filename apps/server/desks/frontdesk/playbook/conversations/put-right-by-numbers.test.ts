import { told } from './told-checks.ts';

const TRANSFER =
  'Book an airport transfer for 3 bags to JFK terminal 4, flight December 17 at 4:10 pm, pickup December 16 in 10025';
const transfer = {
  service_type: 'blade_transfer',
  bag_count: 3,
  transfer_direction: 'to_airport',
  airport: 'JFK',
  terminal: '4',
  flight_date: '2026-12-17',
  flight_time: '16:10',
  pickup_zip: '10025',
  pickup_date: '2026-12-16',
};
const BOXES = 'Book 4 boxes from 10011 to 11937';
const boxes = {
  service_type: 'standard_delivery',
  item_count: 4,
  pickup_zip: '10011',
  delivery_zip: '11937',
};

for (const [lines, changed] of [
  [['terminal 8', '7, not 8'], { terminal: '7' }],
  [['18, not 17'], { flight_date: '2026-12-18' }],
  [['4, not 3'], { bag_count: 4 }],
] as const) {
  told(`numbers of a transfer put right: ${lines.join(' / ')}`, [TRANSFER, ...lines], {
    ...transfer,
    ...changed,
  });
}

for (const [lines, changed] of [
  [['December 8', '7, not 8'], { pickup_date: '2026-12-07' }],
  [['December 8', 'make it 12'], { pickup_date: '2026-12-12' }],
  [['December 8', '6 boxes', 'make it 5'], { item_count: 5, pickup_date: '2026-12-08' }],
] as const) {
  told(`numbers of a delivery put right: ${lines.join(' / ')}`, [BOXES, ...lines], {
    ...boxes,
    ...changed,
  });
}

told(
  'a house number put right beside the bare name of the street',
  [`${BOXES} on December 9, pickup address 89 Bleecker St`, 'sorry, 98 Bleecker'],
  {
    ...boxes,
    pickup_date: '2026-12-09',
    pickup_address_line_1: '98 Bleecker St',
    pickup_state: 'NY',
  },
);
