import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { statementName } from './statement-names.ts';

/**
 * The same pool, for Kysely, with statements that have parameters prepared once per connection.
 * For code whose statements are few and run for every mail: each is parsed and planned once.
 * Ending it does nothing; the pool stays its owner's.
 */
export function createPreparedPool(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();

  function wrap(client: pg.PoolClient): PostgresPoolClient {
    const query = (text: string, values: readonly unknown[]) => {
      const name = values.length === 0 ? undefined : statementName(text);
      const statement = { text, values: [...values], ...(name === undefined ? {} : { name }) };
      return client.query(statement);
    };
    return {
      query,
      release: (destroy?: boolean) => client.release(destroy),
    } as unknown as PostgresPoolClient;
  }

  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      let wrapped = clients.get(client);
      if (wrapped === undefined) {
        wrapped = wrap(client);
        clients.set(client, wrapped);
      }
      return wrapped;
    },
    end: async () => {},
  };
}
