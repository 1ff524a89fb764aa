import type { ReactNode } from 'react';

/** What the drawer shows of a deadline. */
export function DeadlinePeek({ id }: { id: string }): ReactNode {
  return <p>{id}</p>;
}
