import assert from 'node:assert/strict';
import { it } from 'node:test';
import { asClock, startCountdown } from './countdown.ts';

it('says seconds as a clock', () => {
  assert.deepEqual([0, 9, 60, 75, 300, 3599].map(asClock), [
    '0:00',
    '0:09',
    '1:00',
    '1:15',
    '5:00',
    '59:59',
  ]);
});

it('counts down to 0 once, and says so the last time', (t) => {
  t.mock.timers.enable({ apis: ['setInterval', 'Date'] });
  const heard: number[] = [];
  startCountdown(3, (left) => heard.push(left));
  for (let second = 0; second < 6; second += 1) t.mock.timers.tick(1000);
  assert.deepEqual(heard, [3, 2, 1, 0]);
});

it('is silent once it was ended', (t) => {
  t.mock.timers.enable({ apis: ['setInterval', 'Date'] });
  const heard: number[] = [];
  const end = startCountdown(3, (left) => heard.push(left));
  t.mock.timers.tick(1000);
  end();
  end();
  t.mock.timers.tick(5000);
  assert.deepEqual(heard, [3, 2]);
});
