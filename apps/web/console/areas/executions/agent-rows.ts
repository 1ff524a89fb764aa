import type { AgentOutput, ExecutionDetail } from '@deskbell/protocol';
import { sayDuration } from '../../ui/time-words.ts';
import type { AgentName, Timeline } from './place-bars.ts';

export const agentNames: readonly AgentName[] = ['triage', 'vision', 'deadline', 'task', 'context'];

export interface AgentRow {
  agent: AgentName;
  output: AgentOutput | undefined;
  /** Why there is no output, as a sentence. */
  missing: string;
}

/** All five agents in the order of their work, those without an output included. */
export function agentRows(
  execution: Pick<ExecutionDetail, 'status' | 'agent_outputs' | 'metadata'>,
): AgentRow[] {
  return agentNames.map((agent) => ({
    agent,
    output: execution.agent_outputs.find(({ agent_type }) => agent_type === agent),
    missing: whyMissing(agent, execution),
  }));
}

function whyMissing(
  agent: AgentName,
  { status, metadata }: Pick<ExecutionDetail, 'status' | 'metadata'>,
): string {
  if (agent === 'vision' && !metadata.has_attachments && status === 'completed') {
    return 'The mail has no files.';
  }
  return status === 'pending' || status === 'running' ? 'Not yet.' : 'It did not get to it.';
}

/** The waterfall in words. */
export function sayTimeline(
  { agent_outputs: outputs, status }: Pick<ExecutionDetail, 'agent_outputs' | 'status'>,
  timeline: Timeline,
): string {
  if (outputs.length === 0) {
    const isUnderWay = status === 'pending' || status === 'running';
    return isUnderWay ? 'No agent has finished yet.' : 'It ended before an agent came to it.';
  }
  const count = outputs.length === 1 ? 'One agent' : `${outputs.length} agents`;
  const parts = outputs.map(
    ({ agent_type, execution_time_ms }) => `${agent_type} ${sayDuration(execution_time_ms)}`,
  );
  const slowest = outputs.reduce((one, other) =>
    other.execution_time_ms > one.execution_time_ms ? other : one,
  );
  const isSlowest = outputs.every(
    (one) => one === slowest || one.execution_time_ms < slowest.execution_time_ms,
  );
  const longest =
    outputs.length > 1 && isSlowest ? ` The ${slowest.agent_type} agent took longest.` : '';
  const failed = outputs.filter(({ status }) => status === 'failed').map((one) => one.agent_type);
  const failures = failed.length === 0 ? '' : ` Failed: ${failed.join(', ')}.`;
  const pauses =
    timeline.pauses.length === 0
      ? ''
      : ` Left out: ${timeline.pauses.map(({ lengthMs }) => sayDuration(lengthMs)).join(' and ')} between tries.`;
  const order =
    timeline.placement === 'in_order'
      ? ' The mail was worked on in one go: lengths are measured, places follow the order of work.'
      : '';
  return `${count} worked: ${parts.join(', ')}.${longest}${failures}${pauses}${order}`;
}
