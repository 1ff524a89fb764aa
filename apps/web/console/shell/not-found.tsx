import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AreaHead } from '../ui/area-head.tsx';
import { EmptyState } from '../ui/states.tsx';

/** A place that the console does not have. */
export function NotFound(): ReactNode {
  return (
    <>
      <AreaHead title="There is no such page" />
      <EmptyState title="The address may have been mistyped">
        Go <Link to="/">Home</Link>, or press <kbd>?</kbd> for all the keys.
      </EmptyState>
    </>
  );
}
