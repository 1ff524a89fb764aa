import { Outlet } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { Skeleton } from '../ui/states.tsx';

/** What is around every area: navigation on the left, the chat on the right. */
export function Shell(): ReactNode {
  return (
    <Suspense fallback={<Skeleton rows={8} />}>
      <main>
        <Outlet />
      </main>
    </Suspense>
  );
}
