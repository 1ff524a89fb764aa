import type { ExecutionDetail } from '@deskbell/protocol';
import { Fragment, type ReactNode, useId, useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { sayCost, sayCount, sayShare } from '../../ui/figures.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { sayDuration } from '../../ui/time-words.ts';
import { AgentDetail } from './agent-detail.tsx';
import { type AgentRow, agentRows, sayTimeline } from './agent-rows.ts';
import { agentTitles } from './agent-titles.ts';
import { sayAgentFailure } from './explain-failure.ts';
import { placeBars, type Timeline } from './place-bars.ts';
import { isUnderWay } from './read-executions.ts';

const COLUMNS = 6;

/** The five agents on one axis of time; each opens to what it read and found. */
export function Waterfall({ execution }: { execution: ExecutionDetail }): ReactNode {
  const timeline = placeBars(execution.agent_outputs);
  const rows = agentRows(execution);
  const summaryId = useId();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (agent: string): void =>
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(agent)) after.add(agent);
      return after;
    });
  const withOutput = rows.flatMap(({ agent, output }) => (output === undefined ? [] : [agent]));
  const isAllOpen = withOutput.length > 0 && withOutput.every((agent) => opened.has(agent));

  return (
    <Panel
      title="The agents"
      actions={
        withOutput.length > 0 && (
          <button
            type="button"
            className="button button-small"
            onClick={() => setOpened(new Set(isAllOpen ? [] : withOutput))}
          >
            {isAllOpen ? 'Close all' : 'Open all'}
          </button>
        )
      }
    >
      <p id={summaryId} className="muted">
        {sayTimeline(execution, timeline)}
      </p>
      <table
        hidden={isOverUnread(execution)}
        className="waterfall"
        aria-label="The agents' work"
        aria-describedby={summaryId}
      >
        <thead>
          <tr>
            <th scope="col" className="waterfall-agent">
              Agent
            </th>
            <th scope="col" className="waterfall-time">
              Time
            </th>
            <th scope="col" className="waterfall-sure number">
              Sure
            </th>
            <th scope="col" className="waterfall-extra waterfall-model">
              Model
            </th>
            <th scope="col" className="waterfall-extra waterfall-tokens number">
              Tokens
            </th>
            <th scope="col" className="waterfall-extra waterfall-cost number">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AgentRows
              key={row.agent}
              row={row}
              timeline={timeline}
              execution={execution}
              isOpen={opened.has(row.agent)}
              onToggle={() => toggle(row.agent)}
            />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** It ended before an agent came to it: five empty rows would say no more than the sentence. */
const isOverUnread = ({ status, agent_outputs }: ExecutionDetail): boolean =>
  agent_outputs.length === 0 && !isUnderWay({ status });

function AgentRows(props: {
  row: AgentRow;
  timeline: Timeline;
  execution: ExecutionDetail;
  isOpen: boolean;
  onToggle: () => void;
}): ReactNode {
  const { row, timeline, execution, isOpen, onToggle } = props;
  const { agent, output } = row;
  const detailId = useId();
  const title = agentTitles[agent];
  if (output === undefined) {
    return (
      <tr className="waterfall-row">
        <th scope="row">
          <span className="agent-name agent-absent">{title}</span>
        </th>
        <td colSpan={COLUMNS - 1} className="muted">
          {row.missing}
        </td>
      </tr>
    );
  }
  const isFailed = output.status === 'failed';
  return (
    <Fragment>
      <tr className="waterfall-row">
        <th scope="row">
          <button
            type="button"
            className="agent-name"
            aria-expanded={isOpen}
            aria-controls={detailId}
            onClick={onToggle}
          >
            <Icon name="next" />
            {title}
          </button>
          {output.is_disputed === true && <Badge tone="warning">disputed</Badge>}
          {isFailed && <Badge tone="bad">failed</Badge>}
        </th>
        <td>
          <span className="waterfall-bar">
            <Bar timeline={timeline} agent={agent} isFailed={isFailed} />
            <span className="waterfall-length">{sayDuration(output.execution_time_ms)}</span>
          </span>
          {isFailed && <span className="mail-failure">{sayAgentFailure(output.error_code)}</span>}
        </td>
        <td className="number">{sayShare(output.confidence)}</td>
        <td className="waterfall-extra mono">{output.model_used}</td>
        <td className="waterfall-extra number">
          {sayCount(output.input_tokens + output.output_tokens)}
        </td>
        <td className="waterfall-extra number">{sayCost(output.cost_nano_usd)}</td>
      </tr>
      <tr id={detailId} hidden={!isOpen}>
        <td colSpan={COLUMNS} className="waterfall-detail">
          {isOpen && <AgentDetail output={output} execution={execution} />}
        </td>
      </tr>
    </Fragment>
  );
}

const AXIS = 1_000;
const NARROWEST = 6;

/** Says nothing by itself: its length stands beside it, its place is in the summary. */
function Bar(props: { timeline: Timeline; agent: string; isFailed: boolean }): ReactNode {
  const { timeline, agent, isFailed } = props;
  const bar = timeline.bars.find((candidate) => candidate.agent === agent);
  if (bar === undefined) return null;
  const scale = (AXIS - NARROWEST) / timeline.totalMs;
  return (
    <svg viewBox={`0 0 ${AXIS} 20`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-axis" x="0" y="9" width={AXIS} height="2" />
      {timeline.pauses.map(({ atMs }) => (
        <rect key={atMs} className="bar-pause" x={atMs * scale} y="2" width="3" height="16" />
      ))}
      <rect
        className={isFailed ? 'bar bar-failed' : `bar bar-${agent}`}
        x={bar.startMs * scale}
        y="3"
        width={Math.max(NARROWEST, (bar.endMs - bar.startMs) * scale)}
        height="14"
      />
    </svg>
  );
}
