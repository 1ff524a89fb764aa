import type { Action } from '@deskbell/protocol';

/** `2 tasks, 1 deadline`; what has gone out before is not counted. */
export function sayActions(actions: readonly Pick<Action, 'kind'>[]): string {
  const count = (kind: Action['kind'], one: string, more: string): string[] => {
    const number = actions.filter((action) => action.kind === kind).length;
    return number === 0 ? [] : [number === 1 ? `1 ${one}` : `${number} ${more}`];
  };
  const parts = [
    ...count('create_task', 'task', 'tasks'),
    ...count('schedule_event', 'deadline', 'deadlines'),
  ];
  return parts.length === 0 ? 'a look only' : parts.join(', ');
}
