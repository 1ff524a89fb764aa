import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinWrites, runWrites } from './sql-write.ts';

test('joined parts keep their own parameters, more than nine as well', () => {
  const many = Array.from({ length: 11 }, (_, index) => index);
  const first = { text: 'one as (select $1, $11)', values: many };
  const second = { text: 'two as (select $2, $1, $2)', values: ['a', 'b'] };
  for (let round = 0; round < 2; round += 1) {
    assert.deepEqual(joinWrites([first, second], { text: 'select $1', values: [true] }), {
      text: 'with one as (select $1, $11),\ntwo as (select $13, $12, $13)\nselect $14',
      values: [...many, 'a', 'b', true],
    });
  }
});

test('nothing to write is no statement', async () => {
  await runWrites(() => assert.fail('a statement'), []);
});
