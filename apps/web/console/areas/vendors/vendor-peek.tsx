import type { ReactNode } from 'react';

/** What the drawer shows of a vendor. */
export function VendorPeek({ id }: { id: string }): ReactNode {
  return <p>{id}</p>;
}
