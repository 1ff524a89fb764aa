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

/** For a folder that is known. Never goes back: another process may be further. */
export async function advanceImapProgress(
  database: Database,
  mailbox: string,
  { uidValidity, lastUid, updatedAt }: ImapProgress,
): Promise<void> {
  await database
    .for<OperationsTables>()
    .updateTable('imap_mailboxes')
    .set({ last_uid: lastUid, updated_at: updatedAt })
    .where('mailbox', '=', mailbox)
    .where('uid_validity', '=', uidValidity)
    .where('last_uid', '<', lastUid)
    .execute();
}

/** For a folder that was read from its start. */
export async function resetImapProgress(
  database: Database,
  mailbox: string,
  { uidValidity, lastUid, updatedAt }: ImapProgress,
): Promise<void> {
  const known = { uid_validity: uidValidity, last_uid: lastUid, updated_at: updatedAt };
  await database
    .for<OperationsTables>()
    .insertInto('imap_mailboxes')
    .values({ mailbox, ...known })
    .onConflict((conflict) => conflict.column('mailbox').doUpdateSet(known))
    .execute();
}
