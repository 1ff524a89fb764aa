import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function ExecutionsArea(): ReactNode {
  return <AreaHead title="Executions" />;
}
