import type { AgentReport } from '@deskbell/protocol';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useReadAgain } from '../../live/use-read-again.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { OutOfDate } from '../../ui/out-of-date.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { LinkTabs } from '../../ui/tabs.tsx';
import { HowMailGetsIn } from '../executions/how-mail-gets-in.tsx';
import { AgentTable } from './agent-table.tsx';
import { AgentTrend } from './agent-trend.tsx';
import { Disagreements } from './disagreements.tsx';
import { agentReportQuery } from './read-agents.ts';
import './agents.css';

const READ_AGAIN_MS = 10_000;

const windows = [
  { value: 'today', label: 'Today' },
  { value: undefined, label: '7 days' },
  { value: '30d', label: '30 days' },
];

/** How the five agents do, and where model and rules differed. */
export function AgentsArea(): ReactNode {
  const { window, agent } = useSearch({ from: '/agents' });
  const query = useQuery({
    ...agentReportQuery(window ?? '7d'),
    placeholderData: keepPreviousData,
  });
  useReadAgain('agents', ['executions'], READ_AGAIN_MS);
  return (
    <>
      <AreaHead title="Agents" />
      <LinkTabs label="Days" name="window" current={window} tabs={windows} />
      <OutOfDate query={query} />
      <Loaded query={query} skeletonRows={10}>
        {(report) => <Report report={report} isOld={query.isPlaceholderData} />}
      </Loaded>
      <Disagreements agent={agent} />
    </>
  );
}

function Report({ report, isOld }: { report: AgentReport; isOld: boolean }): ReactNode {
  const runs = report.agents.reduce((sum, { runs }) => sum + runs, 0);
  const hasTrend = report.agents.some(({ trend }) => trend.some(({ runs }) => runs > 0));
  return (
    <div className="stack" aria-busy={isOld}>
      <Panel title="How they did">
        {runs === 0 ? (
          <EmptyState title="No agent has run in these days">
            {hasTrend ? <p>Choose more days above.</p> : <HowMailGetsIn />}
          </EmptyState>
        ) : (
          <AgentTable report={report} />
        )}
      </Panel>
      {hasTrend && (
        <Panel title="Day by day">
          <div className="agent-trends">
            {report.agents.map((figures) => (
              <AgentTrend key={figures.agent} figures={figures} />
            ))}
          </div>
        </Panel>
      )}
    </div>
  );
}
