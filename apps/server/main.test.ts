import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { chat } from '@deskbell/testing/chat-stream.ts';
import {
  findFreePort,
  type ServerProcess,
  startServerProcess,
} from '../../testing/server-process.ts';
import { until } from '../../testing/until.ts';
import { isPostmaster, readPostmasterFile } from './platform/embedded-postgres/postmaster-file.ts';

const DATA_DIR = await mkdtemp(join(tmpdir(), 'deskbell-'));
await chmod(DATA_DIR, 0o755);
const dataFolder = join(DATA_DIR, 'postgres', 'data');
after(async () => {
  // A test that failed half-way may have left it running.
  const pid = await runningDatabase();
  if (pid !== undefined) process.kill(pid, 'SIGQUIT');
  await rm(DATA_DIR, { recursive: true, force: true });
});

async function start(t: TestContext, env: Record<string, string> = {}): Promise<ServerProcess> {
  return startServerProcess(t, { PORT: await findFreePort(), DATA_DIR, ...env });
}

async function runningDatabase(): Promise<number | undefined> {
  const file = await readPostmasterFile(dataFolder);
  if (file === undefined || !(await isPostmaster(file.pid, dataFolder))) return undefined;
  return file.pid;
}

async function health({ url }: ServerProcess): Promise<unknown> {
  const response = await fetch(`${url}/api/assistant/health/`);
  return await response.json();
}

test('nonsense in the environment ends the start with a sentence for each', async (t) => {
  const server = await start(t, { LOG_LEVEL: 'loud', BUSINESS_TIMEZONE: 'Mars' });
  assert.deepEqual(await server.exited, { code: 1, signal: null });
  assert.equal(
    server.stderr(),
    'BUSINESS_TIMEZONE is "Mars", but should be a time zone such as America/New_York.\n' +
      'LOG_LEVEL is "loud", but should be one of fatal, error, warn, info, debug, trace, silent.\n',
  );
});

test('a port that is taken is told in a sentence, before any database is touched', async (t) => {
  const PORT = await findFreePort();
  const other = createServer().listen(Number(PORT), '127.0.0.1');
  await once(other, 'listening');
  t.after(() => other.close());
  const server = await start(t, { PORT });
  assert.deepEqual(await server.exited, { code: 1, signal: null });
  assert.equal(
    server.stderr(),
    `Port ${PORT} is already taken, perhaps by another Deskbell; stop that, or set another port, such as PORT=${Number(PORT) + 1}.\n`,
  );
  assert.deepEqual(await readdir(DATA_DIR), []);
});

test('the mail door has an address of its own, and what is wrong with it is told', async (t) => {
  const SMTP_PORT = await findFreePort();
  const other = createServer().listen(Number(SMTP_PORT), '127.0.0.1');
  await once(other, 'listening');
  t.after(() => other.close());
  const taken = await start(t, { HOST: '127.0.0.2', SMTP_PORT });
  assert.deepEqual(await taken.exited, { code: 1, signal: null });
  assert.equal(
    taken.stderr(),
    `Port ${SMTP_PORT} is already taken, perhaps by another Deskbell; stop that, or set another port, such as SMTP_PORT=${Number(SMTP_PORT) + 1}.\n`,
  );
  const unknown = await start(t, { SMTP_HOST: '192.0.2.1', SMTP_PORT });
  assert.deepEqual(await unknown.exited, { code: 1, signal: null });
  assert.equal(
    unknown.stderr(),
    'SMTP_HOST is 192.0.2.1, which is not an address of this machine.\n',
  );
});

test('a DATA_DIR that cannot be is told in a sentence', async (t) => {
  const server = await start(t, { DATA_DIR: '/dev/null/deskbell' });
  assert.deepEqual(await server.exited, { code: 1, signal: null });
  assert.match(server.stderr(), /^DATA_DIR is \/dev\/null\/deskbell, where .* \(ENOTDIR\); .*\n$/);
});

