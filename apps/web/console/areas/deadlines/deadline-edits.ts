import type { Deadline, DeadlineChange } from '@deskbell/protocol';
import { request } from '../../api/request.ts';
import { sayDay } from '../../ui/time-words.ts';
import { showToast } from '../../ui/toast.tsx';
import { createRecordEdits } from '../tasks/record-edits.ts';
import { showRecord } from '../tasks/show-record.ts';
import { setUnsaved } from '../tasks/unsaved.ts';
import { readDeadline } from './read-deadlines.ts';

export type DeadlineFields = Pick<Deadline, 'status' | 'date' | 'time'>;

export const deadlineEdits = createRecordEdits<Deadline, DeadlineFields>({
  send: (id, fields, updated_at) =>
    request<Deadline>(`/api/deadlines/${encodeURIComponent(id)}`, {
      method: 'PATCH',
      body: { ...fields, updated_at } satisfies DeadlineChange,
    }),
  read: (id) => readDeadline(id),
  show: (deadline) => showRecord('deadlines', deadline),
  onUnseenFailure: (problem) =>
    showToast({
      tone: 'bad',
      text: `A change of a deadline was not saved. ${problem} See Deadlines.`,
    }),
  onUnsaved: (id, isUnsaved) => setUnsaved(`deadline ${id}`, isUnsaved),
});

export const deadlineStatuses = ['scheduled', 'done', 'cancelled'] as const;
export const deadlineStatusNames: Readonly<Record<Deadline['status'], string>> = {
  scheduled: 'Scheduled',
  done: 'Done',
  cancelled: 'Cancelled',
};

/** `status Done, time 14:00` of the fields that are named. */
export function sayDeadlineFields(
  deadline: Partial<DeadlineFields>,
  names: readonly string[],
): string {
  const { status, date, time } = deadline;
  const words: Record<keyof DeadlineFields, () => string> = {
    status: () => `status ${status === undefined ? '' : deadlineStatusNames[status]}`,
    date: () => `date ${date === undefined ? '' : sayDay(date)}`,
    time: () => (time == null ? 'the whole day' : `time ${time}`),
  };
  return names
    .filter((name): name is keyof DeadlineFields => name in words)
    .map((name) => words[name]())
    .join(', ');
}
