import type { PrefillData } from '@deskbell/protocol';
import type { Database } from '../platform/database.ts';
import { deleteInBatches } from '../platform/delete-in-batches.ts';

/** How long the booking form has to take over what the customer opened. */
export const HANDOFF_MINUTES = 5;
const ROWS_AT_A_TIME = 1_000;

/** The tool call that made a handoff. */
export interface HandoffSource {
  turnId: string;
  callId: string;
}

/** A handoff that was opened and lasts. */
export interface OpenHandoff extends HandoffSource {
  /** The customer of its thread; null: whoever holds the id. */
  ownerId: string | null;
  /** Of the booking form that took it over; null until then. */
  claimKey: string | null;
}

/** Handoffs between the customer's click in the chat and the booking form. */
export interface HandoffStore {
  /**
   * Keeps the values for five minutes under a new id. The same handoff may be opened again: each
   * id stands for itself, so that two tabs do not take the form away from each other.
   */
  open(
    handoff: HandoffSource & { ownerId: string | null; prefill: PrefillData },
  ): Promise<{ handoffId: string; expiresAt: Date }>;
  /** Undefined when there is none or its time is over. */
  find(handoffId: string): Promise<OpenHandoff | undefined>;
  /**
   * Takes it over and gives its values, as the JSON that was stored; the same key may do so until its
   * time is over. Undefined when another key was first, or nothing is there any more.
   */
  claim(handoffId: string, claimKey: string): Promise<string | undefined>;
}

interface Row {
  owner_id: string | null;
  turn_id: string;
  call_id: string;
  claim_key: string | null;
}

export function createHandoffStore({
  database: { pool },
  clock,
}: {
  database: Pick<Database, 'pool'>;
  clock: () => Date;
}): HandoffStore {
  return {
    async open({ ownerId, turnId, callId, prefill }) {
      const expiresAt = new Date(clock().getTime() + HANDOFF_MINUTES * 60_000);
      const { rows } = await pool.query<{ id: string }>(
        `insert into handoffs (owner_id, turn_id, call_id, prefill, expires_at)
         values ($1, $2, $3, $4, $5) returning id`,
        [ownerId, turnId, callId, JSON.stringify(prefill), expiresAt],
      );
      const [row] = rows;
      if (row === undefined) throw new Error('A handoff was stored without an id.');
      return { handoffId: row.id, expiresAt };
    },

    async find(handoffId) {
      const { rows } = await pool.query<Row>(
        `select owner_id, turn_id, call_id, claim_key from handoffs
         where id = $1 and expires_at > $2`,
        [handoffId, clock()],
      );
      const [row] = rows;
      if (row === undefined) return undefined;
      return {
        ownerId: row.owner_id,
        turnId: row.turn_id,
        callId: row.call_id,
        claimKey: row.claim_key,
      };
    },

    async claim(handoffId, claimKey) {
      const { rows } = await pool.query<{ prefill: string }>(
        `update handoffs set claim_key = $2
         where id = $1 and expires_at > $3 and (claim_key is null or claim_key = $2)
         returning prefill::text as prefill`,
        [handoffId, claimKey, clock()],
      );
      return rows[0]?.prefill;
    },
  };
}

/**
 * Deletes handoffs whose time is over. In small statements, so that it never holds anyone up;
 * several processes may do it at once.
 */
export async function deleteExpiredHandoffs({
  database,
  now,
}: {
  database: Pick<Database, 'pool'>;
  now: Date;
}): Promise<void> {
  await deleteInBatches({
    database,
    rowsAtATime: ROWS_AT_A_TIME,
    text: `delete from handoffs where id = any(array(
      select id from handoffs where expires_at <= $1 limit ${ROWS_AT_A_TIME}
      for update skip locked))`,
    values: [now],
  });
}
