import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import type { Booking } from '@deskbell/protocol';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { until } from '@deskbell/testing/until.ts';
import PostalMime from 'postal-mime';
import { createBookingStore } from '../bookings/booking-store.ts';
import {
  type Answer,
  ask,
  delivery,
  MORNING,
  move,
  transfer,
  withOrder,
} from '../bookings/routes/test-booking.ts';
import type { BookingTables } from '../bookings/tables.ts';
import { deleteOldNotices } from '../operations/notifications/delete-old-notices.ts';
import {
  startSmtpServer,
  startWebhook,
  type TestSmtpServer,
  type TestWebhook,
} from '../operations/notifications/test-servers.ts';
import type { OperationsTables } from '../operations/tables.ts';

const PATH = '/api/bookings';
const STAFF = ['ann@desk.example', 'bob@desk.example'];
const limit = { timeout: 120_000 };

const emailBy = ({ url }: { url: string }) => ({
  smtpUrl: url,
  from: 'Deskbell <desk@desk.example>',
  recipients: STAFF,
});

interface Told {
  server: TestServer;
  smtp: TestSmtpServer;
  hook: TestWebhook;
  book(body: unknown, headers?: Record<string, string>): Promise<Answer<Booking>>;
}

/** A server that tells by e-mail and webhook. */
async function start(
  t: TestContext,
  options: Parameters<typeof startTestServer>[1] = {},
): Promise<Told> {
  const smtp = await startSmtpServer(t);
  const hook = await startWebhook(t);
  const webhook = { url: hook.url, secret: undefined };
  const server = await startTestServer(t, {
    clock: () => MORNING,
    backOffice: { notifications: { email: emailBy(smtp), webhook } },
    ...options,
  });
  const book: Told['book'] = (body, headers = {}) => ask<Booking>(server, PATH, { body, headers });
  return { server, smtp, hook, book };
}

const noticesOf = ({ database }: Pick<TestServer, 'database'>) =>
  database
    .for<OperationsTables>()
    .selectFrom('notifications')
    .selectAll()
    .orderBy('booking_number')
    .orderBy('channel')
    .execute();

const bookingsOf = ({ database }: TestServer) =>
  database.for<BookingTables>().selectFrom('bookings').selectAll().execute();

/** Waits until nothing waits or is under way; resolves to all there are. */
async function settled(server: Pick<TestServer, 'database'>) {
  await until(async () =>
    (await noticesOf(server)).every(({ status }) => status !== 'pending' && status !== 'sending'),
  );
  return await noticesOf(server);
}

/** The mails that were taken, as their readers see them. */
async function mailsOf({ accepted }: TestSmtpServer) {
  return await Promise.all(
    accepted.map(async ({ recipients, message }) => {
      const { subject = '', text = '', replyTo = [], headers } = await PostalMime.parse(message);
      const names = headers.map(({ key }) => key).toSorted();
      return { recipients, subject, text, replyTo: replyTo.map(({ address }) => address), names };
    }),
  );
}

