import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnnouncer } from './announcer.ts';
import type { SqlRunner } from './sql-runner.ts';
import { silent } from './test-pipeline.ts';

function setUp() {
  const batches: string[][] = [];
  let fails = 0;
  const failed = Promise.withResolvers<void>();
  const heard = { count: 0, wake: () => {} };
  const run: SqlRunner = async (_, values = []) => {
    if (fails > 0) {
      fails -= 1;
      failed.resolve();
      throw new Error('no connection');
    }
    const [channels, payloads] = values as [string[], string[]];
    batches.push(channels.map((channel, index) => `${channel}:${payloads[index]}`));
    heard.wake();
    return { rows: [] };
  };
  return {
    announcer: createAnnouncer({ run, log: silent }),
    batches,
    failNext: () => {
      fails += 1;
      return failed.promise;
    },
    untilBatches: async (count: number) => {
      while (batches.length < count) {
        await new Promise<void>((resolve) => {
          heard.wake = resolve;
        });
      }
    },
  };
}

test('what is announced in one turn goes in one statement, each once', async () => {
  const { announcer, batches, untilBatches } = setUp();
  for (const payload of ['a', 'b', 'a']) announcer.announce('news', payload);
  announcer.announce('other', 'a');
  await untilBatches(1);
  assert.deepEqual(batches, [['news:a', 'news:b', 'other:a']]);
  announcer.announce('news', 'a');
  await untilBatches(2);
  assert.deepEqual(batches[1], ['news:a']);
  await announcer.close();
});

test('what could not be announced is announced later, with what came since', async () => {
  const { announcer, batches, failNext } = setUp();
  const failed = failNext();
  announcer.announce('news', 'a');
  await failed;
  announcer.announce('news', 'b');
  await announcer.close();
  assert.deepEqual(batches.flat(), ['news:a', 'news:b']);
});

test('closing announces what waits, and after that nothing is announced by itself', async () => {
  const { announcer, batches } = setUp();
  announcer.announce('news', 'a');
  await announcer.close();
  announcer.announce('news', 'b');
  await announcer.close();
  assert.deepEqual(batches, [['news:a'], ['news:b']]);
});
