/** How the upstream streams the answer of one turn, after its tool round. */
export interface TurnShape {
  deltas: number;
  /** So many deltas in one write. */
  burst: number;
  /** From one write to the next. */
  everyMs: number;
}

const markerOf = ({ deltas, burst, everyMs }: TurnShape): string =>
  `[${deltas} deltas, ${burst} every ${everyMs} ms]`;

/** A customer's question that carries the shape, because only the question reaches the upstream. */
export function questionWith(shape: TurnShape): string {
  return `Do you pick up in 11201? ${markerOf(shape)}`;
}

/** How long an answer of this shape takes to arrive. */
export function durationMs({ deltas, burst, everyMs }: TurnShape): number {
  return Math.ceil(deltas / burst) * everyMs;
}

const pattern = /\[(\d+) deltas, (\d+) every (\d+) ms\]/g;

/** The shape that the last question in a request asks for, and how it is written there. */
export function shapeIn(request: string): TurnShape & { marker: string } {
  const [marker, deltas, burst, everyMs] = [...request.matchAll(pattern)].at(-1) ?? [];
  if (marker === undefined) throw new Error('no question of this bench is in the request');
  return { marker, deltas: Number(deltas), burst: Number(burst), everyMs: Number(everyMs) };
}
