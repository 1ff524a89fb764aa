import type { History, HistoryMessage } from '@deskbell/protocol';
import type { Desk } from '../../../chat/desk.ts';
import { readThreadTurns, type ThreadAnswer, type ThreadTurn } from '../../../chat/thread-turns.ts';
import type { Database } from '../../../platform/database.ts';
import type { FoundSession } from '../find-session.ts';

/**
 * The latest `limit` messages of a session, oldest first: the rows of the view `chat_messages`.
 * Undefined when the session is gone.
 */
export async function readHistory(request: {
  database: Pick<Database, 'pool'>;
  desk: Pick<Desk<never>, 'toolLabel'>;
  session: FoundSession;
  limit: number;
}): Promise<History | undefined> {
  const { database, desk, session, limit } = request;
  const turns = await readThreadTurns({
    database,
    desk,
    threadId: session.sessionId,
    visitor: session.owner,
    // The latest turn may have one message only, and the first shown only its answer.
    limit: Math.floor(limit / 2) + 1,
  });
  if (turns === undefined) return undefined;
  const messages = turns.flatMap(messagesOf).slice(-limit);
  return {
    session_id: session.sessionId,
    message_count: messages.length,
    running_turn_id: turns.find(({ answer }) => answer === undefined)?.turnId ?? null,
    messages,
  };
}

function messagesOf({ turnId, question, answer }: ThreadTurn): HistoryMessage[] {
  const asked: HistoryMessage = {
    id: question.messageId,
    role: 'user',
    content: question.text,
    timestamp: question.createdAt.toISOString(),
    metadata: { turn_id: turnId },
  };
  return answer === undefined ? [asked] : [asked, answered(turnId, answer)];
}

function answered(turnId: string, answer: ThreadAnswer): HistoryMessage {
  const { usage } = answer;
  return {
    id: turnId,
    role: 'assistant',
    content: answer.content,
    timestamp: answer.endedAt.toISOString(),
    metadata: {
      turn_id: turnId,
      status: answer.status,
      model: answer.model,
      degraded: answer.degraded,
      tool_calls: answer.toolCalls,
      usage: {
        input_tokens: usage.inputTokens,
        cache_read_tokens: usage.cacheReadTokens,
        cache_write_tokens: usage.cacheWriteTokens,
        output_tokens: usage.outputTokens,
      },
      cost_usd: usage.costNanoUsd === null ? null : usage.costNanoUsd / 1e9,
    },
  };
}
