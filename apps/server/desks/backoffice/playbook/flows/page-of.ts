import type { Query } from '../query.ts';
import type { Room } from './flow.ts';

const DEFAULT_ROWS = 10;

/** Of rows that the clerk has picked from a tool's result itself, those to be told now, and whether there are more. */
export function pageOf<Row>(
  picked: readonly Row[],
  { limit }: Pick<Query, 'limit'>,
  { firstNumber, rows = DEFAULT_ROWS }: Room,
): { page: readonly Row[]; next_cursor: string | null } {
  const begin = firstNumber - 1;
  const page = picked.slice(begin, begin + (limit ?? rows));
  return { page, next_cursor: begin + page.length < picked.length ? 'more' : null };
}
