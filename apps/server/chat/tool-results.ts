import type { ToolResult } from '@deskbell/engine';
import type { Database } from '../platform/database.ts';
import type { ToolResultDetails } from './stored-message.ts';
import type { ThreadOwner } from './thread-access.ts';
import { threadIsAlive } from './turn-store.ts';

/** What a page was shown for a call that worked. */
export interface ShownResult {
  turnId: string;
  callId: string;
  result: Record<string, unknown>;
}

export interface ToolResults {
  /** Whose thread it is: ask `mayTouchThread` before anybody is told anything of it. */
  owner: ThreadOwner;
  /** Whether the turn that was asked for still runs; results of its last calls may be missing. */
  isRunning: boolean;
  /** Oldest first. */
  results: ShownResult[];
}

interface Row {
  desk: string;
  owner_id: string | null;
  is_running: boolean;
  turn_id: string | null;
  content: { results: ToolResult[]; details: ToolResultDetails };
}

/**
 * What a tool gave in a turn and in the turns of its thread after it, refusals and failures left out.
 * Undefined when there is no such turn or its thread has expired.
 */
export async function readToolResults({
  database,
  turnId,
  tool,
}: {
  database: Pick<Database, 'pool'>;
  turnId: string;
  tool: string;
}): Promise<ToolResults | undefined> {
  const { rows } = await database.pool.query<Row>(
    `select threads.desk, threads.owner_id, asked.state = 'running' as is_running,
       said.turn_id, said.content
     from turns as asked join threads on threads.id = asked.thread_id
     left join lateral (
       select messages.turn_id, messages.content, messages.position
       from turns join messages on messages.turn_id = turns.id
       where turns.thread_id = asked.thread_id and turns.accepted_at >= asked.accepted_at
         and messages.role = 'tool_results'
     ) as said on true
     where asked.id = $1 and ${threadIsAlive}
     order by said.position`,
    [turnId],
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    owner: { desk: first.desk, ownerId: first.owner_id },
    isRunning: first.is_running,
    results: rows.flatMap((row) => shownResults(row, tool)),
  };
}

function shownResults({ turn_id: turnId, content }: Row, tool: string): ShownResult[] {
  if (turnId === null) return [];
  return content.results.flatMap(({ callId, tool: name, isError }) => {
    const result = content.details[callId];
    return name === tool && !isError && result !== undefined ? [{ turnId, callId, result }] : [];
  });
}
