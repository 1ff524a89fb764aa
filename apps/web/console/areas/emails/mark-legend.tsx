import type { ReactNode } from 'react';
import { agentTitles } from '../executions/agent-titles.ts';
import type { AgentName } from '../executions/place-bars.ts';
import type { Quote } from './mark-evidence.ts';

/** Whose marks are in the text, each to be turned off and on. */
export function MarkLegend(props: {
  agents: readonly AgentName[];
  quotes: readonly Quote[];
  hidden: ReadonlySet<AgentName>;
  onToggle: (agent: AgentName) => void;
}): ReactNode {
  const { agents, quotes, hidden, onToggle } = props;
  return (
    <fieldset className="mark-legend">
      <legend>Marked words</legend>
      {agents.map((agent) => (
        <label key={agent} className="check">
          <input type="checkbox" checked={!hidden.has(agent)} onChange={() => onToggle(agent)} />
          <span className={`swatch evidence-${agent}`}>
            {agentTitles[agent]} ({countOf(quotes, agent)})
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const countOf = (quotes: readonly Quote[], agent: AgentName): number =>
  quotes.filter((quote) => quote.agent === agent && quote.isMarked).length;
