/** How the bytes of a stream are written; a server or a proxy may choose any of these. */
export type ByteStyle = {
  lineEnd: '\n' | '\r\n' | '\r';
  hasByteOrderMark: boolean;
  hasComments: boolean;
};

export type ByteEvent = { name: string; data: unknown };

const encoder = new TextEncoder();

const frameOf = (event: ByteEvent, id: string, style: ByteStyle): string => {
  const lines = [
    ...(style.hasComments ? [': ping', ''] : []),
    `id: ${id}`,
    `event: ${event.name}`,
    // No space after the colon in every other style: both are right.
    `data:${style.hasComments ? '' : ' '}${JSON.stringify(event.data)}`,
    '',
    '',
  ];
  return lines.join(style.lineEnd);
};

/** Cuts bytes into the pieces that are read one by one; `isBroken` ends them with an error. */
export type Delivery = (bytes: Uint8Array) => { pieces: Uint8Array[]; isBroken: boolean };

/**
 * One turn in memory, as bytes a test has in its hand: a `fetch` that gives the turn to a POST and
 * what follows the last event to a resume. `deliver` is asked once per connection.
 */
export const createByteFrontDesk = (options: {
  turnId: string;
  events: readonly ByteEvent[];
  style: ByteStyle;
  deliver: Delivery;
}) => {
  const { turnId, events, style, deliver } = options;
  const frames = events.map((event, at) => frameOf(event, `${turnId}:${at + 1}`, style));
  const resumedAfter: number[] = [];
  const bytesFrom = (after: number): Uint8Array =>
    encoder.encode((style.hasByteOrderMark ? '\uFEFF' : '') + frames.slice(after).join(''));

  const fetchBytes = (async (_input: unknown, init?: RequestInit) => {
    let after = 0;
    if (init?.method !== 'POST') {
      after = Number(
        /:(\d+)$/.exec(new Headers(init?.headers).get('last-event-id') ?? '')?.[1] ?? 0,
      );
      resumedAfter.push(after);
    }
    const { pieces, isBroken } = deliver(bytesFrom(after));
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const piece = pieces.shift();
        if (piece) controller.enqueue(piece);
        else if (isBroken) controller.error(new TypeError('network error'));
        else controller.close();
      },
    });
    return new Response(body, {
      headers: { 'content-type': 'text/event-stream', 'x-turn-id': turnId },
    });
  }) as typeof fetch;

  return { fetch: fetchBytes, resumedAfter, byteLength: bytesFrom(0).length, frames };
};
