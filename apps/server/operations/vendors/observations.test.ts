import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { pino } from 'pino';
import { createTestDatabase } from '../../../../testing/postgres.ts';
import { type Database, openDatabase } from '../../platform/database.ts';
import { contextInput } from '../agents/context/test-input.ts';
import { sqlRunnerOf } from '../pipeline/sql-runner.ts';
import { runWrites } from '../pipeline/sql-write.ts';
import type { OperationsTables } from '../tables.ts';
import { findDuplicateInvoice } from './find-duplicate-invoice.ts';
import { listVendors } from './list-vendors.ts';
import { observeMail } from './observe-mail.ts';
import { readHistory } from './read-history.ts';
import { vendorHistory } from './vendor-history.ts';

type MailOptions = NonNullable<Parameters<typeof contextInput>[0]> & {
  at?: string;
  threadKey?: string;
  to?: string[];
};

async function openBackOffice(t: TestContext) {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log: pino({ level: 'silent' }), poolSize: 8 });
  t.after(() => database.close());
  return createBackOffice(database);
}

function createBackOffice(database: Database) {
  const tables = database.for<OperationsTables>();

  /** A stored mail with a running execution. */
  async function accept({
    at = '2026-11-20T15:00:00Z',
    threadKey,
    to = ['office@business.example'],
    ...options
  }: MailOptions) {
    const input = contextInput(options);
    const executionId = randomUUID();
    const { from, subject } = input.email.envelope;
    const email = {
      ...input.email,
      id: randomUUID(),
      acceptedAt: new Date(at),
      envelope: {
        ...input.email.envelope,
        to: to.map((address) => ({ name: '', address })),
      },
    };
    await tables
      .insertInto('emails')
      .values({
        id: email.id,
        mailbox: 'api',
        message_key: email.id,
        source: 'json',
        accepted_at: email.acceptedAt,
        sender: from.address,
        sender_name: from.name,
        sender_domain: from.address.split('@')[1] ?? '',
        recipient: to.join(', '),
        subject,
        headers: '{}',
        thread_key: threadKey ?? null,
        size_bytes: 1,
      })
      .execute();
    await database.pool.query(
      `insert into email_contents (email_id, segments, hidden_text, body_text, search)
       values ($1, '[]', '{}', $2, to_tsvector('english', $3::text || ' ' || $2::text))`,
      [email.id, email.segments[0]?.text, subject],
    );
    await tables
      .insertInto('executions')
      .values({
        id: executionId,
        email_id: email.id,
        status: 'running',
        accepted_at: email.acceptedAt,
      })
      .execute();
    return { executionId, email, results: input.results };
  }

  /** The mail's last transaction. */
  async function complete({ executionId, email, results }: Awaited<ReturnType<typeof accept>>) {
    return await tables.transaction().execute(async (transaction) => {
      const { vendorId, writes } = await observeMail({
        database: transaction,
        executionId,
        email,
        results,
        now: email.acceptedAt,
        timezone: 'America/New_York',
      });
      await runWrites(sqlRunnerOf(transaction), writes);
      await transaction
        .updateTable('executions')
        .set({
          status: 'completed',
          completed_at: email.acceptedAt,
          category: results.triage?.findings.category ?? null,
          vendor_id: vendorId,
        })
        .where('id', '=', executionId)
        .execute();
      return vendorId;
    });
  }

  return {
    database,
    tables,
    accept,
    complete,
    process: async (options: MailOptions) => {
      const mail = await accept(options);
      return { ...mail, vendorId: await complete(mail) };
    },
    events: async () =>
      (
        await tables
          .selectFrom('vendor_events')
          .select(['kind', 'is_kept'])
          .orderBy('observed_at')
          .orderBy('kind')
          .execute()
      ).map(({ kind, is_kept }) => `${kind} ${is_kept ? 'kept' : 'broken'}`),
  };
}

test('mail that may be forged, and mail of customers, leaves no trace', async (t) => {
  const office = await openBackOffice(t);
  const warning = (kind: 'lookalike_domain' | 'failed_authentication') => ({
    warnings: [{ kind, detail: '', quote: '' }],
  });
  for (const options of [
    { triage: { category: 'customer' as const }, body: 'The delivery was late.' },
    { triage: { category: 'system' as const } },
    { triage: { category: 'customer' as const }, invoice: {} },
    { triage: { category: 'system' as const }, invoice: {} },
    { triage: warning('lookalike_domain'), invoice: {} },
    { triage: warning('failed_authentication'), body: 'Your order is delayed.' },
    { triage: { type: 'phishing' as const }, invoice: {} },
  ]) {
    assert.equal((await office.process(options)).vendorId, null);
  }
  assert.deepEqual(await office.events(), []);
  assert.deepEqual((await listVendors({ database: office.database, limit: 5 })).items, []);
});

