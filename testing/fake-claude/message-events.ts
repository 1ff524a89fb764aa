import type { BilledInput } from './billing.ts';
import type { Reply, ScriptBlock } from './step.ts';

/** A content block as the client gets it. */
export type SentBlock =
  | { type: 'text'; text: string; citations: null }
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'redacted_thinking'; data: string }
  | { type: 'tool_use'; id: string; name: string; input: unknown; caller: { type: 'direct' } };

export interface ReplyContext {
  model: string;
  input: BilledInput;
  /** A fresh identifier with this prefix. */
  createId(prefix: string): string;
}

export interface BuiltReply {
  /** Server-sent events, one string each, from message_start to message_stop. */
  events: string[];
  blocks: SentBlock[];
  /** The same message as one document, for requests that do not stream. */
  message: Record<string, unknown>;
}

/** The stream and the document of one scripted message. */
export function buildReply(step: Reply, context: ReplyContext): BuiltReply {
  const blocks = step.content.map((block) => createBlock(block, context));
  const usage = { ...inputUsage(context.input), ...outputUsage(step) };
  const ending = {
    stop_reason: step.stop,
    stop_sequence: step.stopSequence ?? null,
    stop_details: step.refusal ? { type: 'refusal', ...step.refusal } : null,
  };
  const message = {
    id: context.createId('msg_'),
    type: 'message',
    role: 'assistant',
    model: context.model,
    content: blocks,
    ...ending,
    container: null,
    diagnostics: null,
    usage,
  };
  const opening = {
    ...message,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    usage: { ...usage, output_tokens: 1, output_tokens_details: null },
  };
  const events = [formatEvent({ type: 'message_start', message: opening })];
  step.content.forEach((block, index) => {
    appendBlock(events, { block, sent: blocks[index] as SentBlock, index });
  });
  events.push(
    formatEvent({
      type: 'message_delta',
      delta: { ...ending, container: null },
      usage: {
        input_tokens: usage.input_tokens,
        cache_creation_input_tokens: usage.cache_creation_input_tokens,
        cache_read_input_tokens: usage.cache_read_input_tokens,
        output_tokens: usage.output_tokens,
        output_tokens_details: usage.output_tokens_details,
        server_tool_use: null,
      },
    }),
    formatEvent({ type: 'message_stop' }),
  );
  return { events, blocks, message };
}

export function formatEvent(event: { type: string } & Record<string, unknown>): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

function createBlock(block: ScriptBlock, context: ReplyContext): SentBlock {
  switch (block.type) {
    case 'text':
      return { type: 'text', text: block.deltas.join(''), citations: null };
    case 'thinking': {
      const signature = block.signature ?? context.createId('signature_');
      return { type: 'thinking', thinking: block.deltas.join(''), signature };
    }
    case 'redacted_thinking':
      return { type: 'redacted_thinking', data: block.data };
    case 'tool_use': {
      const id = block.id ?? context.createId('toolu_');
      const input = parseArguments(block.deltas.join(''));
      return { type: 'tool_use', id, name: block.name, input, caller: { type: 'direct' } };
    }
  }
}

/** Arguments that were cut off have no value; the document form of the API shows them as empty. */
function parseArguments(json: string): unknown {
  if (json === '') return {};
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}

function appendBlock(
  events: string[],
  { block, sent, index }: { block: ScriptBlock; sent: SentBlock; index: number },
): void {
  events.push(formatEvent({ type: 'content_block_start', index, content_block: emptied(sent) }));
  const append = (delta: Record<string, unknown>) =>
    events.push(formatEvent({ type: 'content_block_delta', index, delta }));
  if (block.type === 'text') {
    for (const piece of block.deltas) append({ type: 'text_delta', text: piece });
  } else if (block.type === 'tool_use') {
    for (const piece of block.deltas) append({ type: 'input_json_delta', partial_json: piece });
  } else if (block.type === 'thinking') {
    for (const piece of block.deltas) append({ type: 'thinking_delta', thinking: piece });
    if (sent.type === 'thinking') {
      append({ type: 'signature_delta', signature: sent.signature });
    }
  }
  events.push(formatEvent({ type: 'content_block_stop', index }));
}

/** A block as it looks before its deltas; redacted thinking has none and comes whole. */
function emptied(block: SentBlock): SentBlock {
  switch (block.type) {
    case 'text':
      return { ...block, text: '' };
    case 'thinking':
      return { ...block, thinking: '', signature: '' };
    case 'tool_use':
      return { ...block, input: {} };
    case 'redacted_thinking':
      return block;
  }
}

function inputUsage(input: BilledInput) {
  return {
    input_tokens: input.inputTokens,
    cache_creation_input_tokens: input.cacheWriteTokens5m + input.cacheWriteTokens1h,
    cache_read_input_tokens: input.cacheReadTokens,
    cache_creation: {
      ephemeral_5m_input_tokens: input.cacheWriteTokens5m,
      ephemeral_1h_input_tokens: input.cacheWriteTokens1h,
    },
    inference_geo: null,
    server_tool_use: null,
    service_tier: 'standard',
    speed: null,
  };
}

function outputUsage(step: Reply) {
  let characters = 0;
  let thinkingCharacters = 0;
  for (const block of step.content) {
    if (block.type === 'redacted_thinking') {
      thinkingCharacters += block.data.length;
      continue;
    }
    let length = block.type === 'tool_use' ? block.name.length : 0;
    for (const piece of block.deltas) length += piece.length;
    if (block.type === 'thinking') thinkingCharacters += length;
    else characters += length;
  }
  const thinkingTokens = Math.ceil(thinkingCharacters / 4);
  return {
    output_tokens: Math.max(1, Math.ceil(characters / 4) + thinkingTokens),
    output_tokens_details: thinkingTokens === 0 ? null : { thinking_tokens: thinkingTokens },
  };
}
