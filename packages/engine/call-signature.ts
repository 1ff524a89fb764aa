import type { ToolCallBlock } from './message.ts';

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sortKeys(entry)]),
  );
}

/** Equal for two calls of the same tool with the same input, whatever the order of its keys. */
function callSignature(call: ToolCallBlock): string {
  return `${call.tool} ${JSON.stringify(sortKeys(call.input)) ?? ''}`;
}

/** Counts how often the same call has been made in a row, over a whole turn. */
export function createCallCounter(): (call: ToolCallBlock) => number {
  let last = '';
  let count = 0;
  return (call) => {
    const signature = callSignature(call);
    count = signature === last ? count + 1 : 1;
    last = signature;
    return count;
  };
}