test('two people at a public mail provider are two vendors', async (t) => {
  const office = await openBackOffice(t);
  const ids = [];
  for (const name of ['pat', 'sam', 'pat']) {
    const { vendorId } = await office.process({ from: { name, address: `${name}@gmail.com` } });
    ids.push(vendorId);
  }
  assert.notEqual(ids[0], ids[1]);
  assert.equal(ids[0], ids[2]);
});

test('an invoice through a billing service or forwarded by staff is of the vendor it names', async (t) => {
  const office = await openBackOffice(t);
  const service = await office.process({
    from: { name: 'Acme', address: 'notify@quickbooks.com' },
    invoice: { vendor: 'Acme, Inc.', number: '1' },
  });
  const forwarded = await office.process({
    from: { name: '', address: 'me@business.example' },
    triage: { category: 'staff' },
    invoice: { vendor: 'ACME', number: '2' },
  });
  assert.equal(forwarded.vendorId, service.vendorId);
  const { items } = await listVendors({ database: office.database, limit: 5, search: 'acm' });
  assert.deepEqual(
    items.map(({ vendorKey }) => vendorKey),
    ['name:acme'],
  );
});

test('invoices: arithmetic, duplicates however written, and price jumps become events', async (t) => {
  const office = await openBackOffice(t);
  const send = (number: string, total_cents: number, more: MailOptions = {}) =>
    office.process({ ...more, invoice: { number, total_cents, ...more.invoice } });
  const first = await send('INV-0001', 10_000);
  assert.deepEqual(await office.events(), ['invoice_arithmetic kept']);
  await send('INV-0002', 10_000, { invoice: { arithmetic_ok: false } });
  await send('INV-0003', 11_000, { invoice: { arithmetic_ok: null } });
  await send('INV-0004', 13_000, { at: '2026-11-21T15:00:00Z', invoice: { arithmetic_ok: null } });
  assert.deepEqual((await office.events()).slice(-2), [
    'duplicate_invoice kept',
    'price_jump broken',
  ]);

  const before = await office.events();
  const again = await send('inv 0001', 10_000, {
    at: '2026-11-21T16:00:00Z',
    invoice: { arithmetic_ok: null },
  });
  assert.deepEqual(await office.events(), [...before, 'duplicate_invoice broken']);
  const stored = await office.tables
    .selectFrom('invoices')
    .select('duplicate_of')
    .where('execution_id', '=', again.executionId)
    .executeTakeFirstOrThrow();
  assert.equal(stored.duplicate_of, first.executionId);

  // A reminder may bring its invoice along.
  await send('INV-0001', 10_000, {
    subject: 'Reminder: invoice INV-0001',
    at: '2026-11-21T17:00:00Z',
    invoice: { arithmetic_ok: null },
  });
  assert.deepEqual(await office.events(), [...before, 'duplicate_invoice broken']);

  // Another vendor's number says nothing; a copy that staff forward does.
  const find = async (options: MailOptions) => {
    const mail = await office.accept(options);
    const invoice = mail.results.vision?.findings.invoice_data;
    assert.ok(invoice != null);
    return await findDuplicateInvoice({ database: office.tables, ...mail, invoice });
  };
  const other = { from: { name: '', address: 'a@vans.example' } };
  assert.equal(await find({ ...other, invoice: { number: 'INV-0001', vendor: 'Vans' } }), null);
  const own = { from: { name: '', address: 'me@business.example' } };
  assert.equal(await find({ ...own, invoice: { number: 'INV0001' } }), first.executionId);
  assert.equal(await find({ invoice: { number: '--' } }), null);
  assert.equal(await find({ invoice: { number: null } }), null);
});

test('of two copies read at the same time one is the duplicate of the other, without a deadlock', async (t) => {
  const office = await openBackOffice(t);
  const mails = await Promise.all(
    Array.from({ length: 8 }, () => office.accept({ invoice: { number: 'X-9' } })),
  );
  await Promise.all(mails.map((mail) => office.complete(mail)));
  const { rows } = await office.database.pool.query(
    `select count(*) as invoices, count(*) filter (where duplicate_of is null) as firsts,
       count(distinct vendor_id) as vendors from invoices`,
  );
  assert.deepEqual(rows, [{ invoices: 8, firsts: 1, vendors: 1 }]);
});

