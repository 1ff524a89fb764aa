import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { pino } from 'pino';
import { findAccount, isRoot } from './account.ts';
import { findBinaries } from './binaries.ts';
import { openCluster } from './cluster.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { findHome } from './home.ts';
import { isPostmaster, readPostmasterFile } from './postmaster-file.ts';

const log = pino({ level: 'silent' });
const holder = fileURLToPath(new URL('../../../../testing/hold-postgres.ts', import.meta.url));

/** Open to all, as the folder of an ordinary checkout is; what mkdtemp makes is not. */
const dataDir = await mkdtemp(join(tmpdir(), 'deskbell-'));
await chmod(dataDir, 0o755);
const dataFolder = join(dataDir, 'postgres', 'data');
after(async () => {
  // A test that failed half-way may have left it running.
  const pid = await runningPid();
  if (pid !== undefined) process.kill(pid, 'SIGQUIT');
  await rm(dataDir, { recursive: true, force: true });
});

/** Stopped after the test at the latest, so that a failing test leaves the others alone. */
async function start(t: TestContext): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, isDurable: false, log });
  t.after(() => server.stop());
  return server;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function runningPid(): Promise<number | undefined> {
  const file = await readPostmasterFile(dataFolder);
  if (file === undefined || !(await isPostmaster(file.pid, dataFolder))) return undefined;
  return file.pid;
}

