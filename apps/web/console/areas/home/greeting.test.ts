import assert from 'node:assert/strict';
import { test } from 'node:test';
import { greet, hourOf } from './greeting.ts';

test('whoever has no name is greeted without one', () => {
  assert.equal(greet(9, undefined), 'Good morning');
  assert.equal(greet(9, '  '), 'Good morning');
  assert.equal(greet(9, 'dana@example.com'), 'Good morning');
  assert.equal(greet(9, 'Dana Kim'), 'Good morning, Dana');
});

test('the time of day is the business’s', () => {
  const midnight = new Date('2026-11-22T05:00:00Z');
  assert.equal(hourOf(midnight, 'America/New_York'), 0);
  assert.deepEqual(
    [4, 5, 11, 12, 17, 18].map((hour) => greet(hour, undefined)),
    [
      'Good evening',
      'Good morning',
      'Good morning',
      'Good afternoon',
      'Good afternoon',
      'Good evening',
    ],
  );
});
