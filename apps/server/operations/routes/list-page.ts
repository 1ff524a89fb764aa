import pg from 'pg';
import { HttpProblem } from '../../platform/http/problem.ts';
import {
  CursorError,
  type List,
  type Page,
  type PageRequest,
  readPage,
} from '../statistics/page.ts';

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

/** The conditions of a list, with their values as numbered parameters. */
export interface Conditions {
  /** Adds one; `?` in it stands for the value. */
  add(condition: string, value: unknown): void;
  /** Adds one of our own without a value. */
  addFixed(condition: string): void;
  /** 'where …', true when there are none. */
  readonly where: string;
  readonly values: unknown[];
}

export function createConditions(): Conditions {
  const conditions = ['true'];
  const values: unknown[] = [];
  return {
    add: (condition, value) => {
      values.push(value);
      conditions.push(condition.replaceAll('?', `$${values.length}`));
    },
    addFixed: (condition) => {
      conditions.push(condition);
    },
    get where() {
      return `where ${conditions.join(' and ')}`;
    },
    values,
  };
}
