import type { Generated } from 'kysely';

export type StaffRole = 'staff' | 'admin';
export type Role = 'customer' | StaffRole;

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

interface ApiKeysTable {
  id: string;
  name: string;
  role: StaffRole;
  key_hash: Buffer;
  hint: string;
  created_by: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
  revoked_by: string | null;
}

/** The columns this server reads or writes itself; better-auth uses the others. */
export interface SignInTables {
  users: UsersTable;
  sessions: SessionsTable;
  accounts: AccountsTable;
  api_keys: ApiKeysTable;
}
