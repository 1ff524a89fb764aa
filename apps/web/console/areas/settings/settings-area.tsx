import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function SettingsArea(): ReactNode {
  return <AreaHead title="Settings" />;
}
