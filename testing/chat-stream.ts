import { type ChatEvent, chatEventSchema } from '@deskbell/protocol';
import { createParser } from 'eventsource-parser';

export type NumberedEvent = ChatEvent & { id: string; number: number };

/** Reads a front-desk stream with a standard parser; every event is checked against its schema. */
export async function* readChatEvents(response: Response): AsyncGenerator<NumberedEvent> {
  if (response.body === null) throw new Error('the response has no body');
  const ready: NumberedEvent[] = [];
  const parser = createParser({
    onEvent: ({ event, data, id }) => {
      const parsed = chatEventSchema.parse({ event, data: JSON.parse(data) });
      ready.push({ ...parsed, id: id ?? '', number: Number(id?.split(':')[1]) });
    },
  });
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    yield* ready.splice(0);
  }
}

export function postChat(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(`${url}/api/assistant/chat/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: signal ?? null,
  });
}

export function resumeChat(
  url: string,
  turnId: string,
  after: number,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/api/assistant/chat/${turnId}/`, {
    headers: { 'last-event-id': `${turnId}:${after}`, ...headers },
  });
}

/** A whole turn: sends a message and reads its stream to the end. */
export async function chat(
  url: string,
  body: { message: string; thread_id?: string },
  headers: Record<string, string> = {},
): Promise<{ events: NumberedEvent[]; text: string; turnId: string; threadId: string }> {
  const response = await postChat(url, body, headers);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  const events = await Array.fromAsync(readChatEvents(response));
  return {
    events,
    text: textOf(events),
    turnId: response.headers.get('x-turn-id') ?? '',
    threadId: response.headers.get('x-thread-id') ?? '',
  };
}

/** The text a page shows after these events. */
export function textOf(events: readonly ChatEvent[]): string {
  return events.reduce((text, { event, data }) => {
    if (event === 'token') return text + data.content;
    return event === 'snapshot' ? data.content : text;
  }, '');
}

/** Events without ids, which differ from run to run. */
export function bare(events: readonly NumberedEvent[]): ChatEvent[] {
  return events.map(({ event, data }) => ({ event, data }) as ChatEvent);
}
