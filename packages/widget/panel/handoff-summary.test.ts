import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { summarizeHandoff } from './handoff-summary.ts';

describe('summarizeHandoff', () => {
  it('leaves out what is unknown and keeps 0 and false', () => {
    assert.deepEqual(summarizeHandoff({}), []);
    assert.deepEqual(summarizeHandoff({ standard_delivery_item_count: 0, coi_required: false }), [
      { label: 'Items', value: '0' },
      { label: 'Certificate of insurance', value: 'No' },
    ]);
  });

  it('says dates as the day they name, in every time zone', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
        process.env.TZ = zone;
        assert.deepEqual(summarizeHandoff({ pickup_date: '2026-12-24' }), [
          { label: 'Pickup date', value: 'Thursday, December 24, 2026' },
        ]);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('puts an airport transfer and half-known addresses into words', () => {
    assert.deepEqual(
      summarizeHandoff({
        service_type: 'blade_transfer',
        blade_bag_count: 2,
        transfer_direction: 'to_airport',
        blade_airport: 'JFK',
        blade_terminal: '4',
        blade_flight_time: '14:30',
        pickup_address: { zip_code: '10001' },
        delivery_address: {},
      }),
      [
        { label: 'Service', value: 'Airport transfer' },
        { label: 'Bags', value: '2' },
        { label: 'Direction', value: 'To the airport' },
        { label: 'Airport', value: 'JFK, Terminal 4' },
        { label: 'Flight time', value: '14:30' },
        { label: 'Pickup address', value: '10001' },
      ],
    );
  });
});
