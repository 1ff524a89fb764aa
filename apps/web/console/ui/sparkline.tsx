import type { ReactNode } from 'react';
import { placePoints } from './place-points.ts';

const WIDTH = 96;
const HEIGHT = 28;

/**
 * Values of equal steps as a small line; `summary` says the same in words. Null is a gap. A dot marks
 * the value at `marked`, such as today's.
 */
export function Sparkline(props: {
  values: readonly (number | null)[];
  summary: string;
  marked?: number;
}): ReactNode {
  const { values, summary, marked } = props;
  const { points, lines } = placePoints(values, { width: WIDTH, height: HEIGHT, inset: 3 });
  const dot = marked === undefined ? undefined : points[marked];
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary}>
      {lines.map((line) => (
        <polyline key={line} points={line} />
      ))}
      {dot && <circle cx={dot.x} cy={dot.y} r="2.75" />}
    </svg>
  );
}
