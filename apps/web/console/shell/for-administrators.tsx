import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AreaHead } from '../ui/area-head.tsx';
import { EmptyState } from '../ui/states.tsx';

/** Instead of an area that is not for everybody; the server refuses its data as well. */
export function ForAdministrators({ title }: { title: string }): ReactNode {
  return (
    <>
      <AreaHead title={title} />
      <EmptyState title="For administrators">
        Ask an administrator of yours for what you need here, or go <Link to="/">Home</Link>.
      </EmptyState>
    </>
  );
}
