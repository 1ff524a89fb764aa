import assert from 'node:assert/strict';
import { it } from 'node:test';
import { editDistance } from './edit-distance.ts';

for (const [one, other, edits] of [
  ['', '', 0],
  ['', 'box', 3],
  ['move', 'move', 0],
  ['move', 'moves', 1],
  ['move', 'mvoe', 1],
  ['hamptons', 'hampotms', 2],
  ['kitten', 'sitting', 3],
] as const) {
  it(`counts ${edits} between "${one}" and "${other}", from either side`, () => {
    assert.equal(editDistance(one, other), edits);
    assert.equal(editDistance(other, one), edits);
  });
}
