import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEnvelope } from '../mail/read-envelope.ts';
import { readMail } from '../mail/read-mail.ts';
import type { MailHistory } from './agent.ts';
import { runContextRules } from './context/context-rules.ts';
import { runDeadlineRules } from './deadline/deadline-rules.ts';
import { runTaskRules } from './task/task-rules.ts';
import { runTriageRules } from './triage/triage-rules.ts';
import { runWholeMail, type WholeMail } from './whole-mail.ts';

const settings = {
  timezone: 'America/New_York',
  ownDomains: ['desk.example'],
  ownAddresses: [],
  staffNames: [],
};
const none = { mails: 0, lastAt: null, categories: {} };
const vendor = {
  vendorId: '01a00000-0000-7000-8000-000000000000',
  name: 'Hudson Van Leasing',
  reliability: { kept: 9, broken: 0, n: 9, score: 10 / 11, rating: 'good' as const },
  invoiceTotalsCents: [],
  currency: null,
};
const history: MailHistory = {
  fromSender: { ...none, mails: 3 },
  fromDomain: { ...none, mails: 3 },
  thread: [],
  similar: [],
  vendor,
  recentFailures: 0,
  lookalikeOf: null,
};

async function wholeMail(from: string, ...more: string[]): Promise<WholeMail> {
  const raw = Buffer.from(
    [
      `From: ${from}`,
      'To: office@desk.example',
      'Subject: Van lease',
      'Message-ID: <1@vans.example>',
      ...(more.length > 0
        ? more
        : ['', 'Hello,', '', 'please send us the signed lease by Friday, 5 pm.']),
    ].join('\r\n'),
  );
  return {
    raw,
    id: '01a00000-0000-7000-8000-000000000001',
    envelope: await readEnvelope(raw),
    acceptedAt: new Date('2026-11-18T15:00:00Z'),
    settings,
    history,
    now: new Date('2026-11-18T15:00:01Z'),
  };
}

test('a mail read at once comes to the same as step by step', async () => {
  const mail = await wholeMail('Dana <dana@vans.example>');
  const { content, runs } = await runWholeMail(mail);
  assert.ok(runs !== null);
  assert.deepEqual(content, await readMail(mail.raw));
  const { id, envelope, acceptedAt, now } = mail;
  const email = { ...content, id, envelope, acceptedAt };
  const triage = runTriageRules({ email, settings });
  const deadline = runDeadlineRules({ email, vision: null, settings });
  const task = runTaskRules({ email, triage: triage.findings, settings });
  const results = { triage, deadline, task };
  const context = runContextRules({ email, results, history, settings, now });
  assert.equal(triage.findings.category, 'vendor');
  assert.equal(context.findings.vendor_reliability?.n, 9);
  assert.deepEqual(
    Object.fromEntries(Object.entries(runs).map(([agent, { result }]) => [agent, result])),
    { triage, deadline, task, context },
  );
});

test("what is known of a vendor is not told of colleagues' mail", async () => {
  const { runs } = await runWholeMail(await wholeMail('Pat <pat@desk.example>'));
  assert.equal(runs?.triage.result.findings.category, 'staff');
  assert.equal(runs?.context.result.findings.vendor_reliability, null);
});

test('a mail with attachments is read, and goes on step by step', async () => {
  const { content, runs } = await runWholeMail(
    await wholeMail(
      'Dana <dana@vans.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=cut',
      '',
      '--cut',
      '',
      'Hello.',
      '--cut',
      'Content-Type: application/pdf; name=a.pdf',
      'Content-Disposition: attachment; filename=a.pdf',
      '',
      'x',
      '--cut--',
    ),
  );
  assert.equal(content.attachments.length, 1);
  assert.equal(runs, null);
});
