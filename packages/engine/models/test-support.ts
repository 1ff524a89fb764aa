import type { ModelEvent, ModelRequest, ToolDescription } from '../model.ts';

export const LOOKUP: ToolDescription = {
  name: 'lookup',
  description: 'Looks something up.',
  inputSchema: { type: 'object', properties: { key: { type: 'string' } } },
};

export function modelRequest(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    system: { stable: 'You answer.', varying: 'Today is Sunday.' },
    tools: [LOOKUP],
    toolChoice: 'auto',
    messages: [{ role: 'user', text: 'Hello' }],
    maxOutputTokens: 1024,
    signal: new AbortController().signal,
    ...changes,
  };
}

export type ModelEnd = Extract<ModelEvent, { type: 'end' }>;

/** Everything a call yielded, and what it threw. */
export async function collect(
  stream: AsyncIterable<ModelEvent>,
): Promise<{ events: ModelEvent[]; text: string; end: ModelEnd | undefined; error: unknown }> {
  const events: ModelEvent[] = [];
  let error: unknown;
  try {
    for await (const event of stream) events.push(event);
  } catch (thrown) {
    error = thrown;
  }
  const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
  return { events, text, end: events.find((event) => event.type === 'end'), error };
}
