import type { AgentOutput } from '@deskbell/protocol';
import { sayCount, sayShare } from '../../ui/figures.ts';
import {
  type Finding,
  type FindingGroup,
  facts,
  sayDate,
  sayName,
  urgencyLevel,
} from './finding.ts';
import { invoiceFinding, receiptFinding } from './invoice-finding.ts';
import type { AgentName } from './place-bars.ts';
import { type Fields, fieldsIn, numberIn, recordsIn, textIn, textsIn } from './read-fields.ts';

/** What an agent found, ready to be read; empty for what is unknown or nothing. */
export function groupFindings(agent: AgentName, findings: Fields | null): FindingGroup[] {
  if (findings === null) return [];
  return readers[agent](findings).filter((group) => group.findings.length > 0);
}

/** What a piece of evidence supports, in a few words: the tooltip of its words in the mail. */
export function nameFinding(
  output: Pick<AgentOutput, 'agent_type' | 'findings'>,
  evidenceFinding: string,
): string {
  const all = groupFindings(output.agent_type, output.findings).flatMap((group) => group.findings);
  const found = findingOf(all, evidenceFinding);
  const field = fieldName(evidenceFinding);
  if (found === undefined || found.key === '') {
    const value = textIn(output.findings ?? {}, evidenceFinding);
    if (value !== undefined) return `${field}: ${sayName(value)}`;
    return field === '' ? 'Finding' : field;
  }
  return evidenceFinding === found.key || field === '' ? found.title : `${found.title}: ${field}`;
}

/** The finding that evidence belongs to: `invoice_data.total_cents` belongs to `invoice_data`. */
export function findingOf(
  findings: readonly Finding[],
  evidenceFinding: string,
): Finding | undefined {
  return (
    findings.find(({ key }) => key === evidenceFinding) ??
    findings.find(
      ({ key }) =>
        key !== '' &&
        (evidenceFinding.startsWith(`${key}.`) || evidenceFinding.startsWith(`${key}[`)),
    ) ??
    findings.find(({ key }) => key === '')
  );
}

/** `invoice_data.total_cents` to `Total`. */
function fieldName(evidenceFinding: string): string {
  const last = evidenceFinding.split('.').at(-1) ?? '';
  return sayName(last.replace(/\[\d+\]$/, '').replace(/_cents$/, ''));
}

