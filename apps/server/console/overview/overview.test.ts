import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Overview, type OverviewTile, overviewSchema } from '@deskbell/protocol';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { insertTestMail } from '../../operations/routing/test-rows.ts';
import type { OperationsTables } from '../../operations/tables.ts';

/** 10:00 on a Sunday in New York. */
const NOW = new Date('2026-11-22T15:00:00Z');
const TIME_ZONE = 'America/New_York';

const startServer = (t: Parameters<typeof startTestServer>[0]) =>
  startTestServer(t, { backOffice: {}, clock: () => NOW });

async function read({ url }: TestServer): Promise<Overview> {
  const response = await fetch(`${url}/api/overview`);
  assert.equal(response.status, 200, await response.clone().text());
  return overviewSchema.parse(await response.json());
}

function tileOf({ tiles }: Overview, key: OverviewTile['key']): OverviewTile {
  const tile = tiles.find((one) => one.key === key);
  assert.ok(tile !== undefined, key);
  return tile;
}

test('an empty business has figures of 0, shares of nothing, and no tiles of bookings', async (t) => {
  const overview = await read(await startServer(t));
  assert.deepEqual(overview.attention.items, []);
  assert.deepEqual([...new Set(Object.values(overview.attention.counts))], [0]);
  assert.deepEqual(
    overview.tiles.map(({ key, value, comparison }) => [key, value, comparison?.value ?? null]),
    [
      ['emails_today', 0, 0],
      ['completed_share', null, null],
      ['failed_today', 0, 0],
      ['open_tasks', 0, null],
      ['tasks_due_this_week', 0, null],
      ['coming_deadlines', 0, null],
      ['pending_reviews', 0, null],
      ['handling_time', null, null],
    ],
  );
  for (const { key, trend } of overview.tiles) assert.equal(trend.days.length, 14, key);
});

test('every figure equals counting the rows by days of the business', async (t) => {
  const server = await startServer(t);
  const { database } = server;
  await generateOperations({ database, executions: 4_000, days: 30, seed: 21, now: NOW });
  const { rows: customers } = await database.pool.query<{ id: string }>(
    `insert into customers (name, email) values ('Ann', 'ann@example.com') returning id`,
  );
  await database.pool.query(
    `insert into bookings (customer_id, status, service_type, details, pickup_date, total_cents,
       price_lines, created_at)
     select $1, case when n % 4 = 0 then 'cancelled' else 'pending' end, 'mini_move', '{}',
       date '2026-11-22' - (n % 9), 100, '[]',
       timestamptz '2026-11-22 04:30:00+00' - n * interval '7 hours' + interval '9 hours'
     from generate_series(0, 40) as n`,
    [customers[0]?.id],
  );
  const overview = await read(server);
  const dayOf = (column: string) => `(${column} at time zone '${TIME_ZONE}')::date`;
  const number = async (expression: string): Promise<number | null> => {
    const { rows } = await database.pool.query<{ value: number | null }>(
      `select (${expression})::float8 as value`,
    );
    return rows[0]?.value ?? null;
  };
  const isNear = (found: number | null, wanted: number | null, what: string) => {
    if (found === null || wanted === null) assert.equal(found, wanted, what);
    else assert.ok(Math.abs(found - wanted) < 1e-6, `${what}: ${found} for ${wanted}`);
  };
  /** Figures as SQL of the days from one to another. */
  const counted: Partial<Record<OverviewTile['key'], (from: string, to: string) => string>> = {
    emails_today: (from, to) =>
      `select count(*) from emails where ${dayOf('accepted_at')} between '${from}' and '${to}'`,
    failed_today: (from, to) =>
      `select count(*) from executions where status = 'failed'
         and ${dayOf('accepted_at')} between '${from}' and '${to}'`,
    completed_share: (from, to) =>
      `select (count(*) filter (where status = 'completed'))::float8
         / nullif(count(*) filter (where status in ('completed', 'failed')), 0)
       from executions where ${dayOf('accepted_at')} between '${from}' and '${to}'`,
    handling_time: (from, to) =>
      `select sum(execution_time_ms)::float8 / nullif(count(distinct execution_id), 0)
       from agent_outputs where ${dayOf('created_at')} between '${from}' and '${to}'`,
    bookings_today: (from, to) =>
      `select count(*) from bookings
       where status <> 'cancelled' and pickup_date between '${from}' and '${to}'`,
    new_bookings: (from, to) =>
      `select count(*) from bookings where ${dayOf('created_at')} between '${from}' and '${to}'`,
  };
  for (const [key, sql] of Object.entries(counted)) {
    const tile = tileOf(overview, key as OverviewTile['key']);
    isNear(tile.value, await number(sql('2026-11-22', '2026-11-22')), key);
    const [from, to] =
      tile.comparison?.with === 'yesterday'
        ? ['2026-11-21', '2026-11-21']
        : ['2026-11-15', '2026-11-21'];
    isNear(tile.comparison?.value ?? null, await number(sql(from, to)), `${key}, earlier`);
    assert.equal(tile.trend.of, 'value');
    assert.deepEqual(
      [tile.trend.days[0]?.day, tile.trend.days.at(-1)?.day],
      ['2026-11-09', '2026-11-22'],
    );
    for (const { day, value } of tile.trend.days) {
      isNear(value, await number(sql(day, day)), `${key} ${day}`);
    }
    assert.ok(
      tile.trend.days.some(({ value }) => value !== null && value > 0),
      key,
    );
  }
  const beside: [OverviewTile['key'], value: string, ofDay: string][] = [
    [
      'open_tasks',
      `select count(*) from tasks where status in ('open', 'in_progress')`,
      `select count(*) from tasks where ${dayOf('created_at')} = $day`,
    ],
    [
      'tasks_due_this_week',
      `select count(*) from tasks where status in ('open', 'in_progress')
         and due_date between '2026-11-16' and '2026-11-22'`,
      `select count(*) from tasks where status in ('open', 'in_progress') and due_date = $day`,
    ],
    [
      'coming_deadlines',
      `select count(*) from calendar_events where status = 'scheduled'
         and due_at >= '${NOW.toISOString()}' and ${dayOf('due_at')} <= '2026-11-28'`,
      `select count(*) from calendar_events where status = 'scheduled'
         and due_at >= '${NOW.toISOString()}' and ${dayOf('due_at')} = $day`,
    ],
    [
      'pending_reviews',
      `select count(*) from reviews where status = 'pending'`,
      `select count(*) from reviews where ${dayOf('created_at')} = $day`,
    ],
  ];
  for (const [key, value, ofDay] of beside) {
    const tile = tileOf(overview, key);
    assert.ok(tile.value !== null && tile.value > 0, key);
    isNear(tile.value, await number(value), key);
    assert.equal(tile.trend.days.length, 14);
    for (const { day, value: found } of tile.trend.days) {
      isNear(found, await number(ofDay.replace('$day', `'${day}'`)), `${key} ${day}`);
    }
  }
  assert.equal(tileOf(overview, 'tasks_due_this_week').trend.days[0]?.day, '2026-11-16');
  assert.equal(tileOf(overview, 'coming_deadlines').trend.days[0]?.day, '2026-11-22');

  const { counts, items } = overview.attention;
  assert.deepEqual(counts, {
    failed_executions: await number(`select count(*) from executions where status = 'failed'`),
    pending_reviews: await number(`select count(*) from reviews where status = 'pending'`),
    tasks: await number(`select count(*) from tasks where status in ('open', 'in_progress')
      and (due_date < '2026-11-22' or priority in ('urgent', 'high'))`),
    overdue_deadlines: await number(`select count(*) from calendar_events
      where status = 'scheduled' and due_at < '${NOW.toISOString()}'`),
    coming_deadlines: tileOf(overview, 'coming_deadlines').value,
  });
  assert.equal(items.length, 20);
  const pressures = items.map(({ pressure }) => ['now', 'soon', 'later'].indexOf(pressure));
  assert.deepEqual(pressures, pressures.toSorted());
});

