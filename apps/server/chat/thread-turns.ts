import type { ThreadMessage } from '@deskbell/protocol';
import type { Database } from '../platform/database.ts';
import { answerText } from './answer-text.ts';
import type { Desk } from './desk.ts';
import { fromStoredMessage, type StoredMessage, type ToolResultDetails } from './stored-message.ts';
import { mayTouchThread, type ThreadOwner } from './thread-access.ts';
import type { StoredEvent } from './turn-event-record.ts';
import type { TurnState } from './turn-state.ts';
import type { TurnUsage } from './turn-store.ts';
import { threadIsAlive } from './turn-store.ts';

type AssistantMessage = Extract<ThreadMessage, { role: 'assistant' }>;

/** A turn as its readers see it: what was asked and, once it has ended, what was answered. */
export interface ThreadTurn {
  turnId: string;
  question: { messageId: string; text: string; createdAt: Date };
  /** Undefined while the turn runs. */
  answer: ThreadAnswer | undefined;
}

export interface ThreadAnswer {
  /** The turn's last stored message that is not the question; undefined when there is none. */
  lastMessageId: string | undefined;
  content: string;
  toolCalls: AssistantMessage['tool_calls'];
  status: Exclude<AssistantMessage['status'], 'running'>;
  /** When the last message was stored. */
  createdAt: Date;
  endedAt: Date;
  model: string | null;
  degraded: boolean | null;
  usage: TurnUsage;
}

interface Row {
  desk: string;
  owner_id: string | null;
  turn_id: string | null;
  state: TurnState;
  terminal: StoredEvent | null;
  ended_at: Date | null;
  model: string | null;
  degraded: boolean | null;
  input_tokens: number;
  cache_read_tokens: number;
  cache_write_tokens: number;
  output_tokens: number;
  cost_nano_usd: number | null;
  message_id: string;
  role: StoredMessage['role'];
  content: unknown;
  created_at: Date;
}

/**
 * The last `limit` turns of a thread, oldest first. Undefined when there is no such thread, it
 * expired, or it is somebody else's.
 */
export async function readThreadTurns(options: {
  database: Pick<Database, 'pool'>;
  desk: Pick<Desk<never>, 'toolLabel'>;
  threadId: string;
  visitor: ThreadOwner;
  limit: number;
}): Promise<ThreadTurn[] | undefined> {
  const { database, desk, threadId, visitor, limit } = options;
  const { rows } = await database.pool.query<Row>(
    `select threads.desk, threads.owner_id, shown.id as turn_id, shown.state, shown.terminal,
       shown.ended_at, shown.model, shown.degraded, shown.input_tokens, shown.cache_read_tokens,
       shown.cache_write_tokens, shown.output_tokens, shown.cost_nano_usd,
       messages.id as message_id, messages.role, messages.content, messages.created_at
     from threads
     left join lateral (
       select * from turns where thread_id = threads.id order by accepted_at desc limit $2
     ) as shown on true
     left join lateral (
       -- In this order the planner reads by index, whatever it believes of the table.
       select id, role, content, created_at, position from messages
       where turn_id = shown.id order by position
     ) as messages on true
     where threads.id = $1 and ${threadIsAlive}
     order by messages.position`,
    [threadId, limit],
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  if (!mayTouchThread({ desk: first.desk, ownerId: first.owner_id }, visitor)) return undefined;
  const turns = Map.groupBy(rows, (row) => row.turn_id);
  return [...turns].flatMap(([turnId, turnRows]) => {
    const [asked, ...answers] = turnRows;
    if (turnId === null || asked?.role !== 'user') return [];
    const { message_id, content, created_at } = asked;
    const question = {
      messageId: message_id,
      text: (content as { text: string }).text,
      createdAt: created_at,
    };
    return [{ turnId, question, answer: answerOf(asked, answers, desk) }];
  });
}

function answerOf(
  asked: Row,
  answers: readonly Row[],
  desk: Pick<Desk<never>, 'toolLabel'>,
): ThreadAnswer | undefined {
  if (asked.ended_at === null) return undefined;
  const last = answers.at(-1);
  return {
    lastMessageId: last?.message_id,
    content: answerText(answers),
    toolCalls: toolCallViews(answers, desk),
    status: statusOf(asked),
    createdAt: (last ?? asked).created_at,
    endedAt: asked.ended_at,
    model: asked.model,
    degraded: asked.degraded,
    usage: {
      inputTokens: asked.input_tokens,
      cacheReadTokens: asked.cache_read_tokens,
      cacheWriteTokens: asked.cache_write_tokens,
      outputTokens: asked.output_tokens,
      costNanoUsd: asked.cost_nano_usd,
    },
  };
}

function toolCallViews(
  rows: readonly Row[],
  desk: Pick<Desk<never>, 'toolLabel'>,
): AssistantMessage['tool_calls'] {
  const results: ToolResultDetails = Object.assign(
    {},
    ...rows
      .filter(({ role }) => role === 'tool_results')
      .map(({ content }) => (content as { details: ToolResultDetails }).details),
  );
  return rows.flatMap((row) => {
    const message = fromStoredMessage(row);
    if (message.role !== 'assistant') return [];
    return message.content.flatMap((block) => {
      if (block.type !== 'tool_call') return [];
      const { tool, callId } = block;
      const result = results[callId];
      const call = { tool, call_id: callId, label: desk.toolLabel(tool) };
      return [result === undefined ? call : { ...call, result }];
    });
  });
}

function statusOf({ state, terminal }: Row): ThreadAnswer['status'] {
  if (state === 'interrupted') return 'interrupted';
  const data = terminal?.data as { stopped?: boolean; code?: string } | undefined;
  if (state === 'failed') return data?.code === 'interrupted' ? 'interrupted' : 'failed';
  return data?.stopped === true ? 'stopped' : 'complete';
}
