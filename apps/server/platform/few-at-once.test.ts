import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFewAtOnce } from './few-at-once.ts';

const never = new AbortController().signal;

test('who has left is not begun, before and while waiting, and takes no place', async () => {
  const run = createFewAtOnce(1);
  const gone = new Error('gone');
  const begun: string[] = [];
  const note = (name: string) => async () => {
    begun.push(name);
  };
  await assert.rejects(run(note('late'), AbortSignal.abort(gone)), gone);
  const first = Promise.withResolvers<void>();
  const running = run(() => first.promise, never);
  const leaving = new AbortController();
  const left = run(note('left'), leaving.signal);
  const stayed = run(note('stayed'), never);
  leaving.abort(gone);
  await assert.rejects(left, gone);
  first.resolve();
  await Promise.all([running, stayed]);
  await run(note('after'), never);
  assert.deepEqual(begun, ['stayed', 'after']);
});

test('no more run than may, in their order, also after one that failed', async () => {
  const run = createFewAtOnce(2);
  let now = 0;
  let most = 0;
  const order: number[] = [];
  const works = Array.from({ length: 9 }, (_, index) =>
    run(async () => {
      now += 1;
      most = Math.max(most, now);
      order.push(index);
      await Promise.resolve();
      now -= 1;
      if (index % 3 === 0) throw new Error(`work ${index}`);
      return index;
    }, never),
  );
  const outcomes = await Promise.allSettled(works);
  assert.equal(outcomes.filter(({ status }) => status === 'rejected').length, 3);
  assert.deepEqual(order, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
  assert.equal(most, 2);
});
