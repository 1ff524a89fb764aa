import { CompiledQuery, type Kysely } from 'kysely';
import type { Database } from '../../platform/database.ts';
import type { OperationsTables } from '../tables.ts';
import { statementName } from './statement-names.ts';

export interface Rows<Row> {
  rows: Row[];
}

/** Runs a statement with `$1`-parameters: on any connection, or inside a transaction. */
export type SqlRunner = <Row = unknown>(
  text: string,
  values?: readonly unknown[],
) => Promise<Rows<Row>>;

/** Statements that PostgreSQL itself builds the result of, without a query builder's overhead. */
export function sqlRunnerOf(database: Kysely<OperationsTables>): SqlRunner {
  return async <Row>(text: string, values: readonly unknown[] = []) => ({
    rows: (await database.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows,
  });
}

/**
 * Statements of the hot path are prepared once per connection: pg-boss's are long, and planning
 * them costs more than running them. Its maintenance comes as several statements in one text, which
 * cannot be prepared.
 */
export function poolRunnerOf({ pool }: Pick<Database, 'pool'>): SqlRunner {
  return async <Row>(text: string, values: readonly unknown[] = []) => {
    const isPlain = values.length === 0 && !/^\s*with\b/i.test(text);
    const name = isPlain ? undefined : statementName(text);
    const statement = { text, values: [...values], ...(name === undefined ? {} : { name }) };
    // As it is: for several statements it is an array, which pg-boss knows how to read.
    return (await pool.query(statement)) as unknown as Rows<Row>;
  };
}
