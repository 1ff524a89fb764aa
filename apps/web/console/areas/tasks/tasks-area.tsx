import type { Task } from '@deskbell/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLiveList } from '../../live/use-live-list.ts';
import { usePeek } from '../../peek/use-peek.ts';
import { present } from '../../search.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar, SelectFilter } from '../../ui/filter-bar.tsx';
import { ChangeableRows } from './changeable-rows.tsx';
import {
  assigneesQuery,
  canBeOrdered,
  isDueBefore,
  matchesQuery,
  readTasks,
  taskQueryOf,
} from './read-tasks.ts';
import { priorities, readTasksSearch, statuses, type TasksSearch } from './search.ts';
import { ASSIGNEES_ID, taskColumns } from './task-cells.tsx';
import { priorityNames, statusNames } from './task-edits.ts';
import { AssigneeNames } from './task-fields.tsx';
import { useToday } from './use-today.ts';
import './tasks.css';

const idOf = ({ id }: Task): string => id;

const statusOptions = [
  ...statuses.map((value) => ({
    value,
    label: value === 'open' ? 'Not begun' : statusNames[value],
  })),
  { value: 'all', label: 'All' },
];
const priorityOptions = priorities.map((value) => ({ value, label: priorityNames[value] }));

/** What people are to do; changed in place. */
export function TasksArea(): ReactNode {
  const navigate = useNavigate();
  const peek = usePeek();
  const today = useToday();
  const search = useSearch({ from: '/tasks' });
  const filters = readTasksSearch({ ...search });
  const query = taskQueryOf(filters, today);
  const matches = matchesQuery(query);
  const isByDay = query.order === 'due' || query.due_to !== undefined;
  const list = useLiveList<Task>({
    queryKey: ['tasks', query],
    kind: 'tasks',
    read: (page) => readTasks(query, page),
    idOf,
    matches,
    ...(isByDay && { comesBefore: isDueBefore }),
  });
  const assignees = useQuery(assigneesQuery).data ?? [];
  const filterBy = (change: Partial<Record<keyof TasksSearch, string | undefined>>): void =>
    void navigate({
      to: '/tasks',
      search: ({ session, peek }) =>
        present({ session, peek, ...readTasksSearch({ ...filters, ...change }) }),
      replace: true,
    });
  return (
    <>
      <AreaHead title="Tasks" />
      <FilterBar>
        <SelectFilter
          label="Status"
          anyLabel="Open and in progress"
          value={filters.status}
          options={statusOptions}
          onChange={(value) => filterBy({ status: value })}
        />
        <SelectFilter
          label="Due"
          value={filters.due}
          options={[
            { value: 'overdue', label: 'Overdue' },
            { value: 'week', label: 'This week' },
          ]}
          onChange={(value) => filterBy({ due: value })}
        />
        <SelectFilter
          label="Priority"
          value={filters.priority}
          options={priorityOptions}
          onChange={(value) => filterBy({ priority: value })}
        />
        <SelectFilter
          label="Assignee"
          anyLabel="Anybody"
          value={filters.assignee}
          options={withChosen(assignees, filters.assignee).map((value) => ({
            value,
            label: value,
          }))}
          onChange={(value) => filterBy({ assignee: value })}
        />
        {canBeOrdered(filters) && (
          <SelectFilter
            label="Order"
            anyLabel="Newest first"
            value={filters.order}
            options={[{ value: 'due', label: 'Earliest due first' }]}
            onChange={(value) => filterBy({ order: value })}
          />
        )}
      </FilterBar>
      <ChangeableRows rows={list.rows}>
        <DataTable
          label={isByDay ? 'Tasks, the earliest due first' : 'Tasks, newest first'}
          list={list}
          columns={taskColumns}
          idOf={idOf}
          onOpen={({ id }) => peek.open({ kind: 'task', id })}
          onPeek={({ id }) => peek.open({ kind: 'task', id })}
          isOutside={(task) => !matches(task)}
          empty={emptyWords(filters, () =>
            filterBy({
              status: undefined,
              due: undefined,
              priority: undefined,
              assignee: undefined,
            }),
          )}
        />
      </ChangeableRows>
      <AssigneeNames id={ASSIGNEES_ID} />
    </>
  );
}

const withChosen = (names: readonly string[], chosen: string | undefined): readonly string[] =>
  chosen === undefined || names.includes(chosen) ? names : [chosen, ...names];

function emptyWords(
  { status, due, priority, assignee }: TasksSearch,
  clear: () => void,
): { title: string; next: ReactNode } {
  const isFiltered = [status, due, priority, assignee].some((filter) => filter !== undefined);
  if (isFiltered) {
    return {
      title: due === 'overdue' ? 'Nothing is overdue' : 'No such task',
      next: (
        <button type="button" className="button" onClick={clear}>
          Show all open tasks
        </button>
      ),
    };
  }
  return {
    title: 'No open tasks',
    next: (
      <>
        Tasks come out of mail by themselves. Some may wait in{' '}
        <Link to="/reviews">the reviews</Link> for a decision.
      </>
    ),
  };
}
