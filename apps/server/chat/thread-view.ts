import type { Thread, ThreadMessage } from '@deskbell/protocol';
import type { Database } from '../platform/database.ts';
import { answerText } from './answer-text.ts';
import type { Desk } from './desk.ts';
import { fromStoredMessage, type StoredMessage, type ToolResultDetails } from './stored-message.ts';
import type { TurnState } from './tables.ts';
import { mayTouchThread, type ThreadOwner } from './thread-access.ts';
import type { StoredEvent } from './turn-event-record.ts';
import { threadIsAlive } from './turn-store.ts';

/** A page shows at most this many of a thread's last turns. */
const SHOWN_TURNS = 100;

type AssistantView = Extract<ThreadMessage, { role: 'assistant' }>;

interface Row {
  desk: string;
  owner_id: string | null;
  turn_id: string | null;
  state: TurnState;
  terminal: StoredEvent | null;
  message_id: string;
  role: StoredMessage['role'];
  content: unknown;
  created_at: Date;
}

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
  const { database, desk, threadId, visitor } = options;
  const { rows } = await database.pool.query<Row>(
    `select threads.desk, threads.owner_id, shown.id as turn_id, shown.state, shown.terminal,
       messages.id as message_id, messages.role, messages.content, messages.created_at
     from threads
     left join lateral (
       select id, state, terminal from turns
       where thread_id = threads.id order by accepted_at desc limit ${SHOWN_TURNS}
     ) as shown on true
     left join messages on messages.turn_id = shown.id
     where threads.id = $1 and ${threadIsAlive}
     order by messages.position`,
    [threadId],
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  if (!mayTouchThread({ desk: first.desk, ownerId: first.owner_id }, visitor)) {
    return undefined;
  }

  const turns = Map.groupBy(
    rows.filter((row) => row.turn_id !== null),
    (row) => row.turn_id ?? '',
  );
  let runningTurnId: string | null = null;
  const messages: ThreadMessage[] = [];
  for (const [turnId, turnRows] of turns) {
    const [question] = turnRows;
    if (question?.role === 'user') messages.push(userView(turnId, question));
    if (question?.state === 'running') runningTurnId = turnId;
    else messages.push(...assistantView(turnId, turnRows, desk));
  }
  return { thread_id: threadId, running_turn_id: runningTurnId, messages };
}

function userView(turnId: string, row: Row): ThreadMessage {
  const { text } = row.content as { text: string };
  const created_at = row.created_at.toISOString();
  return { id: row.message_id, role: 'user', turn_id: turnId, content: text, created_at };
}

function assistantView(
  turnId: string,
  rows: readonly Row[],
  desk: Pick<Desk<never>, 'toolLabel'>,
): AssistantView[] {
  const answers = rows.filter(({ role }) => role !== 'user');
  const last = rows.at(-1);
  if (last === undefined) return [];
  return [
    {
      id: answers.at(-1)?.message_id ?? turnId,
      role: 'assistant',
      turn_id: turnId,
      content: answerText(answers),
      tool_calls: toolCallViews(answers, desk),
      status: statusOf(last),
      created_at: last.created_at.toISOString(),
    },
  ];
}

function toolCallViews(
  rows: readonly Row[],
  desk: Pick<Desk<never>, 'toolLabel'>,
): AssistantView['tool_calls'] {
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

function statusOf({ state, terminal }: Row): AssistantView['status'] {
  if (state === 'interrupted') return 'interrupted';
  const data = terminal?.data as { stopped?: boolean; code?: string } | undefined;
  if (state === 'failed') return data?.code === 'interrupted' ? 'interrupted' : 'failed';
  return data?.stopped === true ? 'stopped' : 'complete';
}
