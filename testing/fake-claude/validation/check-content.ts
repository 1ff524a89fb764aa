import { invalidRequest, type Refusal } from '../refusal.ts';
import { blocksOf } from './content-blocks.ts';
import type { MessagesRequest, RequestBlock } from './request-shape.ts';

const userBlocks: ReadonlySet<string> = new Set(['tool_result', 'image', 'document']);

/** Roles, and text that says something: in messages, in tool results and in the system prompt. */
export function checkContent(request: MessagesRequest): Refusal | undefined {
  const { messages, system } = request;
  if (messages[0]?.role !== 'user') {
    return invalidRequest('messages: first message must use the "user" role');
  }
  for (const [index, message] of messages.entries()) {
    const path = `messages.${index}`;
    if (message.content.length === 0) {
      return invalidRequest(`${path}: messages must have non-empty content`);
    }
    for (const [place, block] of blocksOf(message).entries()) {
      const refusal = checkBlock(block, message.role, `${path}.content.${place}`);
      if (refusal) return refusal;
    }
  }
  if (typeof system === 'string') return undefined;
  return checkTexts(system ?? [], 'system');
}

function checkBlock(
  block: RequestBlock,
  role: 'user' | 'assistant',
  path: string,
): Refusal | undefined {
  if (block.type === 'text') return checkTexts([block], path);
  const owner = userBlocks.has(block.type) ? 'user' : 'assistant';
  if (role !== owner) {
    return invalidRequest(`${path}: ${block.type} blocks can only be in ${owner} messages`);
  }
  if (block.type === 'tool_result' && Array.isArray(block.content)) {
    return checkTexts(block.content, `${path}.content`);
  }
  return undefined;
}

function checkTexts(
  blocks: readonly { text: string; cache_control?: unknown }[],
  path: string,
): Refusal | undefined {
  for (const { text } of blocks) {
    if (text === '') return invalidRequest(`${path}: text content blocks must be non-empty`);
    if (text.trim() === '') {
      return invalidRequest(`${path}: text content blocks must contain non-whitespace text`);
    }
  }
  return undefined;
}
