import type { List } from '../../../platform/page.ts';
import { endOfDay, startOfDay } from './inputs.ts';
import type { ListTasksInput } from './tool-results.ts';

const STATES = {
  open: `t.status in ('open', 'in_progress')`,
  done: `t.status = 'done'`,
  cancelled: `t.status = 'cancelled'`,
  all: 'true',
};

/** So many tasks of some days of making or finishing are looked through for everything else. */
export const MOST_LOOKED_THROUGH = 3_000;

/** What is asked for, with the person as the tasks spell the name: as several, or as none. */
export type WantedTasks = Omit<ListTasksInput, 'assignee'> & { assignees?: string[] | undefined };

export interface BusinessDay {
  today: string;
  timezone: string;
}

/**
 * The tasks `t` that are asked for: by due date, those without one last; with days of making or
 * finishing the newest first.
 */
export function tasksOf(
  wanted: WantedTasks,
  { today, timezone }: BusinessDay,
): Omit<List, 'columns'> {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const { due_from, due_to, priority, assignees } = wanted;
  const between = (column: string, from: string | undefined, to: string | undefined) => [
    ...(from === undefined ? [] : [`${column} >= ${value(startOfDay(from, timezone))}`]),
    ...(to === undefined ? [] : [`${column} < ${value(endOfDay(to, timezone))}`]),
  ];
  const state = STATES[statusOf(wanted)];
  const made = (column: string) => between(column, wanted.created_from, wanted.created_to);
  const done = (column: string) => between(column, wanted.completed_from, wanted.completed_to);
  const filters = () => [
    ...(due_from === undefined ? [] : [`t.due_date >= ${value(due_from)}`]),
    ...(due_to === undefined ? [] : [`t.due_date <= ${value(due_to)}`]),
    ...(wanted.is_overdue === true ? [`t.due_date < ${value(today)}`] : []),
    ...(assignees === undefined ? [] : [`t.assignee = any (${value(assignees)}::text[])`]),
    ...(priority === undefined ? [] : [`t.priority = any (${value(priority)}::text[])`]),
    // In the words of the index of these.
    ...(priority?.every((one) => one === 'urgent' || one === 'high') === true
      ? [`t.priority in ('urgent', 'high')`]
      : []),
  ];
  const id = { expression: 't.id', type: 'uuid' } as const;
  const time = timeOf(wanted);
  if (time === undefined) {
    return {
      from: `from tasks t where ${[state, ...filters()].join(' and ')}`,
      keys: [
        {
          expression: isByDueDate(wanted) ? 't.due_date' : `coalesce(t.due_date, 'infinity')`,
          type: 'date',
        },
        id,
      ],
      direction: 'asc',
      values,
    };
  }
  const isByCompletion = time === 'completed_at';
  const base = [state, ...(isByCompletion ? done('t.completed_at') : made('t.created_at'))];
  const matching = [...(isByCompletion ? made('t.created_at') : []), ...filters()];
  // There may be a great many of them, and none that fits.
  const bound =
    matching.length > 0 ? `order by t.${time} desc, t.id desc limit ${MOST_LOOKED_THROUGH}` : '';
  return {
    from: `from (select * from tasks t where ${base.join(' and ')} ${bound}) as t
      where ${['true', ...matching].join(' and ')}`,
    keys: [{ expression: `t.${time}`, type: 'timestamptz' }, id],
    direction: 'desc',
    values,
  };
}

/** Only open tasks can be overdue, and only those that are done were completed on some day. */
export function statusOf(wanted: WantedTasks) {
  if (wanted.is_overdue === true) return 'open';
  return wanted.status ?? (timeOf(wanted) === 'completed_at' ? 'done' : 'open');
}

export const isByDueDate = ({ due_from, due_to, is_overdue }: WantedTasks): boolean =>
  due_from !== undefined || due_to !== undefined || is_overdue === true;

/** What days are asked for of, other than the due date. */
export function timeOf(wanted: WantedTasks): 'created_at' | 'completed_at' | undefined {
  if (wanted.completed_from !== undefined || wanted.completed_to !== undefined) {
    return 'completed_at';
  }
  return wanted.created_from !== undefined || wanted.created_to !== undefined
    ? 'created_at'
    : undefined;
}

/** What is asked for but the status and the days of making or finishing. */
export function withoutFilters(wanted: WantedTasks): WantedTasks {
  const { created_from, created_to, completed_from, completed_to } = wanted;
  const isByCompletion = timeOf(wanted) === 'completed_at';
  return {
    status: statusOf(wanted),
    ...(isByCompletion ? { completed_from, completed_to } : { created_from, created_to }),
  };
}
