import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function NotificationsArea(): ReactNode {
  return <AreaHead title="Notifications" />;
}
