import type { NoAnswer, Position, RawAnswer, Reply } from './step.ts';

/** Every byte (or every n bytes) in its own write, one event-loop turn apart. */
export function inBytes(step: Reply, everyBytes = 1): Reply {
  return { ...step, delivery: { ...step.delivery, split: { everyBytes } } };
}

/** The body in pieces that break at exactly these byte offsets. */
export function splitBytesAt(step: Reply, ...atBytes: number[]): Reply {
  return { ...step, delivery: { ...step.delivery, split: { atBytes } } };
}

/** `events` events in one write every `everyMs`: 1 is a steady typist, 20 a bursty one. */
export function paced(
  step: Reply,
  pace: { everyMs: number; events?: number; startAfterMs?: number },
): Reply {
  return {
    ...step,
    delivery: { ...step.delivery, pace: { events: 1, startAfterMs: 0, ...pace } },
  };
}

/** Waits after n events until the promise settles: a test decides when the stream goes on. */
export function holdAfter(step: Reply, afterEvents: number, until: Promise<unknown>): Reply {
  const holds = [...step.delivery.holds, { afterEvents, until: Promise.allSettled([until]) }];
  return { ...step, delivery: { ...step.delivery, holds } };
}

/** Raw bytes after n events: comments, pings, rubbish. */
export function insertAfter(step: Reply, afterEvents: number, raw: string): Reply {
  const inserts = [...step.delivery.inserts, { afterEvents, raw }];
  return { ...step, delivery: { ...step.delivery, inserts } };
}

/** A ping after each of the given numbers of events (default: after message_start). */
export function withPings(step: Reply, ...afterEvents: number[]): Reply {
  return insertAtEach(step, afterEvents, 'event: ping\ndata: {"type": "ping"}\n\n');
}

/** An event of a type nobody knows yet; clients must skip it. */
export function withUnknownEvents(step: Reply, ...afterEvents: number[]): Reply {
  return insertAtEach(
    step,
    afterEvents,
    'event: weather_report\ndata: {"type":"weather_report","outlook":"sunny"}\n\n',
  );
}

/** A known event whose data is not JSON. */
export function withInvalidJson(step: Reply, afterEvents: number): Reply {
  return insertAfter(step, afterEvents, 'event: content_block_delta\ndata: {"type":"content_\n\n');
}

/** `event: error` in the middle of a 200; after 1 event nothing but message_start was sent. */
export function errorAfter(
  step: Reply,
  afterEvents: number,
  error: { type?: 'overloaded_error' | 'api_error' | (string & {}); message?: string } = {},
): Reply {
  const type = error.type ?? 'overloaded_error';
  const message = error.message ?? `Scripted ${type} in the stream.`;
  const ending = { kind: 'error', after: { events: afterEvents }, type, message } as const;
  return { ...step, delivery: { ...step.delivery, ending } };
}

/** Destroys the socket there, once what came before was sent. */
export function cutAfter(step: Reply, after: Position): Reply {
  return { ...step, delivery: { ...step.delivery, ending: { kind: 'cut', after } } };
}

/** Goes silent there with the socket open, until the client leaves. */
export function stallAfter(step: Reply, after: Position): Reply {
  return { ...step, delivery: { ...step.delivery, ending: { kind: 'stall', after } } };
}

/** Ends the response there as if it were complete, so without message_stop. */
export function endAfter(step: Reply, after: Position): Reply {
  return { ...step, delivery: { ...step.delivery, ending: { kind: 'end', after } } };
}

/** Bytes that are no event stream at all, under an event stream's content type unless told otherwise. */
export function garbage(
  body: string | Uint8Array,
  options: { status?: number; contentType?: string; ending?: RawAnswer['ending'] } = {},
): RawAnswer {
  return {
    kind: 'raw',
    status: options.status ?? 200,
    contentType: options.contentType ?? 'text/event-stream; charset=utf-8',
    body,
    ending: options.ending ?? 'end',
  };
}

/** Takes the request and never answers it. */
export function silence(): NoAnswer {
  return { kind: 'silence' };
}

/** Takes the request and destroys the socket before any header. */
export function hangup(): NoAnswer {
  return { kind: 'hangup' };
}

function insertAtEach(step: Reply, positions: readonly number[], raw: string): Reply {
  const places = positions.length === 0 ? [1] : positions;
  return places.reduce((changed, place) => insertAfter(changed, place, raw), step);
}
