import type { Task } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { EditNotice } from './edit-notice.tsx';
import { sayTaskFields, taskEdits } from './task-edits.ts';
import { useEdited } from './use-edited.ts';

/** A change of the task that was not saved. */
export function TaskNotice({ task }: { task: Task }): ReactNode {
  const { edit, change, drop } = useEdited(taskEdits, task);
  const names = Object.keys(edit?.fields ?? {});
  return (
    <EditNotice
      edit={edit}
      now={sayTaskFields(task, names)}
      wanted={sayTaskFields(edit?.fields ?? {}, names)}
      onSave={() => change({})}
      onDrop={drop}
    />
  );
}
