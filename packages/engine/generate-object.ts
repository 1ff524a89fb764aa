import { z } from 'zod';
import type { MessageFile } from './message.ts';
import type { Model, ModelRequest, Usage } from './model.ts';

export interface ObjectRequest<Output> {
  model: Model;
  /** Fixed text: nothing that somebody else wrote belongs here. */
  system: string;
  /** What the model is to read, usually JSON. */
  input: string;
  files?: readonly MessageFile[];
  schema: z.ZodType<Output>;
  maxOutputTokens: number;
  signal: AbortSignal;
}

/** What came of it. `usage` is the provider's count, also when the answer could not be used. */
export type ObjectOutcome<Output> =
  | { kind: 'object'; object: Output; usage: Usage }
  | {
      kind: 'unusable';
      reason: 'refused' | 'cut_off' | 'not_json' | 'against_schema';
      usage: Usage;
    };

/**
 * Asks a model for one object that follows a schema. A provider's promise to follow it can be
 * broken by a refusal or a cut, so the answer is checked here. Rejects with `ModelError` when the
 * provider fails and with the signal's reason when it aborts.
 */
export async function generateObject<Output>(
  options: ObjectRequest<Output>,
): Promise<ObjectOutcome<Output>> {
  const { model, system, input, files, schema, maxOutputTokens, signal } = options;
  const request: ModelRequest = {
    system: { stable: system, varying: '' },
    tools: [],
    toolChoice: 'none',
    messages: [{ role: 'user', text: input, ...(files === undefined ? {} : { files }) }],
    outputSchema: jsonSchemaOf(schema),
    maxOutputTokens,
    signal,
  };
  for await (const event of model.stream(request)) {
    if (event.type !== 'end') continue;
    const { stop, usage, message } = event;
    if (stop === 'refusal') return { kind: 'unusable', reason: 'refused', usage };
    if (stop !== 'end_turn') return { kind: 'unusable', reason: 'cut_off', usage };
    const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
    return { ...read(text, schema), usage };
  }
  throw new Error('a model ended without an end');
}

function read<Output>(
  text: string,
  schema: z.ZodType<Output>,
):
  | { kind: 'object'; object: Output }
  | { kind: 'unusable'; reason: 'not_json' | 'against_schema' } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'unusable', reason: 'not_json' };
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { kind: 'unusable', reason: 'against_schema' };
  return { kind: 'object', object: parsed.data };
}

const jsonSchemas = new WeakMap<object, Record<string, unknown>>();

/** Made once per schema: providers compile and cache it by its bytes. */
function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const known = jsonSchemas.get(schema);
  if (known !== undefined) return known;
  const { $schema: _, ...jsonSchema } = z.toJSONSchema(schema, { io: 'input' });
  jsonSchemas.set(schema, jsonSchema);
  return jsonSchema;
}
