import assert from 'node:assert/strict';
import type { Database } from '../../platform/database.ts';
import type { ToolInputs, ToolName, ToolResults } from './tools/tool-results.ts';

/** One tool call as it was stored, with what came back. */
export type StoredCall = {
  [Name in ToolName]: { tool: Name; input: ToolInputs[Name]; result: ToolResults[Name] };
}[ToolName];

export interface Answer {
  text: string;
  calls: StoredCall[];
}

/** Asks in a session of its own and waits for the whole answer. */
export async function ask(url: string, database: Database, message: string): Promise<Answer> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message }),
  });
  const body = (await response.json()) as { message: string; turn_id: string };
  assert.equal(response.status, 200, JSON.stringify(body));
  return { text: body.message, calls: await readCalls(database, body.turn_id) };
}

async function readCalls(database: Database, turnId: string): Promise<StoredCall[]> {
  const { rows } = await database.pool.query<{ role: string; content: MessageContent }>(
    'select role, content from messages where turn_id = $1 order by position',
    [turnId],
  );
  const results = new Map(
    rows.flatMap(({ content }) => content.results ?? []).map((result) => [result.callId, result]),
  );
  return rows
    .flatMap(({ role, content }) => (role === 'assistant' ? (content.content ?? []) : []))
    .filter(({ type }) => type === 'tool_call')
    .map(({ tool, input, callId }) => {
      const result = results.get(callId);
      assert.equal(result?.isError, false, `${tool} ${JSON.stringify(input)}: ${result?.content}`);
      return { tool, input, result: JSON.parse(result?.content ?? '') } as StoredCall;
    });
}

interface MessageContent {
  content?: { type: string; tool: string; input: unknown; callId: string }[];
  results?: { callId: string; content: string; isError: boolean }[];
}

/** Whether a text has a number, on its own and as people write it; 0 may be said in words. */
export function says(text: string, number: number): boolean {
  if (number === 0 && /\b(?:no|none|nothing|not any|n't any|zero)\b/i.test(text)) return true;
  const written = number.toLocaleString('en-US');
  return [written, String(number)].some((figure) =>
    new RegExp(`(?<![\\d.,])${figure}(?![\\d]|[.,]\\d)`).test(text),
  );
}
