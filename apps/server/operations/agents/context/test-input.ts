import type { AgentInputs, AgentResult, AgentResults, MailHistory } from '../agent.ts';
import type { Deadline, FoundTask, Invoice, TriageFindings } from '../findings.ts';

type Input = AgentInputs['context'];

/** For tests: a quiet mail by a vendor, read by all agents, with nothing found. */
export function contextInput({
  subject = 'Boxes for next month',
  body = 'We will have the boxes ready as every month.',
  from = { name: 'Pat Reed', address: 'pat@boxes.example' },
  triage = {},
  deadlines = [],
  tasks = [],
  invoice,
  history = {},
  without = [],
}: {
  subject?: string;
  body?: string;
  from?: { name: string; address: string };
  triage?: Partial<TriageFindings>;
  deadlines?: Partial<Deadline>[];
  tasks?: Partial<FoundTask>[];
  invoice?: Partial<Invoice>;
  history?: Partial<MailHistory>;
  without?: (keyof AgentResults)[];
} = {}): Input {
  const results: AgentResults = {
    triage: resultOf({
      category: 'vendor',
      urgency: 40,
      type: 'other',
      requires_vision: false,
      has_deadline: deadlines.length > 0,
      reasons: [],
      warnings: [],
      ...triage,
    }),
    deadline: resultOf({
      deadlines: deadlines.map((deadline) => ({
        description: 'Answer',
        date: '2026-12-01',
        time: null,
        timezone: 'America/New_York',
        urgency: 'medium',
        type: 'response',
        quote: 'by then',
        ambiguous: false,
        ...deadline,
      })),
      recurring_events: [],
    }),
    task: resultOf({
      tasks: tasks.map((task) => ({
        title: 'Call back',
        description: '',
        priority: 'medium',
        assignee: null,
        category: 'mail',
        due_date: null,
        quote: 'please call',
        ...task,
      })),
    }),
    ...(invoice === undefined
      ? {}
      : {
          vision: resultOf({
            extracted_text: '',
            invoice_data: {
              vendor: 'Boxes Inc.',
              number: 'B-17',
              date: '2026-11-20',
              due: '2026-12-20',
              total_cents: 12_050,
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
          }),
        }),
  };
  for (const agent of without) delete results[agent];
  return {
    email: {
      id: '01990000-0000-7000-8000-000000000001',
      envelope: {
        messageId: null,
        from,
        replyTo: null,
        to: [{ name: '', address: 'office@business.example' }],
        cc: [],
        subject,
        sentAt: null,
        inReplyTo: null,
        references: [],
        headers: {},
      },
      acceptedAt: NOW,
      segments: [{ kind: 'new', text: body }],
      hiddenText: { characters: 0, examples: [] },
      attachments: [],
    },
    results,
    history: {
      fromSender: { mails: 0, lastAt: null, categories: {} },
      fromDomain: { mails: 0, lastAt: null, categories: {} },
      thread: [],
      similar: [],
      vendor: null,
      recentFailures: 0,
      lookalikeOf: null,
      ...history,
    },
    settings: {
      timezone: 'America/New_York',
      ownDomains: ['business.example'],
      ownAddresses: [],
      staffNames: [],
    },
    now: NOW,
  };
}

/** Sunday, November 22, 2026, 10:00 in New York. */
export const NOW = new Date('2026-11-22T15:00:00Z');

function resultOf<Findings>(findings: Findings): AgentResult<Findings> {
  return { findings, confidence: 0.95, nextActions: [], evidence: [] };
}