async function hold(t: TestContext): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [holder, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  return { child, url: String(line).trim() };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function isGone(pid: number): Promise<void> {
  while (await isPostmaster(pid, dataFolder));
}

test('a database that cannot be created says what initdb said', async () => {
  const folder = join(dataDir, 'refused');
  await mkdir(folder);
  const home = await findHome({ dataDir: folder, log });
  const options = { home, binaries: await findBinaries(), initdbArguments: ['--locale=nosuch'] };
  await assert.rejects(openCluster(options), {
    name: 'EmbeddedPostgresError',
    message: /could not be created: .*error:.*locale/,
  });
  await assert.rejects(stat(join(folder, 'postgres')), { code: 'ENOENT' });
});

test('three servers that start an empty folder at once share one database', async (t) => {
  const servers = await Promise.all([start(t), start(t), start(t)]);
  const urls = new Set(servers.map((server) => server.url));
  assert.equal(urls.size, 1);
  await Promise.all(servers.map((server) => server.stop()));
  assert.equal(await runningPid(), undefined);
});

test('it is PostgreSQL 18 with UTF-8, on loopback, behind a password only its owner reads', async (t) => {
  const server = await start(t);
  const [row] = await query(
    server.url,
    `select current_setting('server_version_num')::int / 10000 as version,
      current_setting('server_encoding') as encoding, current_setting('listen_addresses') as host,
      upper('é') as upper`,
  );
  assert.deepEqual(row, { version: 18, encoding: 'UTF8', host: '127.0.0.1', upper: 'É' });
  const passwordPath = join(dataDir, 'postgres', 'password');
  assert.equal((await stat(passwordPath)).mode & 0o777, 0o600);
  const password = await readFile(passwordPath, 'utf8');
  await assert.rejects(query(server.url.replace(password, 'guess'), 'select 1'), { code: '28P01' });
  await server.stop();
});

const addressOf = async (url: string): Promise<unknown> =>
  (await query(url, 'select inet_server_addr()::text as address'))[0]?.address;

test('it is reached through a socket that only its owner gets at', async (t) => {
  const server = await start(t);
  assert.equal(await addressOf(server.url), null);
  assert.equal((await stat(join(dataDir, 'postgres'))).mode & 0o777, 0o700);
  await server.stop();
});

test('it is reached on loopback where the path is too long for a socket', async (t) => {
  const folder = join(dataDir, 'deep'.repeat(25));
  const server = await startEmbeddedPostgres({ dataDir: folder, isDurable: false, log });
  t.after(() => server.stop());
  assert.match(String(await addressOf(server.url)), /^127\.0\.0\.1/);
  await server.stop();
});

test('it is reached on loopback where no socket can be made, or when its file is gone', async (t) => {
  const folder = join(dataDir, 'closed');
  const startThere = () => startEmbeddedPostgres({ dataDir: folder, isDurable: false, log });
  const first = await startThere();
  t.after(() => first.stop());
  const socketFolder = String(new URL(first.url).searchParams.get('host'));
  for (const name of await readdir(socketFolder)) {
    if (/^\.s\.PGSQL\.\d+$/.test(name)) await rm(join(socketFolder, name));
  }
  const beside = await startThere();
  t.after(() => beside.stop());
  assert.match(String(await addressOf(beside.url)), /^127\.0\.0\.1/);
  await Promise.all([first.stop(), beside.stop()]);

  await chmod(socketFolder, 0o500);
  t.after(() => chmod(socketFolder, 0o700));
  const server = await startThere();
  t.after(() => server.stop());
  assert.match(String(await addressOf(server.url)), /^127\.0\.0\.1/);
  await server.stop();
});

test('what was stored is there at the next start', async (t) => {
  const first = await start(t);
  await query(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  const second = await start(t);
  assert.deepEqual(await query(second.url, 'select answer from kept'), [{ answer: 42 }]);
  await second.stop();
});

test('stopping leaves no process, and may be done twice', async (t) => {
  const server = await start(t);
  const pid = await runningPid();
  assert.ok(pid !== undefined);
  await Promise.all([server.stop(), server.stop()]);
  await isGone(pid);
});

test('of two servers in two processes the last one out stops it', async (t) => {
  const server = await start(t);
  const other = await hold(t);
  assert.equal(other.url, server.url);
  await server.stop();
  assert.deepEqual(await query(other.url, 'select 1 as one'), [{ one: 1 }]);
  await kill(other.child, 'SIGTERM');
  assert.equal(await runningPid(), undefined);
});

test('after a server was killed the next one finds its database running, and stops it', async (t) => {
  const { child, url } = await hold(t);
  const pid = await runningPid();
  await kill(child, 'SIGKILL');
  assert.equal(await runningPid(), pid);
  const server = await start(t);
  assert.equal(server.url, url);
  assert.equal(await runningPid(), pid);
  await server.stop();
  assert.equal(await runningPid(), undefined);
});

test('after server and database were killed the next one recovers', async (t) => {
  const { child } = await hold(t);
  const pid = await runningPid();
  assert.ok(pid !== undefined);
  await kill(child, 'SIGKILL');
  process.kill(pid, 'SIGKILL');
  await isGone(pid);
  const server = await start(t);
  assert.deepEqual(await query(server.url, 'select answer from kept'), [{ answer: 42 }]);
  await server.stop();
});

test('a killed database whose process number a stranger got since is started again', async (t) => {
  const { child } = await hold(t);
  const pid = await runningPid();
  assert.ok(pid !== undefined);
  await kill(child, 'SIGKILL');
  process.kill(pid, 'SIGKILL');
  await isGone(pid);
  const account = await findAccount(join(dataDir, 'postgres'));
  const stranger = spawn('sleep', ['60'], { ...account, cwd: '/', stdio: 'ignore' });
  t.after(() => kill(stranger, 'SIGKILL'));
  const path = join(dataFolder, 'postmaster.pid');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(String(pid), String(stranger.pid)));
  const server = await start(t);
  assert.deepEqual(await query(server.url, 'select answer from kept'), [{ answer: 42 }]);
  await server.stop();
});

test('a database that is killed under a running server comes back at the same address', async (t) => {
  const server = await start(t);
  const pid = await runningPid();
  assert.ok(pid !== undefined);
  process.kill(pid, 'SIGKILL');
  await isGone(pid);
  while ((await runningPid()) === undefined);
  let rows: unknown;
  while (rows === undefined) rows = await query(server.url, 'select 1 as one').catch(() => {});
  assert.deepEqual(rows, [{ one: 1 }]);
  await server.stop();
  assert.equal(await runningPid(), undefined);
});

test('as root, a folder PostgreSQL cannot reach is replaced by a shared one, and stays so', {
  skip: !isRoot() && 'only root runs PostgreSQL as somebody else',
}, async (t) => {
  const closed = await mkdtemp(join(tmpdir(), 'deskbell-'));
  t.after(() => rm(closed, { recursive: true, force: true }));
  const lines: string[] = [];
  const listening = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const server = await startEmbeddedPostgres({ dataDir: closed, isDurable: false, log: listening });
  const [home] = await query(server.url, "select current_setting('data_directory') as folder");
  const folder = String(home?.folder);
  t.after(() => rm(join(folder, '..', '..'), { recursive: true, force: true }));
  assert.match(folder, /^\/var\/lib\/deskbell\/data-[0-9a-f]{12}\/postgres\/data$/);
  assert.ok(lines.some((line) => line.includes(`cannot reach ${closed}; the database is in`)));
  await server.stop();

  await chmod(closed, 0o755);
  const again = await findHome({ dataDir: closed, log });
  assert.equal(join(again.folder, 'postgres', 'data'), folder);
});
