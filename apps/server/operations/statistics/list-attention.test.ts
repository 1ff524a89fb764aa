import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { generateOperations } from '../../../../testing/generate-operations.ts';
import { createTestDatabase } from '../../../../testing/postgres.ts';
import { openDatabase } from '../../platform/database.ts';
import { CursorError, type Page } from '../../platform/page.ts';
import {
  listComingDeadlines,
  listFailedExecutions,
  listOverdueDeadlines,
  listOverdueTasks,
  listPendingReviews,
  listPressingTasks,
  listUrgentTasksDue,
} from './list-attention.ts';
import { readOpenWork } from './read-open-work.ts';

const NOW = new Date('2026-11-22T15:00:00Z');
const timezone = 'America/New_York';

test('hole: past deadlines called upcoming: each list has what its name says, once, in order, all of it', async (t) => {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log: pino({ level: 'silent' }) });
  t.after(() => database.close());
  await generateOperations({ database, executions: 2_000, days: 20, seed: 11, now: NOW });
  const readAll = async <Item>(
    read: (page: { limit: number; cursor: string | undefined }) => Promise<Page<Item>>,
  ): Promise<Item[]> => {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ limit: 7, cursor });
      items.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return items;
  };
  const open = await readOpenWork({ database, timezone, now: NOW });

  const coming = await readAll((page) => listComingDeadlines({ database, now: NOW, ...page }));
  assert.equal(coming.length, open.comingDeadlines);
  assert.ok(coming.every(({ dueAt }) => dueAt >= NOW));
  assert.deepEqual(
    coming.map(({ dueAt }) => dueAt.getTime()),
    coming.map(({ dueAt }) => dueAt.getTime()).sort((a, b) => a - b),
  );
  const week = await readAll((page) =>
    listComingDeadlines({
      database,
      now: NOW,
      until: new Date('2026-11-29T05:00:00Z'),
      ...page,
    }),
  );
  assert.equal(week.length, open.comingDeadlinesNext7Days);

  const overdue = await readAll((page) => listOverdueDeadlines({ database, now: NOW, ...page }));
  assert.equal(overdue.length, open.overdueDeadlines);
  assert.ok(overdue.length > 0 && overdue.every(({ dueAt }) => dueAt < NOW));

  const late = await readAll((page) => listOverdueTasks({ database, timezone, now: NOW, ...page }));
  assert.equal(late.length, open.overdueTasks);
  assert.ok(late.length > 0 && late.every(({ dueDate }) => (dueDate ?? '') < '2026-11-22'));

  const pressing = await readAll((page) => listPressingTasks({ database, ...page }));
  assert.equal(pressing.length, open.openTasks.urgent + open.openTasks.high);
  const places = pressing.map(
    ({ priority, dueDate }) => `${priority === 'urgent' ? 0 : 1} ${dueDate ?? 'later'}`,
  );
  assert.deepEqual(places, [...places].sort());

  const urgentOnes = pressing.filter(({ priority }) => priority === 'urgent');
  const due = urgentOnes.filter(({ dueDate }) => dueDate !== null && dueDate <= '2026-11-22');
  const urgent = await readAll((page) =>
    listUrgentTasksDue({ database, today: '2026-11-22', ...page }),
  );
  assert.ok(urgent.length > 0);
  assert.deepEqual(
    urgent.map(({ taskId }) => taskId),
    due.map(({ taskId }) => taskId).reverse(),
  );

  const failed = await readAll((page) => listFailedExecutions({ database, ...page }));
  assert.equal(failed.length, open.failedExecutions);
  const reviews = await readAll((page) => listPendingReviews({ database, ...page }));
  assert.equal(reviews.length, open.pendingReviews);
  for (const risk of ['critical', 'high'] as const) {
    const risky = await readAll((page) => listPendingReviews({ database, risk, ...page }));
    assert.deepEqual(
      risky,
      reviews.filter((review) => review.risk === risk),
    );
  }
  for (const ids of [
    pressing.map(({ taskId }) => taskId),
    failed.map(({ executionId }) => executionId),
    reviews.map(({ reviewId }) => reviewId),
    coming.map(({ eventId }) => eventId),
  ]) {
    assert.equal(new Set(ids).size, ids.length);
  }
});

test('a cursor of another list, or of nobody, is refused', async (t) => {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log: pino({ level: 'silent' }) });
  t.after(() => database.close());
  const foreign = Buffer.from(JSON.stringify(['0', 'infinity', 'x'])).toString('base64url');
  for (const cursor of ['', 'nonsense', 'bnVsbA', '[]', foreign]) {
    await assert.rejects(listFailedExecutions({ database, limit: 5, cursor }), CursorError);
  }
  await assert.rejects(listFailedExecutions({ database, limit: 0 }), RangeError);
  await assert.rejects(listFailedExecutions({ database, limit: 1_001 }), RangeError);
});
