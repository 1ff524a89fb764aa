import type { Email, ExecutionSummary, Task } from '@deskbell/protocol';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request, withQuery } from '../api/request.ts';
import type { RecordReference } from '../peek/record-reference.ts';
import { readRecordId } from './find-entries.ts';

const SETTLED_MS = 180;
const MOST = 5;
const SHORTEST = 2;

export interface FoundRecords {
  emails: readonly Email[];
  executions: readonly ExecutionSummary[];
  tasks: readonly Task[];
  /** What the words name by its id, where it exists. */
  byId: readonly (RecordReference & { title: string })[];
  isSearching: boolean;
  error: string | undefined;
}

/** `text`, once typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

type Found = Omit<FoundRecords, 'isSearching' | 'error' | 'tasks'>;
const nothing: Found = { emails: [], executions: [], byId: [] };

const TASK_PAGES = 10;

/** The server does not search tasks by their words: the newest thousand that are open are read. */
const openTasksQuery = queryOptions({
  queryKey: ['palette', 'open tasks'],
  queryFn: async ({ signal }) => {
    const tasks: Task[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < TASK_PAGES; page += 1) {
      const path = withQuery('/api/tasks', { open: true, limit: 100, cursor });
      const answer = await request<{ tasks: Task[]; next_cursor: string | null }>(path, { signal });
      tasks.push(...answer.tasks);
      if (answer.next_cursor === null) break;
      cursor = answer.next_cursor;
    }
    return tasks;
  },
  staleTime: 30_000,
  gcTime: 60_000,
});

function tasksWith(words: string, tasks: readonly Task[]): readonly Task[] {
  const parts = words.toLowerCase().split(/\s+/);
  return tasks
    .filter(({ title, assignee }) => {
      const own = `${title} ${assignee ?? ''}`.toLowerCase();
      return parts.every((part) => own.includes(part));
    })
    .slice(0, MOST);
}

/** Records that the server knows by these words; nothing for less than two characters. */
export function useFoundRecords(text: string): FoundRecords {
  const words = useSettled(text.trim());
  const query = useQuery({
    queryKey: ['palette', 'words', words],
    queryFn: ({ signal }) => find(words, signal),
    enabled: words.length >= SHORTEST,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 60_000,
  });
  const isNamed = readRecordId(words) !== undefined;
  const openTasks = useQuery({
    ...openTasksQuery,
    enabled: words.length >= SHORTEST && !isNamed,
  });
  if (text.trim().length < SHORTEST) {
    return { ...nothing, tasks: [], isSearching: false, error: undefined };
  }
  return {
    ...(query.data ?? nothing),
    tasks: isNamed ? [] : tasksWith(text.trim(), openTasks.data ?? []),
    isSearching: query.isFetching || openTasks.isLoading || words !== text.trim(),
    error: (query.error ?? openTasks.error)?.message,
  };
}

async function find(words: string, signal: AbortSignal): Promise<Found> {
  const named = readRecordId(words);
  if (named !== undefined) {
    const found = await Promise.all(named.kinds.map((kind) => findById(kind, named.id, signal)));
    return { ...nothing, byId: found.filter((record) => record !== undefined) };
  }
  const asked = { q: words, limit: MOST };
  const [emails, executions] = await Promise.all([
    request<{ emails: Email[] }>(withQuery('/api/emails', asked), { signal }),
    request<{ executions: ExecutionSummary[] }>(
      withQuery('/executions', { ...asked, view: 'summary' }),
      { signal },
    ),
  ]);
  return { ...nothing, emails: emails.emails, executions: executions.executions };
}

/** Undefined when there is none: most ids are of one kind only. */
async function findById(
  kind: 'email' | 'execution' | 'task',
  id: string,
  signal: AbortSignal,
): Promise<(RecordReference & { title: string }) | undefined> {
  try {
    if (kind === 'email') {
      const email = await request<Email>(`/api/emails/${id}`, { signal });
      return { kind, id: email.id, title: email.subject };
    }
    if (kind === 'task') {
      const task = await request<Task>(`/api/tasks/${id}`, { signal });
      return { kind, id: task.id, title: task.title };
    }
    const execution = await request<ExecutionSummary>(`/executions/${id}`, { signal });
    return { kind, id: execution.id, title: execution.metadata.subject };
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}
