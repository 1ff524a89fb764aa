import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Moves while the next area is on its way; it waits a moment, as most are there at once. */
export function PendingBar({ isAlways = false }: { isAlways?: boolean }): ReactNode {
  const isPending = useRouterState({ select: ({ isLoading }) => isLoading });
  return isPending || isAlways ? (
    <div className="pending-bar" role="status">
      <span className="visually-hidden">Loading…</span>
    </div>
  ) : null;
}
