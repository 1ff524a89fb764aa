import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { SignIn } from './sign-in.ts';
import type { Role, SignInTables, StaffRole } from './tables.ts';

/** An account that may use the back office. */
export interface StaffAccount {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  createdAt: Date;
}

export interface NewStaffAccount {
  name: string;
  email: string;
  password: string;
  role: StaffRole;
}

export type CreateStaffOutcome =
  | { kind: 'created'; account: StaffAccount }
  /** The address has an account, of a customer or of staff. */
  | { kind: 'taken'; role: Role; id: string };

export type ChangeStaffOutcome =
  | { kind: 'changed'; account: StaffAccount }
  | { kind: 'unknown' }
  /** Without whom nobody could give anybody a role again. */
  | { kind: 'last_admin' };

/** The accounts of staff. Who may do what to whom is for the caller to say, but for the last admin. */
export interface StaffAccounts {
  /** The oldest first. */
  list(): Promise<StaffAccount[]>;
  /** Never turns a customer's account into staff's: whose the address is was never proven. */
  create(account: NewStaffAccount): Promise<CreateStaffOutcome>;
  /**
   * Gives an account a role, a new password, or both. A customer's becomes staff's with a role. With
   * a new password it is signed out everywhere.
   */
  change(
    id: string,
    change: { role?: StaffRole | undefined; password?: string | undefined },
  ): Promise<ChangeStaffOutcome>;
  /**
   * Takes the back office away at once, and signs the account out everywhere. It stays as a
   * customer's, so that what it did keeps its name and ADMIN_EMAIL does not make it anew.
   */
  remove(id: string): Promise<Exclude<ChangeStaffOutcome['kind'], 'changed'> | 'removed'>;
}

const columns = ['id', 'name', 'email', 'role', 'created_at as createdAt'] as const;

export function createStaffAccounts({
  database,
  signIn,
}: {
  database: Database;
  signIn: Pick<SignIn, 'createAccount' | 'setPassword' | 'endSessions'>;
}): StaffAccounts {
  const tables = database.for<SignInTables>();

  const setRole = (id: string, role: Role) =>
    tables.transaction().execute(async (transaction) => {
      const admins = await lockAdmins(transaction);
      const isLastAdmin = admins.length === 1 && admins[0] === id && role !== 'admin';
      if (isLastAdmin) return 'last_admin';
      const updated = await transaction
        .updateTable('users')
        .set({ role, updated_at: sql`now()` })
        .where('id', '=', id)
        // Only who is staff can cease to be.
        .$if(role === 'customer', (update) => update.where('role', '<>', 'customer'))
        .returning('id')
        .executeTakeFirst();
      return updated === undefined ? 'unknown' : 'set';
    });

  const findStaff = async (id: string): Promise<StaffAccount | undefined> => {
    const account = await tables
      .selectFrom('users')
      .select(columns)
      .where('id', '=', id)
      .where('role', '<>', 'customer')
      .executeTakeFirst();
    return account as StaffAccount | undefined;
  };

  return {
    list: async () => {
      const accounts = await tables
        .selectFrom('users')
        .select(columns)
        .where('role', '<>', 'customer')
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return accounts as StaffAccount[];
    },
    create: async (account) => {
      const id = randomUUID();
      const isNew = await signIn.createAccount({ ...account, id });
      const stored = await tables
        .selectFrom('users')
        .select(columns)
        .where('email', '=', account.email.toLowerCase())
        .executeTakeFirstOrThrow();
      return isNew
        ? { kind: 'created', account: stored as StaffAccount }
        : { kind: 'taken', role: stored.role, id: stored.id };
    },
    change: async (id, { role, password }) => {
      if (role !== undefined) {
        const outcome = await setRole(id, role);
        if (outcome !== 'set') return { kind: outcome };
      }
      const account = await findStaff(id);
      if (account === undefined) return { kind: 'unknown' };
      if (password !== undefined) {
        await signIn.setPassword(id, password);
        await signIn.endSessions(id);
      }
      return { kind: 'changed', account };
    },
    remove: async (id) => {
      const outcome = await setRole(id, 'customer');
      if (outcome !== 'set') return outcome;
      await signIn.endSessions(id);
      return 'removed';
    },
  };
}

/** Two administrators who remove each other at once: the second one waits, and is then the last. */
async function lockAdmins(transaction: Transaction<SignInTables>): Promise<string[]> {
  const admins = await transaction
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'admin')
    .orderBy('id')
    .forUpdate()
    .execute();
  return admins.map(({ id }) => id);
}
