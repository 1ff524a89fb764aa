import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function VendorsArea(): ReactNode {
  return <AreaHead title="Vendors" />;
}