test('a booking is told once by every channel, to staff and to its customer', limit, async (t) => {
  const { server, smtp, hook, book } = await start(t);
  const { status, body } = await book(move);
  assert.equal(status, 201);
  const rows = await settled(server);
  assert.deepEqual(
    rows.map(({ channel, status, recipient, booking_number, execution_id, attempts }) => [
      [channel, status, recipient],
      [booking_number, execution_id, attempts],
    ]),
    [
      [
        ['customer_email', 'sent', 'ada@example.com'],
        [body.number, null, 1],
      ],
      [
        ['email', 'sent', STAFF.join(', ')],
        [body.number, null, 1],
      ],
      [
        ['webhook', 'sent', null],
        [body.number, null, 1],
      ],
    ],
  );

  const mails = await mailsOf(smtp);
  assert.equal(mails.length, 2);
  const toStaff = mails.find(({ recipients }) => recipients.length === 2);
  const toCustomer = mails.find(({ recipients }) => recipients.length === 1);
  assert.deepEqual([toStaff?.recipients, toCustomer?.recipients], [STAFF, ['ada@example.com']]);
  assert.equal(
    toStaff?.subject,
    `New booking ${body.number}: Mini Move on Friday, December 4, 2026`,
  );
  assert.equal(
    toStaff?.text.trim(),
    `A new booking was made on the website. It is pending until one of you confirms it.

Number: ${body.number}
Service: Mini Move, Standard Move
Pickup: Friday, December 4, 2026, between 9 and 10 AM
From: 350 5th Ave, New York, NY 10001
To: 12 Main St, East Hampton, NY 11937

Name: Ada Byron
Phone: (631) 555-0123
E-mail: ada@example.com

Total: $2,125. Nothing has been paid: send the payment link.

Everything about it, and its status:
http://localhost:8000/staff/bookings?peek=booking:${body.number}`,
  );
  assert.equal(toCustomer?.subject, `Your booking ${body.number} at ToteTaxi`);
  assert.deepEqual(toCustomer?.replyTo, ['info@totetaxi.com']);
  assert.equal(
    toCustomer?.text.trim(),
    `Hello Ada Byron,

thank you for your booking. Its number is ${body.number}.

Mini Move, Standard Move
Pickup: Friday, December 4, 2026, between 9 and 10 AM
From: 350 5th Ave, New York, NY 10001
To: 12 Main St, East Hampton, NY 11937

Standard Move: $1,950
One-hour pickup window: $175
Total: $2,125

Nothing has been charged. The payment link follows by e-mail.

Is something wrong, or did you not book this? Please call (631) 595-5100 or e-mail info@totetaxi.com.

ToteTaxi`,
  );

  const [request] = hook.requests;
  assert.equal(hook.requests.length, 1);
  const posted = JSON.parse(request?.body ?? '{}');
  assert.deepEqual(
    [posted.booking_number, posted.execution_id, posted.subject],
    [body.number, null, toStaff?.subject],
  );

  const listed = await ask<{ notifications: Record<string, unknown>[] }>(
    server,
    '/api/notifications',
  );
  assert.equal(listed.status, 200);
  assert.deepEqual(
    listed.body.notifications.map(({ execution_id, booking_number }) => [
      execution_id,
      booking_number,
    ]),
    Array.from({ length: 3 }, () => [null, body.number]),
  );
});

test('an airport stands in the place of an address, and a flight is told', limit, async (t) => {
  const { server, smtp, book } = await start(t);
  const email = "o'brien+bags@example.com";
  const contact = { ...transfer.contact, email };
  assert.equal((await book({ ...transfer, contact })).status, 201);
  await settled(server);
  assert.ok(smtp.accepted.some(({ recipients }) => recipients.join() === email));
  for (const { text } of await mailsOf(smtp)) {
    assert.match(text, /^(Service: )?Airport Transfer, 2 bags$/m);
    assert.match(text, /^Pickup: Friday, December 4, 2026, between 8 and 11 AM$/m);
    assert.match(text, /^To: JFK, Terminal 4$/m);
    assert.match(text, /^Flight: Friday, December 4, 2026, 17:30$/m);
  }
});

