import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function VendorPage(): ReactNode {
  const { id } = useParams({ from: '/vendors/$id' });
  return <AreaHead title={id} />;
}
