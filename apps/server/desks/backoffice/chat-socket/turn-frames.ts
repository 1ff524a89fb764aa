import type { ServerFrame } from '@deskbell/protocol';
import type { StoredEvent, TurnEventRecord } from '../../../chat/turn-event-record.ts';
import type { TurnLog } from '../../../chat/turn-log.ts';
import type { FrameWriter } from './frame-writer.ts';

const frameTypeOf: Record<string, ServerFrame['type']> = {
  token: 'chunk',
  done: 'complete',
};

/** A turn whose events are being sent on a socket. */
export interface SentTurn {
  readonly log: TurnLog;
  /** Sends what is new while there is room; after the turn's last event it is no longer sent. */
  sendNew(): void;
  /** Ends the sending; may be called twice. The turn itself goes on. */
  stop(): void;
}

/**
 * Sends a turn's events as frames, from event `after + 1` to its end, whenever there are new ones.
 * Whoever owns the writer calls `sendNew` when there is room again. `onEnd` is called once, after
 * the last frame.
 */
export function sendTurn(options: {
  log: TurnLog;
  after: number;
  writer: FrameWriter;
  clock: () => Date;
  onEnd: () => void;
}): SentTurn {
  const { log, after, writer } = options;
  let cursor = after;
  let isStopped = false;

  const send = (record: TurnEventRecord): void =>
    writer.send(toFrame(log.turnId, record, options.clock));
  const stop = (): void => {
    isStopped = true;
    unsubscribe();
  };
  const sendNew = (): void => {
    while (!isStopped && !writer.isFull) {
      const record = log.records[cursor];
      if (record === undefined) {
        if (log.isEnded) end();
        return;
      }
      cursor += 1;
      send(record);
    }
  };
  const end = (): void => {
    stop();
    for (const [index, event] of log.conclusion.entries()) {
      send(toRecord(event, cursor + index + 1));
    }
    // A reader that says it has the end gets it all the same: every turn's frames end with one.
    const terminal = log.records.at(-1);
    if (log.conclusion.length === 0 && terminal !== undefined && after >= terminal.number) {
      send(terminal);
    }
    options.onEnd();
  };
  const unsubscribe = log.onChange(sendNew);
  return { log, sendNew, stop };
}

const toRecord = ({ event, data }: StoredEvent, number: number): TurnEventRecord => ({
  number,
  event,
  json: JSON.stringify(data),
});

function toFrame(
  turnId: string,
  { number, event, json }: TurnEventRecord,
  clock: () => Date,
): string {
  const type = frameTypeOf[event] ?? event;
  const head = { type, turn_id: turnId, seq: number };
  if (event === 'done') {
    const { thread_id: _, ...data } = JSON.parse(json);
    const timestamp = clock().toISOString();
    return JSON.stringify({ ...head, timestamp, message_id: turnId, ...data });
  }
  // The data is JSON already, made once for all readers: only the frame's own fields go before it.
  return `${JSON.stringify(head).slice(0, -1)},${json.slice(1)}`;
}
