import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { Database } from '../database.ts';
import type { SignInTables, StaffRole } from './tables.ts';

/** Begins every key, so that secret scanners know one when they see it. */
const PREFIX = 'dbk_';
const KEY_BYTES = 32;
const KEY_FORM = /^dbk_[A-Za-z0-9_-]{43}$/;
const HINT_LENGTH = PREFIX.length + 4;
const NOTE_USE_EVERY_MS = 60_000;

/** What is known of a key: everything but the key. */
export interface ApiKeyRecord {
  id: string;
  name: string;
  role: StaffRole;
  /** The key's first characters. */
  hint: string;
  /** Who made it: the id of an account or of a key, or 'local' for the open mode. */
  createdBy: string;
  createdAt: Date;
  /** To within a minute; null: never. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** Keys for programs of staff. Only the SHA-256 of a key is stored. */
export interface ApiKeys {
  /** The key itself is given here and never again. */
  create(key: {
    name: string;
    role: StaffRole;
    createdBy: string;
  }): Promise<{ key: string; record: ApiKeyRecord }>;
  /** The newest first, revoked ones included. */
  list(): Promise<ApiKeyRecord[]>;
  /** Ends a key at once, in every process; false when there is none with this id. May be repeated. */
  revoke(id: string, by: string): Promise<boolean>;
  /**
   * Whose key this is; undefined for one that is unknown or revoked. One statement, and none for
   * what has not the form of a key. Rejects when the database cannot be reached.
   */
  find(key: string): Promise<{ id: string; role: StaffRole } | undefined>;
}

/** Keys are found by their hash, so the time it takes tells nothing about any other key. */
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

const columns = [
  'id',
  'name',
  'role',
  'hint',
  'created_by as createdBy',
  'created_at as createdAt',
  'last_used_at as lastUsedAt',
  'revoked_at as revokedAt',
] as const;

export function createApiKeys({
  database,
  clock,
}: {
  database: Database;
  clock: () => Date;
}): ApiKeys {
  const tables = database.for<SignInTables>();
  const beingNoted = new Set<string>();

  /** Beside the request: it is neither delayed by this nor fails with it. */
  const noteUse = (id: string, lastUsedAt: Date | null): void => {
    const now = clock();
    const isRecent = now.getTime() - (lastUsedAt?.getTime() ?? 0) < NOTE_USE_EVERY_MS;
    if (isRecent || beingNoted.has(id)) return;
    beingNoted.add(id);
    tables
      .updateTable('api_keys')
      .set({ last_used_at: now })
      .where('id', '=', id)
      .execute()
      // The next use notes it.
      .catch(() => {})
      .finally(() => beingNoted.delete(id));
  };

  return {
    create: async ({ name, role, createdBy }) => {
      const key = PREFIX + randomBytes(KEY_BYTES).toString('base64url');
      const record = await tables
        .insertInto('api_keys')
        .values({
          id: uuidV7(),
          name,
          role,
          key_hash: hashOf(key),
          hint: key.slice(0, HINT_LENGTH),
          created_by: createdBy,
          created_at: clock(),
        })
        .returning(columns)
        .executeTakeFirstOrThrow();
      return { key, record };
    },
    list: () =>
      tables
        .selectFrom('api_keys')
        .select(columns)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute(),
    revoke: async (id, by) => {
      const result = await tables
        .updateTable('api_keys')
        .set((expression) => ({
          revoked_at: expression.fn.coalesce('revoked_at', expression.val(clock())),
          revoked_by: expression.fn.coalesce('revoked_by', expression.val(by)),
        }))
        .where('id', '=', id)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    find: async (key) => {
      if (!KEY_FORM.test(key)) return undefined;
      const found = await tables
        .selectFrom('api_keys')
        .select(['id', 'role', 'last_used_at'])
        .where('key_hash', '=', hashOf(key))
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      if (found === undefined) return undefined;
      noteUse(found.id, found.last_used_at);
      return { id: found.id, role: found.role };
    },
  };
}
