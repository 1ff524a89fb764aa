import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Loaded } from '../../ui/states.tsx';
import { ExecutionView } from './execution-view.tsx';
import { executionQuery } from './read-executions.ts';

/** What became of one mail. */
export function ExecutionPage(): ReactNode {
  const { id } = useParams({ from: '/executions/$id' });
  const query = useQuery(executionQuery(id));
  const subject = query.data?.metadata.subject;
  return (
    <>
      <p className="back-link">
        <Link to="/executions">All executions</Link>
      </p>
      <AreaHead title={subject === undefined ? 'Execution' : subject || '(no subject)'}>
        <CopyButton text={id} label="Copy the id" />
      </AreaHead>
      <Loaded query={query} skeletonRows={10}>
        {(execution) => <ExecutionView key={id} execution={execution} />}
      </Loaded>
    </>
  );
}
