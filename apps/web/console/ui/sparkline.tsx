import type { ReactNode } from 'react';

const WIDTH = 96;
const HEIGHT = 28;

/** Values of equal steps as a small line; `summary` says the same in words. */
export function Sparkline(props: { values: readonly number[]; summary: string }): ReactNode {
  const { values, summary } = props;
  const highest = Math.max(...values, 1);
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  const points = values
    .map((value, index) => {
      const y = HEIGHT - 2 - (value / highest) * (HEIGHT - 4);
      return `${(index * step).toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary}>
      <polyline points={points} />
    </svg>
  );
}
