import type { SystemReport } from '@deskbell/protocol';
import { type ReactNode, useId } from 'react';
import { sayCost, sayCount } from '../../ui/figures.ts';
import { Panel } from '../../ui/panel.tsx';
import { sayUsd } from './say-measures.ts';

type Usage = NonNullable<SystemReport['usage_today']>[number];

const desks: Readonly<Record<Usage['desk'], string>> = {
  frontdesk: 'Front desk',
  backoffice: 'Back office',
  mail: 'Mail agents',
  other: 'Not told apart',
};

/** What language models cost today, against the budget, by desk and model. */
export function UsagePanel({ report }: { report: SystemReport }): ReactNode {
  const { usage_today: usage, budget } = report;
  return (
    <Panel title="Language models today">
      <Budget budget={budget} hasUnknown={usage?.some(isUnpriced) ?? false} />
      {usage === null && <p className="muted">What was used could not be read just now.</p>}
      {usage?.length === 0 && <p className="muted">No language model was asked today.</p>}
      {usage !== null && usage.length > 0 && <UsageTable usage={usage} />}
    </Panel>
  );
}

const isUnpriced = ({ cost_nano_usd }: Usage): boolean => cost_nano_usd === null;

function Budget(props: { budget: SystemReport['budget']; hasUnknown: boolean }): ReactNode {
  const { limit_usd, spent_today_usd, is_spent } = props.budget;
  const labelId = useId();
  const spent = sayUsd(spent_today_usd);
  const unknown = props.hasUnknown ? ' Calls of unknown price are not in it.' : '';
  if (limit_usd === null) {
    return (
      <p>
        <strong className="figure">{spent}</strong> spent, without a limit.{unknown}{' '}
        <span className="muted">
          <code>DAILY_BUDGET_USD</code> sets one.
        </span>
      </p>
    );
  }
  return (
    <div className="budget">
      <p id={labelId}>
        <strong className="figure">{spent}</strong> of {sayUsd(limit_usd)} spent
        {is_spent
          ? ': the clerk answers and rules read the mail until midnight.'
          : `, ${sayUsd(Math.max(0, limit_usd - spent_today_usd))} left.`}
        {unknown}
      </p>
      <progress
        className={is_spent ? 'budget-spent' : undefined}
        aria-labelledby={labelId}
        max={limit_usd}
        value={Math.min(limit_usd, spent_today_usd)}
      />
    </div>
  );
}

function UsageTable({ usage }: { usage: readonly Usage[] }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is too wide, the arrow keys move it
    <section className="table-scroll" aria-label="Use by desk and model" tabIndex={0}>
      <table className="data-table usage-table">
        <caption className="visually-hidden">Use of language models today</caption>
        <thead>
          <tr>
            <th scope="col">Desk</th>
            <th scope="col">Model</th>
            <th scope="col" className="number">
              Cost
            </th>
            <th scope="col" className="number">
              Calls
            </th>
            <th scope="col" className="number">
              Tokens in
            </th>
            <th scope="col" className="number">
              From the cache
            </th>
            <th scope="col" className="number">
              Tokens out
            </th>
          </tr>
        </thead>
        <tbody>
          {usage.map((row) => (
            <tr key={`${row.desk} ${row.model}`}>
              <th scope="row">{desks[row.desk]}</th>
              <td className="mono">{row.model}</td>
              <td className="number figure">{sayCost(row.cost_nano_usd)}</td>
              <td className="number figure">{sayCount(row.calls)}</td>
              <td className="number figure">
                {sayCount(row.input_tokens + row.cache_write_tokens)}
              </td>
              <td className="number figure">{sayCount(row.cache_read_tokens)}</td>
              <td className="number figure">{sayCount(row.output_tokens)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
