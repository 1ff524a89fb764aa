import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function ConversationsArea(): ReactNode {
  return <AreaHead title="Conversations" />;
}
