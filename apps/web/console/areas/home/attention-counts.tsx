import type { Overview } from '@deskbell/protocol';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sayCount } from '../../ui/figures.ts';

/** How many there are of each kind, as links to all of them. */
export function AttentionCounts({
  counts,
}: {
  counts: Overview['attention']['counts'];
}): ReactNode {
  const entries = [
    {
      count: counts.failed_executions,
      link: (
        <Link to="/executions" search={{ status: 'failed' }}>
          <Count of={counts.failed_executions} /> failed
        </Link>
      ),
    },
    {
      count: counts.pending_reviews,
      link: (
        <Link to="/reviews">
          <Count of={counts.pending_reviews} /> to decide
        </Link>
      ),
    },
    {
      count: counts.tasks,
      link: (
        <Link to="/tasks" search={{ order: 'due' }}>
          <Count of={counts.tasks} /> {counts.tasks === 1 ? 'pressing task' : 'pressing tasks'}
        </Link>
      ),
    },
    {
      count: counts.overdue_deadlines,
      link: (
        <Link to="/deadlines" search={{ show: 'overdue' }}>
          <Count of={counts.overdue_deadlines} />{' '}
          {counts.overdue_deadlines === 1 ? 'overdue deadline' : 'overdue deadlines'}
        </Link>
      ),
    },
    {
      count: counts.coming_deadlines,
      link: (
        <Link to="/deadlines">
          <Count of={counts.coming_deadlines} /> due in the next 7 days
        </Link>
      ),
    },
  ];
  const present = entries.filter(({ count }) => count > 0);
  if (present.length === 0) return null;
  return (
    <nav aria-label="All that needs a person">
      <ul className="attention-counts">
        {present.map(({ link }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same five in the same order
          <li key={index}>{link}</li>
        ))}
      </ul>
    </nav>
  );
}

const Count = ({ of }: { of: number }): ReactNode => (
  <strong className="figure">{sayCount(of)}</strong>
);
