import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { pino } from 'pino';
import { openDatabase } from '../apps/server/platform/database.ts';
import type { EmbeddedPostgres } from '../apps/server/platform/embedded-postgres/embedded-postgres.ts';
import { listMigrations, MIGRATIONS_FOLDER, migrate } from '../apps/server/platform/migrate.ts';
import { startPostgres18 } from './postgres-18.ts';

const log = pino({ level: 'silent' });
/** Any number; guards the making of the template. */
const TEMPLATE_LOCK = 7_205_759_403_792_794;

/** A test's context, or `{ after }` from node:test for what a whole file shares. */
export interface Owner {
  after(cleanUp: () => Promise<void>): void;
  /** Known by a test's context. A failed test keeps its database until the next run. */
  readonly passed?: boolean;
}

let serverUrl: Promise<string> | undefined;
let embedded: EmbeddedPostgres | undefined;
// Not where another process stops it: outside of tests the hook would print an empty report.
if (process.env.TEST_POSTGRES_URL === undefined) after(() => embedded?.stop());

/** The PostgreSQL to test on: TEST_POSTGRES_URL, or one this file's process starts and stops. */
function findServer(): Promise<string> {
  serverUrl ??= (async () => {
    const given = process.env.TEST_POSTGRES_URL;
    if (given !== undefined) return given;
    embedded = await startPostgres18();
    return embedded.url;
  })();
  return serverUrl;
}

/** An empty database of the owner's own, without any table. Dropped when the owner has passed. */
export async function createEmptyDatabase(owner: Owner): Promise<{ url: string }> {
  return await createFrom('template0', owner);
}

/** A migrated database of the owner's own, in some 20 ms. Dropped when the owner has passed. */
export async function createTestDatabase(owner: Owner): Promise<{ url: string }> {
  return await createFrom(await findTemplate(), owner);
}

async function createFrom(template: string, owner: Owner): Promise<{ url: string }> {
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await administer((client) => client.query(`create database ${name} template ${template}`));
  owner.after(async () => {
    if (owner.passed === false) return;
    await administer((client) => client.query(`drop database if exists ${name} with (force)`));
  });
  return { url: await urlOf(name) };
}

let template: Promise<string> | undefined;

/** A database migrated once per set of migration files, whichever process needs it first. */
function findTemplate(): Promise<string> {
  template ??= (async () => {
    const hash = createHash('sha256');
    for (const file of await listMigrations()) {
      hash.update(file).update(await readFile(join(MIGRATIONS_FOLDER, file)));
    }
    const name = `template_${hash.digest('hex').slice(0, 16)}`;
    await administer(async (client) => {
      await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
      const found = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (found.rowCount === 0) await makeTemplate(client, name);
    });
    return name;
  })();
  return template;
}

/** Under another name until it is complete, so that a killed run leaves nothing half made. */
async function makeTemplate(client: pg.Client, name: string): Promise<void> {
  await client.query('drop database if exists template_draft with (force)');
  await client.query('create database template_draft template template0');
  const database = openDatabase({ url: await urlOf('template_draft'), poolSize: 1, log });
  try {
    await migrate({ database, log });
  } finally {
    await database.close();
  }
  await client.query(`alter database template_draft rename to ${name}`);
}

async function urlOf(database: string): Promise<string> {
  const url = new URL(await findServer());
  url.pathname = `/${database}`;
  return url.href;
}

async function administer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: await urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
