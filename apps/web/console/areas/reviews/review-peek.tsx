import type { ReactNode } from 'react';

/** What the drawer shows of a review. */
export function ReviewPeek({ id }: { id: string }): ReactNode {
  return <p>{id}</p>;
}
