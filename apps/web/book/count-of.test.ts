import assert from 'node:assert/strict';
import { it } from 'node:test';
import { countOf } from './count-of.ts';

it('a count that was written is never read as another number', () => {
  const written: [string, number | undefined][] = [
    ['', undefined],
    ['-', undefined],
    ['.', undefined],
    ['abc', undefined],
    ['2x', undefined],
    ['1e3', undefined],
    ['1 2', undefined],
    ['1.2.3', undefined],
    ['1.5', 2],
    ['1,4', 1],
    ['-2', 0],
    ['\u22122', 0],
    [' 7 ', 7],
    ['07', 7],
    ['3.', 3],
    ['500', 50],
  ];
  for (const [text, count] of written) assert.equal(countOf(text, 50), count, text);
});
