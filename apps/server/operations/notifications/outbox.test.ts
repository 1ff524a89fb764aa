import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { findFreePort } from '@deskbell/testing/server-process.ts';
import { pino } from 'pino';
import { openTestDatabase, type TestDatabase } from '../routing/test-rows.ts';
import type { OperationsSettings } from '../settings.ts';
import { createOutbox } from './outbox.ts';
import {
  insertNotification,
  readNotification,
  type SmtpStep,
  startSmtpServer,
  startWebhook,
  untilStatus,
} from './test-servers.ts';

const start = new Date('2026-11-20T15:00:00Z');
const limit = { timeout: 300_000 };

function startOutbox(
  t: TestContext,
  database: TestDatabase,
  notifications: Partial<OperationsSettings['notifications']>,
) {
  const clock = { now: start };
  const lines: string[] = [];
  const outbox = createOutbox({
    database: database.tables,
    settings: { notifications: { email: undefined, webhook: undefined, ...notifications } },
    clock: () => clock.now,
    log: pino({ level: 'warn' }, { write: (line: string) => lines.push(line) }),
  });
  t.after(() => outbox.close());
  outbox.start();
  return { outbox, clock, lines };
}

const emailTo = (smtpUrl: string) => ({
  smtpUrl,
  from: 'Deskbell <desk@desk.example>',
  recipients: ['ann@desk.example', 'bob@desk.example'],
});

const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

