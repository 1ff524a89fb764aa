import type {
  Action,
  AgentOutput,
  Execution,
  ExecutionDetail,
  ExecutionSummary,
} from '@deskbell/protocol';
import type { Database } from '../../platform/database.ts';
import type { OperationsTables } from '../tables.ts';
import { readActorNames } from './read-actor-names.ts';

/** Columns of an execution `x` and its mail `e`, as `toExecutionSummary` takes them. */
export const EXECUTION_COLUMNS = `x.id, x.email_id, x.status, x.accepted_at, x.started_at,
  x.completed_at, x.attempts, x.error_code, x.error_message, x.category, x.urgency, x.confidence,
  x.risk, e.subject, e.sender, e.recipient, e.has_attachments, e.attachment_count`;

export interface ExecutionRow {
  id: string;
  email_id: string;
  status: Execution['status'];
  accepted_at: Date;
  started_at: Date | null;
  completed_at: Date | null;
  attempts: number;
  error_code: string | null;
  error_message: string | null;
  category: string | null;
  urgency: number | null;
  confidence: number | null;
  risk: Execution['risk'];
  subject: string;
  sender: string;
  recipient: string;
  has_attachments: boolean;
  attachment_count: number;
}

type Pool = Pick<Database, 'pool'>;
export const timeOrNull = (time: Date | null): string | null => time?.toISOString() ?? null;

/** An execution as it is served, without what the agents found and what came of it. */
export const toExecutionSummary = (row: ExecutionRow): ExecutionSummary => ({
  id: row.id,
  email_id: row.email_id,
  status: row.status,
  accepted_at: row.accepted_at.toISOString(),
  started_at: timeOrNull(row.started_at),
  completed_at: timeOrNull(row.completed_at),
  attempts: row.attempts,
  error_code: row.error_code,
  error_message: row.error_message,
  category: row.category,
  urgency: row.urgency,
  confidence: row.confidence,
  risk: row.risk,
  metadata: {
    subject: row.subject,
    sender: row.sender,
    recipient: row.recipient,
    has_attachments: row.has_attachments,
    attachment_count: row.attachment_count,
  },
});

/** Executions as they are served, with what the agents found and what came of it. */
export async function completeExecutions(
  database: Pool,
  rows: readonly ExecutionRow[],
): Promise<Execution[]> {
  const ids = rows.map(({ id }) => id);
  const [outputs, actions] = await Promise.all([
    readOutputs(database, ids),
    readActions(database, ids),
  ]);
  return rows.map((row) => ({
    ...toExecutionSummary(row),
    agent_outputs: outputs.get(row.id) ?? [],
    actions: actions.get(row.id) ?? [],
  }));
}

/** Undefined when there is no such execution. */
export async function readExecution(
  database: Database,
  id: string,
): Promise<ExecutionDetail | undefined> {
  const { rows } = await database.pool.query<ExecutionRow>(
    `select ${EXECUTION_COLUMNS} from executions x join emails e on e.id = x.email_id
     where x.id = $1`,
    [id],
  );
  const tables = database.for<OperationsTables>();
  const [[execution], review, audit] = await Promise.all([
    completeExecutions(database, rows),
    tables.selectFrom('reviews').selectAll().where('execution_id', '=', id).executeTakeFirst(),
    tables
      .selectFrom('audit_entries')
      .select(['actor', 'what', 'before', 'after', 'at'])
      .where('execution_id', '=', id)
      .orderBy('at')
      .orderBy('id')
      .limit(500)
      .execute(),
  ]);
  if (execution === undefined) return undefined;
  const nameOf = await readActorNames(database, [
    review?.decided_by ?? null,
    ...audit.map(({ actor }) => actor),
  ]);
  return {
    ...execution,
    review:
      review === undefined
        ? null
        : {
            ...review,
            risk: review.risk,
            created_at: review.created_at.toISOString(),
            decided_at: timeOrNull(review.decided_at),
            decided_by_name: nameOf(review.decided_by),
          },
    audit: audit.map(({ actor, what, before, after, at }) => ({
      actor,
      actor_name: nameOf(actor),
      what,
      before: before as Record<string, unknown> | null,
      after: after as Record<string, unknown> | null,
      at: at.toISOString(),
    })),
  };
}

/** In the order the agents run. */
const AGENT_ORDER = `array_position(array['triage', 'vision', 'deadline', 'task', 'context'], agent)`;

async function readOutputs(
  { pool }: Pool,
  executionIds: readonly string[],
): Promise<Map<string, AgentOutput[]>> {
  if (executionIds.length === 0) return new Map();
  type Row = Omit<AgentOutput, 'created_at'> & { execution_id: string; created_at: Date };
  const { rows } = await pool.query<Row>(
    `select execution_id, agent as agent_type, status, findings, confidence, next_actions, evidence,
       execution_time_ms, model_used, is_disputed, error_code, input_tokens, output_tokens,
       cost_nano_usd, created_at
     from agent_outputs where execution_id = any ($1::uuid[])
     order by execution_id, ${AGENT_ORDER}`,
    [executionIds],
  );
  return groupByExecution(rows, ({ execution_id: _, created_at, ...output }) => ({
    ...output,
    created_at: created_at.toISOString(),
  }));
}

/** The actions of each execution, in the order they were proposed. */
export async function readActions(
  { pool }: Pool,
  executionIds: readonly string[],
): Promise<Map<string, Action[]>> {
  if (executionIds.length === 0) return new Map();
  type Row = Omit<Action, 'created_at' | 'decided_at'> & {
    created_at: Date;
    decided_at: Date | null;
  };
  const { rows } = await pool.query<Row>(
    `select id, execution_id, kind, action_key, payload, status, created_at, decided_at,
       coalesce(
         (select id from tasks where action_id = a.id),
         (select id from calendar_events where action_id = a.id)
       ) as record_id
     from actions a where execution_id = any ($1::uuid[]) order by execution_id, id`,
    [executionIds],
  );
  return groupByExecution(rows, ({ created_at, decided_at, ...action }) => ({
    ...action,
    created_at: created_at.toISOString(),
    decided_at: timeOrNull(decided_at),
  }));
}

function groupByExecution<Row extends { execution_id: string }, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const group = groups.get(row.execution_id) ?? [];
    group.push(toItem(row));
    groups.set(row.execution_id, group);
  }
  return groups;
}
