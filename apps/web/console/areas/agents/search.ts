import { choiceOf, present } from '../../search.ts';

export const agentNames = ['triage', 'vision', 'deadline', 'task', 'context'] as const;

/** What the address of this area may hold beside what every place has. */
export interface AgentsSearch {
  /** Without it the last 7 days. */
  window?: 'today' | '30d';
  /** Whose disagreements are listed; without it everybody's. */
  agent?: (typeof agentNames)[number];
}

export const readAgentsSearch = (search: Record<string, unknown>): AgentsSearch =>
  present({
    window: choiceOf(search.window, ['today', '30d']),
    agent: choiceOf(search.agent, agentNames),
  });
