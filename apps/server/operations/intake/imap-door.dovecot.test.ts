import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Dovecot, startDovecot, whyNoDovecot } from '@deskbell/testing/dovecot.ts';
import type { ImapFlow } from 'imapflow';
import { pino } from 'pino';
import type { AcceptMail } from './accept-mail.ts';
import { createImapDoor, type ImapDoorOptions } from './imap-door.ts';
import { createTestIntake, type TestIntake, testMessage } from './test-intake.ts';

const obstacle = whyNoDovecot();
const KILLED_DOOR = fileURLToPath(new URL('test-killed-imap-door.ts', import.meta.url));

const message = (id: string, fields: Record<string, string> = {}) =>
  testMessage({ 'Message-ID': `<${id}@vendor.example>`, ...fields }, `Body of ${id}`);

/** Keeps reading until what is wanted is the case; the test's time limit is the only one. */
async function until<Result>(
  read: () => Promise<Result>,
  isWanted: (result: Result) => boolean,
): Promise<Result> {
  for (;;) {
    const result = await read();
    if (isWanted(result)) return result;
    await setImmediate();
  }
}

const untilStored = (intake: TestIntake, count: number) =>
  until(intake.stored, (rows) => rows.length >= count);

/** The UIDs of the folder's messages that are marked read. */
async function seen(client: ImapFlow, folder = 'INBOX'): Promise<number[]> {
  const lock = await client.getMailboxLock(folder);
  try {
    return (await client.search({ seen: true }, { uid: true })) || [];
  } finally {
    lock.release();
  }
}

const uidValidity = async (client: ImapFlow, folder: string) => {
  const status = await client.status(folder, { uidValidity: true });
  return status === false ? undefined : status.uidValidity;
};

function openDoor(
  t: TestContext,
  dovecot: Dovecot,
  intake: TestIntake,
  options: Partial<ImapDoorOptions> & { folder?: string; accept?: AcceptMail } = {},
) {
  const logLines: string[] = [];
  const door = createImapDoor({
    url: dovecot.url(options.folder),
    accept: intake.accept,
    database: intake.database,
    log: pino({ level: 'trace' }, { write: (line: string) => logLines.push(line) }),
    clock: () => new Date(),
    firstRetryMs: 50,
    ...options,
  });
  t.after(() => door.close());
  door.start();
  return { door, logLines };
}

const progress = async ({ database }: TestIntake): Promise<{ lastUid: number }[]> =>
  (await database.pool.query('select last_uid "lastUid" from imap_mailboxes')).rows;

/** Into a folder that was just set up anew: Dovecot may still speak of the one before. */
async function appendToNew(
  client: ImapFlow,
  folder: string,
  raw: string | Buffer,
  flags: string[],
): Promise<void> {
  for (;;) {
    try {
      await client.append(folder, raw, flags);
      return;
    } catch (error) {
      const { responseText = '' } = error as { responseText?: string };
      if (!responseText.includes('deleted under us')) throw error;
    }
  }
}

