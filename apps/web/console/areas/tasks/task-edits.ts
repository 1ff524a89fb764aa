import type { Task, TaskChange } from '@deskbell/protocol';
import { request } from '../../api/request.ts';
import { sayDay } from '../../ui/time-words.ts';
import { showToast } from '../../ui/toast.tsx';
import { readTask } from './read-tasks.ts';
import { createRecordEdits } from './record-edits.ts';
import { showRecord } from './show-record.ts';
import { setUnsaved } from './unsaved.ts';

export type TaskFields = Pick<Task, 'status' | 'priority' | 'assignee' | 'due_date'>;

export const taskEdits = createRecordEdits<Task, TaskFields>({
  send: (id, fields, updated_at) =>
    request<Task>(`/api/tasks/${encodeURIComponent(id)}`, {
      method: 'PATCH',
      body: { ...fields, updated_at } satisfies TaskChange,
    }),
  read: (id) => readTask(id),
  show: (task) => showRecord('tasks', task),
  onUnseenFailure: (problem) =>
    showToast({ tone: 'bad', text: `A change of a task was not saved. ${problem} See Tasks.` }),
  onUnsaved: (id, isUnsaved) => setUnsaved(`task ${id}`, isUnsaved),
});

export const statusNames: Readonly<Record<Task['status'], string>> = {
  open: 'Open',
  in_progress: 'In progress',
  done: 'Done',
  cancelled: 'Cancelled',
};
export const priorityNames: Readonly<Record<Task['priority'], string>> = {
  urgent: 'Urgent',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** `status Done, assignee nobody` of the fields that are named. */
export function sayTaskFields(task: Partial<TaskFields>, names: readonly string[]): string {
  const words: Record<keyof TaskFields, () => string> = {
    status: () => `status ${task.status === undefined ? '' : statusNames[task.status]}`,
    priority: () => `priority ${task.priority === undefined ? '' : priorityNames[task.priority]}`,
    assignee: () => `assignee ${task.assignee ?? 'nobody'}`,
    due_date: () => (task.due_date == null ? 'no due day' : `due ${sayDay(task.due_date)}`),
  };
  return names
    .filter((name): name is keyof TaskFields => name in words)
    .map((name) => words[name]())
    .join(', ');
}
