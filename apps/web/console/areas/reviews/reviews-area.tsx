import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function ReviewsArea(): ReactNode {
  return <AreaHead title="Reviews" />;
}
