import { type ServerFrame, serverFrameSchema } from '@deskbell/protocol';
import { type ClientOptions, WebSocket } from 'ws';

export interface ChatClient {
  socket: WebSocket;
  /** Sends JSON; text as it is. */
  send(frame: unknown): void;
  /** The next frame, checked against its schema. Rejects when the socket closes before. */
  next(): Promise<ServerFrame>;
  /** The next `count` frames. */
  take(count: number): Promise<ServerFrame[]>;
  /** Every frame up to the end of a turn. */
  turn(): Promise<ServerFrame[]>;
  closed: Promise<{ code: number; reason: string }>;
}

/** Connects as 'ann' unless other headers say who. Rejects with the status of a refused upgrade. */
export async function openChat(
  address: string,
  options: ClientOptions = { headers: { 'x-user': 'ann' } },
): Promise<ChatClient> {
  const socket = new WebSocket(address, options);
  const frames: ServerFrame[] = [];
  const waiting: PromiseWithResolvers<ServerFrame>[] = [];
  let isClosed = false;
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => {
      isClosed = true;
      for (const { reject } of waiting) reject(new Error(`closed with ${code}`));
      resolve({ code, reason: reason.toString() });
    });
  });
  socket.on('message', (data) => {
    const frame = serverFrameSchema.parse(JSON.parse(data.toString()));
    const first = waiting.shift();
    if (first === undefined) frames.push(frame);
    else first.resolve(frame);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {});

  const next = async (): Promise<ServerFrame> => {
    const frame = frames.shift();
    if (frame !== undefined) return frame;
    if (isClosed) throw new Error('the socket is closed');
    const later = Promise.withResolvers<ServerFrame>();
    waiting.push(later);
    return later.promise;
  };
  return {
    socket,
    send: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    next,
    take: async (count) => {
      const taken: ServerFrame[] = [];
      while (taken.length < count) taken.push(await next());
      return taken;
    },
    turn: async () => {
      const taken: ServerFrame[] = [];
      for (;;) {
        const frame = await next();
        taken.push(frame);
        if (frame.type === 'complete' || frame.type === 'error') return taken;
      }
    },
    closed,
  };
}

/** The status and the body that an upgrade was refused with. */
export function refusedUpgrade(
  address: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: unknown }> {
  const socket = new WebSocket(address, { headers });
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      socket.terminate();
      reject(new Error('the upgrade was not refused'));
    });
    socket.once('unexpected-response', (_request, response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }),
      );
    });
    socket.on('error', reject);
  });
}
