import type { Database } from '../database.ts';
import { isUuid } from '../is-uuid.ts';
import type { SignInTables } from './tables.ts';

/** How a member of staff is called. */
export interface StaffName {
  name: string;
  /** Null: an API key. */
  email: string | null;
}

/** The name of an account or of an API key, revoked or not; undefined for an id that is neither. */
export async function findStaffName(
  database: Database,
  id: string,
): Promise<StaffName | undefined> {
  if (!isUuid(id)) return undefined;
  const tables = database.for<SignInTables>();
  const account = await tables
    .selectFrom('users')
    .select(['name', 'email'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (account !== undefined) return account;
  const key = await tables
    .selectFrom('api_keys')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  return key && { name: key.name, email: null };
}
