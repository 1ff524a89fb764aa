import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyDraft } from './draft.ts';
import { flightConflict } from './flight-conflict.ts';

const flight = (transfer_direction: 'to_airport' | 'from_airport') => ({
  ...emptyDraft(),
  order: {
    service_type: 'blade_transfer' as const,
    transfer_direction,
    blade_flight_date: '2026-12-10',
  },
});

describe('the day of the bags and the day of the flight', () => {
  it('does not collect bags after their flight has left, or before it lands', () => {
    assert.match(
      String(flightConflict(flight('to_airport'), '2026-12-11')),
      /leaves on Thursday, December 10, 2026/,
    );
    assert.match(
      String(flightConflict(flight('from_airport'), '2026-12-09')),
      /lands on Thursday, December 10, 2026/,
    );
  });

  it('lets every other day be', () => {
    for (const date of ['2026-12-09', '2026-12-10']) {
      assert.equal(flightConflict(flight('to_airport'), date), undefined);
    }
    for (const date of ['2026-12-10', '2026-12-11']) {
      assert.equal(flightConflict(flight('from_airport'), date), undefined);
    }
    const move = { ...flight('to_airport'), order: { service_type: 'mini_move' as const } };
    assert.equal(flightConflict(move, '2026-12-11'), undefined);
  });
});
