import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClockTime } from './read-clock-time.ts';

test('what is no time of day is undefined', () => {
  for (const text of ['', '14', 'noon', '24:00', '12:60', '13 PM', '0 AM', '1:5', '-1:00']) {
    assert.equal(readClockTime(text), undefined, text);
  }
});

test('times are read on 12 and on 24 hours', () => {
  const read = ['00:00', '9:30', '14:00:00', '12 AM', '12 pm', '2:30 p.m.', '11PM'].map(
    readClockTime,
  );
  assert.deepEqual(read, ['00:00', '09:30', '14:00', '00:00', '12:00', '14:30', '23:00']);
});
