import type { LiveEvent } from '@deskbell/protocol';
import { createParser } from 'eventsource-parser';

const names: readonly string[] = ['hello', 'heartbeat', 'changes', 'resync'] satisfies readonly [
  ...LiveEvent['event'][],
];

/**
 * Reads a stream of `GET /api/live` to its end and tells each event in order. `onWord` is called for
 * whatever arrives, a comment too. What cannot be read is told as a `resync`. Rejects when the
 * stream breaks.
 */
export async function readLiveEvents(
  body: ReadableStream<Uint8Array>,
  { onWord, onEvent }: { onWord: () => void; onEvent: (event: LiveEvent) => void },
): Promise<void> {
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (event === undefined || !names.includes(event)) return;
      onEvent(eventOf(event, data));
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onWord();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } finally {
    // A stream that has ended or broken has nothing to give up; one that a listener threw out of has.
    await reader.cancel().catch(() => {});
  }
}

function eventOf(event: string, data: string): LiveEvent {
  try {
    return { event, data: JSON.parse(data) } as LiveEvent;
  } catch {
    return { event: 'resync', data: {} };
  }
}
