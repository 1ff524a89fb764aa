import type { Generated } from 'kysely';

export type Role = 'customer' | 'staff' | 'admin';

interface UsersTable {
  id: Generated<string>;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  role: Generated<Role>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

interface SessionsTable {
  id: Generated<string>;
  user_id: string;
  token: string;
  expires_at: Date;
}

interface AccountsTable {
  id: Generated<string>;
  user_id: string;
  account_id: string;
  provider_id: string;
  password: string | null;
}

/** The columns this server reads or writes itself; better-auth uses the others. */
export interface SignInTables {
  users: UsersTable;
  sessions: SessionsTable;
  accounts: AccountsTable;
}
