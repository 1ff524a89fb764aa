import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function BookingsArea(): ReactNode {
  return <AreaHead title="Bookings" />;
}
