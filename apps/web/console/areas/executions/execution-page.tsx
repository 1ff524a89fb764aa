import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function ExecutionPage(): ReactNode {
  const { id } = useParams({ from: '/executions/$id' });
  return <AreaHead title={id} />;
}
