import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Logger } from 'pino';
import type { Database } from './database.ts';

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../migrations/', import.meta.url));

const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

/** A migration that PostgreSQL refused. The database is as it was before. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export interface MigrateOptions {
  database: Database;
  /** Defaults to apps/server/migrations. */
  folder?: string;
  log: Logger;
}

/**
 * Brings the schema up to date: runs the SQL files not run before, by name, all in one
 * transaction under a lock, so that servers may start at the same time. Returns the names it ran.
 * Throws `MigrationError`.
 */
export async function migrate({
  database,
  folder = MIGRATIONS_FOLDER,
  log,
}: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const migrator = new Migrator({
    db: database.for<unknown>(),
    provider: { getMigrations: async () => migrations },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw asMigrationError(error);

  const names = (results ?? []).map((result) => result.migrationName);
  if (names.length > 0) log.info({ migrations: names }, 'Database schema brought up to date');
  return names;
}

/** The migration files of a folder, in order. Throws `MigrationError` for a misnamed file. */
export async function listMigrations(folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const numbers = new Set<string>();
  for (const file of files) {
    const number = file.slice(0, 4);
    if (!FILE_NAME.test(file)) {
      throw new MigrationError(`Migration ${file} should be named like 0001-sign-in.sql.`);
    }
    if (numbers.has(number)) throw new MigrationError(`Two migrations are numbered ${number}.`);
    numbers.add(number);
  }
  return files;
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = await listMigrations(folder);
  const entries = files.map(async (file): Promise<[string, Migration]> => {
    const text = await readFile(`${folder}/${file}`, 'utf8');
    return [file.slice(0, -'.sql'.length), { up: (db) => run({ db, file, text }) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function run({ db, file, text }: { db: Kysely<unknown>; file: string; text: string }) {
  try {
    // The pool's limit per statement is meant for requests, not for building an index.
    await sql`set local statement_timeout = 0`.execute(db);
    await sql.raw(text).execute(db);
  } catch (error) {
    throw new MigrationError(describe({ error, file, text }), { cause: error });
  }
}

function describe({ error, file, text }: { error: unknown; file: string; text: string }): string {
  if (!(error instanceof Error)) return `Migration ${file} failed.`;
  const position = Number((error as { position?: string }).position);
  const line = Number.isFinite(position)
    ? ` at line ${text.slice(0, position - 1).split('\n').length}`
    : '';
  return `Migration ${file} failed${line}: ${error.message}.`;
}

function asMigrationError(error: unknown): MigrationError {
  if (error instanceof MigrationError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new MigrationError(`The database schema could not be brought up to date: ${reason}.`, {
    cause: error,
  });
}
