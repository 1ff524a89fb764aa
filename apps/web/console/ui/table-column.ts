import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /**
   * A track of CSS grid that does not depend on what is in it; `minmax(0, 1fr)` unless told. On
   * phones a row is a card: what has a share of the room (`fr`) comes first and has whole lines.
   */
  width?: string;
  align?: 'end';
  /** Left out where there is little room. */
  isSecondary?: true;
  /** What names the row: it carries the row's link. The first column unless told. */
  isPrimary?: true;
}

const WHOLE = 'minmax(0, 1fr)';

/** The tracks of a row; `hasRoom` is false where secondary columns are left out. */
export const tracksOf = (
  columns: readonly Pick<Column<never>, 'width' | 'isSecondary'>[],
  { hasRoom }: { hasRoom: boolean },
): string =>
  columns
    .filter(({ isSecondary }) => hasRoom || isSecondary !== true)
    .map(({ width = WHOLE }) => (/^[\d.]+fr$/.test(width) ? `minmax(0, ${width})` : width))
    .join(' ');

/** The classes of a column's cells, its head included. */
export const cellClass = ({
  width = WHOLE,
  align,
  isSecondary,
}: Pick<Column<never>, 'width' | 'align' | 'isSecondary'>): string | undefined => {
  const classes = [
    align === 'end' && 'number',
    isSecondary && 'is-secondary',
    width.includes('fr') && 'is-wide',
  ].filter((name) => typeof name === 'string');
  return classes.length === 0 ? undefined : classes.join(' ');
};
