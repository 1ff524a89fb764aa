import { invalidRequest, type Refusal } from '../refusal.ts';
import { blocksOf, isBlock } from './content-blocks.ts';
import type { RequestBlock, RequestMessage } from './request-shape.ts';

/** One turn of a conversation: what the API makes of consecutive messages of one role. */
interface Turn {
  role: 'user' | 'assistant';
  /** Where the turn begins in `messages`. */
  index: number;
  blocks: readonly RequestBlock[];
}

/**
 * Every call has its result in the very next user turn, results come before anything else there,
 * and no result answers a call that is not in the turn before it.
 */
export function checkToolPairing(messages: readonly RequestMessage[]): Refusal | undefined {
  const turns = mergeTurns(messages);
  const seen = new Set<string>();
  for (const [position, turn] of turns.entries()) {
    const calls = turn.blocks.filter(isBlock('tool_use')).map(({ id }) => id);
    for (const id of calls) {
      if (seen.has(id)) {
        return invalidRequest(
          `messages.${turn.index}: \`tool_use\` ids must be unique, found ${id}`,
        );
      }
      seen.add(id);
    }
    const refusal =
      turn.role === 'user'
        ? checkResults(turn, turns[position - 1])
        : checkAnswered(turn, calls, turns[position + 1]);
    if (refusal) return refusal;
  }
  return undefined;
}

function mergeTurns(messages: readonly RequestMessage[]): Turn[] {
  const turns: Turn[] = [];
  for (const [index, message] of messages.entries()) {
    const last = turns.at(-1);
    if (last?.role === message.role) last.blocks = [...last.blocks, ...blocksOf(message)];
    else turns.push({ role: message.role, index, blocks: blocksOf(message) });
  }
  return turns;
}

function checkAnswered(
  turn: Turn,
  calls: readonly string[],
  next: Turn | undefined,
): Refusal | undefined {
  if (calls.length === 0) return undefined;
  const answered = new Set(next?.blocks.filter(isBlock('tool_result')).map((r) => r.tool_use_id));
  const unanswered = calls.filter((id) => !answered.has(id));
  if (unanswered.length === 0) return undefined;
  return invalidRequest(
    `messages.${turn.index}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${unanswered.join(', ')}`,
  );
}

function checkResults(turn: Turn, previous: Turn | undefined): Refusal | undefined {
  const results = turn.blocks.filter(isBlock('tool_result'));
  if (results.length === 0) return undefined;
  const called = new Set(previous?.blocks.filter(isBlock('tool_use')).map(({ id }) => id));
  const answered = new Set<string>();
  for (const { tool_use_id: id } of results) {
    if (!called.has(id)) {
      return invalidRequest(
        `messages.${turn.index}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${id}`,
      );
    }
    if (answered.has(id)) {
      return invalidRequest(
        `messages.${turn.index}: each tool_use must have a single result, found several for ${id}`,
      );
    }
    answered.add(id);
  }
  const isFirst = turn.blocks.slice(0, results.length).every(isBlock('tool_result'));
  return isFirst
    ? undefined
    : invalidRequest(`messages.${turn.index}: tool_result blocks must come first in the content`);
}
