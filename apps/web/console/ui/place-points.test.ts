import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placePoints } from './place-points.ts';

const size = { width: 20, height: 10, inset: 0 };

test('a missing value parts the line, and one alone can still be seen', () => {
  const { points, lines } = placePoints([1, 2, null, 2, null], size);
  assert.deepEqual(lines, ['0,5 5,0', '15,0 15,0']);
  assert.deepEqual(points[2], undefined);
});

test('nothing but zeros lies at the bottom; no value draws nothing', () => {
  assert.deepEqual(placePoints([0, 0], size).lines, ['0,10 20,10']);
  assert.deepEqual(placePoints([null, null], size).lines, []);
  assert.deepEqual(placePoints([], size), { points: [], lines: [] });
});

test('the highest value reaches the top, the bottom is nothing', () => {
  assert.deepEqual(placePoints([0.5, 1], size).lines, ['0,5 20,0']);
});
