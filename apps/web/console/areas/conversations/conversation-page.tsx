import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function ConversationPage(): ReactNode {
  const { id } = useParams({ from: '/conversations/$id' });
  return <AreaHead title={id} />;
}
