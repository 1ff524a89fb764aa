import type Anthropic from '@anthropic-ai/sdk';
import { APIError } from '@anthropic-ai/sdk';
import type { AssistantBlock } from '../../message.ts';
import type { ModelEvent, ModelStop, Usage } from '../../model.ts';
import type { StreamReader } from '../stream-call.ts';
import { parseToolInput } from '../tool-input.ts';

type StreamEvent =
  | Anthropic.RawMessageStreamEvent
  | { type: 'error'; error?: { type?: Anthropic.ErrorType } };

/** A block being written. `json` collects a tool's arguments; a block we do not use has no `block`. */
interface OpenBlock {
  block?: AssistantBlock;
  json: string;
}

type Emit = (event: ModelEvent) => void;

export interface MessageReaderOptions {
  model: string;
  /** The response's, for the request id of an error in the stream. */
  headers: Headers;
  emit: Emit;
}

/**
 * Reads the events of one Claude answer. Unknown events, blocks and deltas are skipped, as
 * Anthropic asks of clients; thinking blocks are kept as they came.
 */
export function createMessageReader({ model, headers, emit }: MessageReaderOptions): StreamReader {
  const blocks: OpenBlock[] = [];
  const usage: Usage = { inputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };
  let stopReason: Anthropic.StopReason | null = null;
  let isFinished = false;

  return {
    get isFinished() {
      return isFinished;
    },
    accept(data) {
      const event = JSON.parse(data) as StreamEvent;
      switch (event.type) {
        case 'content_block_delta':
          return appendDelta(openBlock(event.index), event.delta, emit);
        case 'content_block_start':
          blocks[event.index] = startBlock(model, event.content_block, emit);
          return;
        case 'message_start':
          updateUsage(usage, event.message.usage);
          return emit({ type: 'usage', usage: { ...usage } });
        case 'message_delta':
          updateUsage(usage, event.usage);
          stopReason = event.delta.stop_reason ?? stopReason;
          return;
        case 'message_stop': {
          if (stopReason === null) throw new Error('a message without a stop reason');
          const content = blocks.flatMap(finishedBlock);
          const hasCalls = content.some(({ type }) => type === 'tool_call');
          isFinished = true;
          const stop = modelStop(stopReason, hasCalls);
          emit({ type: 'end', stop, message: { role: 'assistant', content }, usage });
          return;
        }
        case 'error':
          throw new APIError(undefined, event, undefined, headers, event.error?.type ?? null);
      }
    },
    close() {},
  };

  function openBlock(index: number): OpenBlock {
    const block = blocks[index];
    if (block === undefined) throw new Error(`no content block ${index}`);
    return block;
  }
}

function startBlock(
  model: string,
  start: Anthropic.RawContentBlockStartEvent['content_block'],
  emit: Emit,
): OpenBlock {
  switch (start.type) {
    case 'text':
      if (start.text !== '') emit({ type: 'text', text: asString(start.text) });
      return { block: { type: 'text', text: start.text }, json: '' };
    case 'tool_use': {
      const callId = asString(start.id);
      const tool = asString(start.name);
      emit({ type: 'tool_call_start', callId, tool });
      return { block: { type: 'tool_call', callId, tool, input: start.input ?? {} }, json: '' };
    }
    case 'thinking':
    case 'redacted_thinking':
      return { block: { type: 'reasoning', model, data: start }, json: '' };
    default:
      return { json: '' };
  }
}

function appendDelta(open: OpenBlock, delta: Anthropic.RawContentBlockDelta, emit: Emit): void {
  const { block } = open;
  if (delta.type === 'text_delta' && block?.type === 'text') {
    if (delta.text === '') return;
    block.text += asString(delta.text);
    emit({ type: 'text', text: delta.text });
  } else if (delta.type === 'input_json_delta') {
    open.json += asString(delta.partial_json);
  } else if (block?.type === 'reasoning') {
    const data = block.data as { thinking: string; signature: string };
    if (delta.type === 'thinking_delta') data.thinking += asString(delta.thinking);
    else if (delta.type === 'signature_delta') data.signature = asString(delta.signature);
  }
}

/** What of a block belongs into the message: no blank text, and a call with all its arguments. */
function finishedBlock({ block, json }: OpenBlock): AssistantBlock[] {
  if (block === undefined || (block.type === 'text' && block.text.trim() === '')) return [];
  if (block.type !== 'tool_call' || json === '') return [block];
  const { callId, tool } = block;
  const input = parseToolInput(json);
  return [{ type: 'tool_call', callId, tool, ...(input === undefined ? {} : { input }) }];
}

function updateUsage(usage: Usage, given: Partial<Anthropic.MessageDeltaUsage>): void {
  usage.inputTokens = given.input_tokens ?? usage.inputTokens;
  usage.cacheReadTokens = given.cache_read_input_tokens ?? usage.cacheReadTokens;
  usage.cacheWriteTokens = given.cache_creation_input_tokens ?? usage.cacheWriteTokens;
  usage.outputTokens = given.output_tokens ?? usage.outputTokens;
}

function modelStop(reason: Anthropic.StopReason, hasCalls: boolean): ModelStop {
  switch (reason) {
    case 'tool_use':
      return hasCalls ? 'tool_use' : 'end_turn';
    case 'refusal':
      return 'refusal';
    case 'model_context_window_exceeded':
      return 'context_full';
    // Only tools that run at the provider pause a turn, and we declare none: the answer is cut off.
    case 'pause_turn':
    case 'max_tokens':
      return 'max_tokens';
    default:
      return 'end_turn';
  }
}

function asString(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a text was expected');
  return value;
}
