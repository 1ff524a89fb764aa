import type { AgentResult, AgentResults } from '../agents/agent.ts';
import type { Deadline, FoundTask, Invoice, TriageFindings } from '../agents/findings.ts';
import type { Email } from '../mail/email.ts';
import type { OperationsSettings } from '../settings.ts';

// Findings for the tests of this folder and its neighbours.

export const testSettings: OperationsSettings = {
  publicUrl: 'https://desk.example',
  timezone: 'America/New_York',
  ownDomains: ['desk.example'],
  ownAddresses: [],
  staffNames: [],
  allowedSenders: [],
  blockedSenders: [],
  reviewBelowConfidence: 0.9,
  notifications: { email: undefined, webhook: undefined },
};

export const testEmail = (
  envelope: Partial<Email['envelope']> = {},
): Pick<Email, 'id' | 'envelope'> => ({
  id: '019ae000-0000-7000-8000-000000000001',
  envelope: {
    messageId: null,
    from: { name: 'Ann Carter', address: 'ann@vans.example' },
    replyTo: null,
    to: [{ name: '', address: 'office@desk.example' }],
    cc: [],
    subject: 'Van lease',
    sentAt: null,
    inReplyTo: null,
    references: [],
    headers: {},
    ...envelope,
  },
});

export const found = <Findings>(findings: Findings, confidence = 0.95): AgentResult<Findings> => ({
  findings,
  confidence,
  nextActions: [],
  evidence: [],
});

export const triage = (
  findings: Partial<TriageFindings> = {},
  confidence?: number,
): Required<AgentResults>['triage'] =>
  found(
    {
      category: 'vendor',
      urgency: 40,
      type: 'other',
      requires_vision: false,
      has_deadline: false,
      reasons: [],
      warnings: [],
      ...findings,
    },
    confidence,
  );

export const context = (
  risk: 'low' | 'medium' | 'high' | 'critical' = 'low',
): Required<AgentResults>['context'] =>
  found({
    synthesis: '',
    historical_pattern: '',
    vendor_reliability: null,
    recommendations: [],
    risk,
    risk_factors: [],
  });

export const deadline = (fields: Partial<Deadline> = {}): Deadline => ({
  description: 'Pay the lease',
  date: '2026-12-01',
  time: null,
  timezone: 'America/New_York',
  urgency: 'medium',
  type: 'payment',
  quote: 'by December 1',
  ambiguous: false,
  ...fields,
});

export const foundTask = (fields: Partial<FoundTask> = {}): FoundTask => ({
  title: 'Sign the lease',
  description: 'Please sign the lease and send it back.',
  priority: 'medium',
  assignee: null,
  category: 'contract',
  due_date: null,
  quote: 'Please sign the lease',
  ...fields,
});

export const visionOf = (
  invoice: Partial<Invoice>,
  confidence?: number,
): Required<AgentResults>['vision'] =>
  found(
    {
      extracted_text: '',
      invoice_data: {
        vendor: 'Vans',
        number: '17',
        date: null,
        due: null,
        total_cents: 100,
        net_cents: null,
        tax_cents: null,
        currency: 'USD',
        lines: [],
        arithmetic_ok: true,
        duplicate_of: null,
        source: 'text',
        attachment: 0,
        ...invoice,
      },
      receipt_data: null,
      images_processed: 0,
      attachments: [],
    },
    confidence,
  );
