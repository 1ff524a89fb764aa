import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Booking, NewBooking } from '@deskbell/protocol';
import type { Answer } from './api.ts';
import { bookOnce } from './book-once.ts';
import type { BookingAttempt } from './draft.ts';

const body = (total: number): NewBooking => ({
  order: { service_type: 'mini_move' },
  contact: { name: 'Ann', email: 'ann@example.com', phone: '212' },
  expected_total_cents: total,
});
const booking = { number: 'TT-000001' } as Booking;
const refused = (status: number, code: string): Answer<Booking> => ({
  kind: 'refused',
  status,
  code,
  message: 'No.',
  errors: [],
  price: undefined,
});

/** A server that answers in this order, and what it was asked. */
const scripted = (...answers: Answer<Booking>[]) => {
  const asked: { total: number; key: string }[] = [];
  const api = {
    book: async (sent: NewBooking, key: string): Promise<Answer<Booking>> => {
      asked.push({ total: sent.expected_total_cents, key });
      return answers[asked.length - 1] ?? { kind: 'lost' };
    },
  };
  return { api, asked };
};

describe('booking once', () => {
  let kept: BookingAttempt | null = null;
  const keep = (attempt: BookingAttempt | null) => {
    kept = attempt;
  };

  for (const [name, lost] of [
    ['a lost answer', { kind: 'lost' }],
    ['a failure of the server', refused(503, 'unavailable')],
  ] as const) {
    it(`keeps the key after ${name}, and uses it for the next try`, async () => {
      kept = null;
      const { api, asked } = scripted(lost, { kind: 'ok', value: booking });
      const first = await bookOnce({ api, body: body(1), unfinished: null, key: 'first', keep });
      assert.equal(first.kind === 'failed' && first.isKnown, false);
      assert.ok(kept);
      const second = await bookOnce({ api, body: body(1), unfinished: kept, key: 'second', keep });
      assert.deepEqual(second, { kind: 'booked', booking, isEarlierOrder: false });
      assert.equal(asked[0]?.key, asked[1]?.key);
      assert.equal(kept, null);
    });
  }

  for (const [status, code] of [
    [401, 'not_signed_in'],
    [429, 'rate_limited'],
  ] as const) {
    it(`keeps the key of a lost answer after ${code}: it may have been booked`, async () => {
      const unfinished = { key: 'the-key', body: body(1) };
      kept = unfinished;
      const { api } = scripted(refused(status, code));
      await bookOnce({ api, body: body(1), unfinished, key: 'second', keep });
      assert.deepEqual(kept, unfinished);
      const first = scripted(refused(status, code));
      await bookOnce({ api: first.api, body: body(1), unfinished: null, key: 'first', keep });
      assert.equal(kept, null);
    });
  }

  it('says why the first try cannot be looked up by somebody who is signed out', async () => {
    const unfinished = { key: 'the-key', body: body(1) };
    kept = unfinished;
    const signedOut = { ...refused(401, 'not_signed_in'), message: 'Please sign in again.' };
    const { api } = scripted(refused(409, 'idempotency_mismatch'), signedOut);
    const outcome = await bookOnce({ api, body: body(2), unfinished, key: 'second', keep });
    assert.deepEqual(outcome, {
      kind: 'failed',
      message: 'Please sign in again.',
      isKnown: false,
    });
    assert.deepEqual(kept, unfinished);
  });

  it('finds the booking of the first try when the order was changed after its answer was lost', async () => {
    const unfinished = { key: 'the-key', body: body(1) };
    const { api, asked } = scripted(refused(409, 'idempotency_mismatch'), {
      kind: 'ok',
      value: booking,
    });
    const outcome = await bookOnce({ api, body: body(2), unfinished, key: 'second', keep });
    assert.deepEqual(outcome, { kind: 'booked', booking, isEarlierOrder: true });
    assert.deepEqual(asked, [
      { total: 2, key: 'the-key' },
      { total: 1, key: 'the-key' },
    ]);
  });

  it('of a copied page is not made again at another price: the first answer decides', async () => {
    kept = null;
    const { api, asked } = scripted(refused(409, 'idempotency_mismatch'));
    const outcome = await bookOnce({ api, body: body(2), unfinished: null, key: 'copied', keep });
    assert.deepEqual(outcome, { kind: 'booked-elsewhere' });
    assert.deepEqual(asked, [{ total: 2, key: 'copied' }]);
    assert.equal(kept, null);
  });

  it('forgets the key when the server has refused: the next order is a new one', async () => {
    for (const answer of [refused(400, 'invalid_request'), refused(429, 'rate_limited')]) {
      const { api } = scripted(answer);
      const outcome = await bookOnce({ api, body: body(1), unfinished: null, key: 'first', keep });
      assert.equal(outcome.kind === 'failed' && outcome.isKnown, true);
      assert.equal(kept, null);
    }
  });

  it('stores the attempt before it is sent', async () => {
    let keptWhenAsked: BookingAttempt | null = null;
    kept = null;
    const api = {
      book: async (): Promise<Answer<Booking>> => {
        keptWhenAsked = kept;
        return { kind: 'lost' };
      },
    };
    await bookOnce({ api, body: body(1), unfinished: null, key: 'first', keep });
    assert.deepEqual((keptWhenAsked as BookingAttempt | null)?.body, body(1));
  });
});