describe('the IMAP door on Dovecot', { skip: obstacle ?? false }, () => {
  it('fetches what is unread, byte for byte, and marks it read after it is committed', async (t) => {
    const dovecot = await startDovecot(t);
    const client = await dovecot.client();
    const raw = message('1', { Subject: '=?utf-8?q?Gr=C3=BC=C3=9Fe?=' });
    await client.append('INBOX', message('old'), ['\\Seen']);
    await client.append('INBOX', raw);
    const intake = await createTestIntake(t);
    let seenAtCommit: number[] | undefined;
    openDoor(t, dovecot, intake, {
      accept: async (mail) => {
        const outcome = await intake.accept(mail);
        seenAtCommit = await seen(client);
        return outcome;
      },
    });
    await until(
      () => seen(client),
      (uids) => uids.length === 2,
    );
    assert.deepEqual(seenAtCommit, [1]);
    const [row, ...others] = await intake.stored();
    assert.deepEqual(others, []);
    assert.equal(row?.raw.toString(), raw.toString());
    assert.deepEqual([row?.source, row?.jobs, row?.subject], ['imap', 1, 'Grüße']);
    assert.equal(row?.mailbox, 'imap:desk@hotel.example@127.0.0.1/INBOX');
  });

  it('is told of new mail while it waits, and then takes it whether read or not', async (t) => {
    const dovecot = await startDovecot(t);
    const client = await dovecot.client();
    const intake = await createTestIntake(t);
    openDoor(t, dovecot, intake, { lookAgainMs: 3_600_000 });
    await until(
      () => progress(intake),
      (rows) => rows.length === 1,
    );
    for (let i = 1; i <= 3; i += 1) {
      await client.append('INBOX', message(`${i}`), i === 2 ? ['\\Seen'] : []);
      await untilStored(intake, i);
    }
    await until(
      () => progress(intake),
      ([row]) => row?.lastUid === 3,
    );
    assert.deepEqual(await seen(client), [1, 2, 3]);
  });

  it('reads a folder of its own, named in other letters', async (t) => {
    const dovecot = await startDovecot(t);
    const client = await dovecot.client();
    await client.mailboxCreate('Büro & Post');
    await client.append('Büro & Post', message('1'));
    await client.append('INBOX', message('2'));
    const intake = await createTestIntake(t);
    openDoor(t, dovecot, intake, { folder: 'Büro & Post' });
    const [row] = await untilStored(intake, 1);
    assert.equal(row?.messageKey, '1@vendor.example');
  });

  it('goes on after the server was restarted, without anything twice', async (t) => {
    const dovecot = await startDovecot(t);
    const intake = await createTestIntake(t);
    const { logLines } = openDoor(t, dovecot, intake, { lookAgainMs: 3_600_000 });
    await (await dovecot.client()).append('INBOX', message('1'));
    await untilStored(intake, 1);
    await dovecot.stop();
    await until(
      async () => logLines.join(''),
      (text) => text.includes('trying again'),
    );
    await dovecot.start();
    await (await dovecot.client()).append('INBOX', message('2'));
    const rows = await untilStored(intake, 2);
    assert.deepEqual(
      rows.map(({ jobs }) => jobs),
      [1, 1],
    );
    assert.equal(rows.length, 2);
  });

  it('reads a folder again that was set up anew, and knows every mail again', async (t) => {
    const dovecot = await startDovecot(t);
    const intake = await createTestIntake(t);
    const client = await dovecot.client();
    await client.mailboxCreate('Desk');
    for (const id of ['1', '2', '3']) await client.append('Desk', message(id));
    const { logLines } = openDoor(t, dovecot, intake, { folder: 'Desk', lookAgainMs: 200 });
    await until(
      () => progress(intake),
      ([row]) => row?.lastUid === 3,
    );
    const first = await intake.stored();
    const before = await uidValidity(client, 'Desk');
    do {
      await client.mailboxDelete('Desk');
      await client.mailboxCreate('Desk');
      // Dovecot's is the time in seconds.
    } while ((await uidValidity(client, 'Desk')) === before);
    await appendToNew(client, 'Desk', message('3'), ['\\Seen']);
    await client.append('Desk', message('4'));
    await client.append('Desk', message('1'));
    const rows = await untilStored(intake, 4);
    await until(
      () => seen(client, 'Desk'),
      (uids) => uids.length === 3,
    );
    assert.deepEqual(rows.slice(0, 3), first);
    assert.deepEqual(
      rows.map(({ messageKey, jobs }) => [messageKey, jobs]),
      ['1', '2', '3', '4'].map((id) => [`${id}@vendor.example`, 1]),
    );
    assert.equal(logLines.filter((line) => line.includes('from its start')).length, 2);
  });

  it('hole: mail lost when the process died between fetch and post', async (t) => {
    const dovecot = await startDovecot(t);
    const client = await dovecot.client();
    await client.append('INBOX', message('1'));
    await client.append('INBOX', message('2'));
    const intake = await createTestIntake(t);
    const child = spawn(process.execPath, [KILLED_DOOR, intake.databaseUrl, dovecot.url()], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [, signal] = await once(child, 'exit');
    assert.equal(signal, 'SIGKILL');
    const [committed, ...others] = await intake.stored();
    assert.deepEqual(others, []);
    assert.deepEqual(await seen(client), []);
    openDoor(t, dovecot, intake);
    await until(
      () => seen(client),
      (uids) => uids.length === 2,
    );
    const rows = await intake.stored();
    assert.equal(rows.length, 2);
    assert.equal(rows[0]?.executionId, committed?.executionId);
  });

  it('a message that is refused or gone does not hold up the others, and stays unread', async (t) => {
    const dovecot = await startDovecot(t);
    const client = await dovecot.client();
    const intake = await createTestIntake(t, { blockedSenders: ['evil.example'] });
    await client.append('INBOX', message('1', { From: 'eve@evil.example' }));
    await client.append('INBOX', Buffer.alloc(36 * 1024 * 1024, 'Subject: much\r\n'));
    await client.append('INBOX', message('3'));
    openDoor(t, dovecot, intake);
    await until(
      () => progress(intake),
      ([row]) => row?.lastUid === 3,
    );
    assert.deepEqual(await seen(client), [3]);
    const keys = (await intake.stored()).map(({ messageKey }) => messageKey);
    assert.deepEqual(keys, ['3@vendor.example']);
  });

  it('a database that fails costs nothing but time', async (t) => {
    const dovecot = await startDovecot(t);
    const client = await dovecot.client();
    await client.append('INBOX', message('1'));
    const intake = await createTestIntake(t);
    await intake.database.pool.query('alter table emails rename to emails_away');
    const { logLines } = openDoor(t, dovecot, intake);
    await until(
      async () => logLines.join(''),
      (text) => text.includes('trying again'),
    );
    assert.deepEqual(await seen(client), []);
    await intake.database.pool.query('alter table emails_away rename to emails');
    await untilStored(intake, 1);
    await until(
      () => seen(client),
      (uids) => uids.length === 1,
    );
  });

  it('closes at once while it waits, and lets a mail that is being stored be finished', async (t) => {
    const dovecot = await startDovecot(t);
    const client = await dovecot.client();
    const intake = await createTestIntake(t);
    const waiting = openDoor(t, dovecot, intake, { lookAgainMs: 3_600_000 });
    await until(
      () => progress(intake),
      (rows) => rows.length === 1,
    );
    const startedAtMs = performance.now();
    await waiting.door.close();
    assert.ok(performance.now() - startedAtMs < 500);

    await client.append('INBOX', message('1'));
    let closed: Promise<void> | undefined;
    const busy = openDoor(t, dovecot, intake, {
      accept: async (mail) => {
        closed = busy.door.close();
        return await intake.accept(mail);
      },
    });
    await untilStored(intake, 1);
    await closed;
    assert.deepEqual(await seen(client), [1]);
  });

  it('never writes the password or a word of a mail into the log', async (t) => {
    const dovecot = await startDovecot(t);
    const intake = await createTestIntake(t);
    await (await dovecot.client()).append('INBOX', message('1', { Subject: 'Secret' }));
    const { logLines } = openDoor(t, dovecot, intake);
    await untilStored(intake, 1);
    const wrong = new URL(dovecot.url());
    wrong.password = 'wrongpassword';
    const refused = openDoor(t, dovecot, intake, { url: wrong.href });
    const text = await until(
      async () => refused.logLines.join(''),
      (lines) => lines.includes('trying again'),
    );
    assert.match(text, /"waitMs":300000/);
    const { password } = new URL(dovecot.url());
    for (const word of [
      password,
      decodeURIComponent(password),
      'wrongpassword',
      'Secret',
      'Body',
    ]) {
      assert.ok(!`${logLines.join('')}${text}`.includes(word), word);
    }
  });
});
