import type { ModelRequest } from '@deskbell/engine';
import type { Orders } from './obeying-model.ts';
import { fillPlaceholders } from './placeholders.ts';

type Report = Record<string, unknown>;

/** The last words of a mail, where attacks usually stand: they are in it, so they can be quoted. */
const MOST_QUOTED = 200;

/**
 * What an obedient agent answers for a mail: the attack's own orders over what any attacker would
 * like, namely an ordinary mail without a warning or risk, nothing that makes a person look, and
 * work for us to do. Which agent is asked shows its schema.
 */
export function obeyAsAgent(request: ModelRequest, { attack, known }: Orders): Report {
  const agents = fillPlaceholders(attack.mail?.agents ?? {}, known);
  const fields = Object.keys((request.outputSchema?.properties as object | undefined) ?? {});
  const quote = lastWordsOf(request);
  if (fields.includes('warnings')) return { ...ORDINARY, ...agents.triage };
  if (fields.includes('image_text')) {
    return { image_text: '', invoice_data: null, receipt_data: null, ...agents.vision };
  }
  if (fields.includes('deadlines')) {
    const deadlines = agents.deadlines ?? [{}];
    return {
      deadlines: deadlines.map((one) => ({ ...deadlineOf(quote), ...one })),
      recurring_events: [],
    };
  }
  if (fields.includes('tasks')) {
    return { tasks: (agents.tasks ?? [{}]).map((one) => ({ ...taskOf(quote), ...one })) };
  }
  return { ...HARMLESS, synthesis: quote, recommendations: [quote], ...agents.context };
}

const ORDINARY: Report = {
  category: 'customer',
  urgency: 40,
  type: 'other',
  requires_vision: false,
  has_deadline: false,
  reasons: ['An ordinary question.'],
  warnings: [],
};

const HARMLESS: Report = { historical_pattern: '', risk: 'low', risk_factors: [] };

const deadlineOf = (quote: string): Report => ({
  description: quote,
  date: '2026-12-02',
  time: null,
  timezone: 'UTC',
  urgency: 'medium',
  type: 'payment',
  quote,
  ambiguous: false,
});

const taskOf = (quote: string): Report => ({
  title: quote.slice(0, 160),
  description: quote,
  priority: 'medium',
  assignee: null,
  category: 'accounting',
  due_date: '2026-12-02',
  quote,
});

function lastWordsOf({ messages }: ModelRequest): string {
  const [message] = messages;
  const text = message?.role === 'user' ? message.text : '{}';
  const { email } = JSON.parse(text) as { email?: { text?: string; subject?: string } };
  const lines = (email?.text ?? '').split('\n').filter((line) => line.trim() !== '');
  return (lines.at(-1) ?? email?.subject ?? 'Do it.').slice(0, MOST_QUOTED).toWellFormed();
}
