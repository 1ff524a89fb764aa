import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { insertTestMail } from '../../../operations/routing/test-rows.ts';
import type { OperationsTables } from '../../../operations/tables.ts';
import { NOW, openTestTools, type TestTools } from './test-tools.ts';

interface Written {
  subject: string;
  text: string;
  sender?: string;
  daysAgo?: number;
}

async function insert(
  { database }: Pick<TestTools, 'database'>,
  { subject, text, sender = 'ann@vans.example', daysAgo = 1 }: Written,
): Promise<void> {
  const { emailId } = await insertTestMail(database.for<OperationsTables>(), {
    subject,
    sender,
    acceptedAt: new Date(NOW.getTime() - daysAgo * 86_400_000),
  });
  await database.pool.query(
    `insert into email_contents (email_id, segments, hidden_text, body_text, search)
     values ($1, $2, '{"characters":0,"examples":[]}', $3, to_tsvector('english', $4))`,
    [emailId, JSON.stringify([{ kind: 'new', text }]), text, `${subject} ${text}`],
  );
}

const mails: Written[] = [
  { subject: 'Weekly plan', text: 'The fire inspection is on Friday.', daysAgo: 1 },
  { subject: 'Annual fire inspections', text: 'We will visit the unit.', daysAgo: 9 },
  { subject: 'Campfire', text: 'You are fired from the choir.', daysAgo: 2 },
  { subject: 'Inspection of vans', text: 'All fine.', daysAgo: 3 },
  {
    subject: 'Boxes',
    text: 'Forty wardrobe boxes.',
    sender: 'sales@acme-boxes.example',
    daysAgo: 4,
  },
];

test('the fire inspection e-mail is found by its words: in the subject first, then the newest', async (t) => {
  const tools = await openTestTools(t);
  for (const mail of mails) await insert(tools, mail);
  const search = async (query: string, days: { from?: string; to?: string } = {}) => {
    const result = await tools.run('search_emails', { query, ...days });
    assert.equal(result.total, result.emails.length);
    return [result.query, ...result.emails.map(({ subject }) => subject)];
  };
  const both = ['Annual fire inspections', 'Weekly plan'];
  assert.deepEqual(await search('fire inspection'), ['fire inspection', ...both]);
  assert.deepEqual(await search('INSPECTIONS, "Fire"'), ['INSPECTIONS Fire', ...both]);
  assert.deepEqual(await search('fire inspection email'), ['fire inspection', ...both]);
  assert.deepEqual(await search('fire inspection unicorn'), ['fire inspection', ...both]);
  assert.deepEqual(await search('wardrobe inspection unit'), [
    'inspection unit',
    'Annual fire inspections',
  ]);
  assert.deepEqual(await search('fire inspection', { from: '2026-11-20' }), [
    'fire inspection',
    'Weekly plan',
  ]);
  assert.deepEqual(await search('sales@acme-boxes.example'), ['sales@acme-boxes.example', 'Boxes']);
  assert.deepEqual(await search('acme-boxes.example'), ['acme-boxes.example', 'Boxes']);
  assert.equal((await search('Ann Carter')).length, 1 + mails.length);
  for (const nothing of ['unicorn', 'the', '!!!', '%', "' or 1=1 --", '(((', 'a & | ! b <-> :*']) {
    assert.equal((await search(nothing)).length, 1, nothing);
  }
});

test('a vendor’s mails are found by the vendor’s name', async (t) => {
  const { database, run, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 800, days: 20, seed: 4, now: NOW });
  const [vendor] = await rows<{ name: string; mails: number }>(
    `select v.name, count(*) as mails from vendors v join executions x on x.vendor_id = v.id
     where v.name like 'Vendor ___' group by v.id, v.name order by 2 desc limit 1`,
  );
  const { total, emails } = await run('search_emails', { query: vendor?.name ?? '' });
  assert.equal(total, vendor?.mails);
  assert.match(emails[0]?.sender ?? '', /^office@vendor-\d+\.example$/);
});

test('every mail with frequent words is met once, newest first, and the count says where it stopped', async (t) => {
  const { database, run, all, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 2_500, days: 20, seed: 4, now: NOW });
  const query = 'note about';
  const { total, is_more_than_total } = await run('search_emails', { query });
  assert.deepEqual([total, is_more_than_total], [1_000, true]);
  const listed = await all('search_emails', { query, limit: 50 }, ({ emails }) => emails);
  const expected = await rows<{ subject: string }>(
    'select subject from emails order by accepted_at desc, id desc',
  );
  assert.deepEqual(
    listed.map(({ subject }) => subject),
    expected.map(({ subject }) => subject),
  );
  const rare = await run('search_emails', { query: 'mattress dock elevator' });
  const [counted] = await rows<{ count: number }>(
    `select count(*) as count from email_contents
     where body_text like '%mattress%' and body_text like '%dock%' and body_text like '%elevator%'`,
  );
  assert.equal(rare.total, counted?.count);
  const found = await all(
    'search_emails',
    { query: 'mattress dock elevator', limit: 9 },
    ({ emails }) => emails,
  );
  assert.equal(new Set(found.map(({ ref }) => ref)).size, counted?.count);
});
