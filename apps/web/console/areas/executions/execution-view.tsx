import type { ExecutionDetail } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { AuditTrail } from './audit-trail.tsx';
import { ExecutionActions } from './execution-actions.tsx';
import { ExecutionOutcome } from './execution-outcome.tsx';
import { Waterfall } from './waterfall.tsx';
import './mails.css';
import './executions.css';

/** Everything about one execution: the page, and what the drawer shows of it. */
export function ExecutionView(props: { execution: ExecutionDetail; isPeek?: true }): ReactNode {
  const { execution, isPeek } = props;
  return (
    <div className="execution-view">
      <ExecutionOutcome execution={execution} isPeek={isPeek} />
      <Waterfall execution={execution} />
      <ExecutionActions execution={execution} />
      <AuditTrail audit={execution.audit} />
    </div>
  );
}