test('a DATABASE_URL where nobody answers is told in a sentence without its password', async (t) => {
  const port = await findFreePort();
  const server = await start(t, { DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${port}/desk` });
  assert.deepEqual(await server.exited, { code: 1, signal: null });
  assert.equal(server.stderr(), 'The database of DATABASE_URL cannot be reached (ECONNREFUSED).\n');
  assert.doesNotMatch(server.stdout(), /hunter2/);
});

test('it says where to look and who answers, and Ctrl-C leaves no process', async (t) => {
  const server = await start(t, { LOG_LEVEL: 'info' });
  await server.serving();
  assert.match(server.stdout(), /^Deskbell is running: http:\/\/localhost:\d+$/m);
  assert.match(server.stdout(), /^No language model is configured: .* set ANTHROPIC_API_KEY\.$/m);
  assert.match(server.stdout(), /sign in as maya@example\.com/);
  assert.deepEqual(await health(server), { status: 'degraded' });
  assert.match(await (await fetch(server.url)).text(), /<!doctype html>/i);
  assert.notEqual(await runningDatabase(), undefined);

  // Once from the terminal, once more from npm.
  server.signal('SIGINT');
  server.signal('SIGINT');
  assert.deepEqual(await server.exited, { code: 0, signal: null });
  assert.equal(await runningDatabase(), undefined);
  assert.equal(server.stderr(), '');
  assert.match(server.stdout(), /Stopped\s*$/);
});

test('a retired model is told at the start and the server serves', async (t) => {
  const server = await start(t, {
    ANTHROPIC_API_KEY: 'a-key-for-tests',
    CHAT_MODEL: 'claude-sonnet-4-20250514',
  });
  await server.serving();
  assert.match(server.stdout(), /^No usable language model .* clerk answers\.$/m);
  assert.match(server.stdout(), /^.*claude-sonnet-4-20250514.*retired.*$/m);
  assert.doesNotMatch(server.stdout(), /a-key-for-tests/);
  const { warnings } = (await (await fetch(`${server.url}/health`)).json()) as {
    warnings: string[];
  };
  assert.match(warnings.join(), /claude-sonnet-4-20250514 was retired/);
  const { text, events } = await chat(server.url, { message: 'Do you serve 10001?' });
  assert.match(text, /10001/);
  const done = events.at(-1);
  assert.ok(done?.event === 'done' && done.data.model === 'clerk' && done.data.degraded);
  server.signal('SIGTERM');
  assert.deepEqual(await server.exited, { code: 0, signal: null });
});

test('after kill -9 the next start serves on the same database, and stops it', async (t) => {
  const killed = await start(t);
  await killed.serving();
  const database = await runningDatabase();
  killed.signal('SIGKILL');
  await killed.exited;
  assert.equal(await runningDatabase(), database);

  const server = await start(t);
  await server.serving();
  assert.equal(await runningDatabase(), database);
  assert.deepEqual(await health(server), { status: 'degraded' });
  server.signal('SIGTERM');
  assert.deepEqual(await server.exited, { code: 0, signal: null });
  assert.equal(await runningDatabase(), undefined);
});

test('two servers share a data folder, and the first to go leaves the other whole', async (t) => {
  const [first, second] = await Promise.all([start(t), start(t)]);
  await Promise.all([first.serving(), second.serving()]);
  first.signal('SIGTERM');
  await first.exited;
  assert.deepEqual(await health(second), { status: 'degraded' });
  second.signal('SIGTERM');
  assert.deepEqual(await second.exited, { code: 0, signal: null });
  assert.equal(await runningDatabase(), undefined);
});

test('a signal in the middle of the start ends it in order', async (t) => {
  const server = await start(t);
  await until(async () => (await runningDatabase()) !== undefined);
  server.signal('SIGTERM');
  assert.deepEqual(await server.exited, { code: 0, signal: null });
  assert.equal(await runningDatabase(), undefined);
});
