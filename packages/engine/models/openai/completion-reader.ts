import type OpenAI from 'openai';
import { APIError } from 'openai';
import type { AssistantBlock } from '../../message.ts';
import type { ModelEvent, ModelRequest, ModelStop, Usage } from '../../model.ts';
import type { StreamReader } from '../stream-call.ts';
import { createToolCallCollector, type ToolCallDelta } from './tool-call-collector.ts';

/** What servers really send; every part may be missing. */
interface Chunk {
  choices?: {
    delta?: { content?: string | null; tool_calls?: ToolCallDelta[] | null };
    finish_reason?: OpenAI.ChatCompletionChunk.Choice['finish_reason'];
  }[];
  usage?: OpenAI.CompletionUsage | null;
  error?: unknown;
}

export interface CompletionReaderOptions {
  request: ModelRequest;
  /** The response's, for the request id of an error in the stream. */
  headers: Headers;
  emit: (event: ModelEvent) => void;
}

/**
 * Reads the chunks of one chat completion. Reasoning is left out: these servers do not want it
 * back. Usage comes in a chunk of its own after the finish reason, so the message ends with
 * `[DONE]` or with the stream.
 */
export function createCompletionReader(options: CompletionReaderOptions): StreamReader {
  const { request, headers, emit } = options;
  const isToolUseAllowed = request.toolChoice === 'auto' && request.tools.length > 0;
  const collector = createToolCallCollector(callIdsOf(request), (call) =>
    emit({ type: 'tool_call_start', ...call }),
  );
  const usage: Usage = { inputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };
  let text = '';
  let finishReason: string | undefined;
  let isFinished = false;

  return {
    get isFinished() {
      return isFinished;
    },
    accept(data) {
      if (data === '[DONE]') return finish();
      const chunk = JSON.parse(data) as Chunk;
      if (chunk.error) {
        throw new APIError(undefined, asObject(chunk.error), undefined, headers);
      }
      if (chunk.usage) updateUsage(usage, chunk.usage);
      const choice = chunk.choices?.[0];
      const content = choice?.delta?.content;
      if (typeof content === 'string' && content !== '') {
        text += content;
        emit({ type: 'text', text: content });
      }
      // Ollama calls tools even where `tool_choice` forbids it.
      if (isToolUseAllowed) choice?.delta?.tool_calls?.forEach(collector.take);
      finishReason = choice?.finish_reason ?? finishReason;
    },
    close() {
      if (finishReason !== undefined) finish();
    },
  };

  function finish(): void {
    if (finishReason === undefined) throw new Error('a completion without a finish reason');
    const { calls } = collector;
    const content: AssistantBlock[] = text.trim() === '' ? [] : [{ type: 'text', text }];
    content.push(...calls);
    isFinished = true;
    const stop = modelStop(finishReason, calls.length > 0);
    emit({ type: 'end', stop, message: { role: 'assistant', content }, usage });
  }
}

/** Ollama says 'stop' also when it calls tools. */
function modelStop(finishReason: string, hasCalls: boolean): ModelStop {
  if (finishReason === 'length') return 'max_tokens';
  if (finishReason === 'content_filter') return 'refusal';
  return hasCalls ? 'tool_use' : 'end_turn';
}

function updateUsage(usage: Usage, given: OpenAI.CompletionUsage): void {
  const cached = given.prompt_tokens_details?.cached_tokens ?? 0;
  usage.inputTokens = Math.max(0, (given.prompt_tokens ?? 0) - cached);
  usage.cacheReadTokens = cached;
  usage.outputTokens = given.completion_tokens ?? 0;
}

function callIdsOf({ messages }: ModelRequest): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const message of messages) {
    if (message.role !== 'assistant') continue;
    for (const block of message.content) if (block.type === 'tool_call') ids.add(block.callId);
  }
  return ids;
}

function asObject(error: unknown): object {
  return typeof error === 'object' && error !== null ? error : { message: String(error) };
}
