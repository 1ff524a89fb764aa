import { chatEventSchema, type ServerFrame } from '@deskbell/protocol';
import { readChatEvents, textOf } from '@deskbell/testing/chat-stream.ts';
import { readStaffEvents, shownTextOf } from '@deskbell/testing/staff-chat-stream.ts';
import { openChat } from '../../apps/server/desks/backoffice/chat-socket/test-chat-client.ts';

/** All that a client was sent for one message. */
export interface WireTurn {
  status: number;
  turnId: string | undefined;
  conversationId: string | undefined;
  /** Headers and every event or frame as JSON, one to a line; of a refusal the body. */
  raw: string;
  /** What a page shows after the last event. */
  text: string;
}

export interface WireRequest {
  url: string;
  body: Record<string, unknown>;
  headers: Record<string, string>;
}

const post = (url: string, { body, headers }: WireRequest): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const linesOf = (response: Response, events: readonly unknown[]): string =>
  [Object.fromEntries(response.headers), ...events].map((one) => JSON.stringify(one)).join('\n');

async function refusalOf(response: Response): Promise<WireTurn> {
  const raw = `${linesOf(response, [])}\n${await response.text()}`;
  return { status: response.status, turnId: undefined, conversationId: undefined, raw, text: '' };
}

/** One message at the front desk, with every event of its stream. */
export async function askFrontDesk(request: WireRequest): Promise<WireTurn> {
  const response = await post(`${request.url}/api/assistant/chat/`, request);
  if (response.status !== 200) return await refusalOf(response);
  const events = await Array.fromAsync(readChatEvents(response));
  return {
    status: 200,
    turnId: response.headers.get('x-turn-id') ?? undefined,
    conversationId: response.headers.get('x-thread-id') ?? undefined,
    raw: linesOf(response, events),
    text: textOf(events.map(({ event, data }) => chatEventSchema.parse({ event, data }))),
  };
}

/** One message of staff over HTTP, with every event of its stream. */
export async function askBackOffice(request: WireRequest): Promise<WireTurn> {
  const body = { stream: true, ...request.body };
  const response = await post(`${request.url}/api/chat`, { ...request, body });
  if (response.status !== 200) return await refusalOf(response);
  const events = await Array.fromAsync(readStaffEvents(response));
  return {
    status: 200,
    turnId: response.headers.get('x-turn-id') ?? undefined,
    conversationId: response.headers.get('x-session-id') ?? undefined,
    raw: linesOf(response, events),
    text: shownTextOf(events),
  };
}

/** The same over the WebSocket of a session, with every frame. */
export async function askOverSocket(
  url: string,
  { sessionId, message }: { sessionId: string; message: string },
): Promise<WireTurn> {
  const address = `${url.replace(/^http/, 'ws')}/ws/chat/${sessionId}`;
  const client = await openChat(address, {});
  try {
    client.send({ message });
    const frames = await client.turn();
    const turnId = frames.flatMap((frame) => ('turn_id' in frame ? [frame.turn_id] : []))[0];
    return {
      status: turnId === undefined ? 400 : 200,
      turnId,
      conversationId: sessionId,
      raw: frames.map((frame) => JSON.stringify(frame)).join('\n'),
      text: shownText(frames),
    };
  } finally {
    client.socket.close();
    await client.closed;
  }
}

const shownText = (frames: readonly ServerFrame[]): string =>
  frames.reduce((text, frame) => {
    if (frame.type === 'chunk') return text + frame.content;
    return frame.type === 'snapshot' ? frame.content : text;
  }, '');
