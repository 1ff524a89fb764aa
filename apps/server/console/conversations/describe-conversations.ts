import type { Conversation } from '@deskbell/protocol';
import type { Database } from '../../platform/database.ts';
import {
  type ConversationRow,
  type ConversationTotals,
  readAnswers,
  readTotals,
} from './conversation-rows.ts';
import { readIdentities } from './read-identities.ts';
import type { SealedIds } from './sealed-ids.ts';
import { toolCallsOf, toolNamesOf } from './stored-tool-calls.ts';

/** What is known of a tool for the front desk. */
export interface ToolNames {
  /** The tool's own name, or 'unknown': a model may have called it anything it had read. */
  toolName(tool: string): string;
  toolLabel(tool: string): string;
}

const HANDOFF_TOOL = 'build_booking_handoff';

/** Rows as the API tells of them: to administrators with who it was, to others without. */
export async function describeConversations(options: {
  database: Pick<Database, 'pool'>;
  rows: readonly ConversationRow[];
  isRedacted: boolean;
  toolName: ToolNames['toolName'];
  ids: Pick<SealedIds, 'seal'>;
}): Promise<Conversation[]> {
  const { database, rows, isRedacted, toolName, ids } = options;
  const [totals, identities] = await Promise.all([
    readTotals(
      database,
      rows.map(({ thread_id }) => thread_id),
    ),
    isRedacted ? undefined : readIdentities(database, rows),
  ]);
  const untold = [...totals.values()].flatMap(({ untold_turns }) => untold_turns);
  const answers = await readAnswers(database, untold);

  const toolsOf = ({ tools, worked_tools, untold_turns }: ConversationTotals) => {
    const told = untold_turns.map((id) => toolNamesOf(toolCallsOf(answers.get(id) ?? [])));
    const all = [...tools, ...told.flatMap((turn) => turn.tools)];
    const worked = [...worked_tools, ...told.flatMap((turn) => turn.workedTools)];
    return { tools: [...new Set(all.map(toolName))], hasHandoff: worked.includes(HANDOFF_TOOL) };
  };

  return rows.flatMap((row) => {
    const sums = totals.get(row.thread_id);
    if (sums === undefined) return [];
    const { tools, hasHandoff } = toolsOf(sums);
    const identity = identities?.get(row.thread_id);
    return {
      thread_id: ids.seal(row.thread_id),
      started_at: row.created_at.toISOString(),
      last_activity: row.last_activity_at.toISOString(),
      message_count: 2 * row.turn_count - sums.running,
      outcome: row.outcome,
      has_handoff: hasHandoff,
      is_signed_in: row.owner_id !== null,
      tools,
      models: sums.models,
      tokens: {
        input: sums.input_tokens,
        cache_read: sums.cache_read_tokens,
        cache_write: sums.cache_write_tokens,
        output: sums.output_tokens,
      },
      cost_nano_usd: sums.cost_nano_usd,
      customer: identity?.customer ?? null,
      first_question: identity?.first_question ?? null,
      is_redacted: isRedacted,
    };
  });
}
