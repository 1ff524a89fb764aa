import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';

export function EmailsArea(): ReactNode {
  return <AreaHead title="Emails" />;
}
