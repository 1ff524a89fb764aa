import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../ui/states.tsx';
import { DeadlineView } from './deadline-view.tsx';
import { deadlineQuery } from './read-deadlines.ts';

/** What the drawer shows of a deadline. */
export function DeadlinePeek({ id }: { id: string }): ReactNode {
  const query = useQuery(deadlineQuery(id));
  return (
    <Loaded query={query} skeletonRows={8}>
      {(deadline) => <DeadlineView key={deadline.id} deadline={deadline} />}
    </Loaded>
  );
}
