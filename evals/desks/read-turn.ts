import type { AssistantMessage, ToolCallBlock, ToolResult } from '@deskbell/engine';
import type { Database } from '../../apps/server/platform/database.ts';
import type { Answer, AnswerCall } from './answer.ts';

interface TurnRow {
  model: string | null;
  terminal: { event: string; data: { code?: string } } | null;
  input_tokens: number;
  output_tokens: number;
  cost_nano_usd: string | null;
  role: string | null;
  content: { content?: AssistantMessage['content']; results?: ToolResult[] } | null;
}

/** What is stored of a turn that has ended. Throws when there is no such turn. */
export async function readTurn(
  { pool }: Pick<Database, 'pool'>,
  turnId: string,
): Promise<Pick<Answer, 'calls' | 'handoff' | 'model' | 'error' | 'usage'>> {
  const { rows } = await pool.query<TurnRow>(
    `select turns.model, turns.terminal, turns.cost_nano_usd, turns.output_tokens,
       turns.input_tokens + turns.cache_read_tokens + turns.cache_write_tokens as input_tokens,
       messages.role, messages.content
     from turns left join messages on messages.turn_id = turns.id
     where turns.id = $1 order by messages.position`,
    [turnId],
  );
  const [turn] = rows;
  if (turn === undefined) throw new Error(`There is no turn ${turnId}.`);
  const calls = callsOf(rows);
  return {
    calls,
    handoff: handoffOf(calls),
    model: turn.model,
    error: turn.terminal?.event === 'error' ? (turn.terminal.data.code ?? 'unknown') : null,
    usage: {
      inputTokens: turn.input_tokens,
      outputTokens: turn.output_tokens,
      costNanoUsd: turn.cost_nano_usd === null ? null : Number(turn.cost_nano_usd),
    },
  };
}

function callsOf(rows: readonly TurnRow[]): AnswerCall[] {
  const results = new Map(
    rows.flatMap(({ content }) => content?.results ?? []).map((result) => [result.callId, result]),
  );
  return rows
    .flatMap(({ role, content }) => (role === 'assistant' ? (content?.content ?? []) : []))
    .filter((block): block is ToolCallBlock => block.type === 'tool_call')
    .map(({ tool, input, callId }) => {
      const result = results.get(callId);
      return {
        tool,
        input: isRecord(input) ? input : {},
        result: toldBy(result?.content),
        isError: result?.isError ?? true,
      };
    });
}

/** A result that was cut short, or a refusal, is no JSON. */
function toldBy(content: string | undefined): unknown {
  try {
    return JSON.parse(content ?? 'null');
  } catch {
    return content;
  }
}

/** The `prefill_data` of the last hand-over that worked, of these calls; null without one. */
function handoffOf(calls: readonly AnswerCall[]): Record<string, unknown> | null {
  const last = calls.findLast(({ tool, isError }) => tool === 'build_booking_handoff' && !isError);
  if (last === undefined || !isRecord(last.result)) return null;
  const { prefill_data } = last.result;
  return isRecord(prefill_data) ? prefill_data : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