test('recording twice is recording once', async (t) => {
  const office = await openBackOffice(t);
  await office.process({ invoice: { number: 'X-1' } });
  const mail = await office.accept({ invoice: { number: 'X-2' }, body: 'Your order is delayed.' });
  const first = await office.complete(mail);
  const events = await office.events();
  assert.equal(await office.complete(mail), first);
  assert.deepEqual(await office.events(), events);
});

test('an answer is measured from our mail to the next of the vendor, in business days', async (t) => {
  const office = await openBackOffice(t);
  const ours = {
    from: { name: '', address: 'me@business.example' },
    triage: { category: 'staff' as const },
    to: ['pat@boxes.example'],
  };
  // Friday; Tuesday is the second business day after it, Wednesday the third.
  const threads = [
    ['in time', '2026-11-24T15:00:00Z'],
    ['late', '2026-11-25T15:00:00Z'],
  ] as const;
  for (const [threadKey, at] of threads) {
    await office.process({ ...ours, threadKey, at: '2026-11-20T15:00:00Z' });
    await office.process({ threadKey, at });
    await office.process({ threadKey, at: '2026-11-30T15:00:00Z' });
  }
  await office.process({ threadKey: 'their own', at: '2026-11-20T15:00:00Z' });
  await office.process({ threadKey: 'their own', at: '2026-11-30T15:00:00Z' });
  assert.deepEqual(await office.events(), ['answer_time kept', 'answer_time broken']);
});

test('complaints and deliveries: what the vendor and our own people say of it', async (t) => {
  const office = await openBackOffice(t);
  const { vendorId } = await office.process({ body: 'Your order is delayed by a week.' });
  const ours = {
    from: { name: '', address: 'me@business.example' },
    triage: { category: 'staff' as const, type: 'complaint' as const },
    body: 'The pallets never arrived.',
    at: '2026-11-21T15:00:00Z',
  };
  const { vendorId: none } = await office.process({ ...ours, to: ['pat@boxes.example'] });
  assert.equal(none, null);
  await office.process({ ...ours, to: ['a@unknown.example'] });
  await office.process({ ...ours, to: ['pat@boxes.example', 'a@other.example'] });
  assert.deepEqual(await office.events(), [
    'delivery broken',
    'complaint broken',
    'delivery broken',
  ]);
  const details = await vendorHistory(office.database, vendorId ?? '');
  assert.deepEqual(details?.eventsByKind, [
    { kind: 'complaint', kept: 0, broken: 1 },
    { kind: 'delivery', kept: 0, broken: 2 },
  ]);
  assert.equal(details?.reliability.rating, 'insufficient_data');
  assert.equal(details?.mails.length, 1);
  assert.equal(await vendorHistory(office.database, randomUUID()), undefined);
});

test('history: the 30 days before the mail, by sender, domain and thread', async (t) => {
  const office = await openBackOffice(t);
  const from = { name: '', address: 'pat@boxes.example' };
  await office.process({ from, subject: 'Wardrobe boxes', at: '2026-10-01T15:00:00Z' });
  const earlier = await office.process({
    from,
    subject: 'Wardrobe boxes 17',
    threadKey: 'one',
    at: '2026-11-10T15:00:00Z',
    invoice: { number: 'B-1', total_cents: 5_000 },
  });
  await office.process({
    from: { name: '', address: 'sam@boxes.example' },
    subject: 'Tape',
    at: '2026-11-11T15:00:00Z',
  });
  await office.process({ from, subject: 'Later', threadKey: 'one', at: '2026-11-21T15:00:00Z' });
  const mail = await office.accept({
    from,
    subject: 'Re: Wardrobe boxes 18',
    threadKey: 'one',
    invoice: { number: 'B-2' },
    at: '2026-11-20T15:00:00Z',
  });
  const history = await readHistory({
    database: office.tables,
    ...mail,
    now: new Date('2026-11-20T15:00:01Z'),
  });
  const known = {
    emailId: earlier.email.id,
    executionId: earlier.executionId,
    subject: 'Wardrobe boxes 17',
    sender: 'pat@boxes.example',
    acceptedAt: new Date('2026-11-10T15:00:00Z'),
  };
  assert.deepEqual(history, {
    fromSender: {
      mails: 1,
      lastAt: new Date('2026-11-10T15:00:00Z'),
      categories: { vendor: 1 },
    },
    fromDomain: {
      mails: 2,
      lastAt: new Date('2026-11-11T15:00:00Z'),
      categories: { vendor: 2 },
    },
    thread: [known],
    similar: [],
    vendor: {
      vendorId: earlier.vendorId,
      name: 'Boxes Inc.',
      reliability: { kept: 1, broken: 0, n: 1, score: null, rating: 'insufficient_data' },
      invoiceTotalsCents: [5_000],
      currency: 'USD',
    },
    recentFailures: 0,
    lookalikeOf: null,
  });
});

