import type { ReactNode } from 'react';
import type { LiveList } from '../live/live-list.ts';
import { EmptyState, ErrorState, Skeleton } from './states.tsx';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** A track of CSS grid; `1fr` unless told. */
  width?: string;
  align?: 'end';
  /** Left out where there is little room. */
  isSecondary?: true;
}

export interface DataTableProps<Row> {
  /** What the table is, for those who do not see it. */
  label: string;
  list: LiveList<Row>;
  columns: readonly Column<Row>[];
  idOf: (row: Row) => string;
  /** Enter and a click. */
  onOpen: (row: Row) => void;
  /** Space. */
  onPeek?: (row: Row) => void;
  empty: { title: string; next: ReactNode };
}

/** A list of records as a real table. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { label, list, columns, idOf, onOpen, empty } = props;
  if (list.status === 'loading') return <Skeleton rows={8} />;
  if (list.status === 'error') return <ErrorState message={list.error} onRetry={list.retry} />;
  if (list.rows.length === 0) return <EmptyState title={empty.title}>{empty.next}</EmptyState>;
  return (
    <table className="data-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ id, header }) => (
            <th key={id} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <tr key={idOf(row)} onClick={() => onOpen(row)}>
            {columns.map(({ id, cell }) => (
              <td key={id}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
