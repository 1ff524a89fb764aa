import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import type pg from 'pg';
import { NOW, openTestTools, type TestTools } from './test-tools.ts';
import type { ToolInputs, ToolName } from './tool-results.ts';

/** Set it to 200,000 for a look at a large office; the suite takes what it needs to tell. */
const EXECUTIONS = Number(process.env.EXECUTIONS ?? 20_000);
/** Rows that one step of a statement may read, whatever there is. */
const MOST_ROWS = 10_000;

const week = { from: '2026-11-16', to: '2026-11-22' };
const calls: [ToolName, ToolInputs[ToolName]][] = [
  ['list_emails', {}],
  ['list_emails', week],
  ['list_emails', { status: 'failed', limit: 50 }],
  ['list_emails', { category: 'staff', from: '2026-10-01', to: '2026-10-31' }],
  ['list_emails', { status: 'failed', category: 'vendor' }],
  ['list_emails', { sender: 'vendor-1.example' }],
  ['list_emails', { sender: 'business.example', status: 'failed' }],
  ['list_emails', { is_high_risk: true }],
  ['list_emails', { is_high_risk: true, category: 'system', status: 'failed' }],
  ['list_emails', { has_attachments: true, limit: 50 }],
  ['list_emails', { has_attachments: false, status: 'failed' }],
  ['list_emails', { sender: 'business.example', is_high_risk: true, has_attachments: true }],
  ['search_emails', { query: 'fire inspection' }],
  ['search_emails', { query: 'fire inspection email', ...week }],
  ['search_emails', { query: 'note', limit: 50 }],
  ['search_emails', { query: 'unicorn inspection mattress' }],
  ['search_emails', { query: 'unicorn inspection mattress', ...week }],
  ['search_emails', { query: 'Vendor 17' }],
  ['list_executions', { status: 'failed' }],
  ['list_executions', { status: 'completed', limit: 50, ...week }],
  ['list_tasks', {}],
  ['list_tasks', { due_from: week.from, due_to: week.to }],
  ['list_tasks', { priority: ['urgent'] }],
  ['list_tasks', { priority: ['urgent', 'high'] }],
  ['list_tasks', { is_overdue: true }],
  ['list_tasks', { status: 'done' }],
  ['list_tasks', { status: 'all', due_from: '2026-10-01' }],
  ['list_tasks', { assignee: 'maria' }],
  ['list_tasks', { created_from: week.from, created_to: week.to, status: 'all' }],
  ['list_tasks', { created_from: '2026-01-01' }],
  ['list_tasks', { created_from: '2026-01-01', status: 'all', assignee: 'Nobody' }],
  ['list_tasks', { created_from: '2026-01-01', status: 'done', priority: ['urgent'] }],
  ['list_tasks', { completed_from: '2026-01-01' }],
  ['list_tasks', { completed_from: week.from, completed_to: week.to, assignee: 'maria' }],
  ['list_reviews', {}],
  ['list_reviews', week],
  ['list_reviews', { status: 'approved', limit: 50 }],
  ['list_reviews', { status: 'rejected', ...week }],
  ['list_deadlines', {}],
  ['list_deadlines', { is_overdue: true }],
  ['agent_performance', {}],
  ['agent_performance', { from: '2026-10-01', to: '2026-10-31' }],
  ['vendor_history', {}],
  ['vendor_history', { vendor: 'Vendor 1' }],
  ['vendor_history', { vendor: 'vendor' }],
  ['system_health', {}],
  ['attention_items', {}],
  ['attention_items', { kind: 'review', limit: 50 }],
];

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Plan[];
}

/** Everything that reads a table of mail. The counters' rows grow with days and kinds only. */
function scansOf(plan: Plan): Plan[] {
  const relation = plan['Relation Name'];
  return [
    ...(relation === undefined || relation.startsWith('statistic_') ? [] : [plan]),
    ...(plan.Plans ?? []).flatMap(scansOf),
  ];
}

const rowsRead = (scan: Plan) =>
  (scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0)) * scan['Actual Loops'];

/** The plans of all statements of a call. */
async function plansOf({ database: { pool } }: TestTools, call: () => Promise<unknown>) {
  const asked: { text: string; values: unknown[] }[] = [];
  const query = pool.query.bind(pool) as (text: string, values: unknown[]) => Promise<Result>;
  pool.query = ((config: string | pg.QueryConfig, given?: unknown[]) => {
    const text = typeof config === 'string' ? config : config.text;
    const values = given ?? (typeof config === 'string' ? [] : (config.values ?? []));
    asked.push({ text, values });
    return query(text, values);
  }) as typeof pool.query;
  try {
    await call();
  } finally {
    pool.query = query as typeof pool.query;
  }
  const plans: Plan[] = [];
  for (const { text, values } of asked) {
    const { rows } = await query(`explain (analyze, buffers, format json) ${text}`, values);
    const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
    assert.ok(plan !== undefined);
    plans.push(plan.Plan);
  }
  return plans;
}

interface Result {
  rows: { 'QUERY PLAN': { Plan: Plan }[] }[];
}

test('no tool reads a whole table: each step of each statement stays within a bound', async (t) => {
  const tools = await openTestTools(t);
  await generateOperations({
    database: tools.database,
    executions: EXECUTIONS,
    days: 90,
    seed: 12,
    now: NOW,
  });
  const tooMuch: string[] = [];
  for (const [tool, input] of calls) {
    const plans = await plansOf(tools, () => tools.run(tool, input));
    const scans = plans.flatMap(scansOf);
    const most = Math.max(0, ...scans.map(rowsRead));
    const pages = plans.reduce(
      (sum, plan) => sum + plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
      0,
    );
    const label = `${tool} ${JSON.stringify(input)}: ${most} rows at most, ${pages} pages in all`;
    t.diagnostic(label);
    if (plans.length === 0 || most > MOST_ROWS) tooMuch.push(label);
  }
  assert.deepEqual(tooMuch, []);
});
