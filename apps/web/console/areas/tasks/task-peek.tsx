import type { ReactNode } from 'react';

/** What the drawer shows of a task. */
export function TaskPeek({ id }: { id: string }): ReactNode {
  return <p>{id}</p>;
}
