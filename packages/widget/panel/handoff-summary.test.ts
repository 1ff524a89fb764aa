import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enHandoff } from '../words/en-handoff.ts';
import { esHandoff } from '../words/es.ts';
import { summarizeHandoff } from './handoff-summary.ts';

const summarize = (prefill: Parameters<typeof summarizeHandoff>[0]) =>
  summarizeHandoff(prefill, enHandoff, 'en-US');

describe('summarizeHandoff', () => {
  it('leaves out what is unknown and keeps 0 and false', () => {
    assert.deepEqual(summarize({}), []);
    assert.deepEqual(summarize({ standard_delivery_item_count: 0, coi_required: false }), [
      ['Items', '0'],
      ['Certificate of insurance', 'No'],
    ]);
  });

  it('says dates as the day they name, in every time zone', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
        process.env.TZ = zone;
        assert.deepEqual(summarize({ pickup_date: '2026-12-24' }), [
          ['Pickup date', 'Thursday, December 24, 2026'],
        ]);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('puts an airport transfer and half-known addresses into words', () => {
    assert.deepEqual(
      summarize({
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
        ['Service', 'Airport transfer'],
        ['Bags', '2'],
        ['Direction', 'To the airport'],
        ['Airport', 'JFK, Terminal 4'],
        ['Flight time', '14:30'],
        ['Pickup address', '10001'],
      ],
    );
  });

  it('says dates and values in the language of its words', () => {
    assert.deepEqual(
      summarizeHandoff(
        { service_type: 'mini_move', pickup_date: '2026-12-24', include_packing: true },
        esHandoff,
        'es-US',
      ),
      [
        ['Servicio', 'Minimudanza'],
        ['Fecha de recogida', 'jueves, 24 de diciembre de 2026'],
        ['Embalaje', 'Sí'],
      ],
    );
  });
});
