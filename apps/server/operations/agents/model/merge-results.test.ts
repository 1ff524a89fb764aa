import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Email } from '../../mail/email.ts';
import type { AgentResult, AgentSettings } from '../agent.ts';
import type { ContextFindings, Invoice, TriageFindings, VisionFindings } from '../findings.ts';
import { mergeResults } from './merge-results.ts';

const settings: AgentSettings = {
  timezone: 'America/New_York',
  ownDomains: [],
  ownAddresses: [],
  staffNames: [],
};
const email: Email = {
  id: '019ab000-0000-7000-8000-000000000001',
  acceptedAt: new Date('2026-11-20T15:00:00Z'),
  envelope: {
    messageId: null,
    from: { name: '', address: 'office@vans.example' },
    replyTo: null,
    to: [],
    cc: [],
    subject: 'Account',
    sentAt: null,
    inReplyTo: null,
    references: [],
    headers: {},
  },
  segments: [{ kind: 'new', text: 'Confirm your password.' }],
  hiddenText: { characters: 0, examples: [] },
  attachments: [],
};
const result = <Findings>(findings: Findings): AgentResult<Findings> => ({
  findings,
  confidence: 0.95,
  nextActions: [],
  evidence: [],
});
const triage: TriageFindings = {
  category: 'system',
  urgency: 40,
  type: 'phishing',
  requires_vision: false,
  has_deadline: false,
  reasons: [],
  warnings: [{ kind: 'lookalike_domain', detail: '', quote: 'Account' }],
};
const invoice: Invoice = {
  vendor: 'Vans',
  number: '7',
  date: null,
  due: null,
  total_cents: 1_000,
  net_cents: 500,
  tax_cents: 100,
  currency: 'USD',
  lines: [],
  arithmetic_ok: false,
  duplicate_of: null,
  source: 'text',
  attachment: 0,
};
const vision: VisionFindings = {
  extracted_text: '',
  invoice_data: invoice,
  receipt_data: null,
  images_processed: 0,
  attachments: [],
};

test('a model that obeys the mail cannot take away phishing or a warning', () => {
  for (const type of ['other', 'invoice'] as const) {
    const merged = mergeResults('triage', {
      rules: result(triage),
      answer: { ...triage, type, warnings: [] },
      input: { email, settings },
      pictures: 0,
    });
    assert.equal(merged.result.findings.type, 'phishing');
    assert.deepEqual(merged.result.findings.warnings, triage.warnings);
    assert.ok(merged.result.confidence <= 0.95);
  }
});

test('nor make figures add up that did not', () => {
  const { arithmetic_ok: _, duplicate_of: __, source: ___, ...read } = invoice;
  const merged = mergeResults('vision', {
    rules: result(vision),
    answer: {
      image_text: '',
      invoice_data: { ...read, net_cents: 900, tax_cents: 100 },
      receipt_data: null,
    },
    input: { email, raw: new Uint8Array(), settings },
    pictures: 0,
  });
  assert.equal(merged.result.findings.invoice_data?.arithmetic_ok, false);
});

test('nor lower the risk', () => {
  const rules: ContextFindings = {
    synthesis: '',
    historical_pattern: '',
    vendor_reliability: null,
    recommendations: [],
    risk: 'critical',
    risk_factors: [{ factor: 'bank details', detail: '' }],
  };
  const { vendor_reliability: _, ...answer } = rules;
  const merged = mergeResults('context', {
    rules: result(rules),
    answer: { ...answer, risk: 'low', risk_factors: [] },
    input: {
      email,
      settings,
      results: {},
      history: {
        fromSender: { mails: 0, lastAt: null, categories: {} },
        fromDomain: { mails: 0, lastAt: null, categories: {} },
        thread: [],
        similar: [],
        vendor: null,
        recentFailures: 0,
        lookalikeOf: null,
      },
      now: email.acceptedAt,
    },
    pictures: 0,
  });
  assert.equal(merged.result.findings.risk, 'critical');
  assert.deepEqual(merged.result.findings.risk_factors, rules.risk_factors);
  assert.equal(merged.isDisputed, false);
});
