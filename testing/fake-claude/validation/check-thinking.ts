import { invalidRequest, type Refusal } from '../refusal.ts';
import type { SentMessage, SentMessages } from '../sent-messages.ts';
import { blocksOf, isBlock } from './content-blocks.ts';
import type { MessagesRequest, RequestBlock, RequestMessage } from './request-shape.ts';

/**
 * Thinking blocks are this model's own and unchanged wherever they appear, and complete and in
 * their place in the tool loop that is still open. Older ones may be left out.
 */
export function checkThinking(request: MessagesRequest, sent: SentMessages): Refusal | undefined {
  const loopFrom = openLoopStart(request.messages);
  for (const [index, message] of request.messages.entries()) {
    if (message.role !== 'assistant') continue;
    const refusal =
      checkOrigin(message, { index, model: request.model, sent }) ??
      (index > loopFrom
        ? checkComplete(message, { index, model: request.model, sent })
        : undefined);
    if (refusal) return refusal;
  }
  return undefined;
}

interface Place {
  index: number;
  model: string;
  sent: SentMessages;
}

/** The index of the user message that began the open tool loop; the last message when none is open. */
function openLoopStart(messages: readonly RequestMessage[]): number {
  return messages.findLastIndex(
    (message) => message.role === 'user' && !blocksOf(message).some(isBlock('tool_result')),
  );
}

function checkOrigin(message: RequestMessage, { index, model, sent }: Place): Refusal | undefined {
  for (const [place, block] of blocksOf(message).entries()) {
    const path = `messages.${index}.content.${place}`;
    if (block.type === 'thinking') {
      const original = sent.bySignature(block.signature);
      if (original === undefined)
        return invalidRequest(`${path}: Invalid \`signature\` in \`thinking\` block`);
      if (original.thinking !== block.thinking) return modified(path);
      if (original.model !== model) return foreign(path);
    } else if (block.type === 'redacted_thinking') {
      const original = sent.byRedactedData(block.data);
      if (original === undefined)
        return invalidRequest(`${path}: Invalid \`data\` in \`redacted_thinking\` block`);
      if (original.model !== model) return foreign(path);
    }
  }
  return undefined;
}

function checkComplete(
  message: RequestMessage,
  { index, model, sent }: Place,
): Refusal | undefined {
  const blocks = blocksOf(message);
  const call = blocks.find(isBlock('tool_use'));
  if (call === undefined) return undefined;
  const originals = sent.byToolUseId(call.id).filter((original) => original.model === model);
  if (originals.length === 0) return undefined;
  const returned = outline(blocks);
  return originals.some((original) => !hasThought(original) || returned === outlineOfSent(original))
    ? undefined
    : modified(`messages.${index}.content`);
}

/** The order of thinking and calls, with text only as far as it separates them. */
function outline(blocks: readonly RequestBlock[]): string {
  const parts = blocks.map((block) => {
    if (block.type === 'thinking') return `thinking ${block.signature}`;
    if (block.type === 'redacted_thinking') return `redacted ${block.data}`;
    return block.type === 'tool_use' ? `call ${block.id}` : 'text';
  });
  return parts.filter((part, index) => part !== 'text' || parts[index - 1] !== 'text').join('\n');
}

function outlineOfSent({ blocks }: SentMessage): string {
  const isSaid = (block: SentMessage['blocks'][number]) =>
    block.type !== 'text' || block.text.trim() !== '';
  return outline(blocks.filter(isSaid) as readonly RequestBlock[]);
}

function hasThought({ blocks }: SentMessage): boolean {
  return blocks.some(({ type }) => type === 'thinking' || type === 'redacted_thinking');
}

function modified(path: string): Refusal {
  return invalidRequest(
    `${path}: \`thinking\` or \`redacted_thinking\` blocks in the latest assistant message cannot be modified. These blocks must remain as they were in the original response.`,
  );
}

function foreign(path: string): Refusal {
  return invalidRequest(`${path}: this \`thinking\` block was made by another model`);
}
