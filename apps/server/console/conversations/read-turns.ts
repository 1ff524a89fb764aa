import { type ConversationTurn, conversationTurnSchema } from '@deskbell/protocol';
import { answerText } from '../../chat/answer-text.ts';
import type { StoredMessage } from '../../chat/stored-message.ts';
import type { StoredEvent } from '../../chat/turn-event-record.ts';
import type { Database } from '../../platform/database.ts';
import { readAnswers } from './conversation-rows.ts';
import type { ToolNames } from './describe-conversations.ts';
import type { SealedIds } from './sealed-ids.ts';
import { type StoredToolCall, toolCallsOf } from './stored-tool-calls.ts';

const SHOWN_TURNS = 200;

interface TurnRow {
  id: string;
  status: ConversationTurn['status'];
  terminal: StoredEvent | null;
  accepted_at: Date;
  ended_at: Date | null;
  model: string | null;
  degraded: boolean | null;
  input_tokens: number;
  cache_read_tokens: number;
  cache_write_tokens: number;
  output_tokens: number;
  cost_nano_usd: number | null;
  /** Null when redacted. */
  question: { text: string } | null;
}

export interface ReadTurnsOptions extends ToolNames {
  database: Pick<Database, 'pool'>;
  threadId: string;
  /** Leaves out every word of the customer, the model and the tools. */
  isRedacted: boolean;
  ids: Pick<SealedIds, 'seal'>;
}

/** The last turns of a thread, the oldest of them first. */
export async function readTurns(
  options: ReadTurnsOptions,
): Promise<{ turns: ConversationTurn[]; hasEarlierTurns: boolean }> {
  const { database, threadId, isRedacted } = options;
  const { rows } = await database.pool.query<TurnRow>(
    `select id, turn_status(state, terminal) as status, terminal, accepted_at, ended_at, model,
       degraded, input_tokens, cache_read_tokens, cache_write_tokens, output_tokens, cost_nano_usd,
       case when not $3 then (
         select content from messages where turn_id = turns.id and role = 'user'
         order by position limit 1
       ) end as question
     from turns where thread_id = $1
     order by accepted_at desc limit $2`,
    [threadId, SHOWN_TURNS + 1, isRedacted],
  );
  const shown = rows.slice(0, SHOWN_TURNS).reverse();
  const answers = await readAnswers(
    database,
    shown.map(({ id }) => id),
  );
  return {
    turns: shown.map((row) => describeTurn(row, answers.get(row.id) ?? [], options)),
    hasEarlierTurns: rows.length > SHOWN_TURNS,
  };
}

function describeTurn(
  row: TurnRow,
  messages: readonly StoredMessage[],
  { isRedacted, ids, ...names }: ReadTurnsOptions,
): ConversationTurn {
  const { ended_at: endedAt } = row;
  const isTold = !isRedacted && endedAt !== null;
  return {
    turn_id: ids.seal(row.id),
    status: row.status,
    reason: reasonOf(row),
    question: row.question?.text ?? null,
    answer: isTold ? answerText(messages) : null,
    tool_calls: toolCallsOf(messages).map((call) => describeCall(call, isRedacted, names)),
    model: row.model,
    degraded: row.degraded,
    tokens: {
      input: row.input_tokens,
      cache_read: row.cache_read_tokens,
      cache_write: row.cache_write_tokens,
      output: row.output_tokens,
    },
    cost_nano_usd: row.cost_nano_usd,
    started_at: row.accepted_at.toISOString(),
    ended_at: endedAt?.toISOString() ?? null,
    duration_ms: endedAt === null ? null : endedAt.getTime() - row.accepted_at.getTime(),
  };
}

function describeCall(
  { tool, input, result }: StoredToolCall,
  isRedacted: boolean,
  { toolName, toolLabel }: ToolNames,
): ConversationTurn['tool_calls'][number] {
  const words = (value: unknown) => (isRedacted ? null : asRecord(value));
  return {
    tool: toolName(tool),
    label: toolLabel(tool),
    has_failed: result?.isError ?? null,
    input: words(input),
    result: words(result?.shown),
  };
}

/** Only what the protocol knows: it is shown to whoever may not read the rest. */
function reasonOf({ status, terminal }: TurnRow): ConversationTurn['reason'] {
  if (status === 'running') return null;
  if (status === 'interrupted') return 'interrupted';
  const { reason, code } = (terminal?.data ?? {}) as { reason?: unknown; code?: unknown };
  return conversationTurnSchema.shape.reason.safeParse(reason ?? code).data ?? null;
}

function asRecord(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  return Array.isArray(value) ? { values: value } : (value as Record<string, unknown>);
}
