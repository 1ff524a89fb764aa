import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function AgentsArea(): ReactNode {
  return <AreaHead title="Agents" />;
}
