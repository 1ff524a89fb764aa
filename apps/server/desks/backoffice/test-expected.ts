import assert from 'node:assert/strict';
import type { Database } from '../../platform/database.ts';
import type { StoredCall } from './test-answers.ts';

// What each tool has to tell, counted anew from the rows themselves.

interface Moment {
  database: Database;
  /** ISO, and the business day it is in. */
  now: Date;
  today: string;
  timezone: string;
}

/** Fails when a number of a result is not what counting the rows gives. */
export async function assertEqualsSql(call: StoredCall, moment: Moment): Promise<void> {
  const { database, now, today, timezone } = moment;
  const count = async (sql: string, values: unknown[]): Promise<Record<string, number>> => {
    const { rows } = await database.pool.query<{ key: string; count: number }>(sql, values);
    return Object.fromEntries(rows.map((row) => [row.key, Number(row.count)]));
  };
  const one = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await count(`select 'count' as key, count(*) as count ${sql}`, values)).count ?? 0;
  /** Rows of a column's days; $1 zone, $2 and $3 the days or null. */
  const inDays = (column: string): string =>
    `($2::date is null or (${column} at time zone $1)::date >= $2::date)
     and ($3::date is null or (${column} at time zone $1)::date <= $3::date)`;
  const withoutZeros = (counts: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(counts).filter(([, amount]) => amount !== 0));

  switch (call.tool) {
    case 'list_emails':
    case 'list_executions': {
      const { input, result } = call;
      const values = [timezone, result.days.from, result.days.to];
      assert.deepEqual(
        withoutZeros(result.by_status),
        await count(
          `select x.status as key, count(*) as count from executions x
           where ${inDays('x.accepted_at')} group by 1`,
          values,
        ),
      );
      const { status, category } = input;
      if (!('sender' in input) || input.sender === undefined) {
        const isHighRisk = 'is_high_risk' in input && input.is_high_risk === true;
        const hasAttachments = ('has_attachments' in input ? input.has_attachments : null) ?? null;
        if (!isHighRisk && hasAttachments === null) assert.equal(result.is_more_than_total, false);
        const total = await one(
          `from executions x where ${inDays('x.accepted_at')}
           and ($4::text is null or x.status = $4) and ($5::text is null or x.category = $5)
           and (not $6::boolean or x.risk in ('high', 'critical'))
           and ($7::boolean is null
             or (select has_attachments from emails where id = x.email_id) = $7)`,
          [...values, status ?? null, category ?? null, isHighRisk, hasAttachments],
        );
        if (!result.is_more_than_total) assert.equal(result.total, total);
      }
      return;
    }
    case 'search_emails': {
      const { input, result } = call;
      if (!result.is_more_than_total) return;
      const found = await one(
        `from emails e join email_contents c on c.email_id = e.id
         where c.search @@ websearch_to_tsquery('english', $1)`,
        [input.query],
      );
      assert.ok(result.total <= found, `${result.total} of ${found}`);
      return;
    }
    case 'list_tasks': {
      const { input, result } = call;
      if (result.is_more_than_total) return;
      const isCompleted = (input.completed_from ?? input.completed_to) !== undefined;
      const open = `status in ('open', 'in_progress')`;
      const states = {
        open,
        done: `status = 'done'`,
        cancelled: `status = 'cancelled'`,
        all: 'true',
      };
      assert.deepEqual(
        withoutZeros(result.by_priority),
        await count(
          `select priority as key, count(*) as count from tasks
           where ${states[input.status ?? (isCompleted ? 'done' : 'open')]}
             and ($1::date is null or due_date >= $1) and ($2::date is null or due_date <= $2)
             and ($3::text[] is null or priority = any ($3))
             and (not $4::boolean or due_date < $5::date)
             and ($6::text is null or assignee = $6)
             and ($8::date is null or (created_at at time zone $7)::date >= $8)
             and ($9::date is null or (created_at at time zone $7)::date <= $9)
             and ($10::date is null or (completed_at at time zone $7)::date >= $10)
             and ($11::date is null or (completed_at at time zone $7)::date <= $11)
           group by 1`,
          [
            input.due_from ?? null,
            input.due_to ?? null,
            input.priority ?? null,
            input.is_overdue ?? false,
            today,
            input.assignee ?? null,
            timezone,
            input.created_from ?? null,
            input.created_to ?? null,
            input.completed_from ?? null,
            input.completed_to ?? null,
          ],
        ),
      );
      const sum = Object.values(result.by_priority).reduce((total, amount) => total + amount, 0);
      assert.equal(result.total, sum);
      return;
    }
    case 'agent_performance': {
      const { result } = call;
      const values = [timezone, result.days.from, result.days.to];
      const runs = await count(
        `select agent as key, count(*) as count from agent_outputs
         where ${inDays('created_at')} group by 1`,
        values,
      );
      const failures = await count(
        `select agent as key, count(*) as count from agent_outputs
         where ${inDays('created_at')} and status = 'failed' group by 1`,
        values,
      );
      for (const agent of result.agents) {
        assert.equal(agent.runs, runs[agent.agent] ?? 0);
        assert.equal(agent.failures, failures[agent.agent] ?? 0);
      }
      return;
    }
    case 'vendor_history': {
      const { result } = call;
      const values = [timezone, result.days.from, result.days.to];
      const byVendor = await count(
        `select v.name as key, count(*) as count
         from executions x join vendors v on v.id = x.vendor_id
         where ${inDays('x.accepted_at')} and x.status in ('completed', 'failed', 'cancelled')
         group by v.id, v.name`,
        values,
      );
      for (const vendor of result.vendors) assert.equal(vendor.mails, byVendor[vendor.name] ?? 0);
      const most = Math.max(0, ...Object.values(byVendor));
      if (call.input.vendor === undefined) assert.equal(result.vendors[0]?.mails ?? 0, most);
      return;
    }
    case 'system_health': {
      const { result } = call;
      const byStatus = await count(
        'select status as key, count(*) as count from executions group by 1',
        [],
      );
      assert.equal(result.pending_executions, byStatus.pending ?? 0);
      assert.equal(result.running_executions, byStatus.running ?? 0);
      assert.equal(result.failed_executions, byStatus.failed ?? 0);
      const ofToday = await count(
        `select status as key, count(*) as count from executions
         where ${inDays('accepted_at')} group by 1`,
        [timezone, today, today],
      );
      assert.equal(result.failed_today, ofToday.failed ?? 0);
      assert.equal(result.completed_today, ofToday.completed ?? 0);
      return;
    }
    case 'attention_items': {
      const { counts } = call.result;
      const openTasks = `from tasks where status in ('open', 'in_progress')`;
      const pressing = await one(
        `${openTasks} and (due_date < $1 or priority in ('urgent', 'high'))`,
        [today],
      );
      assert.deepEqual(counts, {
        failed_executions: await one(`from executions where status = 'failed'`),
        pending_reviews: await one(`from reviews where status = 'pending'`),
        overdue_tasks: await one(`${openTasks} and due_date < $1`, [today]),
        urgent_tasks: await one(`${openTasks} and priority = 'urgent'`),
        high_tasks: await one(`${openTasks} and priority = 'high'`),
        pressing_tasks: pressing,
        overdue_deadlines: await one(
          `from calendar_events where status = 'scheduled' and due_at < $1`,
          [now],
        ),
        deadlines_next_7_days: await one(
          `from calendar_events where status = 'scheduled' and due_at >= $1
             and (due_at at time zone $2)::date <= $3::date + 6`,
          [now, timezone, today],
        ),
      });
      assert.equal(call.result.total, counts.failed_executions + counts.pending_reviews + pressing);
      return;
    }
    case 'list_deadlines': {
      const { input, result } = call;
      const from = input.from ?? null;
      const isOverdue = input.is_overdue ?? false;
      const matching = `from calendar_events where status = 'scheduled' and ${inDays('due_at')}
        and (not $4::boolean or due_at < $5) and ($4::boolean or $2::date is not null or due_at >= $5)`;
      const values = [timezone, from, input.to ?? null, isOverdue, now];
      assert.equal(result.total, await one(matching, values));
      assert.equal(result.passed, await one(`${matching} and due_at < $5`, values));
      return;
    }
    case 'list_reviews': {
      const { input, result } = call;
      const status = input.status ?? 'pending';
      if (result.is_more_than_total) return;
      const time = status === 'pending' ? 'created_at' : 'decided_at';
      const total = await one(`from reviews where ${inDays(time)} and status = $4`, [
        timezone,
        input.from ?? null,
        input.to ?? null,
        status,
      ]);
      assert.equal(result.total, total);
      return;
    }
    case 'get_email':
    case 'get_execution':
      return;
  }
}
