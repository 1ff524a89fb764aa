import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryCacheStore } from './memory-cache-store.ts';

test('a key of yesterday is forgotten, one still in use is not', async () => {
  const time = { now: new Date('2026-11-22T15:00:00Z') };
  const store = createMemoryCacheStore({ clock: () => time.now });
  const textOf = async (key: string) => (await store.read(key)).text;
  await store.write('used', 'memory 0', '1');
  await store.write('of-a-day', 'memory 0', '2');
  time.now = new Date('2026-11-23T14:59:59Z');
  await store.invalidate('used');
  assert.deepEqual([await textOf('used'), await textOf('of-a-day')], ['1', '2']);
  time.now = new Date('2026-11-23T15:00:00Z');
  await store.write('another', 'memory 0', '3');
  assert.deepEqual([await textOf('used'), await textOf('of-a-day')], ['1', undefined]);
  assert.deepEqual(await store.read('used'), {
    text: '1',
    ageMs: undefined,
    generation: 'memory 1',
  });
});
