import { formatEvent } from './message-events.ts';
import type { Delivery } from './step.ts';

/** One write, after a wait when it has one. */
export interface PlannedWrite {
  bytes: string | Uint8Array;
  /** Due this long after the response began. */
  dueMs?: number;
  /** Not before this settles. */
  until?: Promise<unknown>;
  /** In an event-loop turn of its own. */
  apart?: true;
}

export interface Plan {
  writes: PlannedWrite[];
  ending: 'end' | 'cut' | 'stall';
}

/** Lays out a stream of events as the writes that `delivery` asks for. */
export function planDelivery(
  events: readonly string[],
  delivery: Delivery,
  requestId: string,
): Plan {
  const { ending } = delivery;
  const writes = arrange(events, delivery);
  if (ending.kind === 'complete') return { writes: cutUp(writes, delivery), ending: 'end' };
  if ('bytes' in ending.after) truncate(writes, ending.after.bytes);
  if (ending.kind === 'error') {
    const error = { type: ending.type, message: ending.message, details: null };
    writes.push({ bytes: formatEvent({ type: 'error', error, request_id: requestId }) });
  }
  return {
    writes: cutUp(writes, delivery),
    ending: ending.kind === 'error' ? 'end' : ending.kind,
  };
}

function arrange(events: readonly string[], delivery: Delivery): PlannedWrite[] {
  const { inserts, holds, pace } = delivery;
  const eventCount = lastEvent(delivery, events.length);
  if (inserts.length === 0 && holds.length === 0 && pace === undefined) {
    return events.slice(0, eventCount).map((bytes) => ({ bytes }));
  }
  const writes: PlannedWrite[] = [];
  let current: PlannedWrite | undefined;
  for (let index = 0; index < eventCount; index += 1) {
    const before = inserts.filter(({ afterEvents }) => afterEvents === index);
    const bytes = before.map(({ raw }) => raw).join('') + events[index];
    const until = holdAt(holds, index);
    const burst = pace ? Math.floor(index / pace.events) : index;
    const startsBurst = pace ? index % pace.events === 0 : true;
    if (current === undefined || startsBurst || until !== undefined) {
      current = { bytes };
      if (pace) current.dueMs = pace.startAfterMs + burst * pace.everyMs;
      if (until) current.until = until;
      writes.push(current);
    } else {
      current.bytes += bytes;
    }
  }
  const trailing = inserts.filter(({ afterEvents }) => afterEvents >= eventCount);
  const until = holdAt(holds, eventCount);
  if (trailing.length > 0 || until !== undefined) {
    const bytes = trailing.map(({ raw }) => raw).join('');
    writes.push(until === undefined ? { bytes } : { bytes, until });
  }
  return writes;
}

function lastEvent({ ending }: Delivery, eventCount: number): number {
  if (ending.kind === 'complete' || !('events' in ending.after)) return eventCount;
  return Math.min(ending.after.events, eventCount);
}

function holdAt(holds: Delivery['holds'], index: number): Promise<unknown> | undefined {
  const promises = holds.filter((hold) => hold.afterEvents === index).map((hold) => hold.until);
  return promises.length === 0 ? undefined : Promise.all(promises);
}

function truncate(writes: PlannedWrite[], byteCount: number): void {
  let left = byteCount;
  for (const [index, write] of writes.entries()) {
    const bytes = Buffer.from(write.bytes as string);
    if (bytes.length >= left) {
      write.bytes = bytes.subarray(0, left);
      writes.length = index + 1;
      return;
    }
    left -= bytes.length;
  }
}

function cutUp(writes: PlannedWrite[], { split }: Delivery): PlannedWrite[] {
  if (split === undefined) return writes;
  const pieces: PlannedWrite[] = [];
  let offset = 0;
  for (const write of writes) {
    const bytes =
      typeof write.bytes === 'string' ? Buffer.from(write.bytes) : Buffer.from(write.bytes);
    const bounds = boundsWithin(split, offset, bytes.length);
    bounds.forEach((end, index) => {
      const piece = bytes.subarray(index === 0 ? 0 : bounds[index - 1], end);
      pieces.push(
        index === 0 ? { ...write, bytes: piece, apart: true } : { bytes: piece, apart: true },
      );
    });
    offset += bytes.length;
  }
  return pieces;
}

/** Where to break `length` bytes that start at `offset` of the body; the last bound is their end. */
function boundsWithin(
  split: NonNullable<Delivery['split']>,
  offset: number,
  length: number,
): number[] {
  const bounds: number[] = [];
  if ('atBytes' in split) {
    for (const at of [...split.atBytes].sort((a, b) => a - b)) {
      if (at > offset && at < offset + length) bounds.push(at - offset);
    }
  } else {
    const first = split.everyBytes - (offset % split.everyBytes);
    for (let at = first; at < length; at += split.everyBytes) bounds.push(at);
  }
  bounds.push(length);
  return bounds;
}
