import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../ui/states.tsx';
import { taskQuery } from './read-tasks.ts';
import { TaskView } from './task-view.tsx';

/** What the drawer shows of a task. */
export function TaskPeek({ id }: { id: string }): ReactNode {
  const query = useQuery(taskQuery(id));
  return (
    <Loaded query={query} skeletonRows={8}>
      {(task) => <TaskView key={task.id} task={task} />}
    </Loaded>
  );
}
