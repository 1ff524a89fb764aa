import type { ReactNode } from 'react';
import { useMe } from '../../api/me.ts';
import { ForAdministrators } from '../../shell/for-administrators.tsx';
import { AreaHead } from '../../ui/area-head.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { StaffPanel } from './staff-panel.tsx';
import './settings.css';

/** Who and what may use the back office. The server refuses both lists to anybody but administrators. */
export function SettingsArea(): ReactNode {
  const { role } = useMe();
  if (role !== 'admin') return <ForAdministrators title="Settings" />;
  return (
    <>
      <AreaHead title="Settings" />
      <KeysPanel />
      <StaffPanel />
    </>
  );
}
