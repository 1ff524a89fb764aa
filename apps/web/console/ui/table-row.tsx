import { memo, type ReactNode } from 'react';
import { type Column, cellClass } from './table-column.ts';

export interface TableRowProps<Row> {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  /** Whether Tab comes to it: one row of a table at a time. */
  isTabStop: boolean;
  /** Whether it is what is shown beside the table. */
  isCurrent: boolean;
  /** Room above it for rows that are not in the page, in pixels. */
  gapPx: number;
  href: string | undefined;
  /** It has changed, and the list would not have it any more. */
  isOutside: boolean;
}

/** One row; what it does is the table's. */
function Row<Data>(props: TableRowProps<Data>): ReactNode {
  const { row, index, columns, href, gapPx, isOutside } = props;
  const primary = columns.find(({ isPrimary }) => isPrimary) ?? columns[0];
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: laid out as a grid, it has no role of its own in some browsers
      role="row"
      data-index={index}
      className={isOutside ? 'is-outside' : undefined}
      // The head is the first.
      aria-rowindex={index + 2}
      aria-current={props.isCurrent ? 'true' : undefined}
      tabIndex={props.isTabStop ? 0 : -1}
      style={gapPx > 0 ? { marginBlockStart: gapPx } : undefined}
    >
      {columns.map((column) => (
        // biome-ignore lint/a11y/noRedundantRoles: as above
        <td key={column.id} role="cell" className={cellClass(column)}>
          {column === primary && href !== undefined ? (
            // The row itself is in the tab order; a second stop for the same would be one too many.
            <a href={href} tabIndex={-1} className="row-link">
              {column.cell(row)}
            </a>
          ) : (
            column.cell(row)
          )}
          {column === primary && isOutside && (
            <span className="row-outside">No longer in this list</span>
          )}
        </td>
      ))}
    </tr>
  );
}

export const TableRow = memo(Row) as typeof Row;
