import type { Message, ToolResult } from './message.ts';

/** What stands for the answer of a turn that ended after its tools had run. */
const INTERRUPTED_ANSWER = '(The answer was interrupted.)';

/** What a model is told about a call whose result was never stored. */
export const INTERRUPTED_RESULT = '{"error":"The call was interrupted before it returned."}';

/**
 * Makes any stored conversation one that every provider accepts: each tool call is answered,
 * once and in the order of the calls, by the message right after it; results without a call and
 * messages without content are dropped; it starts with a user message. Before a user message every
 * tool loop is closed by words: an open one would have to come back with the model's reasoning,
 * which is not stored. Half surrogates, which some refuse, become replacement characters.
 * Never throws.
 */
export function repairHistory(messages: readonly Message[]): Message[] {
  const repaired: Message[] = [];
  for (let index = 0; index < messages.length; index += 1) {
    const message = messages[index];
    if (message === undefined || message.role === 'tool_results') continue;
    if (message.role === 'user') {
      if (message.text.trim() === '') continue;
      if (repaired.at(-1)?.role === 'tool_results') {
        repaired.push({ role: 'assistant', content: [{ type: 'text', text: INTERRUPTED_ANSWER }] });
      }
      repaired.push({ ...message, text: message.text.toWellFormed() });
      continue;
    }
    if (repaired.length === 0) continue;
    const content = message.content.filter(
      (block) => block.type !== 'text' || block.text.trim() !== '',
    );
    if (!content.some((block) => block.type !== 'reasoning')) continue;
    repaired.push({ role: 'assistant', content });
    const calls = content.filter((block) => block.type === 'tool_call');
    if (calls.length === 0) continue;
    const next = messages[index + 1];
    const given = next?.role === 'tool_results' ? next.results : [];
    repaired.push({
      role: 'tool_results',
      results: calls.map(({ callId, tool }): ToolResult => {
        const result = given.find((candidate) => candidate.callId === callId);
        if (result !== undefined) return { ...result, content: result.content.toWellFormed() };
        return { callId, tool, isError: true, content: INTERRUPTED_RESULT };
      }),
    });
  }
  return repaired;
}
