import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AvailableDay } from '@deskbell/protocol';
import { lookOfDay } from './calendar-day.ts';

const today = '2026-12-01';
const saturday: AvailableDay = {
  date: '2026-12-05',
  availability: 'busy',
  is_weekend: true,
  surcharges: [{ service_type: 'mini_move', name: 'Weekend', amount_cents: 17_500 }],
  blocked: false,
  blocked_reason: null,
};
const look = (day: AvailableDay | undefined, serviceType: string, date = '2026-12-05') =>
  lookOfDay({ date, today, day, serviceType });

test('a day says that it is busy and what it costs more for this service, and can be chosen', () => {
  const seen = look(saturday, 'mini_move');
  assert.equal(seen.blockedReason, undefined);
  assert.equal(seen.surchargeCents, 17_500);
  assert.equal(
    seen.label,
    'Saturday, December 5, 2026, busy: we may call you to confirm the time, $175 more',
  );
  assert.equal(look(saturday, 'blade_transfer').surchargeCents, 0);
});

test('a blocked day has the server’s reason, and neither a price nor a mark', () => {
  const seen = look({ ...saturday, blocked: true, blocked_reason: 'Please call us.' }, 'mini_move');
  assert.deepEqual(seen, {
    blockedReason: 'Please call us.',
    isBusy: false,
    surchargeCents: 0,
    label: 'Saturday, December 5, 2026, not available: Please call us.',
  });
});

test('a day that is over cannot be chosen; one that nothing is known of can', () => {
  assert.match(look(undefined, 'mini_move', '2026-11-30').blockedReason ?? '', /in the past/);
  assert.equal(look(undefined, 'mini_move').blockedReason, undefined);
});