test('what presses comes first, says why in a sentence, and leads to its own record', async (t) => {
  const server = await startServer(t);
  const tables = server.database.for<OperationsTables>();
  const longSubject = `An old failure ${'of many words '.repeat(12)}indeed`;
  const old = await insertTestMail(tables, {
    subject: longSubject,
    status: 'failed',
    acceptedAt: new Date('2026-11-10T15:00:00Z'),
  });
  const fresh = await insertTestMail(tables, {
    subject: 'A fresh failure',
    status: 'failed',
    acceptedAt: new Date('2026-11-22T14:00:00Z'),
  });
  const suspect = await insertTestMail(tables, { subject: 'New bank details' });
  const reviewId = suspect.executionId.replace(/^.{8}/, '019ae000');
  await tables
    .insertInto('reviews')
    .values({
      id: reviewId,
      execution_id: suspect.executionId,
      reasons: JSON.stringify([{ code: 'changed_bank_details', detail: 'New details.' }]),
      risk: 'critical',
      status: 'pending',
      created_at: new Date('2026-11-22T13:00:00Z'),
      decided_at: null,
      decided_by: null,
      note: null,
    })
    .execute();
  const { items } = (await read(server)).attention;
  assert.deepEqual(
    items.map(({ kind, link, pressure }) => [kind, link, pressure]),
    [
      ['review', `review:${reviewId}`, 'now'],
      ['failed_execution', `execution:${fresh.executionId}`, 'now'],
      ['failed_execution', `execution:${old.executionId}`, 'soon'],
    ],
  );
  const [review, failure, oldFailure] = items;
  assert.equal(oldFailure?.title, longSubject);
  assert.deepEqual(
    [review?.id, review?.title, review?.since, review?.due, review?.email_id, review?.sender],
    [
      reviewId,
      'New bank details',
      '2026-11-22T13:00:00.000Z',
      null,
      suspect.emailId,
      'ann@vans.example',
    ],
  );
  for (const { why } of items) assert.match(why, /^[A-Z].*\.$/);
  assert.equal(failure?.id, fresh.executionId);
  assert.match(failure?.why ?? '', /^Could not be worked on/);
});
