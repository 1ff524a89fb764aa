import { type StaffChatEvent, staffChatEventSchema } from '@deskbell/protocol';
import { createParser } from 'eventsource-parser';

export type NumberedStaffEvent = StaffChatEvent & { id: string | undefined };

/** Reads a stream with a standard parser; every event is checked against its schema. */
export async function* readStaffEvents(response: Response): AsyncGenerator<NumberedStaffEvent> {
  if (response.body === null) throw new Error('the response has no body');
  const decoder = new TextDecoder();
  const ready: NumberedStaffEvent[] = [];
  const parser = createParser({
    onEvent: ({ event = 'message', data, id }) => {
      const parsed = event === 'message' ? data : JSON.parse(data);
      ready.push({ ...staffChatEventSchema.parse({ event, data: parsed }), id });
    },
  });
  for await (const chunk of response.body) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    yield* ready.splice(0);
  }
}

/** The text that a client shows after these events. */
export function shownTextOf(events: readonly StaffChatEvent[]): string {
  return events.reduce((text, { event, data }) => {
    if (event === 'message') return text + data;
    return event === 'snapshot' ? data.content : text;
  }, '');
}