test('twenty double clicks and a later repeat are told of as one booking', limit, async (t) => {
  const { server, smtp, hook, book } = await start(t, { hasMetrics: true });
  const headers = { 'idempotency-key': randomUUID() };
  const answers = await Promise.all(Array.from({ length: 20 }, () => book(delivery, headers)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  await settled(server);
  assert.equal((await book(delivery, headers)).status, 200);
  assert.equal((await settled(server)).length, 3);
  assert.deepEqual([smtp.accepted.length, hook.requests.length], [2, 1]);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  assert.match(metrics, /^deskbell_bookings_total\{service_type="standard_delivery"\} 1$/m);
});

test('what is refused is told to nobody', limit, async (t) => {
  const { server, book } = await start(t, { bookingsPerHour: 1 });
  const refused: [unknown, number][] = [
    [{ ...delivery, expected_total_cents: 1 }, 409],
    [{ ...delivery, contact: { ...delivery.contact, email: 'ada@' } }, 400],
    [{ ...delivery, as: 'customer' }, 401],
  ];
  for (const [body, status] of refused) assert.equal((await book(body)).status, status);
  assert.equal((await noticesOf(server)).length, 0);
  assert.equal((await book(delivery)).status, 201);
  assert.equal((await book(delivery)).status, 429);
  assert.equal((await settled(server)).length, 3);
});

test('neither exists without the other: no booking without its notice, no notice without its booking', async (t) => {
  const { server, book } = await start(t, { bookingsPerHour: 1 });
  const { pool } = server.database;
  await pool.query('alter table notifications add constraint broken check (false) not valid');
  const failed = await book(delivery);
  assert.equal(failed.status, 500);
  assert.doesNotMatch(JSON.stringify(failed.body), /broken|notifications|constraint/);
  assert.deepEqual([await bookingsOf(server), await noticesOf(server)], [[], []]);

  await pool.query('alter table notifications drop constraint broken');
  // It cost nothing.
  const { status, body } = await book(delivery);
  assert.equal(status, 201);
  await settled(server);

  const store = createBookingStore(server.database, async ({ number }, transaction) => {
    await (transaction as unknown as typeof tables)
      .insertInto('notifications')
      .values({
        id: randomUUID(),
        action_id: null,
        execution_id: null,
        booking_number: number,
        channel: 'console',
        recipient: null,
        reply_to: null,
        subject: '',
        body: '',
        urgency: 'medium',
        status: 'shown',
        next_attempt_at: null,
        error_code: null,
        created_at: MORNING,
        sent_at: null,
      })
      .execute();
    throw new Error('undone');
  });
  const tables = server.database.for<OperationsTables>();
  const { order, contact } = delivery;
  const price = { line_items: [], total_cents: 1, disclaimer: '' };
  await assert.rejects(
    store.make({ order, contact, price, customerId: null, idempotency: undefined }, async () => {}),
    /undone/,
  );
  const numbers = new Set((await noticesOf(server)).map(({ booking_number }) => booking_number));
  assert.deepEqual([...numbers], [body.number]);
  assert.equal((await bookingsOf(server)).length, 1);
});

const ADVERTISING = 'Win a prize at https://evil.example/win or www.evil.com, call +1 900 555 0199';
const hostile: Record<string, string> = {
  'line breaks': 'Ada\r\nBcc: thief@evil.example\r\n\r\nDear customer,',
  'turned text': '\u202egnp.live\u2066 Ada\u200b',
  'a link': ADVERTISING,
  'links in disguise':
    'visit evil\uff0ecom or evil\u3002com, evil.co\u00ad.uk <a href=x>y</a> Dr.evil.com/x',
};

for (const [name, text] of Object.entries(hostile)) {
  test(
    `a mail to a stranger carries no message of who typed its address: ${name}`,
    limit,
    async (t) => {
      const { server, smtp, book } = await start(t);
      const address = { ...delivery.order.pickup_address, address_line_1: text };
      const made = await book({
        ...withOrder(delivery, {
          pickup_address: { ...address, city: text.slice(0, 100) },
          special_instructions: ADVERTISING,
          item_description: `3 suitcases ${ADVERTISING}`,
        }),
        contact: { ...delivery.contact, name: text },
      });
      assert.equal(made.status, 201);
      await settled(server);
      const mails = await mailsOf(smtp);
      assert.equal(mails.length, 2);
      const customers = mails.find(({ recipients }) => recipients.length === 1);
      for (const mail of mails) {
        assert.deepEqual(
          mail.names.filter((header) => !['to', 'reply-to'].includes(header)),
          [
            'auto-submitted',
            'content-transfer-encoding',
            'content-type',
            'date',
            'from',
            'message-id',
            'mime-version',
            'subject',
            'x-auto-response-suppress',
          ],
        );
        assert.doesNotMatch(`${mail.subject}${mail.text}`, /[\p{Cf}\p{Co}]|[^\P{Cc}\n]/u);
        assert.doesNotMatch(mail.subject, /Ada|evil|prize/);
        assert.doesNotMatch(mail.text, /https:\/\/evil|www\.|evil\.com|evil\.co|suitcases/);
        assert.deepEqual(mail.text.match(/^(Bcc|Dear)/gm), null);
      }
      const body = customers?.text ?? '';
      assert.doesNotMatch(body, /:\/\/|0199|<|evil\p{P}\p{L}/u);
      const [greeting = ''] = body.split('\n');
      assert.ok(greeting.length <= 'Hello ,'.length + 60, greeting);
      assert.match(greeting, /^Hello( [\p{L}\p{M} .,'’-]+)?,$/u);
      const from = body.split('\n').find((line) => line.startsWith('From: ')) ?? '';
      assert.ok(from.length <= 'From: , , NY 10001'.length + 60 + 40, from);
    },
  );
}

test('an address with more than one recipient in it, or a header, is no e-mail address', async (t) => {
  const { server, book } = await start(t);
  const addresses = [
    'ada@example.com, victim@example.com',
    'ada@example.com\r\nBcc: victim@example.com',
    '"Ada <victim@example.com>" <ada@example.com>',
    'ada@example.com;victim@example.com',
    'undisclosed: victim@example.com;',
    `${'a'.repeat(10_000)}@example.com`,
  ];
  for (const email of addresses) {
    const { status } = await book({ ...delivery, contact: { ...delivery.contact, email } });
    assert.equal(status, 400, email.slice(0, 60));
  }
  assert.equal(
    (await book({ ...delivery, contact: { ...delivery.contact, name: 'A'.repeat(10_240) } }))
      .status,
    400,
  );
  assert.equal((await noticesOf(server)).length, 0);
});

test(
  'without SMTP a customer is sent nothing, and without any channel staff see it in the list',
  limit,
  async (t) => {
    const hook = await startWebhook(t);
    const webhook = { url: hook.url, secret: undefined };
    const cases = [
      { notifications: { email: undefined, webhook: undefined }, told: [['console', 'shown']] },
      { notifications: { email: undefined, webhook }, told: [['webhook', 'sent']] },
    ];
    for (const { notifications, told } of cases) {
      const server = await startTestServer(t, {
        clock: () => MORNING,
        backOffice: { notifications },
      });
      assert.equal((await ask(server, PATH, { body: delivery })).status, 201);
      const rows = await settled(server);
      assert.deepEqual(
        rows.map(({ channel, status }) => [channel, status]),
        told,
      );
      assert.doesNotMatch(server.logLines.join(), /Ada|ada@|350 5th|555-?0123/);
    }
  },
);

test('a front desk without a back office books, and tells nobody', async (t) => {
  const server = await startTestServer(t, { clock: () => MORNING });
  assert.equal((await ask(server, PATH, { body: delivery })).status, 201);
  assert.deepEqual(await noticesOf(server), []);
});

test('what was said of a booking goes with it, and after its time', limit, async (t) => {
  let now = MORNING;
  const { server, book } = await start(t, { clock: () => now });
  const first = await book(delivery);
  await settled(server);
  const { database } = server;
  await database.pool.query('delete from bookings where number = $1', [first.body.number]);
  assert.deepEqual(await noticesOf(server), []);

  assert.equal((await book(delivery)).status, 201);
  await settled(server);
  await database.pool.query(
    `update notifications set status = 'pending', next_attempt_at = '2100-01-01' where channel = 'webhook'`,
  );
  const run = () => deleteOldNotices({ database, retentionDays: 30, clock: () => now });
  assert.equal(await run(), 0);
  now = new Date('2026-12-23T15:00:00Z');
  assert.deepEqual([await run(), await run()], [2, 0]);
  assert.deepEqual(
    (await noticesOf(server)).map(({ channel }) => channel),
    ['webhook'],
  );
  assert.equal((await bookingsOf(server)).length, 1);
});
