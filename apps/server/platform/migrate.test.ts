import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { pino } from 'pino';
import { createEmptyDatabase } from '../../../testing/postgres.ts';
import { type Database, openDatabase } from './database.ts';
import { listMigrations, migrate } from './migrate.ts';

const log = pino({ level: 'silent' });

async function folderOf(t: TestContext, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** Closed at the end of the test that asked for it; `count` of them are on one new database. */
async function databasesOf(t: TestContext, count: number): Promise<Database[]> {
  const { url } = await createEmptyDatabase(t);
  const databases = Array.from({ length: count }, () => openDatabase({ url, log }));
  for (const database of databases) t.after(() => database.close());
  return databases;
}

async function databaseOf(t: TestContext): Promise<Database> {
  const [database] = await databasesOf(t, 1);
  assert.ok(database !== undefined);
  return database;
}

test('a failing migration names its file and line and leaves nothing behind', async (t) => {
  const database = await databaseOf(t);
  const folder = await folderOf(t, {
    '0001-one.sql': 'create table one (id int);',
    '0002-two.sql': 'create table two (id int);\n\ncreate table two (id text, nosuch nosuchtype);',
  });
  await assert.rejects(migrate({ database, folder, log }), {
    name: 'MigrationError',
    message: 'Migration 0002-two.sql failed at line 3: type "nosuchtype" does not exist.',
  });
  await assert.rejects(database.pool.query('select * from one'), { code: '42P01' });
});

test('misnamed and doubly numbered files are refused', async (t) => {
  const misnamed = await folderOf(t, { '1-one.sql': '' });
  await assert.rejects(listMigrations(misnamed), /1-one\.sql should be named like/);
  const doubled = await folderOf(t, { '0001-one.sql': '', '0001-two.sql': '' });
  await assert.rejects(listMigrations(doubled), /Two migrations are numbered 0001/);
});

test('a migration that was applied and is gone is refused', async (t) => {
  const database = await databaseOf(t);
  const folder = await folderOf(t, { '0001-one.sql': 'create table one (id int);' });
  await migrate({ database, folder, log });
  await rm(join(folder, '0001-one.sql'));
  await assert.rejects(migrate({ database, folder, log }), { name: 'MigrationError' });
});

test('each migration runs once, also when it was added later', async (t) => {
  const database = await databaseOf(t);
  const folder = await folderOf(t, { '0001-one.sql': 'create table one (id int);' });
  assert.deepEqual(await migrate({ database, folder, log }), ['0001-one']);
  assert.deepEqual(await migrate({ database, folder, log }), []);
  await writeFile(join(folder, '0002-two.sql'), 'insert into one values (1); select 2;');
  assert.deepEqual(await migrate({ database, folder, log }), ['0002-two']);
  assert.equal((await database.pool.query('select * from one')).rowCount, 1);
});

test('of two servers that start at once each migration is run by one', async (t) => {
  const databases = await databasesOf(t, 2);
  const folder = await folderOf(t, {
    '0001-one.sql': 'create table one (id int); select pg_sleep(0.05);',
    '0002-two.sql': 'create table two (id int);',
  });
  const runs = await Promise.all(databases.map((database) => migrate({ database, folder, log })));
  assert.deepEqual(runs.flat(), ['0001-one', '0002-two']);
});