const readers: Readonly<Record<AgentName, (findings: Fields) => FindingGroup[]>> = {
  triage: (findings) => [
    {
      title: 'What kind of mail it is',
      findings: [
        {
          key: '',
          title: sayName(textIn(findings, 'type') ?? 'Unknown type'),
          facts: facts([
            ['Category', nameIn(findings, 'category')],
            ['Urgency', sayUrgency(numberIn(findings, 'urgency'))],
            ['Has a deadline', sayYesNo(findings.has_deadline)],
            ['Files to be read', sayYesNo(findings.requires_vision)],
          ]),
          texts: textsIn(findings, 'reasons'),
        },
      ],
    },
    {
      title: 'Warnings',
      findings: recordsIn(findings, 'warnings').map(({ index, record }) => ({
        key: `warnings[${index}]`,
        title: nameIn(record, 'kind') ?? 'Warning',
        facts: [],
        texts: present(textIn(record, 'detail')),
        isWarning: true,
      })),
    },
  ],
  vision: (findings) => {
    const invoice = fieldsIn(findings, 'invoice_data');
    const receipt = fieldsIn(findings, 'receipt_data');
    return [
      { title: 'Invoice', findings: invoice === undefined ? [] : [invoiceFinding(invoice)] },
      { title: 'Receipt', findings: receipt === undefined ? [] : [receiptFinding(receipt)] },
      {
        title: 'Files',
        findings: recordsIn(findings, 'attachments').map(({ index, record }) => ({
          key: `attachments[${index}]`,
          title: textIn(record, 'filename') ?? 'A file without a name',
          facts: facts([
            ['Kind', nameIn(record, 'kind')],
            ['Pages', sayNumber(numberIn(record, 'pages'))],
          ]),
          texts: present(textIn(record, 'note')),
        })),
      },
    ];
  },
  deadline: (findings) => [
    {
      title: 'Deadlines',
      findings: recordsIn(findings, 'deadlines').map(({ index, record }) => ({
        key: `deadlines[${index}]`,
        title: textIn(record, 'description') ?? 'Deadline',
        facts: facts([
          ['Day', sayDate(textIn(record, 'date'))],
          ['Time', sayTime(record)],
          ['Type', nameIn(record, 'type')],
          ['Urgency', nameIn(record, 'urgency')],
        ]),
        texts: record.ambiguous === true ? ['The words allow another day as well.'] : [],
      })),
    },
    {
      title: 'Recurring',
      findings: recordsIn(findings, 'recurring_events').map(({ index, record }) => ({
        key: `recurring_events[${index}]`,
        title: textIn(record, 'description') ?? 'Recurring event',
        facts: facts([['Rule', textIn(record, 'rule')]]),
        texts: [],
      })),
    },
  ],
  task: (findings) => [
    {
      title: 'Tasks',
      findings: recordsIn(findings, 'tasks').map(({ index, record }) => ({
        key: `tasks[${index}]`,
        title: textIn(record, 'title') ?? 'Task',
        facts: facts([
          ['Priority', nameIn(record, 'priority')],
          ['For', textIn(record, 'assignee')],
          ['Due', sayDate(textIn(record, 'due_date'))],
          ['Category', nameIn(record, 'category')],
        ]),
        texts: present(textIn(record, 'description')),
      })),
    },
  ],
  context: (findings) => {
    const vendor = fieldsIn(findings, 'vendor_reliability');
    return [
      {
        title: 'All in all',
        findings: [
          {
            key: '',
            title: `Risk: ${textIn(findings, 'risk') ?? 'unknown'}`,
            facts: vendor === undefined ? [] : facts([['Vendor', sayVendor(vendor)]]),
            texts: present(textIn(findings, 'synthesis'), textIn(findings, 'historical_pattern')),
          },
        ],
      },
      {
        title: 'Recommendations',
        findings: textsIn(findings, 'recommendations').map((title, index) => ({
          key: `recommendations[${index}]`,
          title,
          facts: [],
          texts: [],
        })),
      },
      {
        title: 'Risk factors',
        findings: recordsIn(findings, 'risk_factors').map(({ index, record }) => ({
          key: `risk_factors[${index}]`,
          title: nameIn(record, 'factor') ?? 'Risk factor',
          facts: [],
          texts: present(textIn(record, 'detail')),
          isWarning: true,
        })),
      },
    ];
  },
};

const present = (...texts: (string | undefined)[]): string[] =>
  texts.filter((text) => text !== undefined);

const nameIn = (fields: Fields, name: string): string | undefined => {
  const value = textIn(fields, name);
  return value === undefined ? undefined : sayName(value);
};

const sayYesNo = (value: unknown): string | undefined =>
  typeof value === 'boolean' ? (value ? 'Yes' : 'No') : undefined;

const sayNumber = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : sayCount(value);

/** `70 of 100, high` */
function sayUrgency(urgency: number | undefined): string | undefined {
  return urgency === undefined ? undefined : `${urgency} of 100, ${urgencyLevel(urgency)}`;
}

function sayTime(record: Fields): string | undefined {
  const time = textIn(record, 'time');
  const zone = textIn(record, 'timezone');
  if (time === undefined) return 'The whole day';
  return zone === undefined ? time : `${time} (${zone})`;
}

function sayVendor(vendor: Fields): string {
  const name = textIn(vendor, 'vendor') ?? 'The vendor';
  const score = numberIn(vendor, 'score');
  const events = sayCount(numberIn(vendor, 'n') ?? 0);
  if (score === undefined) return `${name}: too little known to say (${events} events)`;
  const rating = nameIn(vendor, 'rating')?.toLowerCase() ?? 'unrated';
  return `${name}: ${rating}, ${sayShare(score)} of ${events} events kept`;
}
