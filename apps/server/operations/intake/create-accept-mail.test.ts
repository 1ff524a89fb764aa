import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { pino } from 'pino';
import { createAnnouncer } from '../pipeline/announcer.ts';
import { createJobQueue } from '../pipeline/job-queue.ts';
import { poolRunnerOf } from '../pipeline/sql-runner.ts';
import { createAcceptMail } from './create-accept-mail.ts';
import { MAX_MESSAGE_BYTES } from './message-limit.ts';
import { createTestIntake, testMessage } from './test-intake.ts';

const mail = (raw: Uint8Array) => ({ raw, mailbox: 'api', source: 'upload' }) as const;

describe('accepting a mail', () => {
  it('refuses what is empty or too large, and stores nothing of it', async (t) => {
    const { accept, stored } = await createTestIntake(t);
    const refused: [Uint8Array, string][] = [
      [Buffer.alloc(0), 'empty'],
      [Buffer.from(' \r\n\t\r\n'), 'empty'],
      [Buffer.alloc(MAX_MESSAGE_BYTES + 1, 'x'), 'too_large'],
    ];
    for (const [raw, code] of refused) {
      const outcome = await accept(mail(raw));
      assert.deepEqual([outcome.kind, 'code' in outcome && outcome.code], ['refused', code]);
    }
    assert.deepEqual(await stored(), []);
  });

  it('hole: allow lists configured but never applied', async (t) => {
    const { accept, stored } = await createTestIntake(t, {
      allowedSenders: ['vendor.example'],
      blockedSenders: ['spam@vendor.example', 'bad.vendor.example'],
    });
    const senders: [string, string][] = [
      ['Ann <ann@Vendor.example>', 'accepted'],
      ['eve@other.example', 'refused'],
      ['"ann@vendor.example" <eve@other.example>', 'refused'],
      ['SPAM@vendor.example', 'refused'],
      ['x@eu.bad.vendor.example', 'refused'],
      ['', 'refused'],
    ];
    for (const [from, kind] of senders) {
      const outcome = await accept(mail(testMessage({ From: from })));
      assert.equal(outcome.kind, kind, from);
      if (outcome.kind === 'refused') assert.equal(outcome.code, 'sender_not_allowed');
    }
    const envelope = { sender: 'bounce@bad.vendor.example', recipients: [] };
    const outcome = await accept({ ...mail(testMessage({ 'Message-ID': '<2@x>' })), envelope });
    assert.equal(outcome.kind, 'refused');
    assert.equal((await stored()).length, 1);
  });

  it('stops at a list entry that is no sender, rather than let strangers in', async (t) => {
    const { database } = await createTestIntake(t);
    const make = () =>
      createAcceptMail({
        database,
        queue: {
          enqueue: async () => {},
          jobOf: async () => ({ text: 'job as (select)', values: [] }),
          announce: () => {},
        },
        settings: { allowedSenders: ['vendor example'], blockedSenders: [] },
        clock: () => new Date(),
        log: undefined as never,
      });
    assert.throws(make, /"vendor example" is neither/);
  });

  it('stores mail, bytes, execution and job together', async (t) => {
    const clock = () => new Date('2026-11-22T10:00:00Z');
    const { accept, stored, database } = await createTestIntake(t, { clock });
    const raw = testMessage({ Date: 'Sun, 22 Nov 2026 10:00:00 +0100' }, 'Bytes: \u0000 ü');
    const outcome = await accept(mail(raw));
    assert.ok(outcome.kind === 'accepted');
    assert.deepEqual([outcome.status, outcome.acceptedAt], ['pending', clock()]);
    const [row, ...others] = await stored();
    assert.deepEqual(others, []);
    assert.deepEqual(row, {
      emailId: outcome.emailId,
      executionId: outcome.executionId,
      mailbox: 'api',
      messageKey: '1@vendor.example',
      source: 'upload',
      sender: 'ann@vendor.example',
      recipient: 'desk@hotel.example',
      subject: 'Linen',
      status: 'pending',
      raw,
      jobs: 1,
    });
    const { rows } = await database.pool.query(
      'select sent_at, sender_name, sender_domain, thread_key, size_bytes, is_demo from emails',
    );
    assert.deepEqual(rows, [
      {
        sent_at: new Date('2026-11-22T09:00:00Z'),
        sender_name: 'Ann',
        sender_domain: 'vendor.example',
        thread_key: '1@vendor.example',
        size_bytes: raw.length,
        is_demo: false,
      },
    ]);
  });

  it('leaves nothing behind when the job cannot be made', async (t) => {
    const intake = await createTestIntake(t);
    await intake.database.pool.query('drop table test_jobs');
    await assert.rejects(intake.accept(mail(testMessage())), /test_jobs/);
    for (const table of ['emails', 'email_sources', 'executions']) {
      const { rows } = await intake.database.pool.query(`select 1 from ${table}`);
      assert.deepEqual(rows, [], table);
    }
    await intake.database.pool.query('create table test_jobs (execution_id uuid not null)');
    assert.equal((await intake.accept(mail(testMessage()))).kind, 'accepted');
  });

  it('hole: no dedupe', async (t) => {
    const { accept, stored } = await createTestIntake(t);
    const first = await accept(mail(testMessage()));
    const again = await accept(mail(testMessage({ Subject: 'Changed on the way' })));
    assert.deepEqual(again, { ...first, kind: 'duplicate' });
    const [row, ...others] = await stored();
    assert.deepEqual([row?.subject, row?.jobs, others.length], ['Linen', 1, 0]);
  });

  it('tells the state the first one is in by now', async (t) => {
    const { accept, database } = await createTestIntake(t);
    await accept(mail(testMessage()));
    await database.pool.query("update executions set status = 'completed', completed_at = now()");
    const again = await accept(mail(testMessage()));
    assert.equal(again.kind === 'duplicate' && again.status, 'completed');
  });

  it('two processes that get the same mail at the same moment make one execution', async (t) => {
    const one = await createTestIntake(t);
    const other = await createTestIntake(t, { databaseUrl: one.databaseUrl });
    for (let round = 0; round < 20; round += 1) {
      const raw = testMessage({ 'Message-ID': `<${round}@vendor.example>` });
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? one : other).accept(mail(raw))),
      );
      const kinds = outcomes.map(({ kind }) => kind).sort();
      assert.deepEqual(kinds, ['accepted', ...Array(7).fill('duplicate')]);
      const ids = outcomes.map((outcome) => 'executionId' in outcome && outcome.executionId);
      assert.equal(new Set(ids).size, 1);
    }
    const rows = await one.stored();
    assert.equal(rows.length, 20);
    assert.ok(rows.every(({ jobs }) => jobs === 1));
  });

  it('with the real queue: many at the same moment, one job; and no job without its mail', async (t) => {
    const { database } = await createTestIntake(t);
    const log = pino({ level: 'silent' });
    const announcer = createAnnouncer({ run: poolRunnerOf(database), log });
    t.after(() => announcer.close());
    const queue = createJobQueue({
      database,
      ownsDatabase: true,
      heartbeatSeconds: 30,
      announcer,
      log,
    });
    await queue.start();
    t.after(() => queue.stop());
    const settings = { allowedSenders: [], blockedSenders: [] };
    const accept = createAcceptMail({ database, queue, settings, clock: () => new Date(), log });
    await Promise.all(Array.from({ length: 20 }, () => accept(mail(testMessage()))));
    const jobs = async () =>
      (await database.pool.query("select data from pgboss.job where name = 'mail'")).rows.length;
    assert.equal(await jobs(), 1);
    // The commit itself fails, after everything was written.
    await database.pool.query(`create function refuse() returns trigger language plpgsql
      as $$ begin raise 'refused'; end $$;
      create constraint trigger refuse after insert on emails deferrable initially deferred
      for each row execute function refuse()`);
    const other = testMessage({ 'Message-ID': '<2@v>' });
    await assert.rejects(accept(mail(other)), /refused/);
    assert.equal(await jobs(), 1);
    await database.pool.query('drop trigger refuse on emails');
    assert.equal((await accept(mail(other))).kind, 'accepted');
    assert.equal(await jobs(), 2);
    assert.equal((await database.pool.query('select 1 from emails')).rows.length, 2);
  });

  it('takes the mail when the one that came first is rolled back', async (t) => {
    const { accept, database, stored } = await createTestIntake(t);
    const blocker = await database.pool.connect();
    await blocker.query('begin');
    await blocker.query(`insert into emails (id, mailbox, message_key, source, accepted_at, sender,
      sender_name, sender_domain, recipient, subject, headers, size_bytes) values
      (gen_random_uuid(), 'api', '1@vendor.example', 'upload', now(), '', '', '', '', '', '{}', 1)`);
    const outcome = accept(mail(testMessage()));
    for (;;) {
      const { rows } = await database.pool.query(
        "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      if (rows.length > 0) break;
    }
    await blocker.query('rollback');
    blocker.release();
    assert.equal((await outcome).kind, 'accepted');
    assert.equal((await stored()).length, 1);
  });

  it('knows mail without a Message-ID by its bytes, and keeps mailboxes apart', async (t) => {
    const { accept, stored } = await createTestIntake(t);
    const raw = testMessage({ 'Message-ID': '' });
    const hash = createHash('sha256').update(raw).digest('hex');
    assert.equal((await accept(mail(raw))).kind, 'accepted');
    assert.equal((await accept(mail(raw))).kind, 'duplicate');
    assert.equal((await accept({ ...mail(raw), mailbox: 'smtp' })).kind, 'accepted');
    assert.equal((await accept(mail(Buffer.concat([raw, raw])))).kind, 'accepted');
    const keys = (await stored()).map(({ mailbox, messageKey }) => [mailbox, messageKey]);
    assert.deepEqual(keys.slice(0, 2), [
      ['api', `sha256:${hash}`],
      ['smtp', `sha256:${hash}`],
    ]);
  });

  it('cuts what a hostile header holds too much of, and takes the mail', async (t) => {
    const { accept, stored, database } = await createTestIntake(t);
    const long = 'é\u0001'.repeat(3_000);
    const raw = testMessage({
      From: `"${'n'.repeat(5_000)}" <${'a'.repeat(3_000)}@${'b.'.repeat(200)}example>`,
      To: Array.from({ length: 250 }, (_, i) => `someone${i}@hotel.example`).join(', '),
      Subject: long,
      'Message-ID': `<${long}>`,
      References: `<${long}@r>`,
      Date: 'Mon, 99 Foo 20260 99:99:99',
      ...Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`X-Own-${i}`, 'v'.repeat(900)])),
    });
    assert.equal((await accept(mail(raw))).kind, 'accepted');
    const [row] = await stored();
    assert.ok(row !== undefined);
    assert.ok(row.raw.equals(raw));
    assert.ok(row.sender.length <= 320 && row.subject.length <= 1_000);
    assert.ok(row.recipient.length <= 1_000 && row.recipient.endsWith('@hotel.example'));
    assert.ok(row.messageKey.length <= 500);
    const { rows } = await database.pool.query(
      'select sent_at, length(headers::text) < 300000 as fits from emails',
    );
    assert.deepEqual(rows, [{ sent_at: null, fits: true }]);
  });

  it('takes bytes that are no message at all', async (t) => {
    const { accept, stored } = await createTestIntake(t);
    for (const raw of [Buffer.from([255, 0, 254, 13, 10, 7]), Buffer.from(':\r\n:\r\n\r\n')]) {
      assert.equal((await accept(mail(raw))).kind, 'accepted');
    }
    assert.equal((await stored()).length, 2);
  });

  it('a reply that names only its predecessor joins the thread that one is in', async (t) => {
    const { accept, database } = await createTestIntake(t);
    const fields = [
      { 'Message-ID': '<a@v>' },
      { 'Message-ID': '<b@v>', 'In-Reply-To': '<a@v>', References: '<a@v>' },
      { 'Message-ID': '<c@v>', 'In-Reply-To': '<b@v>' },
      { 'Message-ID': '<d@v>', 'In-Reply-To': '<unknown@v>' },
    ];
    for (const field of fields) await accept(mail(testMessage(field)));
    const { rows } = await database.pool.query(
      'select thread_key from emails order by message_key',
    );
    const keys = rows.map(({ thread_key }) => thread_key);
    assert.deepEqual(keys, ['a@v', 'a@v', 'a@v', 'unknown@v']);
  });

  it('writes no word of a mail into the log', async (t) => {
    const logLines: string[] = [];
    const { accept } = await createTestIntake(t, { logLines, blockedSenders: ['evil.example'] });
    await accept(mail(testMessage({ Subject: 'Secretsubject' }, 'Secretbody')));
    await accept(mail(testMessage({ From: 'secretname@evil.example' })));
    assert.equal(logLines.length, 2);
    assert.doesNotMatch(logLines.join(''), /secret|ann@|vendor/i);
  });
});
