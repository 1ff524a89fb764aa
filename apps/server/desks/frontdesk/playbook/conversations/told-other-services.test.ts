import { told } from './told-checks.ts';

const TRANSFER =
  'Book an airport transfer for 3 bags to JFK terminal 4, flight December 17 at 4:10 pm, pickup December 16 in 10025';
const delivery = {
  service_type: 'standard_delivery',
  item_count: 3,
  pickup_zip: '10025',
  delivery_zip: '11937',
  pickup_date: '2026-12-16',
};

for (const says of [
  'forget the flight, take the 3 bags to 11937 as a normal delivery',
  'bring the 3 bags to 11937',
  'skip the airport, deliver to 11937',
  'scratch the airport, deliver to 11937',
]) {
  told(`a transfer becomes a delivery of the same pieces: ${says}`, [TRANSFER, says], delivery);
}
