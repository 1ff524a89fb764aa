import type { Deadline } from '@deskbell/protocol';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../api/me.ts';
import { useLiveList } from '../../live/use-live-list.ts';
import { usePeek } from '../../peek/use-peek.ts';
import { LevelBadge } from '../../ui/badge.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { sayName } from '../executions/finding.ts';
import { useRowTabIndex } from '../tasks/active-row.ts';
import { ChangeableRows } from '../tasks/changeable-rows.tsx';
import { sayDayOf } from '../tasks/days.ts';
import { useEdited } from '../tasks/use-edited.ts';
import { useToday } from '../tasks/use-today.ts';
import { dayOfDeadline } from './calendar-grid.ts';
import { deadlineEdits } from './deadline-edits.ts';
import { DeadlineNotice, DeadlineState, DeadlineStatusField } from './deadline-fields.tsx';
import { sayTime } from './deadline-words.ts';
import {
  comesBefore,
  type DeadlineFilters,
  matchesFilters,
  readDeadlines,
} from './read-deadlines.ts';

const idOf = ({ id }: Deadline): string => id;

const columns: readonly Column<Deadline>[] = [
  {
    id: 'when',
    header: 'When',
    width: '8.5rem',
    cell: (deadline) => <WhenCell deadline={deadline} />,
  },
  {
    id: 'title',
    header: 'Deadline',
    isPrimary: true,
    cell: (deadline) => <TitleCell deadline={deadline} />,
  },
  {
    id: 'state',
    header: 'State',
    width: '10rem',
    cell: (deadline) => <DeadlineState deadline={deadline} />,
  },
  {
    id: 'type',
    header: 'Type',
    width: '6.5rem',
    cell: ({ type }) => sayName(type),
    isSecondary: true,
  },
  {
    id: 'urgency',
    header: 'Urgency',
    width: '6rem',
    cell: ({ urgency }) => <LevelBadge level={urgency} />,
    isSecondary: true,
  },
  {
    id: 'status',
    header: 'Status',
    width: '8rem',
    cell: (deadline) => <StatusCell deadline={deadline} />,
  },
];

/** Deadlines one under the other: what is coming, what is overdue, or all. */
export function DeadlineList({ filters }: { filters: DeadlineFilters }): ReactNode {
  const peek = usePeek();
  const matches = matchesFilters(filters);
  const list = useLiveList<Deadline>({
    queryKey: ['deadlines', 'list', filters],
    kind: 'deadlines',
    read: (page) => readDeadlines(filters, page),
    idOf,
    matches,
    comesBefore: comesBefore(filters),
  });
  const label =
    filters.show === undefined
      ? 'Coming deadlines, the soonest first'
      : 'Deadlines, the latest first';
  return (
    <ChangeableRows rows={list.rows}>
      <DataTable
        label={label}
        list={list}
        columns={columns}
        idOf={idOf}
        onOpen={({ id }) => peek.open({ kind: 'deadline', id })}
        onPeek={({ id }) => peek.open({ kind: 'deadline', id })}
        isOutside={(deadline) => !matches(deadline)}
        empty={emptyWords(filters)}
      />
    </ChangeableRows>
  );
}

function WhenCell({ deadline }: { deadline: Deadline }): ReactNode {
  const { business } = useMe();
  const today = useToday();
  return (
    <span className="two-lines">
      <span>{sayDayOf(dayOfDeadline(deadline, business.time_zone), today)}</span>
      <span className="muted small">{sayTime(deadline, business.time_zone)}</span>
    </span>
  );
}

function TitleCell({ deadline }: { deadline: Deadline }): ReactNode {
  const { shown } = useEdited(deadlineEdits, deadline);
  return (
    <span className="task-title-cell">
      <a
        href={`/staff/deadlines?peek=deadline:${deadline.id}`}
        tabIndex={-1}
        className={
          shown.status === 'scheduled' ? 'row-link task-title' : 'row-link task-title is-ended'
        }
      >
        <bdi>{deadline.title}</bdi>
      </a>
      {deadline.is_ambiguous && (
        <span className="ambiguous">
          <strong>Which day?</strong> <q>{deadline.quote}</q>
        </span>
      )}
      <DeadlineNotice deadline={deadline} />
    </span>
  );
}

function StatusCell({ deadline }: { deadline: Deadline }): ReactNode {
  return <DeadlineStatusField deadline={deadline} tabIndex={useRowTabIndex(deadline.id)} />;
}

function emptyWords({ show, status }: DeadlineFilters): { title: string; next: ReactNode } {
  if (show === 'overdue') {
    return {
      title: 'Nothing is overdue',
      next: <Link to="/deadlines">See what is coming</Link>,
    };
  }
  if (show === 'all') {
    return {
      title: status === undefined ? 'No deadlines yet' : 'No such deadline',
      next: 'Deadlines come out of mail by themselves, when one names a day.',
    };
  }
  return {
    title: 'Nothing is coming',
    next: (
      <>
        Deadlines come out of mail by themselves. Some may wait in{' '}
        <Link to="/reviews">the reviews</Link> for a decision.
      </>
    ),
  };
}
