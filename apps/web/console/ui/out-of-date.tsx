import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { When } from './when.tsx';

/** Above what is shown while it could not be read again: how old it is, and another try. */
export function OutOfDate({ query }: { query: UseQueryResult }): ReactNode {
  const { data, isError, error, dataUpdatedAt, isFetching, refetch } = query;
  if (!isError || data === undefined) return null;
  return (
    <div className="notice notice-problem" role="alert">
      <p>
        {error.message} What you see is from <When at={new Date(dataUpdatedAt).toISOString()} />.
      </p>
      <button
        type="button"
        className="button button-small"
        disabled={isFetching}
        onClick={() => void refetch()}
      >
        Try again
      </button>
    </div>
  );
}
