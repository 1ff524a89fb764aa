import pg from 'pg';
import { CursorError, type List, type Page, type PageRequest, readPage } from '../page.ts';
import { HttpProblem } from './problem.ts';

/** What PostgreSQL says to a day or time that does not exist. */
const NO_SUCH_TIME = new Set(['22007', '22008']);

/** One page of a list for a route. Throws a 400 problem for a cursor that no page of it gave. */
export async function listPage<Row extends object>(
  request: PageRequest,
  list: List,
): Promise<Page<Row>> {
  try {
    return await readPage<Row>(request, list);
  } catch (error) {
    const isBadTime = error instanceof pg.DatabaseError && NO_SUCH_TIME.has(error.code ?? '');
    if (!(error instanceof CursorError) && !(isBadTime && request.cursor !== undefined))
      throw error;
    throw new HttpProblem({
      code: 'invalid_request',
      detail: 'cursor is not one that this list gave',
    });
  }
}
