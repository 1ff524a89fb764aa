import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function DeadlinesArea(): ReactNode {
  return <AreaHead title="Deadlines" />;
}
