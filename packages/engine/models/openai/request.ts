import type OpenAI from 'openai';
import type { AssistantMessage, Message } from '../../message.ts';
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
      merged[merged.length - 1] = { role: 'user', text: `${last.text}\n\n${message.text}` };
    } else {
      merged.push(message);
    }
  }
  return merged;
}

function messageParams(message: Message): Param[] {
  if (message.role === 'user') return [{ role: 'user', content: message.text }];
  if (message.role === 'assistant') return [assistantParam(message)];
  return message.results.map(({ callId, isError, content }) => ({
    role: 'tool',
    tool_call_id: callId,
    // The format has no field for a failure.
    content: isError ? `Error: ${content}` : content,
  }));
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
