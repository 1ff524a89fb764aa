import { createHash } from 'node:crypto';

/** A request to book is five levels deep; nothing deeper is ever stored under its hash. */
const MAX_DEPTH = 8;

/** The same for the same JSON, whatever the order of its fields; undefined is no body. */
export function requestHash(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([sorted(body, 0)]))
    .digest('hex');
}

function sorted(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return 'deeper';
  if (Array.isArray(value)) return value.map((part) => sorted(part, depth + 1));
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, part]) => [key, sorted(part, depth + 1)]);
}
