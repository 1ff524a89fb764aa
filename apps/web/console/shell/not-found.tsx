import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AreaHead } from '../ui/area-head.tsx';

/** A place that the console does not have. */
export function NotFound(): ReactNode {
  return (
    <>
      <AreaHead title="There is no such page" />
      <p>
        Go to <Link to="/">Home</Link>, or press <kbd>?</kbd> for all the keys.
      </p>
    </>
  );
}
