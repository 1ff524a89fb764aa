import type { SentBlock } from './message-events.ts';

/** One message as it was sent: what must come back when its tool results do. */
export interface SentMessage {
  model: string;
  blocks: readonly SentBlock[];
}

/** What the fake remembers of its own answers, to know its thinking blocks again. */
export interface SentMessages {
  remember(message: SentMessage): void;
  /** The messages that made this call; several when a script gave the same id twice. */
  byToolUseId(toolUseId: string): readonly SentMessage[];
  /** The thinking of this signature, and who thought it. */
  bySignature(signature: string): { model: string; thinking: string } | undefined;
  byRedactedData(data: string): { model: string } | undefined;
}

const remembered = 50_000;

/** Forgets its oldest entries beyond 50,000, so that it can serve load tests for hours. */
export function createSentMessages(): SentMessages {
  const calls = new Map<string, SentMessage[]>();
  const signatures = new Map<string, { model: string; thinking: string }>();
  const redacted = new Map<string, { model: string }>();

  return {
    remember(message) {
      for (const block of message.blocks) {
        if (block.type === 'thinking') {
          const { thinking } = block;
          put(signatures, block.signature, { model: message.model, thinking });
        } else if (block.type === 'redacted_thinking') {
          put(redacted, block.data, { model: message.model });
        } else if (block.type === 'tool_use') {
          put(calls, block.id, [...(calls.get(block.id) ?? []), message]);
        }
      }
    },
    byToolUseId: (toolUseId) => calls.get(toolUseId) ?? [],
    bySignature: (signature) => signatures.get(signature),
    byRedactedData: (data) => redacted.get(data),
  };
}

function put<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value);
  if (map.size <= remembered) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
