import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Email } from '../../mail/email.ts';
import type { TaskFindings } from '../findings.ts';
import { namesNewFigures } from './new-figures.ts';

const email: Email = {
  id: '019ab000-0000-7000-8000-000000000001',
  acceptedAt: new Date('2026-11-20T15:00:00Z'),
  envelope: {
    messageId: null,
    from: { name: 'Otto', address: 'otto@vans.example' },
    replyTo: null,
    to: [],
    cc: [],
    subject: 'Invoice 4711',
    sentAt: null,
    inReplyTo: null,
    references: [],
    headers: {},
  },
  segments: [
    { kind: 'new', text: 'Please pay 9000 USD by Friday, see https://vans.example/pay.' },
    { kind: 'signature', text: 'Otto, (212) 555-0142' },
  ],
  hiddenText: { characters: 0, examples: [] },
  attachments: [],
};

const isNew = (title: string, due_date: string | null = '2026-12-04'): boolean => {
  const task = { title, description: '', priority: 'medium', assignee: null } as const;
  const findings: TaskFindings = { tasks: [{ ...task, category: '', due_date, quote: '' }] };
  return namesNewFigures(findings, { email, known: 'Order 88' });
};

test('an amount, an account, a telephone number or an address that nobody wrote is new', () => {
  for (const title of [
    'Pay $9,500',
    'Pay 900 USD',
    'Pay 9000 USD to DE02 1203 0000',
    'Call (212) 555-0143',
    'Write to otto@evil.example',
    'Pay at https://evil.example/pay',
  ]) {
    assert.ok(isNew(title), title);
  }
  assert.ok(isNew('Pay by December 14', null));
});

test('the figures of the mail are not, however they are written, nor those of the finding itself', () => {
  for (const title of [
    'Pay invoice 4711',
    'Pay $9,000.00',
    "Pay 9'000 USD by 12/04/2026",
    'Call Otto at (212) 555-0142 about order 88',
    'Write to Otto@vans.example',
    'Pay 1 of 2 parts',
  ]) {
    assert.ok(!isNew(title), title);
  }
});
