import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskFindingsSchema, triageFindingsSchema } from '../findings.ts';
import { runTaskRules } from '../task/task-rules.ts';
import { testEmail, testSettings } from '../text/test-email.ts';
import { runTriageRules } from './triage-rules.ts';

const settings = { ...testSettings, staffNames: ['Tom Baker', 'Maria'] };

test('hostile text costs a bounded time and breaks no schema', () => {
  const shapes = [
    'a',
    'please ',
    'please, ',
    'if you can ',
    'if ',
    'could you ',
    'your ',
    'your account ',
    'not ',
    'now ',
    'hi ',
    'Hi Tom, ',
    'thank you ',
    'thanks for ',
    'x, ',
    ', ',
    '- please\n',
    'new bank ',
    'ignore all ',
    '<|',
    '<system',
    '##',
    'net ',
    'due ',
    'invoice ',
    'invoice #1',
    '1/',
    '2026-',
    'a@b.',
    '$1,',
    '.',
    '. ',
    '?',
    '\n',
    '\u0301',
    '😀',
    'A. ',
    "can't ",
    'so ',
    'and ',
    'Tom should ',
    'Please call Tom by Friday. ',
    'Is it? ',
    'by Friday ',
    'we need ',
    'must be ',
    'let me know ',
  ];
  for (const shape of shapes) {
    const long = shape.repeat(Math.ceil(400_000 / shape.length));
    const email = testEmail({
      from: `${long.slice(0, 50_000)} <${'a.'.repeat(20_000)}b@${'c.'.repeat(20_000)}com>`,
      replyTo: `${'x'.repeat(50_000)}@${'y-'.repeat(20_000)}z.com`,
      subject: long.slice(0, 50_000),
      text: long,
      more: [
        ['forwarded', long],
        ['quoted', long],
      ],
      headers: {
        'authentication-results': long.slice(0, 50_000),
        'content-type': long.slice(0, 50_000),
      },
      hidden: { characters: 5_000, examples: [long.slice(0, 200)] },
    });
    email.attachments = Array.from({ length: 200 }, (_, position) => ({
      position,
      filename: long.slice(0, 1_000),
      contentType: 'application/pdf',
      sizeBytes: 1,
      sha256: '',
      isInline: false,
    }));
    const before = process.cpuUsage();
    const triage = runTriageRules({ email, settings }).findings;
    const middle = process.cpuUsage(before).user;
    const task = runTaskRules({
      email,
      triage: { ...triage, type: 'other', category: 'staff' },
      settings,
    });
    const { user } = process.cpuUsage(before);
    triageFindingsSchema.parse(triage);
    taskFindingsSchema.parse(task.findings);
    const what = `${JSON.stringify(shape)}: ${middle / 1_000} + ${(user - middle) / 1_000} ms`;
    assert.ok(user < 1_500_000, what);
  }
});
