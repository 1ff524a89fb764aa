import type { SystemReport } from '@deskbell/protocol';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { request } from '../../api/request.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { Facts } from '../../ui/definition-list.tsx';
import { OutOfDate } from '../../ui/out-of-date.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Loaded } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { PartsTable } from './parts-table.tsx';
import { sayBytes, sayMilliseconds, saySpan } from './say-measures.ts';
import { UsagePanel } from './usage-panel.tsx';
import './system.css';

const READ_AGAIN_MS = 10_000;

const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => request<SystemReport>('/api/system', { signal }),
});

/** How the parts of the service are, read again while somebody looks. */
export function SystemArea(): ReactNode {
  const query = useQuery({ ...systemQuery, refetchInterval: READ_AGAIN_MS });
  return (
    <>
      <AreaHead title="System">
        {/* Pages of the server, outside the console. */}
        <a className="button" href="/docs">
          API
        </a>
        <a className="button" href="/metrics">
          Metrics
        </a>
      </AreaHead>
      <OutOfDate query={query} />
      <Loaded query={query} skeletonRows={14}>
        {(report) => <Report report={report} />}
      </Loaded>
    </>
  );
}

function Report({ report }: { report: SystemReport }): ReactNode {
  const { versions, process, warnings, generated_at } = report;
  const delay = process.event_loop_delay_ms;
  return (
    <div className="stack">
      {warnings.map((warning) => (
        <p key={warning} className="notice notice-problem">
          {warning.charAt(0).toUpperCase() + warning.slice(1)}
        </p>
      ))}
      <Panel
        title="Parts"
        actions={
          <p className="muted small">
            As of <When at={generated_at} />, read again every 10 seconds
          </p>
        }
      >
        <PartsTable report={report} />
      </Panel>
      <UsagePanel report={report} />
      <Panel title="This process">
        <Facts
          items={[
            { term: 'Deskbell', value: versions.deskbell },
            { term: 'Node.js', value: versions.node },
            { term: 'PostgreSQL', value: versions.postgres ?? 'unknown' },
            {
              term: 'Runs',
              value: (
                <span className="figure">
                  for {saySpan(process.uptime_seconds)}, since <When at={process.started_at} />
                </span>
              ),
            },
            {
              term: 'Memory',
              value: <span className="figure">{sayBytes(process.memory_rss_bytes)}</span>,
            },
            {
              term: 'Event loop',
              value: (
                <span className="figure">
                  {delay === null
                    ? 'not measured'
                    : `${sayMilliseconds(delay.mean)} late on average, 99% within ${sayMilliseconds(delay.p99)}`}
                </span>
              ),
            },
          ]}
        />
        <p className="muted small">
          There may be other processes: database, queue, outbox and use are of all of them together.
          What to act on is in the operations guide, under The system report.
        </p>
      </Panel>
    </div>
  );
}
