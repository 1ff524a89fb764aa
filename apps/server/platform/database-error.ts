import pg from 'pg';

/** Connection failures, exhausted resources, an operator's intervention. */
const UNAVAILABLE_STATES = /^(08|53|57)/;
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);

/** What `pg` says without any code when a connection or an answer does not come. */
const PG_MESSAGES = new Set([
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
]);

/** Whether a query failed because the database cannot be reached, not because of the query. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return UNAVAILABLE_STATES.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  if (PG_MESSAGES.has(error.message)) return true;
  return 'code' in error && 'syscall' in error && SOCKET_CODES.has(String(error.code));
}
