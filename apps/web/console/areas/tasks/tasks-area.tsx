import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function TasksArea(): ReactNode {
  return <AreaHead title="Tasks" />;
}
