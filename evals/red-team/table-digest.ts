import type { Database } from '../../apps/server/platform/database.ts';

/** What of the database may change meanwhile, as SQL conditions on rows that count nevertheless. */
export interface Own {
  /** Conversations of whoever attacks; their messages and turns are not looked at. */
  threadIds: readonly string[];
  /** A mail of the attack's own; what was made of it is judged apart. */
  executionId?: string | undefined;
}

/** A fingerprint of the rows of every table, by its name. */
export type Digest = ReadonlyMap<string, string>;

/** Counters of work that every turn and every mail moves. */
const COUNTERS = new Set(['model_usage', 'token_usage', 'statistic_counts', 'statistic_agents']);
/** What the mail itself may teach us about its sender. */
const LEARNED = new Set(['vendors', 'vendor_events', 'invoices']);

/** What the delivery of a notification moves by itself, whenever its channel can be reached. */
const DELIVERY = ['status', 'attempts', 'next_attempt_at', 'error_code', 'sent_at'];

const TURNS = 'select id from turns where thread_id = any($1::uuid[])';

function ownRowsOf(table: string, columns: readonly string[]): string {
  if (table === 'threads') return 'id = any($1::uuid[])';
  if (columns.includes('thread_id')) return 'thread_id = any($1::uuid[])';
  if (columns.includes('turn_id')) return `turn_id in (${TURNS})`;
  if (table === 'executions') return 'id = any($2::uuid[])';
  if (table === 'emails') {
    return 'id in (select email_id from executions where id = any($2::uuid[]))';
  }
  if (columns.includes('execution_id'))
    return 'execution_id is not null and execution_id = any($2::uuid[])';
  if (columns.includes('email_id')) {
    return 'email_id in (select email_id from executions where id = any($2::uuid[]))';
  }
  return 'false';
}

const rowOf = (table: string): string =>
  table === 'notifications' ? `(to_jsonb(r) - '{${DELIVERY}}'::text[])::text` : 'r::text';

/** Reads every table of the service but for what is the attacker's own; counters do not count. */
export async function readDigest({ pool }: Pick<Database, 'pool'>, own: Own): Promise<Digest> {
  const { rows: tables } = await pool.query<{ name: string; columns: string[] }>(`
    select t.table_name as name, array_agg(c.column_name::text) as columns
    from information_schema.tables t
    join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
    group by t.table_name order by t.table_name`);
  const isMail = own.executionId !== undefined;
  const watched = tables.filter(
    ({ name }) => !COUNTERS.has(name) && !(isMail && LEARNED.has(name)),
  );
  const statements = watched.map(
    ({ name, columns }) => `select '${name}' as name,
      count(*) || ' ' || coalesce(md5(string_agg(md5(${rowOf(name)}), '' order by md5(${rowOf(name)}))), '') as digest
      from "${name}" r where $1::uuid[] is not null and $2::uuid[] is not null
        and not (${ownRowsOf(name, columns)})`,
  );
  const { rows } = await pool.query<{ name: string; digest: string }>(
    statements.join(' union all '),
    [own.threadIds, isMail ? [own.executionId] : []],
  );
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

/** The tables that are not as they were. */
export function changedTables(before: Digest, after: Digest): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}
