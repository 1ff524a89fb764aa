import type { ToolCallBlock } from './message.ts';
import { sortKeys } from './models/sort-keys.ts';

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
