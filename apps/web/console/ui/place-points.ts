export interface Point {
  x: number;
  y: number;
}

/**
 * Places values of equal steps in a drawing, from 0 at its bottom to the highest at its top. Null has
 * no point and parts the line; a value between two gaps is a line of no length, which round ends show.
 */
export function placePoints(
  values: readonly (number | null)[],
  { width, height, inset }: { width: number; height: number; inset: number },
): { points: (Point | undefined)[]; lines: string[] } {
  // A day on which nothing happened is no flat line at the top.
  const highest = Math.max(...values.map((value) => value ?? 0)) || 1;
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  const points = values.map((value, index) =>
    value === null
      ? undefined
      : {
          x: round(inset + index * step),
          y: round(height - inset - (value / highest) * (height - 2 * inset)),
        },
  );
  const lines: string[][] = [];
  for (const [index, point] of points.entries()) {
    if (point === undefined) continue;
    if (points[index - 1] === undefined) lines.push([]);
    lines.at(-1)?.push(`${point.x},${point.y}`);
  }
  return {
    points,
    lines: lines.map((line) => (line.length === 1 ? [...line, ...line] : line).join(' ')),
  };
}

const round = (length: number): number => Math.round(length * 10) / 10;
