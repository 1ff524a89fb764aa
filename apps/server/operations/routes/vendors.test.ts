import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { VendorDetail, VendorPage } from '@deskbell/protocol';
import { v7 as uuidv7 } from 'uuid';
import { insertTestMail } from '../routing/test-rows.ts';
import type { OperationsTables } from '../tables.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const SEEN = new Date('2026-11-20T15:00:00Z');

async function insertVendor(
  { tables }: TestApp,
  { name, key, seenAt = SEEN }: { name: string; key: string; seenAt?: Date },
): Promise<string> {
  const id = uuidv7();
  await tables
    .insertInto('vendors')
    .values({ id, name, vendor_key: key, first_seen_at: SEEN, last_seen_at: seenAt })
    .execute();
  return id;
}

/** A finished mail of a vendor. */
async function insertMail(
  { tables }: TestApp,
  vendorId: string,
  mail: Parameters<typeof insertTestMail>[1] = {},
) {
  const inserted = await insertTestMail(tables, mail);
  await tables
    .updateTable('executions')
    .set({ vendor_id: vendorId })
    .where('id', '=', inserted.executionId)
    .execute();
  return inserted;
}

async function insertEvents(
  app: TestApp,
  vendorId: string,
  events: { isKept: boolean; kind?: OperationsTables['vendor_events']['kind'] }[],
): Promise<void> {
  for (const [at, { isKept, kind = 'delivery' }] of events.entries()) {
    const { executionId } = await insertMail(app, vendorId);
    await app.tables
      .insertInto('vendor_events')
      .values({
        vendor_id: vendorId,
        execution_id: executionId,
        kind,
        is_kept: isKept,
        detail: `Event ${at}`,
        observed_at: new Date(SEEN.getTime() + at * 1000),
      })
      .execute();
  }
}

async function insertTask(
  { tables }: TestApp,
  mail: { emailId: string; executionId: string },
  {
    title,
    status = 'open',
    due = null,
  }: { title: string; status?: 'open' | 'done'; due?: string | null },
): Promise<void> {
  const actionId = uuidv7();
  await tables
    .insertInto('actions')
    .values({
      id: actionId,
      execution_id: mail.executionId,
      kind: 'create_task',
      action_key: `task:${title}`,
      payload: '{}',
      status: 'executed',
      created_at: SEEN,
      decided_at: null,
    })
    .execute();
  await tables
    .insertInto('tasks')
    .values({
      id: uuidv7(),
      action_id: actionId,
      execution_id: mail.executionId,
      email_id: mail.emailId,
      title,
      description: '',
      priority: 'medium',
      assignee: null,
      category: 'mail',
      status,
      due_date: due,
      quote: '',
      created_at: SEEN,
      updated_at: SEEN,
      completed_at: null,
    })
    .execute();
}

