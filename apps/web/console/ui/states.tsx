import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** Stands for what is on its way. */
export function Skeleton({ rows = 4 }: { rows?: number }): ReactNode {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">Loading…</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without content have nothing else
        <div key={row} className="skeleton-line" />
      ))}
    </div>
  );
}

/** Nothing is there; `children` say what to do next. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      <div>{children}</div>
    </div>
  );
}

export function ErrorState(props: { message: string | undefined; onRetry: () => void }): ReactNode {
  return (
    <div className="error-state" role="alert">
      <p>{props.message ?? 'This could not be read.'}</p>
      <button type="button" className="button" onClick={props.onRetry}>
        Try again
      </button>
    </div>
  );
}

/** The four states of what a query reads: on its way, not readable, empty, there. */
export function Loaded<Data>(props: {
  query: UseQueryResult<Data>;
  skeletonRows?: number;
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  children: (data: Data) => ReactNode;
}): ReactNode {
  const { query, isEmpty, empty, children } = props;
  if (query.data !== undefined) return isEmpty?.(query.data) ? empty : children(query.data);
  if (query.isError) {
    return <ErrorState message={query.error.message} onRetry={() => void query.refetch()} />;
  }
  return <Skeleton rows={props.skeletonRows ?? 4} />;
}
