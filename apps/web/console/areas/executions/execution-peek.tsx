import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../ui/states.tsx';
import { ExecutionView } from './execution-view.tsx';
import { executionQuery } from './read-executions.ts';

/** What the drawer shows of an execution. */
export function ExecutionPeek({ id }: { id: string }): ReactNode {
  const query = useQuery(executionQuery(id));
  return (
    <Loaded query={query} skeletonRows={8}>
      {(execution) => (
        <>
          <h3 dir="auto">{execution.metadata.subject || '(no subject)'}</h3>
          <ExecutionView key={id} execution={execution} isPeek />
        </>
      )}
    </Loaded>
  );
}
