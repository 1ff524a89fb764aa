import { sayCount, sayList, upperFirst } from '@deskbell/clerk';
import { MAX_LIMIT } from '../../tools/inputs.ts';
import type { TaskItem } from '../../tools/tool-records.ts';
import type { ListTasksInput, ListTasksResult } from '../../tools/tool-results.ts';
import type { Query } from '../query.ts';
import { breakdown, total } from '../wording/counts.ts';
import { saySpan } from '../wording/days.ts';
import { plainText } from '../wording/quote-text.ts';
import { listing, taskRow } from '../wording/rows.ts';
import { sayAssignees, withAssignee } from './assignees.ts';
import { type Flow, fetch, NOT_CHECKED, type Room, type Turn } from './flow.ts';
import { pageOf } from './page-of.ts';

const PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;
/** Before any due date there is. */
const EARLIEST = '1970-01-01';
/** So many pages are looked through for what the tool cannot pick. */
const MOST_PAGES = 3;
const MINE =
  "I don't know which tasks are yours; these are everyone's. Ask for a person by name to narrow it. ";

function taskDays({ span, dayOf }: Query): ListTasksInput {
  if (dayOf === 'completed') return { completed_from: span?.from, completed_to: span?.to };
  if (dayOf === 'created') return { created_from: span?.from, created_to: span?.to };
  return { due_from: span?.from, due_to: span?.to };
}

const tasksInput = (query: Query, room: Room): ListTasksInput => ({
  status: query.taskStatus,
  priority: query.priority,
  ...taskDays(query),
  is_overdue: query.isOverdue,
  assignee: query.assignee,
  limit: query.limit ?? room.rows,
  cursor: query.cursor,
});

/** Tasks by due date, priority, person and state. */
export const tasks: Flow = (turn, query, room) => {
  if (query.isUnscheduled) return unscheduled(turn, query, room);
  if (query.isUnassigned) return unassigned(turn, query, room);
  const fetched = fetch(turn, 'list_tasks', tasksInput(query, room));
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const isOfPeople = query.aspect === 'people';
  const people = isOfPeople ? sayAssignees(fetched.value) : '';
  const sentence = `${query.isMine ? MINE : ''}${sayTasks(turn, query, fetched.value)}${people}`;
  return listing(sentence, {
    rows: fetched.value.tasks.map((task) => {
      const row = taskRow(task, turn.now);
      return isOfPeople ? withAssignee(row, task) : row;
    }),
    list: fetched.value,
    firstNumber: room.firstNumber,
    isCount: room.isCount,
  });
};

/** "open", "urgent or high-priority", "done". */
function kindOf({ taskStatus, priority, isOverdue, dayOf, span }: Query): string {
  // "Tasks completed today" are done.
  const isSaid =
    taskStatus === 'all' || (taskStatus === 'done' && dayOf === 'completed' && span !== undefined);
  const state = isSaid ? '' : isOverdue ? 'overdue' : (taskStatus ?? 'open');
  const ranks = PRIORITIES.filter((rank) => priority?.includes(rank)).map((rank) =>
    rank === 'urgent' ? 'urgent' : `${rank}-priority`,
  );
  return [state, sayList(ranks, 'or'), 'task'].filter((word) => word !== '').join(' ');
}

function sayTasks({ now }: Turn, query: Query, result: ListTasksResult): string {
  const kind = kindOf(query);
  const person =
    query.assignee === undefined ? '' : ` assigned to ${plainText(query.assignee, 60)}`;
  const days = saySpan(query.span, now.today);
  const due = days === '' ? '' : ` ${query.dayOf ?? 'due'}${days}`;
  if (result.total === 0) return `There is no ${kind}${person}${due}.`;
  const ranks =
    query.priority?.length === 1 || result.total === 1
      ? ''
      : `: ${breakdown(result.by_priority, PRIORITIES)}`;
  const verb = result.total === 1 && !result.is_more_than_total ? 'is' : 'are';
  return `There ${verb} ${total(result, kind)}${person}${due}${ranks}.`;
}

/** Those of the tasks that nobody is assigned to: the tool cannot pick them, its rows say it. */
function unassigned(turn: Turn, query: Query, room: Room): string | undefined {
  const { cursor: _cursor, ...rest } = query;
  const read: TaskItem[] = [];
  let cursor: string | undefined;
  let isAll = false;
  for (let page = 0; page < MOST_PAGES && !isAll; page += 1) {
    const fetched = fetch(turn, 'list_tasks', {
      ...tasksInput(rest, room),
      limit: MAX_LIMIT,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (fetched.kind === 'open') return undefined;
    if (fetched.kind !== 'ok') return NOT_CHECKED;
    read.push(...fetched.value.tasks);
    cursor = fetched.value.next_cursor ?? undefined;
    isAll = cursor === undefined;
  }
  const kind = kindOf(query);
  const days = saySpan(query.span, turn.now.today);
  const due = days === '' ? '' : ` ${query.dayOf ?? 'due'}${days}`;
  const found = read.filter(({ assignee }) => assignee === null);
  const among = isAll ? '' : `Of the first ${read.length}: `;
  if (found.length === 0) return `${among}There is no ${kind}${due} that nobody is assigned to.`;
  const { page, next_cursor } = pageOf(found, query, room);
  if (page.length === 0) return 'That was all of it.';
  return listing(
    `${among}${found.length === read.length ? upperFirst(sayCount(found.length, kind)) : `${found.length} of ${sayCount(read.length, kind)}`}${due} ${found.length === 1 ? 'has' : 'have'} nobody assigned.`,
    {
      rows: page.map((task) => taskRow(task, turn.now)),
      list: { total: found.length, is_more_than_total: false, next_cursor },
      firstNumber: room.firstNumber,
      isCount: room.isCount,
    },
  );
}

/** Tasks without a due date come last in the tool's order: what has one is counted and taken off. */
function unscheduled(turn: Turn, query: Query, room: Room): string | undefined {
  const { cursor: _cursor, ...rest } = query;
  const filters = tasksInput(rest, room);
  const all = fetch(turn, 'list_tasks', { ...filters, limit: MAX_LIMIT });
  const dated = fetch(turn, 'list_tasks', { ...filters, due_from: EARLIEST, limit: 1 });
  if (all.kind === 'open' || dated.kind === 'open') return undefined;
  if (all.kind !== 'ok' || dated.kind !== 'ok') return NOT_CHECKED;
  const kind = kindOf(query);
  const missing = all.value.total - dated.value.total;
  if (all.value.is_more_than_total || dated.value.is_more_than_total) {
    return `There are too many ${kind}s to tell which have no due date.`;
  }
  if (missing <= 0) return `Every ${kind} has a due date.`;
  const undated = all.value.tasks.filter(({ due_date }) => due_date === null);
  const begin = room.firstNumber - 1;
  const { page } = pageOf(undated, {}, room);
  const sentence = `${upperFirst(sayCount(missing, kind))} ${missing === 1 ? 'has' : 'have'} no due date.`;
  if (page.length === 0) {
    if (begin >= missing) return 'That was all of it.';
    return begin > 0 ? `I can list no more of these ${sayCount(missing, 'task')}.` : sentence;
  }
  return listing(sentence, {
    rows: page.map((task) => taskRow(task, turn.now)),
    list: {
      total: missing,
      is_more_than_total: false,
      next_cursor: begin + page.length < missing ? 'more' : null,
    },
    firstNumber: room.firstNumber,
    isCount: room.isCount,
  });
}
