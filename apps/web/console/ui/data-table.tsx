import type { ReactNode } from 'react';
import type { LiveList } from '../live/live-list.ts';
import { EmptyState, ErrorState, Skeleton } from './states.tsx';
import { TableBar } from './table-bar.tsx';
import type { Column } from './table-column.ts';
import { VirtualTable } from './virtual-table.tsx';
import './data-table.css';

export type { Column } from './table-column.ts';

/** The next page is asked for when so few rows are left below. */
const ROWS_AHEAD = 25;

export interface DataTableProps<Row> {
  /** What the table is, for those who do not see it. */
  label: string;
  list: LiveList<Row>;
  /** The same array from one rendering to the next, for rows that need not be made anew. */
  columns: readonly Column<Row>[];
  idOf: (row: Row) => string;
  /** Enter and a click. */
  onOpen: (row: Row) => void;
  /** Space. */
  onPeek?: (row: Row) => void;
  /** Where a row opens in a tab of its own, such as `/staff/emails/<id>`. */
  hrefOf?: (row: Row) => string;
  /** Whether a row has changed so that the list would not have it any more: then it says so. */
  isOutside?: (row: Row) => boolean;
  empty: { title: string; next: ReactNode };
}

/**
 * A list of records as a real table, however long: only rows near the window are in the page. The
 * row `?peek` names is marked. New rows wait behind a button above it.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { label, list, columns, idOf, onOpen, onPeek, hrefOf, isOutside, empty } = props;
  if (list.status === 'loading') return <Skeleton rows={8} />;
  if (list.status === 'error' && list.rows.length === 0) {
    return <ErrorState message={list.error} onRetry={list.retry} />;
  }
  return (
    <div className="data-table-frame">
      <TableBar list={list} />
      {list.rows.length === 0 ? (
        <EmptyState title={empty.title}>{empty.next}</EmptyState>
      ) : (
        <VirtualTable
          label={label}
          rows={list.rows}
          hasMore={list.hasMore}
          columns={columns}
          idOf={idOf}
          onOpen={onOpen}
          onPeek={onPeek}
          hrefOf={hrefOf}
          isOutside={isOutside}
          fromTop={list.fromTop ?? 0}
          onRendered={(lastIndex) => {
            const isNear = lastIndex >= list.rows.length - ROWS_AHEAD;
            if (isNear && list.hasMore && !list.isLoadingMore && !list.moreError) list.loadMore();
          }}
        />
      )}
      <TableEnd list={list} />
    </div>
  );
}

function TableEnd({ list }: { list: LiveList<unknown> }): ReactNode {
  if (!list.hasMore || list.rows.length === 0) return null;
  if (list.moreError === undefined || list.isLoadingMore) {
    return (
      <p className="data-table-end muted" aria-hidden={!list.isLoadingMore}>
        Loading more…
      </p>
    );
  }
  return (
    <div className="data-table-end" role="alert">
      <span>{list.moreError}</span>
      <button type="button" className="button" onClick={list.loadMore}>
        Load more
      </button>
    </div>
  );
}
