import type { FindingsByAgent } from '../agent.ts';

/** One thing an agent found, in words for people. */
export interface ComparedField {
  name: string;
  value: string;
}

const NONE = 'none';

type Describers = {
  [Name in keyof FindingsByAgent]: (findings: FindingsByAgent[Name]) => ComparedField[];
};

const describers: Describers = {
  triage: ({ category, type, urgency }) => [
    { name: 'category', value: category },
    { name: 'type', value: type },
    { name: 'urgency', value: String(urgency) },
  ],
  vision: ({ invoice_data: invoice }) =>
    invoice === null
      ? [{ name: 'invoice', value: NONE }]
      : [
          { name: 'number', value: invoice.number ?? NONE },
          { name: 'date', value: invoice.date ?? NONE },
          { name: 'due', value: invoice.due ?? NONE },
          {
            name: 'total',
            value: invoice.total_cents === null ? NONE : (invoice.total_cents / 100).toFixed(2),
          },
          { name: 'currency', value: invoice.currency ?? NONE },
        ],
  deadline: ({ deadlines }) =>
    listOrNone(
      'deadline',
      deadlines.map(
        ({ description, date, time }) =>
          `${date}${time === null ? '' : ` ${time}`}: ${description}`,
      ),
    ),
  task: ({ tasks }) =>
    listOrNone(
      'task',
      tasks.map(({ title, due_date }) => (due_date === null ? title : `${title} (${due_date})`)),
    ),
  context: ({ risk }) => [{ name: 'risk', value: risk }],
};

/** What of an agent's stored findings `isSame` compares: the same fields, in the same order. */
export function comparedFields(agent: keyof FindingsByAgent, findings: object): ComparedField[] {
  return (describers[agent] as (findings: object) => ComparedField[])(findings);
}

const listOrNone = (name: string, values: readonly string[]): ComparedField[] =>
  values.length === 0 ? [{ name, value: NONE }] : values.map((value) => ({ name, value }));
