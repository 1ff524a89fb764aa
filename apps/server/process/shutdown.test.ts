import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createShutdown } from './shutdown.ts';

/** A shutdown whose closing ends when the test says so, with what it did in order. */
function setUp() {
  const steps: string[] = [];
  const closing = Promise.withResolvers<void>();
  let nowMs = 0;
  const shutdown = createShutdown({
    close: () => {
      steps.push('close');
      return closing.promise;
    },
    abandon: async () => void steps.push('abandon'),
    exit: (code) => void steps.push(`exit ${code}`),
    now: () => nowMs,
  });
  return { shutdown, steps, closing, wait: (ms: number) => (nowMs += ms) };
}

test('the echo of a signal does not cut closing short', async () => {
  const { shutdown, steps, closing, wait } = setUp();
  shutdown.handleSignal();
  wait(30);
  shutdown.handleSignal();
  closing.resolve();
  await nextTurn();
  assert.deepEqual(steps, ['close', 'exit 0']);
});

test('a third signal ends by force', async () => {
  const { shutdown, steps } = setUp();
  for (let count = 0; count < 3; count += 1) shutdown.handleSignal();
  await nextTurn();
  assert.deepEqual(steps, ['close', 'abandon', 'exit 1']);
});

test('a second signal after two seconds ends by force, once', async () => {
  const { shutdown, steps, closing, wait } = setUp();
  shutdown.handleSignal();
  wait(2_001);
  shutdown.handleSignal();
  shutdown.handleSignal();
  await nextTurn();
  closing.resolve();
  await nextTurn();
  assert.deepEqual(steps, ['close', 'abandon', 'exit 1']);
});

test('closing that hangs is ended by force after 15 s', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { shutdown, steps } = setUp();
  shutdown.handleSignal();
  t.mock.timers.tick(14_999);
  await nextTurn();
  assert.deepEqual(steps, ['close']);
  t.mock.timers.tick(1);
  await nextTurn();
  assert.deepEqual(steps, ['close', 'abandon', 'exit 1']);
});

test('closing that fails, and an end for a reason of our own, exit with their code', async () => {
  const failing = setUp();
  failing.shutdown.handleSignal();
  failing.closing.reject(new Error('no'));
  const own = setUp();
  own.shutdown.end(1);
  own.shutdown.handleSignal();
  own.closing.resolve();
  await nextTurn();
  assert.deepEqual(failing.steps, ['close', 'exit 1']);
  assert.deepEqual(own.steps, ['close', 'exit 1']);
});
