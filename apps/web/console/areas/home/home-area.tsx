import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function HomeArea(): ReactNode {
  return <AreaHead title="Home" />;
}
