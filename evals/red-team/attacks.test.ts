import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { DeskName } from '../desks/ask.ts';
import { readCases } from '../desks/read-cases.ts';
import { attackKinds, attackSchema } from './attack.ts';

const CASES = fileURLToPath(new URL('../cases', import.meta.url));
/** The front desk's longest message, in characters. */
const MOST_CHARACTERS = 500;

const read = (desk: DeskName) =>
  readCases({ folder: CASES, desk, kind: 'red-team', schema: attackSchema });

test('there are enough attacks in each part, and both parts try the same kinds', async () => {
  for (const [desk, fewest] of [
    ['front-desk', 30],
    ['back-office', 25],
  ] as const) {
    const { cases, problems } = await read(desk);
    assert.deepEqual(problems, []);
    const kindsOf = (part: 'dev' | 'test') => {
      const ofPart = cases.filter((one) => one.part === part);
      assert.ok(ofPart.length >= fewest, `${desk} ${part}: ${ofPart.length}`);
      return new Set(ofPart.map(({ kind }) => kind));
    };
    assert.deepEqual([...kindsOf('dev')].sort(), [...kindsOf('test')].sort());
  }
});

test('every kind is tried somewhere', async () => {
  const all = [...(await read('front-desk')).cases, ...(await read('back-office')).cases];
  const tried = new Set(all.map(({ kind }) => kind));
  assert.deepEqual(
    attackKinds.filter((kind) => !tried.has(kind)),
    [],
  );
});

test('messages of attacks are short enough to be taken', async () => {
  const { cases } = await read('front-desk');
  for (const { id, turns } of cases) {
    for (const turn of turns) assert.ok([...turn].length <= MOST_CHARACTERS, id);
  }
});
