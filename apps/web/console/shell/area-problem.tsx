import { type ErrorComponentProps, useRouter, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { areaOf } from '../areas.ts';
import { AreaHead } from '../ui/area-head.tsx';
import { PartProblem } from './chunk-boundary.tsx';

/** Instead of an area that could not be shown; the rest of the console goes on. */
export function AreaProblem({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <>
      <AreaHead title={areaOf(pathname)?.title ?? 'Staff'} />
      <PartProblem error={error} reset={retry} />
    </>
  );
}
