import type { FindingsByAgent } from '../agent.ts';
import type { Invoice, TriageFindings } from '../findings.ts';

const URGENCY_TOLERANCE = 25;

type Comparers = {
  [Name in keyof FindingsByAgent]: (
    rules: FindingsByAgent[Name],
    model: FindingsByAgent[Name],
  ) => boolean;
};

/** Whether rules and model say the same where it matters: what would be done, not how it is put. */
export const isSame: Comparers = {
  triage: (rules, model) =>
    rules.category === model.category &&
    isSameType(rules, model) &&
    Math.abs(rules.urgency - model.urgency) <= URGENCY_TOLERANCE,
  vision: (rules, model) => isSameInvoice(rules.invoice_data, model.invoice_data),
  deadline: (rules, model) =>
    isSameSet(
      rules.deadlines.map(({ date, time }) => `${date} ${time ?? ''}`),
      model.deadlines.map(({ date, time }) => `${date} ${time ?? ''}`),
    ),
  task: (rules, model) =>
    rules.tasks.length === model.tasks.length &&
    rules.tasks.every((task) =>
      model.tasks.some(
        (other) => overlaps(task.quote, other.quote) && task.due_date === other.due_date,
      ),
    ),
  context: (rules, model) => rules.risk === model.risk,
};

function isSameType(rules: TriageFindings, model: TriageFindings): boolean {
  return rules.type === model.type || rules.type === 'other' || model.type === 'other';
}

function isSameInvoice(rules: Invoice | null, model: Invoice | null): boolean {
  if (rules === null || model === null) return rules === model;
  return (['number', 'date', 'due', 'total_cents', 'currency'] as const).every(
    (field) => rules[field] === null || model[field] === null || rules[field] === model[field],
  );
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  return a.size === b.size && [...a].every((value) => b.has(value));
}

function overlaps(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.toLowerCase().replace(/\s+/g, ' ').trim());
  return a !== undefined && b !== undefined && (a.includes(b) || b.includes(a));
}
