import { createEventStreamParser, type StreamEvent } from './event-stream-parser.ts';

/**
 * Reads a response body as server-sent events and hands each one to `onEvent` in order.
 * Resolves when the body ends, is cut, stays silent for `idleTimeoutMs` (keep-alive comments count
 * as life), or `onEvent` returns false. Never rejects, and always releases the body.
 */
export const readEventStream = async (options: {
  body: ReadableStream<Uint8Array>;
  idleTimeoutMs: number;
  signal: AbortSignal;
  onEvent: (event: StreamEvent) => boolean;
}): Promise<void> => {
  const { body, idleTimeoutMs, signal, onEvent } = options;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let isWanted = true;
  const parse = createEventStreamParser((event) => {
    if (isWanted) isWanted = onEvent(event);
  });
  const cancel = () => {
    reader.cancel().catch(() => {});
  };
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', cancel);
  try {
    while (isWanted && !signal.aborted) {
      clearTimeout(idleTimer);
      idleTimer = setTimeout(cancel, idleTimeoutMs);
      const chunk = await reader.read();
      if (chunk.done) return;
      parse(decoder.decode(chunk.value, { stream: true }));
    }
  } catch {
    // A cut connection. What to do about it is the caller's decision.
  } finally {
    clearTimeout(idleTimer);
    signal.removeEventListener('abort', cancel);
    cancel();
  }
};
