import type { AgentName } from './place-bars.ts';

export const agentTitles: Readonly<Record<AgentName, string>> = {
  triage: 'Triage',
  vision: 'Vision',
  deadline: 'Deadline',
  task: 'Task',
  context: 'Context',
};
