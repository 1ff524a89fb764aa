import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Booking } from '@deskbell/protocol';
import { detailLines, routeOf, serviceInWords, timeWindowInWords } from './booking-words.ts';
import { businessToday } from './business-today.ts';
import { splitBookings } from './split-bookings.ts';

const booking = (changes: Partial<Booking> = {}): Booking => ({
  number: 'TT-000123',
  status: 'paid',
  service_type: 'mini_move',
  details: { package_type: 'petite', include_packing: true, coi_required: false },
  pickup_date: '2026-12-01',
  pickup_time: 'morning',
  pickup_hour: null,
  pickup_address: {
    address_line_1: '140 West 22nd Street',
    city: 'New York',
    state: 'NY',
    zip_code: '10011',
  },
  delivery_address: null,
  special_instructions: null,
  price: { line_items: [], total_cents: 99500 },
  created_at: '2026-11-20T12:00:00.000Z',
  ...changes,
});

describe('words of a booking', () => {
  it('name the service and its tier', () => {
    const services = {
      mini_move: 'Small Move',
      standard_delivery: 'Van',
      blade_transfer: 'Airport',
    };
    const words = { services, tiers: { petite: 'Tiny Move' } };
    assert.equal(serviceInWords(booking(), words), 'Tiny Move');
    assert.equal(serviceInWords(booking(), { services, tiers: {} }), 'Small Move');
    assert.equal(
      serviceInWords(booking({ details: { package_type: 'toString' } }), words),
      'Small Move',
    );
    const transfer = booking({ service_type: 'blade_transfer', details: {} });
    assert.equal(serviceInWords(transfer, words), 'Airport');
  });

  it('say when the driver comes', () => {
    const words = (pickup_time: Booking['pickup_time'], pickup_hour: number | null) =>
      timeWindowInWords({ pickup_time, pickup_hour }, 'between 8 and 11 AM');
    assert.equal(words('morning', null), 'Between 8 and 11 AM');
    assert.equal(words('morning_specific', 9), '9 to 10 AM');
    assert.equal(words('morning_specific', null), 'Between 8 and 11 AM');
    assert.equal(words('no_time_preference', null), 'At any time of the day');
  });

  it('put the airport where there is no address', () => {
    const details = { blade_airport: 'JFK', blade_terminal: '4', blade_bag_count: 2 };
    assert.deepEqual(routeOf(booking({ details })), {
      from: ['140 West 22nd Street', 'New York, NY 10011'],
      to: ['JFK, Terminal 4'],
    });
  });

  it('leave out what is unknown, no, or not what it should be', () => {
    assert.deepEqual(detailLines(booking()), [{ label: 'With', value: 'Packing' }]);
    const odd = { item_description: { a: 1 }, blade_bag_count: [2], include_packing: 'true' };
    assert.deepEqual(detailLines(booking({ details: odd })), []);
  });

  it('say a flight with its date as it is written, whatever the time zone here', () => {
    const details = { blade_flight_date: '2026-12-24', blade_flight_time: '17:30' };
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
      process.env.TZ = zone;
      assert.deepEqual(detailLines(booking({ details })), [
        { label: 'Flight', value: 'Thursday, December 24, 2026, 5:30 PM' },
      ]);
    }
    delete process.env.TZ;
  });
});

describe("the business's day", () => {
  it('is that of its own time zone', () => {
    const now = new Date('2026-11-23T03:30:00Z');
    assert.equal(businessToday(now, 'America/New_York'), '2026-11-22');
    assert.equal(businessToday(now, 'Europe/Paris'), '2026-11-23');
  });
});

describe('splitting', () => {
  it('puts the next pickup first, and the latest of the past', () => {
    const on = (number: string, pickup_date: string, status: Booking['status'] = 'paid') =>
      booking({ number, pickup_date, status });
    const { upcoming, past } = splitBookings(
      [
        on('d', '2026-12-09'),
        on('b', '2026-11-01', 'completed'),
        on('c', '2026-11-22'),
        on('a', '2026-12-20', 'cancelled'),
        on('e', '2026-11-21', 'pending'),
      ],
      '2026-11-22',
    );
    assert.deepEqual(
      upcoming.map(({ number }) => number),
      ['c', 'd'],
    );
    assert.deepEqual(
      past.map(({ number }) => number),
      ['a', 'e', 'b'],
    );
  });
});
