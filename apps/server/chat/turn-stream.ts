import type { ServerResponse } from 'node:http';
import type { TurnEventRecord } from './turn-event-record.ts';
import type { TurnLog } from './turn-log.ts';

const KEEP_ALIVE_EVERY_MS = 15_000;
const STALLED_AFTER_MS = 30_000;
const WRITE_CHARACTERS = 64 * 1024;

/**
 * An event of a turn as text of a stream of server-sent events, from its `id:` line to the blank
 * line at its end.
 */
export type TurnFrame = (record: TurnEventRecord, log: TurnLog) => string;

export interface TurnStreamOptions {
  response: ServerResponse;
  /** Headers beside the stream's own. */
  headers: Record<string, string | string[] | number | undefined>;
  log: TurnLog;
  /** The number of the last event that the reader has. */
  after: number;
  /** Every event under its name with its data as JSON unless given. */
  frame?: TurnFrame;
  keepAliveEveryMs?: number;
  /** A reader that takes nothing for this long is cut; it may come back and resume. */
  stalledAfterMs?: number;
}

const jsonFrame: TurnFrame = ({ number, event, json }, { turnId }) =>
  `id: ${turnId}:${number}\nevent: ${event}\ndata: ${json}\n\n`;

/**
 * Sends a turn's events as server-sent events, from event `after + 1` to its end, and closes the
 * response. Waits for a slow reader instead of buffering for it. The turn does not depend on it:
 * a reader that leaves only ends its own stream.
 */
export function streamTurn(options: TurnStreamOptions): void {
  const { response, log, frame = jsonFrame } = options;
  let cursor = options.after;
  let stallTimer: NodeJS.Timeout | undefined;

  response.writeHead(200, {
    ...options.headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
    'x-accel-buffering': 'no',
    'x-turn-id': log.turnId,
  });
  response.flushHeaders();

  const startStallTimer = (): void => {
    const stalledAfterMs = options.stalledAfterMs ?? STALLED_AFTER_MS;
    stallTimer = setTimeout(() => response.destroy(), stalledAfterMs).unref();
  };
  const write = (text: string): void => {
    if (!response.write(text) && stallTimer === undefined) startStallTimer();
  };
  /** The next frames, some 64 KiB at most, so that no reader holds much more than that. */
  const nextFrames = (): string => {
    let text = '';
    while (text.length < WRITE_CHARACTERS) {
      const record = log.records[cursor];
      if (record === undefined) break;
      cursor += 1;
      text += frame(record, log);
    }
    return text;
  };
  const sendNew = (): void => {
    while (stallTimer === undefined) {
      const text = nextFrames();
      if (text !== '') {
        write(text);
      } else {
        if (log.isEnded) end();
        return;
      }
    }
  };
  const end = (): void => {
    stopReading();
    startStallTimer();
    const last = log.conclusion.map(({ event, data }, index) =>
      frame({ number: cursor + index + 1, event, json: JSON.stringify(data) }, log),
    );
    // A reader that says it has the end gets it all the same: every stream ends with one.
    const terminal = log.records.at(-1);
    if (last.length === 0 && terminal !== undefined && options.after >= terminal.number) {
      last.push(frame(terminal, log));
    }
    response.end(last.join(''));
  };
  const drained = (): void => {
    clearTimeout(stallTimer);
    stallTimer = undefined;
    sendNew();
  };
  const stopReading = (): void => {
    unsubscribe();
    clearInterval(keepAlive);
    response.off('drain', drained);
  };
  const closed = (): void => {
    stopReading();
    clearTimeout(stallTimer);
  };

  const keepAlive = setInterval(() => {
    if (stallTimer === undefined) write(': ping\n\n');
  }, options.keepAliveEveryMs ?? KEEP_ALIVE_EVERY_MS).unref();
  const unsubscribe = log.onChange(sendNew);
  response.on('drain', drained);
  response.once('close', closed);
  // A write that meets a closing socket fails; `close` follows and cleans up.
  response.on('error', () => {});
  if (response.destroyed) closed();
  else sendNew();
}
