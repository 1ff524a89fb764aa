import type { ReactNode } from 'react';
import { Skeleton } from '../ui/states.tsx';

/** Instead of an area whose code is slow to come. */
export function AreaPending(): ReactNode {
  return <Skeleton rows={8} />;
}
