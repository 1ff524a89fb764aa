import type { ReactNode } from 'react';

/** What the drawer shows of a execution. */
export function ExecutionPeek({ id }: { id: string }): ReactNode {
  return <p>{id}</p>;
}
