import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function SystemArea(): ReactNode {
  return <AreaHead title="System" />;
}
