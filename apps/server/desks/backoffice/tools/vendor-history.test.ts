import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { insertTestMail } from '../../../operations/routing/test-rows.ts';
import type { OperationsTables } from '../../../operations/tables.ts';
import { countsOf, NOW, openTestTools, timezone } from './test-tools.ts';

test('the vendors with the most mail of some days, and how much all sent, equal SQL', async (t) => {
  const { database, run, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 2_000, days: 45, seed: 3, now: NOW });
  for (const [input, from, to] of [
    [{}, '2026-10-24', '2026-11-22'],
    [{ from: '2026-11-20', to: '2026-11-20', limit: 50 }, '2026-11-20', '2026-11-20'],
  ] as const) {
    const counts = await rows<{ key: string; count: number }>(
      `select v.name as key, count(*) from executions x join vendors v on v.id = x.vendor_id
       where (x.accepted_at at time zone $1)::date between $2 and $3
         and x.status in ('completed', 'failed', 'cancelled')
       group by 1 order by 2 desc`,
      [timezone, from, to],
    );
    const result = await run('vendor_history', input);
    assert.equal(result.detail, undefined);
    assert.equal(
      result.vendor_mails,
      counts.reduce((sum, { count }) => sum + count, 0),
    );
    assert.deepEqual(
      result.vendors.map(({ mails }) => mails),
      counts.slice(0, 'limit' in input ? 50 : 10).map(({ count }) => count),
    );
    const byName = countsOf(counts);
    for (const { name, mails } of result.vendors) assert.equal(mails, byName[name]);
  }
});

test('one vendor is found by name in any letters, by address and by domain, with what is known of it', async (t) => {
  const { database, run, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 2_000, days: 45, seed: 3, now: NOW });
  const days = { from: '2026-10-15', to: '2026-11-22' };
  const found = await run('vendor_history', { vendor: 'VENDOR 0', ...days });
  for (const vendor of ['office@vendor-0.example', 'vendor-0.example', ' vendor 0 ']) {
    assert.deepEqual(await run('vendor_history', { vendor, ...days }), found, vendor);
  }
  const [item] = found.vendors;
  assert.equal(item?.name, 'Vendor 0');
  const where = `x.vendor_id = v.id and v.name = 'Vendor 0'
    and (x.accepted_at at time zone $1)::date between $2 and $3`;
  const values = [timezone, days.from, days.to];
  const mails = await rows<{ id: string }>(
    `select x.id from executions x, vendors v where ${where} order by x.accepted_at desc`,
    values,
  );
  assert.equal(item?.mails, mails.length);
  assert.deepEqual(
    found.detail?.emails.map(({ execution_ref }) => execution_ref),
    mails.slice(0, 10).map(({ id }) => `[execution:${id.slice(-12)}]`),
  );
  assert.deepEqual(
    [found.detail?.emails_total, found.detail?.is_more_than_emails_total],
    [mails.length, false],
  );
  const events = await rows<{ kept: number; broken: number }>(
    `select count(*) filter (where is_kept) as kept, count(*) filter (where not is_kept) as broken
     from vendor_events e join vendors v on v.id = e.vendor_id where v.name = 'Vendor 0'`,
  );
  const { kept = 0, broken = 0 } = events[0] ?? {};
  assert.ok(kept + broken >= 5);
  assert.deepEqual(
    [item?.reliability.events, item?.reliability.score],
    [kept + broken, Math.round(((1 + kept) / (2 + kept + broken)) * 10_000) / 10_000],
  );
  const sum = (counts: Record<string, number> = {}) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  assert.deepEqual([sum(found.detail?.kept), sum(found.detail?.broken)], [kept, broken]);
  const [invoices] = await rows<{ count: number; total: number }>(
    `select count(*), sum(total_cents)::bigint as total from invoices i
       join executions x on x.id = i.execution_id join vendors v on v.id = i.vendor_id
     where v.name = 'Vendor 0' and (i.created_at at time zone $1)::date between $2 and $3`,
    values,
  );
  assert.deepEqual(found.detail?.invoices, {
    count: invoices?.count,
    total_by_currency: [{ currency: 'USD', total_cents: invoices?.total }],
  });
});

test('a vendor was last seen with its last mail, one that failed or waits included', async (t) => {
  const { database, run } = await openTestTools(t);
  await generateOperations({ database, executions: 200, days: 10, seed: 3, now: NOW });
  const { pool } = database;
  const firstVendors = async () => (await run('vendor_history', { limit: 50 })).vendors;
  const [byDomain, byAddress, byName] = await firstVendors();
  assert.ok(byDomain !== undefined && byAddress !== undefined && byName !== undefined);
  await pool.query(`update vendors set vendor_key = 'name:x' where name = $1`, [byName.name]);
  await pool.query(`update vendors set vendor_key = 'jo@gmail.com' where name = $1`, [
    byAddress.name,
  ]);
  const tables = database.for<OperationsTables>();
  const domain = byDomain.name.toLowerCase().replace(' ', '-');
  const acceptedAt = new Date(NOW.getTime() - 1_000);
  await insertTestMail(tables, { sender: `b@${domain}.example`, status: 'failed', acceptedAt });
  await insertTestMail(tables, { sender: 'jo@gmail.com', status: 'pending', acceptedAt });
  await insertTestMail(tables, { sender: 'other@gmail.com', status: 'failed', acceptedAt: NOW });
  const lastSeen = new Map((await firstVendors()).map((one) => [one.name, one.last_seen_at]));
  assert.equal(lastSeen.get(byDomain.name), acceptedAt.toISOString());
  assert.equal(lastSeen.get(byAddress.name), acceptedAt.toISOString());
  assert.equal(lastSeen.get(byName.name), byName.last_seen_at);
});

test('part of a name gives every vendor that has it, and no detail', async (t) => {
  const { database, run } = await openTestTools(t);
  await generateOperations({ database, executions: 2_000, days: 45, seed: 3, now: NOW });
  const { vendors, detail } = await run('vendor_history', { vendor: 'dor 39', limit: 50 });
  assert.ok(vendors.length > 1);
  assert.ok(vendors.every(({ name }) => name.includes('dor 39')));
  assert.equal(detail, undefined);
  assert.deepEqual((await run('vendor_history', { vendor: 'No Such Company' })).vendors, []);
});
