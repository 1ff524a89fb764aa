import { randomUUID } from 'node:crypto';
import type { ChatEvent, Thread, ThreadMessage } from '@deskbell/protocol';

/** An event as it is written, also one the protocol does not know. */
export type Wire = { name: ChatEvent['event'] | (string & {}); data: unknown };

/** A scripted turn as far as its thread keeps it. */
export type StoredTurn = {
  readonly turnId: string;
  readonly threadId: string;
  readonly message: string;
  events: Wire[];
  isOver: boolean;
  createdAt: string;
};

const storedAnswer = (turn: StoredTurn): ThreadMessage => {
  let content = '';
  const calls = new Map<string, { tool: string; call_id: string; label: string }>();
  for (const { name, data } of turn.events) {
    const fields = data as Record<string, string>;
    if (name === 'token') content += fields.content;
    if (name === 'snapshot') content = fields.content ?? '';
    if (name === 'tool_call' || name === 'tool_result') {
      const id = fields.call_id ?? '';
      calls.set(id, {
        ...calls.get(id),
        ...(data as { tool: string; call_id: string; label: string }),
      });
    }
  }
  const last = turn.events.at(-1);
  const end = last?.data as { stopped?: boolean; code?: string } | undefined;
  const isFailed = last?.name === 'error';
  return {
    id: randomUUID(),
    role: 'assistant',
    turn_id: turn.turnId,
    content,
    tool_calls: [...calls.values()],
    status: isFailed
      ? end?.code === 'interrupted'
        ? 'interrupted'
        : 'failed'
      : end?.stopped
        ? 'stopped'
        : 'complete',
    created_at: turn.createdAt,
  };
};

/** A thread as the server gives it after its turns' events; null when it has no turn. */
export const storedThread = (threadId: string, turns: Iterable<StoredTurn>): Thread | null => {
  const own = [...turns].filter((turn) => turn.threadId === threadId);
  if (own.length === 0) return null;
  return {
    thread_id: threadId,
    running_turn_id: own.find((turn) => !turn.isOver)?.turnId ?? null,
    messages: own.flatMap((turn): ThreadMessage[] => [
      {
        id: randomUUID(),
        role: 'user',
        turn_id: turn.turnId,
        content: turn.message,
        created_at: turn.createdAt,
      },
      ...(turn.isOver ? [storedAnswer(turn)] : []),
    ]),
  };
};
