import type { ReactNode } from 'react';

/** What the drawer shows of a email. */
export function EmailPeek({ id }: { id: string }): ReactNode {
  return <p>{id}</p>;
}
