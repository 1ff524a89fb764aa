import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bookingStatusSchema } from '@deskbell/protocol';
import { isUpcoming, statusWords } from './booking-status.ts';

const today = '2026-11-22';

it('has words for every status, before and after the day', () => {
  for (const status of bookingStatusSchema.options) {
    for (const pickup_date of ['2026-11-30', '2026-11-01']) {
      const { chip, next } = statusWords({ status, pickup_date }, today);
      assert.match(chip, /^[A-Z][a-z ]+$/);
      assert.match(next, /\.$/);
    }
  }
});

it('says that the payment link follows only while the day is still to come', () => {
  const next = (pickup_date: string) => statusWords({ status: 'pending', pickup_date }, today).next;
  assert.match(next('2026-11-22'), /payment link/);
  assert.match(next('2026-11-21'), /has passed/);
});

it('counts today as upcoming, and nothing that is completed or cancelled', () => {
  const upcoming = (status: 'paid' | 'completed' | 'cancelled', pickup_date: string) =>
    isUpcoming({ status, pickup_date }, today);
  assert.equal(upcoming('paid', today), true);
  assert.equal(upcoming('paid', '2026-11-21'), false);
  assert.equal(upcoming('completed', '2026-12-01'), false);
  assert.equal(upcoming('cancelled', '2026-12-01'), false);
});
