import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createQuoteFinder, type EmailDetail, type Execution } from '@deskbell/protocol';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';
import { pino } from 'pino';
import { createListener } from '../../platform/listener.ts';
import { ageDemo } from '../demo/age-demo.ts';
import { demoStaffNames } from '../demo/demo-mail.ts';
import { seedDemoMail } from '../demo/seed-demo-mail.ts';

const timezone = 'America/New_York';

test('what agents quote of the demonstration is found in the mails as served, and every file of them is to be had', async (t) => {
  const now = new Date('2026-11-20T18:00:00Z');
  const server = await startTestServer(t, {
    backOffice: { staffNames: demoStaffNames },
    clock: () => now,
  });
  const { database, databaseUrl, operations } = server;
  assert.ok(operations);
  const listener = createListener({ url: databaseUrl, log: pino({ level: 'silent' }) });
  t.after(() => listener.close());
  const { signal } = new AbortController();
  const clock = () => now;
  await seedDemoMail({ database, accept: operations.accept, clock, timezone, signal });
  await ageDemo({ database, listener, clock, timezone, signal });

  const read = async <Body>(path: string): Promise<Body> => {
    const answer = await fetch(server.url + path);
    assert.equal(answer.status, 200, path);
    return (await answer.json()) as Body;
  };
  const counts = { subject: 0, body: 0, header: 0, attachment: 0 };
  let files = 0;
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: { executions: Execution[]; next_cursor: string | null } = await read(
      `/executions?limit=100${more}`,
    );
    cursor = page.next_cursor;
    for (const { email_id, agent_outputs } of page.executions) {
      const email = await read<EmailDetail>(`/api/emails/${email_id}`);
      const findInBody = createQuoteFinder(email.segments ?? []);
      const findInSubject = createQuoteFinder([{ kind: 'new', text: email.subject }]);
      for (const { quote, where, finding } of agent_outputs.flatMap(({ evidence }) => evidence)) {
        counts[where] += 1;
        const parts =
          where === 'body' ? findInBody(quote) : where === 'subject' ? findInSubject(quote) : [{}];
        assert.ok(parts.length > 0, `${email.subject}: ${finding} "${quote}" in ${where}`);
      }
      for (const { position, sha256, size_bytes } of email.attachments) {
        const answer = await fetch(`${server.url}/api/emails/${email_id}/attachments/${position}`);
        assert.equal(answer.status, 200);
        const bytes = Buffer.from(await answer.arrayBuffer());
        assert.equal(bytes.length, size_bytes);
        assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256);
        files += 1;
      }
    }
  }
  assert.ok(counts.body > 100 && counts.subject > 10 && files > 3, JSON.stringify(counts));
});
