import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '@deskbell/protocol';
import type { Logger } from 'pino';
import { describeError } from '../platform/describe-error.ts';
import { repeatJob } from '../platform/repeat-job.ts';

const HEARTBEAT_MS = 5_000;
const CHECK_EVERY_MS = 30_000;
/** A larger event is not sent: reading again costs less. */
const LARGEST_EVENT_BYTES = 512 * 1024;
/** What this process holds for a reader that takes too little, at most. */
const MOST_BUFFERED_BYTES = 1024 * 1024;
/** A reader that takes nothing for so many heartbeats is cut. */
const STALLED_HEARTBEATS = 6;
/** What a stream that ends may still take for what was sent. */
const END_WITHIN_MS = 2_000;
/** Browser tabs and programs of one member, in this process. */
const MOST_PER_MEMBER = 20;

/** One reader: its response is the stream's, from the head on. */
export interface NewLiveStream {
  response: ServerResponse;
  /** Headers beside the stream's own. */
  headers: Record<string, string | string[] | number | undefined>;
  userId: string;
  /** What the reader signed in with: streams with the same are asked about once. */
  credentials: string;
  /** Whether the reader may still have it; rejects when that cannot be told now. */
  isStillAllowed: () => Promise<boolean>;
}

/** The open streams of this process. */
export interface LiveStreams {
  readonly count: number;
  readonly isClosed: boolean;
  /** Whether the member may open one more. */
  hasRoomFor(userId: string): boolean;
  /** Opens it and says hello. It belongs to this until it ends. */
  add(stream: NewLiveStream): void;
  /** The same bytes to every stream; false when they are too many, and nothing is sent. */
  send(event: LiveEvent): boolean;
  /** Ends every stream at once; later ones must not be added. */
  close(): Promise<void>;
}

export interface LiveStreamTimes {
  heartbeatMs: number;
  checkEveryMs: number;
}

interface OpenStream extends NewLiveStream {
  /** Heartbeats in a row at which it still had to take what was sent before. */
  stalledFor: number;
}

const frameOf = ({ event, data }: LiveEvent): Buffer =>
  Buffer.from(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

export function createLiveStreams({
  clock,
  log,
  times: { heartbeatMs = HEARTBEAT_MS, checkEveryMs = CHECK_EVERY_MS } = {},
  mostPerMember = MOST_PER_MEMBER,
}: {
  clock: () => Date;
  log: Logger;
  times?: Partial<LiveStreamTimes> | undefined;
  mostPerMember?: number | undefined;
}): LiveStreams {
  const open = new Set<OpenStream>();
  let isClosed = false;

  function write({ response }: OpenStream, bytes: Buffer): void {
    if (response.writableLength > MOST_BUFFERED_BYTES) response.destroy();
    else response.write(bytes);
  }

  function finish(stream: OpenStream): void {
    open.delete(stream);
    const { response } = stream;
    const timer = setTimeout(() => response.destroy(), END_WITHIN_MS).unref();
    response.once('close', () => clearTimeout(timer));
    response.end();
  }

  function writeToAll(bytes: Buffer): void {
    for (const stream of open) write(stream, bytes);
  }

  function beat(): void {
    for (const stream of open) {
      stream.stalledFor = stream.response.writableNeedDrain ? stream.stalledFor + 1 : 0;
      if (stream.stalledFor >= STALLED_HEARTBEATS) stream.response.destroy();
    }
    if (open.size === 0) return;
    writeToAll(frameOf({ event: 'heartbeat', data: { server_time: clock().toISOString() } }));
  }

  /** A role taken away, a session ended or a key revoked ends the streams that rest on it. */
  async function check(): Promise<void> {
    for (const group of Map.groupBy(open, ({ credentials }) => credentials).values()) {
      if (isClosed) return;
      try {
        if (await group[0]?.isStillAllowed()) continue;
      } catch (error) {
        // Whether they may is asked again soon; nobody is sent away because the database is.
        log.warn({ error: describeError(error) }, 'A reader of live changes could not be checked');
        continue;
      }
      for (const stream of group) finish(stream);
    }
  }

  const heartbeat = setInterval(beat, heartbeatMs).unref();
  const checking = repeatJob({
    name: 'Checking the readers of live changes',
    everyMs: checkEveryMs,
    work: check,
    log,
  });

  return {
    get count() {
      return open.size;
    },
    get isClosed() {
      return isClosed;
    },
    hasRoomFor: (userId) => {
      let count = 0;
      for (const stream of open) if (stream.userId === userId) count += 1;
      return count < mostPerMember;
    },
    add(added) {
      const stream: OpenStream = { ...added, stalledFor: 0 };
      const { response } = stream;
      response.writeHead(200, {
        ...stream.headers,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      // A write that meets a closing socket fails; `close` follows and cleans up.
      response.on('error', () => {});
      response.once('close', () => open.delete(stream));
      if (response.destroyed) return;
      open.add(stream);
      const data = { server_time: clock().toISOString(), heartbeat_ms: heartbeatMs };
      write(stream, frameOf({ event: 'hello', data }));
    },
    send(event) {
      const bytes = frameOf(event);
      if (bytes.byteLength > LARGEST_EVENT_BYTES) return false;
      writeToAll(bytes);
      return true;
    },
    close: async () => {
      isClosed = true;
      clearInterval(heartbeat);
      for (const stream of open) finish(stream);
      await checking.stop();
    },
  };
}
