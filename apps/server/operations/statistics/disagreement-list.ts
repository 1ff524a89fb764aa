import type { List } from '../../platform/page.ts';
import type { AgentName } from '../tables.ts';

/** An output whose language model and rules differed, and its mail. */
export interface DisagreementRow {
  execution_id: string;
  agent: AgentName;
  created_at: Date;
  model_used: string;
  confidence: number | null;
  findings: object;
  email_id: string;
  subject: string;
  sender: string;
}

/** Outputs whose model and rules differed, of all agents or of one, the newest first. */
export function disagreementList(agent: AgentName | undefined): List {
  return {
    columns: `o.execution_id, o.agent, o.created_at, o.model_used, o.confidence, o.findings,
      e.id as email_id, e.subject, e.sender`,
    // Whatever failed has no findings, and was never compared.
    from: `from agent_outputs o
      join executions x on x.id = o.execution_id
      join emails e on e.id = x.email_id
      where o.is_disputed and o.findings is not null ${agent === undefined ? '' : 'and o.agent = $1'}`,
    keys: [
      { expression: 'o.created_at', type: 'timestamptz' },
      { expression: 'o.execution_id', type: 'uuid' },
      {
        expression: `array_position(array['triage', 'vision', 'deadline', 'task', 'context'], o.agent)`,
        type: 'integer',
      },
    ],
    direction: 'desc',
    values: agent === undefined ? [] : [agent],
  };
}
