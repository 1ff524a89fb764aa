import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Database } from '../platform/database.ts';
import type { SignIn } from '../platform/sign-in/sign-in.ts';
import type { SignInTables } from '../platform/sign-in/tables.ts';
import { StartError } from './start-error.ts';

/** What the operator is told of the back office's doors. */
export interface StaffCredentials {
  /** Whether there is an account of staff or an API key that works. */
  canSignIn: boolean;
  /** What became of ADMIN_EMAIL; undefined where it is not set. */
  firstAdmin: 'made' | 'there' | 'left_alone' | undefined;
}

/**
 * Makes the first administrator where one is configured, and looks who can sign in to the back
 * office. May run at every start, and in several processes at once: an account that exists is never
 * changed. Throws `StartError` when ADMIN_EMAIL is somebody else's and there is no administrator.
 */
export async function prepareStaffCredentials({
  config,
  database,
  signIn,
}: {
  config: Pick<Config, 'firstAdmin'>;
  database: Database;
  signIn: Pick<SignIn, 'createAccount'>;
}): Promise<StaffCredentials> {
  const tables = database.for<SignInTables>();
  const firstAdmin = config.firstAdmin && (await makeFirstAdmin(config.firstAdmin));
  const staff = await tables
    .selectFrom('users')
    .select('id')
    .where('role', '<>', 'customer')
    .limit(1)
    .executeTakeFirst();
  const key = await tables
    .selectFrom('api_keys')
    .select('id')
    .where('revoked_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return { canSignIn: staff !== undefined || key !== undefined, firstAdmin };

  async function makeFirstAdmin({ email, password }: { email: string; password: string }) {
    const account = { id: randomUUID(), name: email, email, password, role: 'admin' } as const;
    if (await signIn.createAccount(account)) return 'made';
    const users = tables.selectFrom('users').select('role');
    const { role } = await users.where('email', '=', email.toLowerCase()).executeTakeFirstOrThrow();
    if (role === 'admin') return 'there';
    // Who was demoted or removed since must not keep the server from starting.
    const other = await users.where('role', '=', 'admin').limit(1).executeTakeFirst();
    if (other !== undefined) return 'left_alone';
    const owner = role === 'customer' ? 'a customer' : 'a member of staff';
    throw new StartError(
      `ADMIN_EMAIL is ${email}, which is the address of ${owner} already and was left as it is; set another address for the administrator.`,
    );
  }
}