async function list({ ask }: TestApp, query = ''): Promise<VendorPage> {
  const { status, body } = await ask(`/api/vendors${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body as unknown as VendorPage;
}

const namesOf = ({ vendors }: VendorPage) => vendors.map(({ name }) => name);

describe('vendors', () => {
  it('words that cannot be looked for are refused, and those with a meaning in SQL are only words', async (t) => {
    const app = await startTestApp(t);
    await insertVendor(app, { name: '100% Boxes', key: 'boxes.example' });
    await insertVendor(app, { name: 'Vans_and_more', key: 'vans.example' });
    for (const q of ['', '%20', '%00', 'x'.repeat(201)]) {
      const { status, body } = await app.ask(`/api/vendors?q=${q}`);
      assert.equal(status, 400, q);
      assert.match(String(body.detail), /\bq\b/);
    }
    assert.deepEqual(namesOf(await list(app, '?q=%25')), []);
    assert.deepEqual(namesOf(await list(app, '?q=_ans')), []);
    assert.deepEqual(namesOf(await list(app, '?q=%5C')), []);
    assert.deepEqual(namesOf(await list(app, '?q=100%25')), ['100% Boxes']);
    assert.deepEqual(namesOf(await list(app, '?q=vans_')), ['Vans_and_more']);
  });

  it('are found by how name or domain begins, in any case, and not by what is inside', async (t) => {
    const app = await startTestApp(t);
    await insertVendor(app, { name: 'Peconic Storage', key: 'storage.example' });
    await insertVendor(app, { name: 'ÉLAN Vans', key: 'name:elanvans' });
    assert.deepEqual(namesOf(await list(app, '?q=PECONIC%20s')), ['Peconic Storage']);
    assert.deepEqual(namesOf(await list(app, '?q=Storage.Ex')), ['Peconic Storage']);
    assert.deepEqual(namesOf(await list(app, '?q=élan')), ['ÉLAN Vans']);
    assert.deepEqual(namesOf(await list(app, '?q=econic')), []);
    assert.deepEqual(namesOf(await list(app, '?q=name')), []);
    const [named] = (await list(app, '?q=élan')).vendors;
    assert.equal(named?.domain, null);
  });

  it('come the latest seen first, each once, page by page', async (t) => {
    const app = await startTestApp(t);
    for (let n = 0; n < 7; n += 1) {
      await insertVendor(app, {
        name: `Vendor ${n}`,
        key: `vendor-${n}.example`,
        seenAt: new Date(SEEN.getTime() + Math.floor(n / 3) * 1000),
      });
    }
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const next: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page = await list(app, `?limit=2&q=vendor${next}`);
      names.push(...namesOf(page));
      cursor = page.next_cursor;
    } while (cursor !== null);
    assert.deepEqual(
      names,
      [6, 5, 4, 3, 2, 1, 0].map((n) => `Vendor ${n}`),
    );
  });

  it('under five events nothing is claimed; from five on it is the posterior mean, with its n', async (t) => {
    const app = await startTestApp(t);
    const few = await insertVendor(app, { name: 'Few', key: 'few.example' });
    const more = await insertVendor(app, { name: 'More', key: 'more.example' });
    await insertEvents(app, few, Array(4).fill({ isKept: true }));
    await insertEvents(app, more, [{ isKept: false }, ...Array(5).fill({ isKept: true })]);
    const byName = new Map((await list(app)).vendors.map((vendor) => [vendor.name, vendor]));
    assert.deepEqual(byName.get('Few')?.reliability, {
      kept: 4,
      broken: 0,
      n: 4,
      score: null,
      rating: 'insufficient_data',
    });
    assert.deepEqual(byName.get('More')?.reliability, {
      kept: 5,
      broken: 1,
      n: 6,
      score: 6 / 8,
      rating: 'fair',
    });
    assert.deepEqual([byName.get('Few')?.mail_count, byName.get('More')?.mail_count], [4, 6]);
  });

  it('one has its events, mails and open tasks, and of nobody else', async (t) => {
    const app = await startTestApp(t);
    const id = await insertVendor(app, { name: 'Vans', key: 'vans.example' });
    const other = await insertVendor(app, { name: 'Other', key: 'other.example' });
    await insertEvents(app, id, [
      { isKept: true },
      { isKept: false, kind: 'complaint' },
      { isKept: true },
    ]);
    const mail = await insertMail(app, id, {
      subject: 'Lease renewal',
      acceptedAt: new Date('2026-11-21T15:00:00Z'),
    });
    await insertTask(app, mail, { title: 'Later' });
    await insertTask(app, mail, { title: 'First', due: '2026-11-25' });
    await insertTask(app, mail, { title: 'Done', status: 'done' });
    const foreign = await insertMail(app, other);
    await insertTask(app, foreign, { title: 'Of another' });
    await app.tables
      .insertInto('invoices')
      .values({
        execution_id: mail.executionId,
        vendor_id: id,
        number: '4711',
        invoice_date: '2026-11-01',
        due_date: null,
        total_cents: 42_000,
        currency: 'USD',
        arithmetic_ok: true,
        duplicate_of: null,
        created_at: SEEN,
      })
      .execute();

    const { status, body } = await app.ask(`/api/vendors/${id.toUpperCase()}`);
    assert.equal(status, 200);
    const vendor = body as unknown as VendorDetail;
    assert.equal(vendor.domain, 'vans.example');
    assert.equal(vendor.mail_count, 4);
    assert.deepEqual(
      vendor.events.map(({ detail, kind, is_kept }) => [detail, kind, is_kept]),
      [
        ['Event 2', 'delivery', true],
        ['Event 1', 'complaint', false],
        ['Event 0', 'delivery', true],
      ],
    );
    assert.deepEqual(vendor.events_by_kind, [
      { kind: 'complaint', kept: 0, broken: 1 },
      { kind: 'delivery', kept: 2, broken: 0 },
    ]);
    assert.deepEqual(
      vendor.open_tasks.map(({ title }) => title),
      ['First', 'Later'],
    );
    assert.equal(vendor.mails.length, 4);
    assert.deepEqual(vendor.mails[0], {
      id: mail.emailId,
      execution_id: mail.executionId,
      status: 'completed',
      subject: 'Lease renewal',
      sender: 'ann@vans.example',
      accepted_at: '2026-11-21T15:00:00.000Z',
    });
    assert.deepEqual(
      vendor.invoices.map(({ number, date, total_cents }) => [number, date, total_cents]),
      [['4711', '2026-11-01', 42_000]],
    );
  });
});
