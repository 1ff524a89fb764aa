import type Anthropic from '@anthropic-ai/sdk';
import type { FakeClaude } from './fake-claude.ts';

type Params = Anthropic.MessageCreateParamsNonStreaming;

/** A tool without arguments, for requests that need one. */
export const priceTool = {
  name: 'price',
  description: 'Looks up a price.',
  input_schema: { type: 'object', properties: {} },
} satisfies Anthropic.Tool;

/** The least request that is accepted, with the given fields added or replaced. */
export function requestWith(fields: Partial<Params> = {}): Params {
  return {
    model: 'claude-sonnet-5-5',
    max_tokens: 1024,
    messages: [{ role: 'user', content: 'What does it cost?' }],
    ...fields,
  };
}

export const exampleHeaders = {
  'x-api-key': 'test-key',
  'anthropic-version': '2026-10-21',
  'content-type': 'application/json',
};

/** Posts any body at all, past the SDK. A header that is undefined is left out. */
export async function post(
  fake: FakeClaude,
  body: unknown,
  headers: Record<string, string | undefined> = {},
): Promise<{ status: number; headers: Headers; json: ErrorDocument }> {
  const all = Object.entries({ ...exampleHeaders, ...headers });
  const response = await fetch(`${fake.url}/v1/messages`, {
    method: 'POST',
    headers: all.filter((entry): entry is [string, string] => entry[1] !== undefined),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const json = (await response.json()) as ErrorDocument;
  return { status: response.status, headers: response.headers, json };
}

export interface ErrorDocument {
  type: string;
  error: { type: string; message: string };
  request_id: string;
}
