import assert from 'node:assert/strict';
import { describe, it, mock, type TestContext } from 'node:test';
import type { BookingOrder, BookingPrice } from '@deskbell/protocol';
import type { Answer } from './api.ts';
import { createLivePrice, noPrice, type PriceState } from './live-price.ts';

const priceOf = (cents: number): Answer<BookingPrice> => ({
  kind: 'ok',
  value: { line_items: [], total_cents: cents, disclaimer: '' },
});
const move = (tier: 'petite' | 'full'): BookingOrder => ({
  service_type: 'mini_move',
  package_type: tier,
});

const begin = (t: TestContext) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const asked: {
    order: BookingOrder;
    signal: AbortSignal | undefined;
    answer: PromiseWithResolvers<Answer<BookingPrice>>;
  }[] = [];
  let state: PriceState = noPrice;
  const price = createLivePrice({
    api: {
      estimate: (order, signal) => {
        const answer = Promise.withResolvers<Answer<BookingPrice>>();
        asked.push({ order, signal, answer });
        return answer.promise;
      },
    },
    delayMs: 300,
    onChange: (changed) => {
      state = changed;
    },
  });
  t.after(() => price.close());
  return { price, asked, state: () => state };
};

describe('the live price', () => {
  it('is not asked for while the order cannot have one', async (t) => {
    const { price, asked, state } = begin(t);
    for (const order of [
      {},
      { service_type: 'mini_move' },
      { service_type: 'blade_transfer' },
    ] as const) {
      price.update(order);
      await price.ask(order);
    }
    mock.timers.tick(1000);
    assert.equal(asked.length, 0);
    assert.deepEqual(state(), noPrice);
  });

  it('is asked for once for several changes in a row, and not for the same order again', async (t) => {
    const { price, asked } = begin(t);
    price.update(move('petite'));
    mock.timers.tick(200);
    price.update(move('full'));
    mock.timers.tick(300);
    price.update(move('full'));
    mock.timers.tick(1000);
    assert.deepEqual(
      asked.map(({ order }) => order),
      [move('full')],
    );
  });

  it('is never replaced by an older answer, whose request is cancelled', async (t) => {
    const { price, asked, state } = begin(t);
    const older = price.ask(move('petite'));
    const newer = price.ask(move('full'));
    assert.equal(asked[0]?.signal?.aborted, true);
    asked[1]?.answer.resolve(priceOf(2));
    await newer;
    asked[0]?.answer.resolve(priceOf(1));
    await older;
    assert.equal(state().price?.total_cents, 2);
  });

  it('stays as it was when the server cannot be reached, and is asked for again', async (t) => {
    const { price, asked, state } = begin(t);
    const first = price.ask(move('petite'));
    asked[0]?.answer.resolve(priceOf(1));
    await first;
    const second = price.ask(move('full'));
    asked[1]?.answer.resolve({ kind: 'lost' });
    await second;
    assert.equal(state().price?.total_cents, 1);
    assert.match(state().problem ?? '', /cannot reach/);
    price.update(move('full'));
    mock.timers.tick(300);
    assert.equal(asked.length, 3);
  });
});
