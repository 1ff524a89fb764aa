import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { pino } from 'pino';
import { openDatabase } from '../../platform/database.ts';
import { sqlRunnerOf } from '../pipeline/sql-runner.ts';
import type { OperationsTables } from '../tables.ts';
import { findLookalike } from './find-lookalike.ts';

test("a new sender's domain is compared with those of known vendors, not with itself", async (t) => {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log: pino({ level: 'silent' }) });
  t.after(() => database.close());
  const now = new Date('2026-11-20T15:00:00Z');
  const vendors = ['harborvans.example', 'boxright.example', 'name:lamp shop', 'pat@gmail.com'];
  for (const [index, key] of vendors.entries()) {
    await database
      .for<OperationsTables>()
      .insertInto('vendors')
      .values({
        id: `019ab000-0000-7000-8000-00000000000${index}`,
        vendor_key: key,
        name: key,
        first_seen_at: now,
        last_seen_at: now,
      })
      .execute();
  }
  const run = sqlRunnerOf(database.for<OperationsTables>());
  const cases: [string, string | null][] = [
    ['', null],
    ['nobody', null],
    ['ken@plumbing.example', null],
    ['ken@harborvans.example', null],
    ['ken@mail.harborvans.example', null],
    ['ken@harborvanns.example', 'harborvans.example'],
    ['ken@harb0rvans.example', 'harborvans.example'],
    ['ken@boxright-billing.example', 'boxright.example'],
  ];
  for (const [address, expected] of cases) {
    assert.equal(await findLookalike(run, address), expected, address);
  }
});
