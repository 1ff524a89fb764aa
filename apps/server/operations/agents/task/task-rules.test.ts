import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailTypes, type TriageFindings, taskFindingsSchema } from '../findings.ts';
import { testSettings as settings, testEmail } from '../text/test-email.ts';
import { runTaskRules } from './task-rules.ts';

const triageOf = (parts: Partial<TriageFindings>): TriageFindings => ({
  category: 'vendor',
  urgency: 40,
  type: 'other',
  requires_vision: false,
  has_deadline: false,
  reasons: [],
  warnings: [],
  ...parts,
});
const order = testEmail({ from: 'Jo <jo@example.com>', text: 'Please send the keys by Friday.' });

test('hole: the task agent could never run (its condition named a type triage never gives)', () => {
  for (const type of mailTypes) {
    for (const category of ['vendor', 'staff', 'customer', 'system'] as const) {
      const { findings } = runTaskRules({
        email: order,
        triage: triageOf({ type, category }),
        settings,
      });
      taskFindingsSchema.parse(findings);
      const isSilent = type === 'newsletter' || type === 'auto_reply' || type === 'bounce';
      const hasOrder = findings.tasks.some(({ title }) => title === 'Send the keys by Friday');
      assert.equal(hasOrder, !isSilent, `${category} ${type}`);
    }
  }
});

test('it runs without triage', () => {
  const { findings, confidence } = runTaskRules({ email: order, triage: null, settings });
  assert.equal(findings.tasks[0]?.title, 'Send the keys by Friday');
  assert.equal(findings.tasks[0]?.due_date, '2026-11-27');
  assert.ok(confidence >= 0.9);
});

test('hole: only "high" counted as risk, not "urgent": an urgent mail gives urgent tasks', () => {
  const priorityAt = (urgency: number) =>
    runTaskRules({
      email: testEmail({ text: 'Please send the keys.' }),
      triage: triageOf({ urgency }),
      settings,
    }).findings.tasks[0]?.priority;
  assert.deepEqual([95, 90, 70, 40, 20].map(priorityAt), [
    'urgent',
    'urgent',
    'high',
    'medium',
    'low',
  ]);
});

test('to find nothing is a sure result', () => {
  const { findings, confidence, nextActions, evidence } = runTaskRules({
    email: testEmail({ text: 'The keys are in the drawer.' }),
    triage: triageOf({}),
    settings,
  });
  assert.deepEqual([findings.tasks, nextActions, evidence], [[], [], []]);
  assert.ok(confidence >= 0.95);
});

test('what others wrote before is not asked again', () => {
  const { findings } = runTaskRules({
    email: testEmail({
      text: 'Done, thanks.',
      more: [
        ['quoted', 'Please send the keys.'],
        ['signature', 'Please print on both sides.'],
        ['footer', 'Please delete this message.'],
      ],
    }),
    triage: triageOf({}),
    settings,
  });
  assert.deepEqual(findings.tasks, []);
});

test('without names in the settings, people are named as the mail does; customers name nobody', () => {
  const assigneeOf = (from: string, text: string) =>
    runTaskRules({ email: testEmail({ from, text }), triage: null, settings }).findings.tasks[0]
      ?.assignee;
  assert.equal(assigneeOf('Jo <jo@harborvan.com>', 'Maria, please call the bank.'), 'Maria');
  assert.equal(assigneeOf('Jo <jo@harborvan.com>', 'Friday, please call the bank.'), null);
  assert.equal(assigneeOf('Jo <jo@harborvan.com>', 'Please call the bank.'), null);
});

test('a suspicious mail still yields what it says', () => {
  const { findings } = runTaskRules({
    email: testEmail({ text: 'Please send the payment to our new account today.' }),
    triage: triageOf({ type: 'phishing', category: 'system' }),
    settings,
  });
  assert.equal(findings.tasks.length, 1);
});

test('many requests are bounded, and less sure', () => {
  const text = Array.from({ length: 400 }, (_, index) => `- Please call number ${index}`).join(
    '\n',
  );
  const { findings, confidence } = runTaskRules({
    email: testEmail({ text }),
    triage: triageOf({}),
    settings,
  });
  assert.equal(findings.tasks.length, 12);
  assert.ok(confidence < 0.9);
});

test('long names, sentences and characters outside the BMP fit the findings', () => {
  for (const filler of ['😀', 'word ', 'x', 'Ünï ']) {
    const { findings } = runTaskRules({
      email: testEmail({
        from: `${filler.repeat(400)} <jo@example.com>`,
        subject: filler.repeat(400),
        text: `Please send the keys ${filler.repeat(2_000)}. Can you come ${filler.repeat(2_000)}?`,
      }),
      triage: triageOf({ type: 'complaint' }),
      settings,
    });
    taskFindingsSchema.parse(findings);
    assert.ok(findings.tasks.length > 0);
    assert.ok(JSON.stringify(findings).isWellFormed());
  }
});