test('history of a new sender without a thread: mails with the same words, newest first', async (t) => {
  const office = await openBackOffice(t);
  const other = { name: '', address: 'pat@boxes.example' };
  for (const [subject, at] of [
    ['Wardrobe boxes 15', '2026-10-01T15:00:00Z'],
    ['Wardrobe boxes 16', '2026-11-10T15:00:00Z'],
    ['Boxes for the wardrobe', '2026-11-12T15:00:00Z'],
    ['Boxes', '2026-11-13T15:00:00Z'],
  ] as const) {
    await office.process({ from: other, subject, at });
  }
  const mail = await office.accept({
    from: { name: '', address: 'kim@new.example' },
    subject: 'Re: Wardrobe boxes 17',
    at: '2026-11-20T15:00:00Z',
  });
  const now = new Date('2026-11-20T15:00:01Z');
  const { similar, fromSender } = await readHistory({ database: office.tables, ...mail, now });
  assert.equal(fromSender.mails, 0);
  assert.deepEqual(
    similar.map(({ subject }) => subject),
    ['Boxes for the wardrobe', 'Wardrobe boxes 16'],
  );
});

test('a sender is counted though others of its domain have filled the last hundred mails', async (t) => {
  const office = await openBackOffice(t);
  const add = (sender: string, mails: number, from: string) =>
    office.database.pool.query(
      `with made as (
         insert into emails (id, mailbox, message_key, source, accepted_at, sender, sender_name,
           sender_domain, recipient, subject, headers, size_bytes)
         select gen_random_uuid(), $1, n::text, 'json', $3::timestamptz + n * interval '1 second',
           $1, '', 'busy.example', '', 'Hello', '{}', 1
         from generate_series(1, $2::int) as n returning id, accepted_at
       )
       insert into executions (id, email_id, accepted_at, category)
       select id, id, accepted_at, 'vendor' from made`,
      [sender, mails, from],
    );
  await add('pat@busy.example', 2, '2026-11-10T00:00:00Z');
  await add('sam@busy.example', 120, '2026-11-11T00:00:00Z');
  const mail = await office.accept({
    from: { name: '', address: 'pat@busy.example' },
    at: '2026-11-20T15:00:00Z',
  });
  const now = new Date('2026-11-20T15:00:01Z');
  const { fromSender, fromDomain } = await readHistory({ database: office.tables, ...mail, now });
  assert.deepEqual(fromSender, {
    mails: 2,
    lastAt: new Date('2026-11-10T00:00:02Z'),
    categories: { vendor: 2 },
  });
  assert.equal(fromDomain.mails, 100);
});

test('words of a subject are data in a query, whatever they are', async (t) => {
  const office = await openBackOffice(t);
  for (const subject of [
    "'; drop table emails; --",
    '! & | ( ) :* <->',
    'the and of',
    '\\',
    `${'x'.repeat(40)} `.repeat(200),
    '\u{1F600} émigré ß',
  ]) {
    const mail = await office.accept({ subject });
    const history = await readHistory({ database: office.tables, ...mail, now: new Date() });
    assert.equal(history.vendor, null);
  }
});

test('words that hundreds of mails hold are looked for in the mails of the domain only', async (t) => {
  const office = await openBackOffice(t);
  await office.database.pool.query(
    `with made as (
       insert into emails (id, mailbox, message_key, source, accepted_at, sender, sender_name,
         sender_domain, recipient, subject, headers, size_bytes)
       select gen_random_uuid(), 'api', n::text, 'json', timestamptz '2026-11-19 00:00:00Z' + n * interval '1 second',
         'a@b' || n % 300 || '.example', '', 'b' || n % 300 || '.example', '', 'Monthly invoice', '{}', 1
       from generate_series(1, 1500) as n returning id, accepted_at
     ), executed as (
       insert into executions (id, email_id, accepted_at) select id, id, accepted_at from made
     )
     insert into email_contents (email_id, segments, hidden_text, body_text, search)
     select id, '[]', '{}', '', to_tsvector('english', 'Monthly invoice') from made`,
  );
  await office.database.pool.query('vacuum analyze');
  const similarTo = async (address: string) => {
    const mail = await office.accept({
      subject: 'Monthly invoice',
      from: { name: '', address },
    });
    const { similar } = await readHistory({
      database: office.tables,
      ...mail,
      now: mail.email.acceptedAt,
    });
    return similar.map(({ sender }) => sender);
  };
  assert.deepEqual(await similarTo('x@b7.example'), Array(5).fill('a@b7.example'));
  assert.deepEqual(await similarTo('x@elsewhere.example'), []);
});
