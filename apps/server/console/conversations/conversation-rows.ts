import type { Conversation } from '@deskbell/protocol';
import type { StoredMessage } from '../../chat/stored-message.ts';
import { threadIsAlive, VISITOR_THREAD_HOURS } from '../../chat/turn-store.ts';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import type { Page, PageRequest } from '../../platform/page.ts';

export const FRONT_DESK = 'frontdesk';

/** A thread of the front desk and how its last turn stands; nothing that anybody said. */
export interface ConversationRow {
  thread_id: string;
  owner_id: string | null;
  created_at: Date;
  last_activity_at: Date;
  turn_count: number;
  outcome: Conversation['outcome'];
}

const COLUMNS = `threads.id as thread_id, threads.owner_id, threads.created_at,
  threads.last_activity_at, threads.turn_count,
  turn_status(last.state, last.terminal) as outcome`;

// One after the other in the order of an index, until the page is full.
const NEWEST_FIRST = `from threads
  cross join lateral (
    select state, terminal from turns where thread_id = threads.id
    order by accepted_at desc limit 1
  ) as last
  where threads.desk = '${FRONT_DESK}' and ${threadIsAlive}`;

// These are few among all: from the turns that ended so, or still run, to their threads.
const IS_LAST = `not exists (
  select from turns as newer
  where newer.thread_id = last.thread_id and newer.accepted_at > last.accepted_at
)`;
const byLastTurn = (condition: string) => `from turns as last
  join threads on threads.id = last.thread_id
  where ${condition} and ${IS_LAST} and threads.desk = '${FRONT_DESK}' and ${threadIsAlive}`;

const customerCondition = {
  signed_in: 'and threads.owner_id is not null',
  // The second half says nothing new, but where the list ends.
  visitor: `and threads.owner_id is null
    and threads.last_activity_at > now() - interval '${VISITOR_THREAD_HOURS} hours'`,
} as const;

/** One page of the front desk's threads, the newest activity first. */
export async function listConversationRows(
  page: PageRequest,
  filter: {
    outcome?: Conversation['outcome'] | undefined;
    customer?: 'signed_in' | 'visitor' | undefined;
  },
): Promise<Page<ConversationRow>> {
  const { outcome, customer } = filter;
  const whose = customer === undefined ? '' : customerCondition[customer];
  const isRare = outcome !== undefined && outcome !== 'complete';
  const state =
    outcome === 'running'
      ? "last.state = 'running' and $1::text = 'running'"
      : "last.state <> 'running' and turn_status(last.state, last.terminal) <> 'complete' and turn_status(last.state, last.terminal) = $1";
  const from = isRare
    ? byLastTurn(state)
    : `${NEWEST_FIRST} and ($1::text is null or turn_status(last.state, last.terminal) = $1)`;
  const source = isRare ? 'last.accepted_at' : 'threads.last_activity_at';
  return await listPage<ConversationRow>(page, {
    columns: COLUMNS,
    from: `${from} ${whose}`,
    keys: [
      { expression: source, type: 'timestamptz' },
      { expression: isRare ? 'last.id' : 'threads.id', type: 'uuid' },
    ],
    direction: 'desc',
    values: [outcome ?? null],
  });
}

/** Undefined for what is no thread of the front desk, and for one that has expired. */
export async function findConversationRow(
  { pool }: Pick<Database, 'pool'>,
  threadId: string,
): Promise<ConversationRow | undefined> {
  const { rows } = await pool.query<ConversationRow>(
    `select ${COLUMNS} ${NEWEST_FIRST} and threads.id = $1`,
    [threadId],
  );
  return rows[0];
}

/** What the turns of a thread sum up to. */
export interface ConversationTotals {
  thread_id: string;
  running: number;
  input_tokens: number;
  cache_read_tokens: number;
  cache_write_tokens: number;
  output_tokens: number;
  cost_nano_usd: number | null;
  models: string[];
  tools: string[];
  worked_tools: string[];
  /** The latest turns whose messages alone tell what ran. */
  untold_turns: string[];
}

/** Of a thread so many turns at most are looked through for the tools that ran. */
const MOST_UNTOLD = 50;

const TOTALS = `
  select shown.id as thread_id, sums.*,
    array(
      select distinct tool from turns cross join unnest(tools) as tool
      where thread_id = shown.id order by tool
    ) as tools,
    array(
      select distinct tool from turns cross join unnest(worked_tools) as tool
      where thread_id = shown.id order by tool
    ) as worked_tools,
    array(
      select id from turns where thread_id = shown.id and tools is null
      order by accepted_at desc limit ${MOST_UNTOLD}
    ) as untold_turns
  from unnest($1::uuid[]) as shown (id)
  cross join lateral (
    select
      count(*) filter (where state = 'running')::integer as running,
      coalesce(sum(input_tokens), 0)::bigint as input_tokens,
      coalesce(sum(cache_read_tokens), 0)::bigint as cache_read_tokens,
      coalesce(sum(cache_write_tokens), 0)::bigint as cache_write_tokens,
      coalesce(sum(output_tokens), 0)::bigint as output_tokens,
      case when bool_or(model is not null and cost_nano_usd is null) then null
        else coalesce(sum(cost_nano_usd), 0)::bigint end as cost_nano_usd,
      coalesce(array_agg(distinct model) filter (where model is not null), '{}') as models
    from turns where thread_id = shown.id
  ) as sums`;

export async function readTotals(
  { pool }: Pick<Database, 'pool'>,
  threadIds: readonly string[],
): Promise<Map<string, ConversationTotals>> {
  const { rows } = await pool.query<ConversationTotals>(TOTALS, [threadIds]);
  return new Map(rows.map((row) => [row.thread_id, row]));
}

/** The messages of turns beside the questions, by turn, in their order. */
export async function readAnswers(
  { pool }: Pick<Database, 'pool'>,
  turnIds: readonly string[],
): Promise<Map<string, StoredMessage[]>> {
  if (turnIds.length === 0) return new Map();
  const { rows } = await pool.query<StoredMessage & { turn_id: string }>(
    `select said.turn_id, said.role, said.content
     from unnest($1::uuid[]) as wanted (id)
     cross join lateral (
       select turn_id, role, content, position from messages
       where turn_id = wanted.id and role <> 'user' order by position
     ) as said
     order by said.position`,
    [turnIds],
  );
  return Map.groupBy(rows, (row) => row.turn_id);
}
