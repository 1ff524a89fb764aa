import type { ModelRequest } from '@deskbell/engine';
import type { Exchange } from './conversation.ts';
import type { LocalTime } from './dates/calendar.ts';
import type { ClerkTurn, SeenCall } from './playbook.ts';

export interface PlannedCall {
  tool: string;
  input: Record<string, unknown>;
}

/** Rounds of tool calls in one turn; the model call after the last must answer in words. */
const ROUNDS = 3;

const isClerkCall = (callId: string): boolean => callId.startsWith('clerk_');

/**
 * The newest exchange as a playbook sees it. `planned` fills with the calls that `use` could not
 * answer from the exchange.
 */
export function createTurn<Memory>(options: {
  memory: Memory;
  now: LocalTime;
  request: ModelRequest;
  exchange: Exchange;
  fingerprint: string;
  needsExactResults?: boolean;
}): { turn: ClerkTurn<Memory>; planned: PlannedCall[] } {
  const { memory, now, request, exchange, fingerprint, needsExactResults = false } = options;
  const planned: PlannedCall[] = [];
  const used = new Set<SeenCall>();
  const tools = new Set(request.tools.map(({ name }) => name));
  const mayCall = request.toolChoice === 'auto' && exchange.rounds < ROUNDS;
  let varied = 0;

  const turn: ClerkTurn<Memory> = {
    memory,
    now,
    has: (tool) => tools.has(tool),
    use(tool, input) {
      const seen =
        exchange.calls.find((call) => call.tool === tool && isSame(call.input, input)) ??
        exchange.calls.find(
          (call) =>
            call.tool === tool &&
            !needsExactResults &&
            call.outcome.ok &&
            !isClerkCall(call.callId) &&
            agrees(call.input, input),
        );
      if (seen !== undefined) {
        used.add(seen);
        return seen.outcome;
      }
      if (!tools.has(tool)) return { ok: false, reason: 'absent' };
      if (!mayCall) return { ok: false, reason: 'failed' };
      if (!planned.some((call) => call.tool === tool && isSame(call.input, input))) {
        planned.push({ tool, input });
      }
      return undefined;
    },
    unusedResults: () =>
      exchange.calls.filter(
        (call) => call.outcome.ok && !isClerkCall(call.callId) && !used.has(call),
      ),
    vary(...wordings) {
      varied += 1;
      const seed = Number.parseInt(fingerprint.slice(varied % 12, (varied % 12) + 6), 16);
      return wordings[seed % wordings.length] ?? wordings[0];
    },
  };
  return { turn, planned };
}

function isSame(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && agrees(a, b);
}

/** Every argument we would give is there, with the same value. */
function agrees(given: Record<string, unknown>, wanted: Record<string, unknown>): boolean {
  return Object.entries(wanted).every(
    ([key, value]) => JSON.stringify(given[key]) === JSON.stringify(value),
  );
}