describe('the outbox', limit, () => {
  it('sends one mail to the configured recipients, whatever the row says', async (t) => {
    const database = await openTestDatabase(t);
    const smtp = await startSmtpServer(t);
    const id = await insertNotification(database, { channel: 'email', dueAt: start });
    startOutbox(t, database, { email: emailTo(smtp.url) });
    const row = await untilStatus(database, id, 'sent');
    assert.deepEqual(row, {
      status: 'sent',
      attempts: 1,
      error_code: null,
      next_attempt_at: null,
      sent_at: start,
      recipient: 'ann@desk.example, bob@desk.example',
    });
    assert.equal(smtp.accepted.length, 1);
    assert.deepEqual(smtp.accepted[0]?.recipients, ['ann@desk.example', 'bob@desk.example']);
    const message = smtp.accepted[0]?.message ?? '';
    assert.match(message, /^Subject: High: Van lease\r$/m);
    assert.match(message, new RegExp(`^Message-ID: <${id}@desk.example>\r$`, 'm'));
    assert.match(message, /^Auto-Submitted: auto-generated\r$/m);
  });

  it('hole: sender and subject went raw into a prompt, here: no subject can add a header', async (t) => {
    const database = await openTestDatabase(t);
    const smtp = await startSmtpServer(t);
    const subject = 'Pay\r\nBcc: thief@evil.example\r\n\r\n<b>now</b>\u2028\u0085X: y';
    const id = await insertNotification(database, { channel: 'email', subject, dueAt: start });
    startOutbox(t, database, { email: emailTo(smtp.url) });
    await untilStatus(database, id, 'sent');
    const [{ recipients, message } = { recipients: [], message: '' }] = smtp.accepted;
    assert.deepEqual(recipients, ['ann@desk.example', 'bob@desk.example']);
    const [head = '', body = ''] = message.split('\r\n\r\n', 2);
    const names = head.split(/\r\n(?!\s)/).map((line) => line.slice(0, line.indexOf(':')));
    assert.deepEqual(names.toSorted(), [
      'Auto-Submitted',
      'Content-Transfer-Encoding',
      'Content-Type',
      'Date',
      'From',
      'MIME-Version',
      'Message-ID',
      'Subject',
      'To',
      'X-Auto-Response-Suppress',
    ]);
    assert.equal(body.startsWith('From: Ann'), true);
  });

  it('tries again when nothing can have left, with longer and longer waits, and gives up at last', async (t) => {
    const database = await openTestDatabase(t);
    const port = await findFreePort();
    const id = await insertNotification(database, { channel: 'email', dueAt: start });
    const { outbox, clock, lines } = startOutbox(t, database, {
      email: emailTo(`smtp://127.0.0.1:${port}`),
    });
    const waitsMs: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      let row = await readNotification(database, id);
      while (row.attempts < attempt || row.status === 'sending') {
        outbox.wake();
        row = await readNotification(database, id);
      }
      assert.equal(row.error_code, 'esocket');
      if (row.status === 'pending' && row.next_attempt_at !== null) {
        waitsMs.push(row.next_attempt_at.getTime() - clock.now.getTime());
        clock.now = row.next_attempt_at;
      }
    }
    assert.equal((await readNotification(database, id)).status, 'failed');
    assert.deepEqual(
      waitsMs.map((ms) => ms / 1000),
      [10, 30, 120, 600, 1_800, 3_600, 10_800],
    );
    assert.equal(lines.length, 8);
    assert.equal(lines.join('').includes('Van lease'), false);
  });

  const refusals: [SmtpStep, number, string, string | null][] = [
    ['connected', 421, 'pending', 'smtp_421'],
    ['mail_from', 451, 'pending', 'smtp_451'],
    ['mail_from', 550, 'failed', 'smtp_550'],
    ['rcpt_to', 450, 'pending', 'smtp_450'],
    ['rcpt_to', 550, 'failed', 'smtp_550'],
    ['data_done', 451, 'failed', 'smtp_451'],
    ['data_done', 552, 'failed', 'smtp_552'],
  ];
  it('what a server refuses was not sent: for now before the message, for good after it', async (t) => {
    const database = await openTestDatabase(t);
    const smtp = await startSmtpServer(t);
    const { outbox } = startOutbox(t, database, { email: emailTo(smtp.url) });
    for (const [step, code, status, errorCode] of refusals) {
      smtp.hold = async (at) => (at === step ? code : undefined);
      const id = await insertNotification(database, { channel: 'email', dueAt: start });
      outbox.wake();
      let row = await readNotification(database, id);
      while (row.attempts === 0 || row.status === 'sending') {
        row = await readNotification(database, id);
      }
      assert.deepEqual([row.status, row.error_code], [status, errorCode], `${step} ${code}`);
    }
    assert.deepEqual(smtp.accepted, []);
  });

  it('one recipient refused of two: sent, and said so', async (t) => {
    const database = await openTestDatabase(t);
    const smtp = await startSmtpServer(t);
    let seen = 0;
    smtp.hold = async (at) => (at === 'rcpt_to' && ++seen === 2 ? 550 : undefined);
    const id = await insertNotification(database, { channel: 'email', dueAt: start });
    startOutbox(t, database, { email: emailTo(smtp.url) });
    assert.equal((await untilStatus(database, id, 'sent')).error_code, 'some_recipients_refused');
    assert.equal(smtp.accepted.length, 1);
  });

  it('posts signed JSON to the webhook, and follows no redirect', async (t) => {
    const database = await openTestDatabase(t);
    const hook = await startWebhook(t);
    const secret = 'a shared secret';
    const id = await insertNotification(database, { channel: 'webhook', dueAt: start });
    const { outbox } = startOutbox(t, database, { webhook: { url: hook.url, secret } });
    await untilStatus(database, id, 'sent');
    const [request] = hook.requests;
    assert.ok(request);
    const { headers, body } = request;
    assert.deepEqual(Object.keys(JSON.parse(body)), [
      'id',
      'execution_id',
      'booking_number',
      'subject',
      'body',
      'urgency',
      'created_at',
    ]);
    assert.equal(headers['idempotency-key'], id);
    const signature = createHmac('sha256', secret)
      .update(`${headers['x-deskbell-timestamp']}.${body}`)
      .digest('hex');
    assert.equal(headers['x-deskbell-signature'], `sha256=${signature}`);

    const cases: [number, string][] = [
      [302, 'http_302'],
      [404, 'http_404'],
      [503, 'http_503'],
    ];
    for (const [status, code] of cases) {
      hook.answer = (response) => response.writeHead(status, { location: '/elsewhere' }).end('x');
      const next = await insertNotification(database, { channel: 'webhook', dueAt: start });
      outbox.wake();
      assert.equal((await untilStatus(database, next, 'failed')).error_code, code);
    }
    assert.ok(hook.requests.every(({ url }) => url === '/hook'));
    assert.equal(hook.requests.length, 4);

    hook.answer = (response) => response.destroy();
    const last = await insertNotification(database, { channel: 'webhook', dueAt: start });
    outbox.wake();
    assert.equal((await untilStatus(database, last, 'uncertain')).error_code, 'econnreset');
  });

  it('a webhook that cannot be reached is tried again', async (t) => {
    const database = await openTestDatabase(t);
    const port = await findFreePort();
    const id = await insertNotification(database, { channel: 'webhook', dueAt: start });
    startOutbox(t, database, { webhook: { url: `http://127.0.0.1:${port}/`, secret: undefined } });
    let row = await readNotification(database, id);
    while (row.attempts === 0 || row.status === 'sending')
      row = await readNotification(database, id);
    assert.deepEqual([row.status, row.error_code], ['pending', 'econnrefused']);
  });

  it('any number of outboxes send each notification once', async (t) => {
    const database = await openTestDatabase(t);
    const smtp = await startSmtpServer(t);
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) {
      ids.push(await insertNotification(database, { channel: 'email', dueAt: start }));
    }
    for (let n = 0; n < 4; n += 1) startOutbox(t, database, { email: emailTo(smtp.url) });
    for (const id of ids) await untilStatus(database, id, 'sent');
    assert.equal(smtp.accepted.length, 30);
    const messageIds = smtp.accepted.map(
      ({ message }) => /^Message-ID: <(.*)@/m.exec(message)?.[1],
    );
    assert.deepEqual(messageIds.toSorted(), ids.toSorted());
  });

  it('closing waits for what is under way, and what is claimed after two minutes is uncertain', async (t) => {
    const database = await openTestDatabase(t);
    const smtp = await startSmtpServer(t);
    const held = Promise.withResolvers<undefined>();
    const reached = Promise.withResolvers<void>();
    smtp.hold = async (step) => {
      if (step !== 'data_done') return undefined;
      reached.resolve();
      return await held.promise;
    };
    const id = await insertNotification(database, { channel: 'email', dueAt: start });
    const { outbox } = startOutbox(t, database, { email: emailTo(smtp.url) });
    await reached.promise;
    const other = startOutbox(t, database, { email: emailTo(smtp.url) });
    other.clock.now = minutesLater(3);
    other.outbox.wake();
    await untilStatus(database, id, 'uncertain');
    const closing = outbox.close();
    held.resolve(undefined);
    await closing;
    // The process that was thought gone knows better.
    assert.equal((await readNotification(database, id)).status, 'sent');
    assert.equal(smtp.accepted.length, 1);
  });

  it('closing gives up on a server that does not answer: the message may have been taken', async (t) => {
    const database = await openTestDatabase(t);
    const smtp = await startSmtpServer(t);
    const hook = await startWebhook(t);
    const reached = Promise.withResolvers<void>();
    smtp.hold = (step) => {
      if (step === 'data_done') reached.resolve();
      return step === 'data_done' ? new Promise(() => {}) : Promise.resolve(undefined);
    };
    const asked = Promise.withResolvers<void>();
    hook.answer = () => asked.resolve();
    const byEmail = await insertNotification(database, { channel: 'email', dueAt: start });
    const byHook = await insertNotification(database, { channel: 'webhook', dueAt: start });
    const { outbox } = startOutbox(t, database, {
      email: emailTo(smtp.url),
      webhook: { url: hook.url, secret: undefined },
    });
    await Promise.all([reached.promise, asked.promise]);
    await Promise.all([outbox.close(), outbox.close()]);
    for (const id of [byEmail, byHook]) {
      const { status, next_attempt_at } = await readNotification(database, id);
      assert.deepEqual([status, next_attempt_at], ['uncertain', null]);
    }
  });

  it('an answer that is none leaves it uncertain', async (t) => {
    const database = await openTestDatabase(t);
    const hook = await startWebhook(t);
    hook.answer = (response) => {
      response.socket?.end(
        'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
      );
    };
    const id = await insertNotification(database, { channel: 'webhook', dueAt: start });
    startOutbox(t, database, { webhook: { url: hook.url, secret: undefined } });
    await untilStatus(database, id, 'uncertain');
  });

  it('what waited a day for a channel that is gone shows in the console; later ones are left to others', async (t) => {
    const database = await openTestDatabase(t);
    const yesterday = new Date(start.getTime() - 25 * 3_600_000);
    const old = await insertNotification(database, { channel: 'email', dueAt: yesterday });
    const late = await insertNotification(database, { channel: 'email', dueAt: start });
    startOutbox(t, database, {});
    assert.equal((await untilStatus(database, old, 'shown')).error_code, 'no_channel');
    assert.equal((await readNotification(database, late)).status, 'pending');
  });
});
