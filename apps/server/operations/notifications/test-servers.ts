import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { Owner } from '@deskbell/testing/postgres.ts';
import { SMTPServer } from 'smtp-server';
import { v7 as uuidv7 } from 'uuid';
import type { TestDatabase } from '../routing/test-rows.ts';
import { insertTestMail } from '../routing/test-rows.ts';

// Real servers for the tests of the outbox. Each step of a delivery can be held or refused.

export type SmtpStep = 'connected' | 'mail_from' | 'rcpt_to' | 'data_begun' | 'data_done';

/** Resolves to let the step go on, to a number to refuse it with, or never. */
export type Hold = (step: SmtpStep) => Promise<number | undefined>;

export interface TestSmtpServer {
  url: string;
  /** Messages that were answered with 250. */
  accepted: { recipients: string[]; message: string }[];
  connections: () => number;
  hold: Hold;
}

export async function startSmtpServer(owner: Owner): Promise<TestSmtpServer> {
  let connections = 0;
  const test: TestSmtpServer = {
    url: '',
    accepted: [],
    connections: () => connections,
    hold: async () => undefined,
  };
  const at = (step: SmtpStep, done: (error?: Error | null) => void) => {
    test.hold(step).then((refusal) => {
      if (refusal === undefined) done();
      else done(Object.assign(new Error('refused'), { responseCode: refusal }));
    });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 10,
    onConnect: (_session, done) => {
      connections += 1;
      at('connected', done);
    },
    onMailFrom: (_address, _session, done) => at('mail_from', done),
    onRcptTo: (_address, _session, done) => at('rcpt_to', done),
    onData: (stream, session, done) => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      test.hold('data_begun').then(async () => {
        const message = await text(stream);
        at('data_done', (error) => {
          if (error == null) test.accepted.push({ recipients, message });
          done(error);
        });
      }, done);
    },
  });
  server.on('error', () => {});
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const { port } = server.server.address() as AddressInfo;
  test.url = `smtp://127.0.0.1:${port}`;
  owner.after(() => new Promise((resolve) => server.close(() => resolve())));
  return test;
}

export interface TestWebhook {
  url: string;
  requests: { url: string; headers: IncomingHttpHeaders; body: string }[];
  /** Answers a request; by default with 204. */
  answer: (response: ServerResponse) => void;
}

export async function startWebhook(owner: Owner): Promise<TestWebhook> {
  const test: TestWebhook = {
    url: '',
    requests: [],
    answer: (response) => response.writeHead(204).end(),
  };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    test.requests.push({ url: request.url ?? '', headers: request.headers, body });
    test.answer(response);
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  test.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  owner.after(async () => {
    server.closeAllConnections();
    server.close();
  });
  return test;
}

/** A notification that waits to be sent; resolves to its id. */
export async function insertNotification(
  { tables }: TestDatabase,
  {
    channel,
    subject = 'High: Van lease',
    dueAt,
  }: { channel: 'email' | 'webhook'; subject?: string; dueAt: Date },
): Promise<string> {
  const mail = await insertTestMail(tables);
  const actionId = uuidv7();
  await tables
    .insertInto('actions')
    .values({
      id: actionId,
      execution_id: mail.executionId,
      kind: 'send_notification',
      action_key: 'notification',
      payload: '{}',
      status: 'executed',
      created_at: dueAt,
      decided_at: null,
    })
    .execute();
  const id = uuidv7();
  await tables
    .insertInto('notifications')
    .values({
      id,
      action_id: actionId,
      execution_id: mail.executionId,
      channel,
      booking_number: null,
      recipient: 'written-in-the-row@evil.example',
      reply_to: null,
      subject,
      body: 'From: Ann\nSubject: Van lease',
      urgency: 'high',
      status: 'pending',
      next_attempt_at: dueAt,
      error_code: null,
      created_at: dueAt,
      sent_at: null,
    })
    .execute();
  return id;
}

export async function readNotification({ tables }: TestDatabase, id: string) {
  return await tables
    .selectFrom('notifications')
    .select(['status', 'attempts', 'error_code', 'next_attempt_at', 'sent_at', 'recipient'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Asks again and again until the notification has this status; the test's time limit ends it. */
export async function untilStatus(
  database: TestDatabase,
  id: string,
  status: string,
): Promise<Awaited<ReturnType<typeof readNotification>>> {
  for (;;) {
    const row = await readNotification(database, id);
    if (row.status === status) return row;
    await delay(10);
  }
}
