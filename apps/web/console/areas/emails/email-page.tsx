import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function EmailPage(): ReactNode {
  const { id } = useParams({ from: '/emails/$id' });
  return <AreaHead title={id} />;
}
