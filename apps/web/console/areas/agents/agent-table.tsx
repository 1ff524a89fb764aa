import type { AgentFigures, AgentReport } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { sayCount, sayShare } from '../../ui/figures.ts';
import { sayDay } from '../../ui/time-words.ts';
import { agentTitles } from '../executions/agent-titles.ts';
import { sayAgentCost, sayErrors, sayRunTime, saySlowest } from './say-figures.ts';

interface FigureColumn {
  header: string;
  cell: (figures: AgentFigures) => ReactNode;
}

const columns: readonly FigureColumn[] = [
  { header: 'Runs', cell: ({ runs }) => sayCount(runs) },
  {
    header: 'Failed',
    cell: ({ failed }) =>
      failed === 0 ? '0' : <strong className="agent-failed">{sayCount(failed)}</strong>,
  },
  { header: 'Average', cell: ({ average_ms }) => sayRunTime(average_ms) },
  { header: '95% within', cell: ({ p95_ms }) => saySlowest(p95_ms) },
  { header: 'Confidence', cell: ({ average_confidence }) => sayShare(average_confidence) },
  { header: 'Fallback', cell: ({ fallback_share }) => sayShare(fallback_share) },
  { header: 'Disputed', cell: ({ disputed_share }) => sayShare(disputed_share) },
  {
    header: 'Tokens',
    cell: ({ input_tokens, output_tokens }) => sayCount(input_tokens + output_tokens),
  },
  { header: 'Cost', cell: sayAgentCost },
];

/** The figures of the chosen days, one row for each agent in the order they run. */
export function AgentTable({ report }: { report: AgentReport }): ReactNode {
  const { agents } = report;
  const wasModelAsked = agents.some(({ fallback_share }) => fallback_share !== null);
  const troubles = agents.flatMap(({ agent, errors }) => {
    const words = sayErrors(errors);
    return words === undefined ? [] : [{ agent, words }];
  });
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it is too wide, the arrow keys move it */}
      <section className="table-scroll" aria-label="Figures of the agents" tabIndex={0}>
        <table className="data-table agent-table">
          <caption className="visually-hidden">
            The five agents, {report.from === report.to ? 'on' : `${sayDay(report.from)} to`}{' '}
            {sayDay(report.to)}
          </caption>
          <thead>
            <tr>
              <th scope="col">Agent</th>
              {columns.map(({ header }) => (
                <th key={header} scope="col" className="number">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {agents.map((figures) => (
              <tr key={figures.agent}>
                <th scope="row">
                  <span className={`swatch evidence-${figures.agent}`}>
                    {agentTitles[figures.agent]}
                  </span>
                </th>
                {columns.map(({ header, cell }) => (
                  <td key={header} className="number figure">
                    {figures.runs === 0 && header !== 'Runs' ? '–' : cell(figures)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="muted small">
        {wasModelAsked
          ? 'Fallback: of the runs for which a language model was to answer, those that the rules answered because none could. Disputed: of those that both answered, where they differed.'
          : 'No language model was asked in these days: the rules did the work, at no cost.'}
      </p>
      {troubles.length > 0 && (
        <ul className="agent-troubles">
          {troubles.map(({ agent, words }) => (
            <li key={agent}>
              <strong>{agentTitles[agent]}:</strong> {words}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
