import type { Overview } from '@deskbell/protocol';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/states.tsx';
import { HowMailGetsIn } from '../executions/how-mail-gets-in.tsx';

/** Nothing needs a person: what to do next, or how mail gets in while there is none. */
export function QuietDay({ overview }: { overview: Overview }): ReactNode {
  if (hasNoMail(overview)) {
    return (
      <EmptyState title="No mail has come in these 14 days">
        <HowMailGetsIn />
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing needs a person now">
      <p>
        No mail failed, nothing waits for a decision, and nothing is overdue or urgent. Look at{' '}
        <Link to="/emails">what came in</Link> and <Link to="/deadlines">what is due next</Link>.
      </p>
    </EmptyState>
  );
}

const hasNoMail = ({ tiles }: Overview): boolean =>
  tiles.find(({ key }) => key === 'emails_today')?.trend.days.every(({ value }) => !value) === true;
