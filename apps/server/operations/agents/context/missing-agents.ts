import type { AgentInputs } from '../agent.ts';

type Earlier = 'triage' | 'vision' | 'deadline' | 'task';

/** The agents that should have come to a result before context, and did not. */
export function missingAgents({
  email,
  results,
}: Pick<AgentInputs['context'], 'email' | 'results'>): Earlier[] {
  const expected: Earlier[] = ['triage', 'vision', 'deadline', 'task'];
  return expected.filter(
    (agent) => results[agent] === undefined && (agent !== 'vision' || email.attachments.length > 0),
  );
}
