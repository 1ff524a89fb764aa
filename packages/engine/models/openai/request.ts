import type OpenAI from 'openai';
import type { AssistantMessage, Message, UserMessage } from '../../message.ts';
import type { ModelRequest } from '../../model.ts';
import { repairHistory } from '../../repair-history.ts';
import { sortKeys } from '../sort-keys.ts';

type Param = OpenAI.ChatCompletionMessageParam;

const TEMPERATURE = 0.3;

/**
 * The body of one chat completion, in the subset that Ollama, vLLM and llama.cpp share.
 * Pure, and byte-identical at its start for the turns of a conversation: these servers reuse
 * their key-value cache by prefix.
 */
export function buildOpenAiRequest(
  model: string,
  request: ModelRequest,
): OpenAI.ChatCompletionCreateParamsStreaming {
  const hasTools = request.tools.length > 0;
  return {
    model,
    max_tokens: request.maxOutputTokens,
    stream: true,
    stream_options: { include_usage: true },
    temperature: TEMPERATURE,
    ...(hasTools
      ? {
          tools: request.tools.map(({ name, description, inputSchema }) => ({
            type: 'function',
            function: { name, description, parameters: inputSchema },
          })),
          tool_choice: request.toolChoice,
        }
      : {}),
    ...(request.outputSchema === undefined
      ? {}
      : {
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'answer', schema: request.outputSchema, strict: true },
          },
        }),
    messages: [
      ...systemMessages(request.system),
      ...mergeUserTexts(repairHistory(request.messages)).flatMap(messageParams),
    ],
  };
}

function systemMessages({ stable, varying }: ModelRequest['system']): Param[] {
  const content = [stable, varying].filter((text) => text.trim() !== '').join('\n\n');
  return content === '' ? [] : [{ role: 'system', content }];
}

/** Many chat templates refuse two user messages in a row. */
function mergeUserTexts(messages: readonly Message[]): Message[] {
  const merged: Message[] = [];
  for (const message of messages) {
    const last = merged.at(-1);
    if (last?.role === 'user' && message.role === 'user') {
      const files = [...(last.files ?? []), ...(message.files ?? [])];
      merged[merged.length - 1] = {
        role: 'user',
        text: `${last.text}\n\n${message.text}`,
        ...(files.length > 0 ? { files } : {}),
      };
    } else {
      merged.push(message);
    }
  }
  return merged;
}

function messageParams(message: Message): Param[] {
  if (message.role === 'user') return [userParam(message)];
  if (message.role === 'assistant') return [assistantParam(message)];
  return message.results.map(({ callId, isError, content }) => ({
    role: 'tool',
    tool_call_id: callId,
    // The format has no field for a failure.
    content: isError ? `Error: ${content}` : content,
  }));
}

/** Pictures only: these servers share no way to send a PDF. */
function userParam({ text, files = [] }: UserMessage): Param {
  const images = files.filter(({ mediaType }) => mediaType.startsWith('image/'));
  if (images.length === 0) return { role: 'user', content: text };
  return {
    role: 'user',
    content: [
      ...images.map(({ mediaType, base64 }) => ({
        type: 'image_url' as const,
        image_url: { url: `data:${mediaType};base64,${base64}` },
      })),
      { type: 'text', text },
    ],
  };
}

function assistantParam({ content }: AssistantMessage): OpenAI.ChatCompletionAssistantMessageParam {
  const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
  const calls = content.flatMap((block) =>
    block.type !== 'tool_call'
      ? []
      : [
          {
            type: 'function' as const,
            id: block.callId,
            function: { name: block.tool, arguments: JSON.stringify(sortKeys(block.input ?? {})) },
          },
        ],
  );
  return {
    role: 'assistant',
    content: text === '' ? null : text,
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  };
}
