import { randomUUID } from 'node:crypto';
import type { ToolCallBlock } from '../../message.ts';
import { parseToolInput } from '../tool-input.ts';

/** A piece of a tool call. Servers leave out what the format says is there. */
export interface ToolCallDelta {
  index?: number;
  id?: string | null;
  function?: { name?: string | null; arguments?: unknown };
}

interface OpenCall {
  givenId: string | undefined;
  callId: string;
  tool: string;
  json: string;
}

export interface ToolCallCollector {
  readonly calls: readonly ToolCallBlock[];
  take(delta: ToolCallDelta): void;
}

/** What every provider accepts as an id. */
const CALL_ID = /^[\w-]{1,64}$/;

/**
 * Puts tool calls together from their deltas. Some servers send whole calls at once, without ids,
 * without indexes, or all under index 0. A call gets an id of our own where the server's is
 * missing, taken or not fit to be sent to another provider. `onStart` is called once per call.
 */
export function createToolCallCollector(
  usedIds: ReadonlySet<string>,
  onStart: (call: { callId: string; tool: string }) => void,
): ToolCallCollector {
  const calls: OpenCall[] = [];
  const byIndex = new Map<number, OpenCall>();

  return {
    get calls() {
      return calls.map(({ callId, tool, json }): ToolCallBlock => {
        const input = parseToolInput(json);
        return { type: 'tool_call', callId, tool, ...(input === undefined ? {} : { input }) };
      });
    },
    take(delta) {
      const name = delta.function?.name || undefined;
      const id = delta.id || undefined;
      const open = delta.index === undefined ? calls.at(-1) : byIndex.get(delta.index);
      const call = open && continues(open, { id, name }) ? open : start(id, name);
      if (delta.index !== undefined) byIndex.set(delta.index, call);
      const piece = delta.function?.arguments;
      if (typeof piece === 'string') call.json += piece;
      else if (typeof piece === 'object' && piece !== null) call.json += JSON.stringify(piece);
    },
  };

  function start(id: string | undefined, tool: string | undefined): OpenCall {
    if (tool === undefined) throw new Error('a tool call without a name');
    const isTaken = (other: string) => usedIds.has(other) || calls.some((c) => c.callId === other);
    const isUsable = id !== undefined && CALL_ID.test(id) && !isTaken(id);
    const callId = isUsable ? id : `call_${randomUUID().replaceAll('-', '')}`;
    const call = { givenId: id, callId, tool, json: '' };
    calls.push(call);
    onStart({ callId, tool });
    return call;
  }
}

/** Some servers repeat id and name in every delta; others start the next call under the same index. */
function continues(
  call: OpenCall,
  { id, name }: { id: string | undefined; name: string | undefined },
): boolean {
  if (name === undefined) return id === undefined || id === call.givenId;
  if (id !== undefined || call.givenId !== undefined) return id === call.givenId;
  return name === call.tool && call.json !== '' && parseToolInput(call.json) === undefined;
}
