import type { Database } from '../platform/database.ts';
import { deleteInBatches } from '../platform/delete-in-batches.ts';
import { EVENTS_KEPT_MINUTES } from './turn-reader.ts';
import { VISITOR_THREAD_HOURS } from './turn-store.ts';

const ROWS_AT_A_TIME = 1_000;

/**
 * Deletes what has had its time: visitors' threads and the events of ended turns. In small
 * statements, so that it never holds anyone up; several processes may do it at once.
 */
export async function deleteExpired(database: Pick<Database, 'pool'>): Promise<void> {
  await deleteInBatches({
    database,
    rowsAtATime: ROWS_AT_A_TIME,
    text: `delete from threads where id in (
       select id from threads
       where owner_id is null
         and last_activity_at < now() - interval '${VISITOR_THREAD_HOURS} hours'
         and not exists (select from turns where thread_id = threads.id and state = 'running')
       limit ${ROWS_AT_A_TIME} for update skip locked)`,
  });
  await deleteInBatches({
    database,
    rowsAtATime: ROWS_AT_A_TIME,
    text: `delete from turn_events where (turn_id, first_number) in (
       select stored.turn_id, stored.first_number
       from turn_events as stored join turns on turns.id = stored.turn_id
       where turns.ended_at < now() - interval '${EVENTS_KEPT_MINUTES} minutes'
       limit ${ROWS_AT_A_TIME} for update of stored skip locked)`,
  });
}
