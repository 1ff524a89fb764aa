import { CompiledQuery, type Kysely } from 'kysely';
import type { OperationsTables } from '../tables.ts';

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
