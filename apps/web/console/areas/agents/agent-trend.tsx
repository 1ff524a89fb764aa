import type { AgentFigures } from '@deskbell/protocol';
import { type ReactNode, useId } from 'react';
import { sayCount, sayShare } from '../../ui/figures.ts';
import { placePoints } from '../../ui/place-points.ts';
import { sayDay } from '../../ui/time-words.ts';
import { agentTitles } from '../executions/agent-titles.ts';
import { sayAgentTrend, sayRunTime } from './say-figures.ts';

type Trend = AgentFigures['trend'];

const WIDTH = 300;
const HEIGHT = 48;
const VIEW_BOX = `0 0 ${WIDTH} ${HEIGHT}`;
/** Of a day's width, what its bar leaves free. */
const BAR_GAP = 0.25;

/** Runs and average time of one agent, day by day. */
export function AgentTrend({ figures }: { figures: AgentFigures }): ReactNode {
  const { agent, trend } = figures;
  const summary = sayAgentTrend(trend);
  const headingId = useId();
  const mostRuns = Math.max(...trend.map(({ runs }) => runs), 0);
  const longestMs = Math.max(...trend.map(({ average_ms }) => average_ms ?? 0), 0);
  return (
    <section className="agent-trend" aria-labelledby={headingId}>
      <h3 id={headingId}>
        <span className={`swatch evidence-${agent}`}>{agentTitles[agent]}</span>
      </h3>
      {mostRuns === 0 ? (
        <p className="muted small">{summary}</p>
      ) : (
        <>
          <div>
            <p className="agent-chart-words">Runs a day, up to {sayCount(mostRuns)}</p>
            <svg
              className="agent-chart"
              viewBox={VIEW_BOX}
              preserveAspectRatio="none"
              role="img"
              aria-label={summary}
            >
              <Bars trend={trend} most={mostRuns} />
            </svg>
            <p className="agent-chart-words">Average time, up to {sayRunTime(longestMs)}</p>
            {/* The words of the other one are about both. */}
            <svg
              className="agent-chart"
              viewBox={VIEW_BOX}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <TimeLine trend={trend} />
            </svg>
            <p className="agent-chart-words">
              <span>{trend[0] && sayDay(trend[0].day)}</span>
              <span>Today</span>
            </p>
          </div>
          <details>
            <summary>Show as a table</summary>
            <TrendTable agent={agentTitles[agent]} trend={trend} />
          </details>
        </>
      )}
    </section>
  );
}

function Bars({ trend, most }: { trend: Trend; most: number }): ReactNode {
  const step = WIDTH / trend.length;
  const scale = HEIGHT / most;
  return trend.map(({ day, runs, failed }, index) => {
    const bar = { x: index * step + (step * BAR_GAP) / 2, width: step * (1 - BAR_GAP) };
    return [
      <rect
        key={day}
        className="agent-runs"
        {...bar}
        y={HEIGHT - runs * scale}
        height={(runs - failed) * scale}
      />,
      failed > 0 && (
        <rect
          key={`${day} failed`}
          className="agent-runs-failed"
          {...bar}
          y={HEIGHT - failed * scale}
          height={failed * scale}
        />
      ),
    ];
  });
}

function TimeLine({ trend }: { trend: Trend }): ReactNode {
  const step = WIDTH / trend.length;
  const { lines } = placePoints(
    trend.map(({ average_ms }) => average_ms),
    { width: WIDTH - step, height: HEIGHT, inset: 3 },
  );
  return (
    <g transform={`translate(${step / 2} 0)`}>
      {lines.map((line) => (
        <polyline
          key={line}
          className={isPoint(line) ? 'agent-time agent-time-alone' : 'agent-time'}
          points={line}
        />
      ))}
    </g>
  );
}

/** Between two days without runs. */
function isPoint(line: string): boolean {
  const [start, end, ...others] = line.split(' ');
  return start === end && others.length === 0;
}

function TrendTable({ agent, trend }: { agent: string; trend: Trend }): ReactNode {
  return (
    <table className="data-table agent-trend-table">
      <caption className="visually-hidden">{agent}, day by day, the latest first</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col" className="number">
            Runs
          </th>
          <th scope="col" className="number">
            Failed
          </th>
          <th scope="col" className="number">
            Average
          </th>
          <th scope="col" className="number">
            Sure
          </th>
        </tr>
      </thead>
      <tbody>
        {trend.toReversed().map((day) => (
          <tr key={day.day}>
            <th scope="row">{sayDay(day.day)}</th>
            <td className="number">{sayCount(day.runs)}</td>
            <td className="number">{sayCount(day.failed)}</td>
            <td className="number">{sayRunTime(day.average_ms)}</td>
            <td className="number">{sayShare(day.average_confidence)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
