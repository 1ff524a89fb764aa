import type {
  OpenTask,
  ScheduledDeadline,
} from '../../../../operations/statistics/list-attention.ts';
import { localDay } from '../../../../platform/business-day.ts';

/** Shorter titles occur in others by chance. */
const SHORTEST_TITLE = 8;

/** A task, with the deadline that is about the same thing. */
export interface Matter {
  task: OpenTask;
  deadline: ScheduledDeadline | undefined;
}

/**
 * Puts tasks and deadlines together that are about the same thing: of one mail, with one title in
 * the other or else on one day of the business. Each deadline belongs to one task at most, and each
 * task has one at most; the other deadlines are `deadlines`.
 */
export function joinMatters({
  tasks,
  deadlines,
  timezone,
}: {
  tasks: readonly OpenTask[];
  deadlines: readonly ScheduledDeadline[];
  timezone: string;
}): { matters: Matter[]; deadlines: ScheduledDeadline[] } {
  const byTask = new Map<OpenTask, ScheduledDeadline>();
  const joined = new Set<ScheduledDeadline>();
  const deadlinesOf = Map.groupBy(deadlines, ({ emailId }) => emailId);
  const join = (isOne: (task: OpenTask, deadline: ScheduledDeadline) => boolean): void => {
    for (const task of tasks) {
      if (byTask.has(task)) continue;
      const found = deadlinesOf
        .get(task.emailId)
        ?.find((deadline) => !joined.has(deadline) && isOne(task, deadline));
      if (found === undefined) continue;
      byTask.set(task, found);
      joined.add(found);
    }
  };
  join((task, deadline) => isPartOf(task.title, deadline.title));
  join((task, deadline) => task.dueDate === localDay(deadline.dueAt, timezone));
  return {
    matters: tasks.map((task) => ({ task, deadline: byTask.get(task) })),
    deadlines: deadlines.filter((deadline) => !joined.has(deadline)),
  };
}

function isPartOf(one: string, other: string): boolean {
  const [short = '', long = ''] = [wordsOf(one), wordsOf(other)].sort(
    (a, b) => a.length - b.length,
  );
  return short.length >= SHORTEST_TITLE && ` ${long} `.includes(` ${short} `);
}

const wordsOf = (title: string): string =>
  (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
