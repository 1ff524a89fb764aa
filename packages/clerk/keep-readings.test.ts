import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from './dates/calendar.ts';
import { keepReadings, timedKey } from './keep-readings.ts';

const at = (instant: string) => localTime(new Date(instant), 'America/New_York');

test('what was read cannot be changed for those who are given it later', () => {
  const read = keepReadings(
    (text: string) => ({ words: text.split(' ') }),
    (text) => text,
  );
  assert.throws(() => read('two bags').words.push('more'), TypeError);
  assert.deepEqual(read('two bags'), { words: ['two', 'bags'] });
});

test('a text is read once; what has no key, every time', () => {
  const texts: string[] = [];
  const read = keepReadings(
    (text: string) => texts.push(text),
    (text) => (text.startsWith('now') ? undefined : text),
  );
  for (const text of ['one', 'one', 'now', 'now', '', '']) read(text);
  assert.deepEqual(texts, ['one', 'now', 'now', '', '']);
});

test('the longest unused are forgotten: memory does not grow with what is said', () => {
  let count = 0;
  const read = keepReadings(
    (_: string) => ++count,
    (text: string) => text,
  );
  const long = (index: number): string => `${index} ${'x'.repeat(4_000)}`;
  for (let index = 0; index < 200; index += 1) read(long(index));
  read(long(199));
  assert.equal(count, 200);
  read(long(0));
  assert.equal(count, 201);
});

test('an hour later, on another day or in another zone a text is read again', () => {
  const keys = [
    timedKey('tomorrow', at('2026-12-01T15:00:00Z')),
    timedKey('tomorrow', at('2026-12-01T16:00:00Z')),
    timedKey('tomorrow', at('2026-12-02T15:00:00Z')),
    timedKey('tomorrow', localTime(new Date('2026-12-01T20:00:00Z'), 'Asia/Kolkata')),
  ];
  assert.equal(new Set(keys).size, 4);
  assert.equal(timedKey('tomorrow', at('2026-12-01T15:59:00Z')), keys[0]);
});

test('a time from now is read anew each time: a minute later it is another', () => {
  assert.equal(timedKey('in 20 minutes', at('2026-12-01T15:00:00Z')), undefined);
});
