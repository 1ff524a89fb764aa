/** The row a key leads to; undefined for a key that moves nothing. Rows count from 0. */
export function stepOf(
  key: string,
  { index, count, pageRows }: { index: number; count: number; pageRows: number },
): number | undefined {
  const within = (row: number) => Math.max(0, Math.min(count - 1, row));
  switch (key) {
    case 'ArrowDown':
      return within(index + 1);
    case 'ArrowUp':
      return within(index - 1);
    case 'PageDown':
      return within(index + pageRows);
    case 'PageUp':
      return within(index - pageRows);
    case 'Home':
      return within(0);
    case 'End':
      return within(count - 1);
    default:
      return undefined;
  }
}
