import { sql } from 'kysely';
import type { Database } from '../../platform/database.ts';
import type { OperationsTables } from '../tables.ts';

/** How far a mailbox was read. */
export interface ImapProgress {
  uidValidity: number;
  lastUid: number;
  updatedAt: Date;
}

export async function readImapProgress(
  database: Database,
  mailbox: string,
): Promise<ImapProgress | undefined> {
  return await database
    .for<OperationsTables>()
    .selectFrom('imap_mailboxes')
    .select(['uid_validity as uidValidity', 'last_uid as lastUid', 'updated_at as updatedAt'])
    .where('mailbox', '=', mailbox)
    .executeTakeFirst();
}

/** Never goes back within one UIDVALIDITY: another process may be further. */
export async function storeImapProgress(
  database: Database,
  mailbox: string,
  { uidValidity, lastUid, updatedAt }: ImapProgress,
): Promise<void> {
  await database
    .for<OperationsTables>()
    .insertInto('imap_mailboxes')
    .values({
      mailbox,
      uid_validity: uidValidity,
      last_uid: lastUid,
      updated_at: updatedAt,
    })
    .onConflict((conflict) =>
      conflict.column('mailbox').doUpdateSet({
        uid_validity: uidValidity,
        updated_at: updatedAt,
        last_uid: sql<number>`case when imap_mailboxes.uid_validity = excluded.uid_validity
          then greatest(imap_mailboxes.last_uid, excluded.last_uid) else excluded.last_uid end`,
      }),
    )
    .execute();
}
