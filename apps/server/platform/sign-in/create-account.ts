import type { Kysely } from 'kysely';
import type { Role, SignInTables } from './tables.ts';

export interface NewAccount {
  id: string;
  email: string;
  password: string;
  name: string;
  role: Role;
}

/**
 * Stores an account that can sign in with its password. Resolves to false, and changes nothing,
 * when the id or the e-mail address has one already.
 */
export async function insertAccount({
  tables,
  account,
  hashPassword,
}: {
  tables: Kysely<SignInTables>;
  account: NewAccount;
  hashPassword: (password: string) => Promise<string>;
}): Promise<boolean> {
  const { id, name, role } = account;
  const email = account.email.toLowerCase();
  const existing = await tables
    .selectFrom('users')
    .select('id')
    .where((expression) =>
      expression.or([expression('id', '=', id), expression('email', '=', email)]),
    )
    .executeTakeFirst();
  if (existing !== undefined) return false;
  const password = await hashPassword(account.password);
  return tables.transaction().execute(async (transaction) => {
    const inserted = await transaction
      .insertInto('users')
      .values({ id, name, email, role, image: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined) return false;
    await transaction
      .insertInto('accounts')
      .values({ user_id: id, account_id: id, provider_id: 'credential', password })
      .execute();
    return true;
  });
}
