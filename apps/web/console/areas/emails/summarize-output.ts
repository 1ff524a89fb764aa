import type { AgentOutput } from '@deskbell/protocol';
import { sayAgentFailure } from '../executions/explain-failure.ts';
import { sayName, urgencyLevel } from '../executions/finding.ts';
import { type Fields, fieldsIn, numberIn, recordsIn, textIn } from '../executions/read-fields.ts';

/** What an agent read in a mail, in a sentence or two. */
export function summarizeOutput(
  output: Pick<AgentOutput, 'agent_type' | 'status' | 'findings' | 'error_code'>,
): string {
  const { findings } = output;
  if (output.status === 'failed' || findings === null) return sayAgentFailure(output.error_code);
  return summaries[output.agent_type](findings);
}

const summaries: Readonly<Record<AgentOutput['agent_type'], (findings: Fields) => string>> = {
  triage: (findings) => {
    const urgency = numberIn(findings, 'urgency');
    const warnings = recordsIn(findings, 'warnings').length;
    return [
      `${sayName(textIn(findings, 'type') ?? 'unknown type')}, from a ${textIn(findings, 'category') ?? 'sender of unknown kind'}`,
      ...(urgency === undefined ? [] : [`urgency ${urgencyLevel(urgency)}`]),
      ...(warnings === 0 ? [] : [count(warnings, 'warning')]),
    ]
      .join(', ')
      .concat('.');
  },
  vision: (findings) => {
    const files = count(recordsIn(findings, 'attachments').length, 'file');
    const invoice = fieldsIn(findings, 'invoice_data') === undefined ? [] : ['an invoice'];
    const receipt = fieldsIn(findings, 'receipt_data') === undefined ? [] : ['a receipt'];
    const found = [...invoice, ...receipt];
    return found.length === 0 ? `Looked at ${files}.` : `Looked at ${files}: ${found.join(', ')}.`;
  },
  deadline: (findings) => {
    const deadlines = recordsIn(findings, 'deadlines').length;
    const recurring = recordsIn(findings, 'recurring_events').length;
    if (deadlines + recurring === 0) return 'No deadline.';
    return [
      ...(deadlines === 0 ? [] : [count(deadlines, 'deadline')]),
      ...(recurring === 0 ? [] : [count(recurring, 'recurring event')]),
    ]
      .join(' and ')
      .concat('.');
  },
  task: (findings) => {
    const tasks = recordsIn(findings, 'tasks').length;
    return tasks === 0 ? 'No task.' : `${count(tasks, 'task')}.`;
  },
  context: (findings) =>
    textIn(findings, 'synthesis') ?? `Risk: ${textIn(findings, 'risk') ?? 'unknown'}.`,
};

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
