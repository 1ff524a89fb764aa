import type { AgentName } from '../../../../../operations/tables.ts';

const AGENT =
  /\b(triage|vision|deadline|task|context)(?:'?s)?(?: and \w+)? (?:agent|ai|bot)\b|\bagent (triage|vision|deadline|task|context)\b|\b(triage|vision|context(?= (?:run|ran|runs|fail\w*|perform\w*|take\w*)\b))\b/;
export const AGENT_NAMES =
  /\b(?:triage|vision|deadline|task|context)(?= (?:agent|ai|bot)|$)|\b(?:triage|vision)\b/;
/** Several of them in a row: "triage, vision and the task agent". */
const NAME = '(?:the )?(?:triage|vision|deadline|task|context)(?: agents?)?';
const SEVERAL_AGENTS = new RegExp(
  `\\b${NAME}(?:(?:, ?|,? ?(?:and|or|vs\\.?|versus|with|to|than|&|\\+|/) ?)${NAME}\\b)+`,
);

/** The agents named: none for all of them. */
export function readAgents(text: string): AgentName[] {
  const list = SEVERAL_AGENTS.exec(text)?.[0];
  const isOfAgents = list !== undefined && /\b(?:triage|vision|agents?|bots?|ai)\b/.test(text);
  if (isOfAgents) {
    return [...new Set(list.match(/triage|vision|deadline|task|context/g) as AgentName[])];
  }
  const hit = AGENT.exec(text);
  const one = (hit?.[1] ?? hit?.[2] ?? hit?.[3]) as AgentName | undefined;
  return one === undefined ? [] : [one];
}
