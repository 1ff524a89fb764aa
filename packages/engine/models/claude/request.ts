import type Anthropic from '@anthropic-ai/sdk';
import { transformJSONSchema } from '@anthropic-ai/sdk/lib/transform-json-schema';
import type { AssistantMessage, Message, MessageFile, ToolResultsMessage } from '../../message.ts';
import type { ModelRequest, ToolDescription } from '../../model.ts';
import { repairHistory } from '../../repair-history.ts';
import { sortKeys } from '../sort-keys.ts';
import { claudeModel } from './claude-models.ts';

/** `between_tools` is refused together with more effort than `high`. */
export type ClaudeEffort = 'low' | 'medium' | 'high';

type Block = Anthropic.ContentBlockParam;
type ImageType = Anthropic.Base64ImageSource['media_type'];

const CACHED = { type: 'ephemeral' } as const;
/** Said for the customer when a conversation would end with the assistant, which Claude refuses. */
const GO_ON = 'Please go on.';

/**
 * The body of one Messages API call. Pure: the same request gives the same bytes, and a longer
 * conversation starts with the bytes of the shorter one, so that the prompt cache hits.
 * No sampling parameter is sent: the API version that the SDK speaks takes none, on any model.
 * Cache marks: after tools and the stable prompt, after the varying prompt, at the conversation's end.
 */
export function buildClaudeRequest(
  model: string,
  effort: ClaudeEffort,
  request: ModelRequest,
): Anthropic.MessageCreateParamsStreaming {
  const { thinksBetweenTools } = claudeModel(model);
  const system = systemBlocks(request.system);
  const hasTools = request.tools.length > 0;
  const isStableMarked = request.system.stable.trim() !== '';
  return {
    model,
    max_tokens: request.maxOutputTokens,
    stream: true,
    ...(thinksBetweenTools ? { thinking: { type: 'between_tools' } } : {}),
    ...outputConfig(request, thinksBetweenTools ? effort : undefined),
    ...(hasTools ? { tools: toolParams(request.tools, !isStableMarked) } : {}),
    ...(hasTools && request.toolChoice === 'none' ? { tool_choice: { type: 'none' } } : {}),
    ...(system.length > 0 ? { system } : {}),
    messages: messageParams(model, request.messages),
  };
}

/** Claude takes a part of JSON Schema; the SDK turns the rest into descriptions. */
function outputConfig(
  { outputSchema }: ModelRequest,
  effort: ClaudeEffort | undefined,
): Pick<Anthropic.MessageCreateParamsStreaming, 'output_config'> {
  if (effort === undefined && outputSchema === undefined) return {};
  return {
    output_config: {
      ...(effort === undefined ? {} : { effort }),
      ...(outputSchema === undefined
        ? {}
        : { format: { type: 'json_schema', schema: { ...claudeSchema(outputSchema) } } }),
    },
  };
}

const claudeSchemas = new WeakMap<object, Record<string, unknown>>();

function claudeSchema(schema: Record<string, unknown>): Record<string, unknown> {
  const known = claudeSchemas.get(schema);
  if (known !== undefined) return known;
  const transformed = {
    ...transformJSONSchema(schema as Parameters<typeof transformJSONSchema>[0]),
  };
  claudeSchemas.set(schema, transformed);
  return transformed;
}

function systemBlocks(system: ModelRequest['system']): Anthropic.TextBlockParam[] {
  return [system.stable, system.varying]
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'text', text, cache_control: CACHED }));
}

function toolParams(tools: readonly ToolDescription[], isLastMarked: boolean): Anthropic.Tool[] {
  return tools.map(({ name, description, inputSchema }, index) => ({
    name,
    description,
    input_schema: inputSchema as Anthropic.Tool.InputSchema,
    ...(isLastMarked && index === tools.length - 1 ? { cache_control: CACHED } : {}),
  }));
}

function messageParams(model: string, messages: readonly Message[]): Anthropic.MessageParam[] {
  const params: { role: 'user' | 'assistant'; content: Block[] }[] = [];
  for (const message of repairHistory(messages)) {
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    const content = contentOf(model, message);
    const last = params.at(-1);
    if (last?.role === role) last.content.push(...content);
    else params.push({ role, content });
  }
  if (params.at(-1)?.role !== 'user') {
    params.push({ role: 'user', content: [{ type: 'text', text: GO_ON }] });
  }
  const end = params.at(-1)?.content.at(-1);
  if (end?.type === 'text' || end?.type === 'tool_result') end.cache_control = CACHED;
  return params;
}

function contentOf(model: string, message: Message): Block[] {
  if (message.role === 'user') {
    return [...(message.files ?? []).map(fileBlock), { type: 'text', text: message.text }];
  }
  if (message.role === 'tool_results') return toolResults(message);
  return assistantBlocks(model, message);
}

function fileBlock({ mediaType, base64 }: MessageFile): Block {
  if (mediaType === 'application/pdf') {
    return {
      type: 'document',
      source: { type: 'base64', media_type: mediaType, data: base64 },
    };
  }
  return {
    type: 'image',
    source: { type: 'base64', media_type: mediaType as ImageType, data: base64 },
  };
}

function toolResults({ results }: ToolResultsMessage): Block[] {
  return results.map(({ callId, content, isError }) => ({
    type: 'tool_result',
    tool_use_id: callId,
    ...(content.trim() === '' ? {} : { content }),
    ...(isError ? { is_error: true } : {}),
  }));
}

function assistantBlocks(model: string, { content }: AssistantMessage): Block[] {
  return content.flatMap((block): Block[] => {
    if (block.type === 'text') return [{ type: 'text', text: block.text }];
    if (block.type === 'tool_call') {
      return [
        {
          type: 'tool_use',
          id: block.callId,
          name: block.tool,
          input: isObject(block.input) ? sortKeys(block.input) : {},
        },
      ];
    }
    return block.model === model ? [block.data as Anthropic.ThinkingBlockParam] : [];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
