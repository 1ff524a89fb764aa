import type { Thread, ThreadMessage } from '@deskbell/protocol';
import type { Database } from '../platform/database.ts';
import type { Desk } from './desk.ts';
import type { ThreadOwner } from './thread-access.ts';
import { readThreadTurns, type ThreadTurn } from './thread-turns.ts';

/** A page shows at most this many of a thread's last turns. */
const SHOWN_TURNS = 100;

/**
 * A thread as a page shows it after a reload: one message of the customer and one of the assistant
 * per turn. Undefined when there is no such thread, it expired, or it is somebody else's.
 */
export async function readThread(options: {
  database: Pick<Database, 'pool'>;
  desk: Pick<Desk<never>, 'toolLabel'>;
  threadId: string;
  visitor: ThreadOwner;
}): Promise<Thread | undefined> {
  const turns = await readThreadTurns({ ...options, limit: SHOWN_TURNS });
  if (turns === undefined) return undefined;
  return {
    thread_id: options.threadId,
    running_turn_id: turns.find(({ answer }) => answer === undefined)?.turnId ?? null,
    messages: turns.flatMap(messagesOf),
  };
}

function messagesOf({ turnId, question, answer }: ThreadTurn): ThreadMessage[] {
  const asked: ThreadMessage = {
    id: question.messageId,
    role: 'user',
    turn_id: turnId,
    content: question.text,
    created_at: question.createdAt.toISOString(),
  };
  if (answer === undefined) return [asked];
  const answered: ThreadMessage = {
    id: answer.lastMessageId ?? turnId,
    role: 'assistant',
    turn_id: turnId,
    content: answer.content,
    tool_calls: answer.toolCalls,
    status: answer.status,
    created_at: answer.createdAt.toISOString(),
  };
  return [asked, answered];
}
