import { z } from 'zod';
import { invalidRequest, type Refusal } from '../refusal.ts';

const cacheControl = z
  .strictObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() })
  .nullable()
  .optional();

const textBlock = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  cache_control: cacheControl,
  citations: z.null().optional(),
});

/** The API also takes marks in here; the fake wants them on the result itself. */
const resultTextBlock = textBlock.omit({ cache_control: true });

const identifier = z.string().regex(/^[a-zA-Z0-9_-]+$/);

const toolResultBlock = z.strictObject({
  type: z.literal('tool_result'),
  tool_use_id: identifier,
  content: z.union([z.string(), z.array(resultTextBlock)]).optional(),
  is_error: z.boolean().optional(),
  cache_control: cacheControl,
});

const toolUseBlock = z.strictObject({
  type: z.literal('tool_use'),
  id: identifier,
  name: z.string().min(1).max(200),
  input: z.record(z.string(), z.unknown()),
  caller: z.strictObject({ type: z.literal('direct') }).optional(),
  cache_control: cacheControl,
});

const thinkingBlock = z.strictObject({
  type: z.literal('thinking'),
  thinking: z.string(),
  signature: z.string(),
});

const redactedThinkingBlock = z.strictObject({
  type: z.literal('redacted_thinking'),
  data: z.string(),
});

const base64 = z.base64().min(1);

const imageBlock = z.strictObject({
  type: z.literal('image'),
  source: z.strictObject({
    type: z.literal('base64'),
    media_type: z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp']),
    data: base64,
  }),
  cache_control: cacheControl,
});

const documentBlock = z.strictObject({
  type: z.literal('document'),
  source: z.strictObject({
    type: z.literal('base64'),
    media_type: z.literal('application/pdf'),
    data: base64,
  }),
  cache_control: cacheControl,
});

const contentBlock = z.discriminatedUnion('type', [
  textBlock,
  imageBlock,
  documentBlock,
  toolResultBlock,
  toolUseBlock,
  thinkingBlock,
  redactedThinkingBlock,
]);

const message = z.strictObject({
  role: z.enum(['user', 'assistant']),
  content: z.union([z.string(), z.array(contentBlock)]),
});

const tool = z.strictObject({
  name: z.string(),
  description: z.string().optional(),
  input_schema: z.record(z.string(), z.unknown()),
  type: z.literal('custom').nullable().optional(),
  strict: z.boolean().optional(),
  eager_input_streaming: z.boolean().nullable().optional(),
  input_examples: z.array(z.record(z.string(), z.unknown())).optional(),
  cache_control: cacheControl,
});

const display = z.enum(['summarized', 'omitted']).nullable().optional();
const parallel = { disable_parallel_tool_use: z.boolean().optional() };

/** The part of the Messages API that the fake knows, with nothing beside it. */
const messagesRequest = z.strictObject({
  model: z.string(),
  max_tokens: z.int().positive(),
  messages: z.array(message).min(1),
  system: z.union([z.string(), z.array(textBlock)]).optional(),
  tools: z.array(tool).optional(),
  tool_choice: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('auto'), ...parallel }),
      z.strictObject({ type: z.literal('any'), ...parallel }),
      z.strictObject({ type: z.literal('tool'), name: z.string(), ...parallel }),
      z.strictObject({ type: z.literal('none') }),
    ])
    .optional(),
  thinking: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('adaptive'), display }),
      z.strictObject({ type: z.literal('between_tools') }),
      z.strictObject({ type: z.literal('disabled') }),
      z.strictObject({ type: z.literal('enabled'), budget_tokens: z.int().min(1024), display }),
    ])
    .optional(),
  output_config: z
    .strictObject({
      effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).nullable().optional(),
      format: z
        .strictObject({
          type: z.literal('json_schema'),
          schema: z.record(z.string(), z.unknown()),
        })
        .nullable()
        .optional(),
    })
    .optional(),
  temperature: z.number().min(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  top_k: z.int().min(0).optional(),
  stop_sequences: z.array(z.string().regex(/\S/)).optional(),
  stream: z.boolean().optional(),
  metadata: z.strictObject({ user_id: z.string().nullable().optional() }).optional(),
  service_tier: z.enum(['auto', 'standard_only']).optional(),
  cache_control: cacheControl,
});

export type MessagesRequest = z.infer<typeof messagesRequest>;
export type RequestMessage = MessagesRequest['messages'][number];
export type RequestBlock = Exclude<RequestMessage['content'], string>[number];

/** The request, or what is wrong with its shape in the API's words (`messages.0.content: …`). */
export function readRequest(body: unknown): { request: MessagesRequest } | { refusal: Refusal } {
  const parsed = messagesRequest.safeParse(body);
  // The body itself, not Zod's copy: the order of its keys matters to the prompt cache.
  if (parsed.success) return { request: body as MessagesRequest };
  return { refusal: invalidRequest(describe(parsed.error.issues[0], [])) };
}

function describe(issue: z.core.$ZodIssue | undefined, parents: readonly PropertyKey[]): string {
  if (issue === undefined) return 'Input should be a valid request';
  const path = [...parents, ...issue.path];
  if (issue.code === 'invalid_union') {
    // The branch that got furthest is the one the sender meant.
    const issues = issue.errors.map((branch) => branch[0]).filter((first) => first !== undefined);
    const deepest = issues.toSorted((a, b) => b.path.length - a.path.length)[0];
    if (deepest !== undefined) return describe(deepest, path);
  }
  if (issue.code === 'unrecognized_keys') {
    return `${[...path, issue.keys[0]].join('.')}: Extra inputs are not permitted`;
  }
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return `${path.join('.')}: ${isMissing ? 'Field required' : issue.message}`;
}
