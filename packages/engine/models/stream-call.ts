import { StringDecoder } from 'node:string_decoder';
import { createParser } from 'eventsource-parser';
import type { ModelEvent } from '../model.ts';
import { ModelError, type ModelErrorCode } from '../model-error.ts';
import { createChannel } from './channel.ts';
import type { ResponseBody } from './http/exchange.ts';
import { bodyOf } from './http/undici-fetch.ts';

/** Turns one provider's stream into our events. Made for one call. */
export interface StreamReader {
  /** True once `end` was emitted; whatever follows is not read. */
  readonly isFinished: boolean;
  /**
   * Takes the data of one server-sent event and emits what it means.
   * Throws the SDK's error for one that the provider reports, anything else for nonsense.
   */
  accept(data: string): void;
  /** The stream ended: the last chance to emit `end`. */
  close(): void;
}

export interface StreamCall {
  /** Names the provider in error messages. */
  provider: string;
  /** Sends the request; resolves with the headers. Called once, heeds the signal. */
  open(signal: AbortSignal): Promise<Response>;
  createReader(response: Response, emit: (event: ModelEvent) => void): StreamReader;
  /** The code of an error of the SDK or the socket, null for one it does not know. */
  codeOf(error: unknown): ModelErrorCode | null;
  /** See `ModelTimeouts.startMs`. */
  startMs: number;
  signal: AbortSignal;
}

/** The socket is not read while this many events wait for the consumer. */
const MAX_WAITING_EVENTS = 256;
const MAX_EVENT_CHARACTERS = 4 * 1024 * 1024;
const MAX_STREAM_BYTES = 32 * 1024 * 1024;
const DRAIN_MS = 1_000;

/**
 * One streamed model call, sent on the first pull. Reads the socket only as fast as events are
 * pulled and closes it as soon as the consumer returns or `signal` aborts; after `end` the
 * connection is kept for the next call. Throws `signal.reason` when aborted and `ModelError` for
 * everything else.
 */
export function streamCall(call: StreamCall): AsyncIterableIterator<ModelEvent, void> {
  const { signal } = call;
  // The SDKs leave their abort listener on the signal of a raw response until it is collected,
  // so they get a signal of this call alone.
  const controller = new AbortController();
  let body: ResponseBody | undefined;
  let reader: StreamReader | undefined;
  let startTimer: NodeJS.Timeout | undefined;
  let drainTimer: NodeJS.Timeout | undefined;
  let hasStarted = false;
  let hasTimedOut = false;
  let hasContent = false;
  let hasBodyEnded = false;
  let isSettled = false;

  const channel = createChannel<ModelEvent>({
    onEmptyPull() {
      if (hasStarted) body?.resume();
      else start();
    },
    onDone() {
      signal.removeEventListener('abort', onAbort);
      if (!isSettled) closeSocket();
    },
  });
  return channel.items;

  function start(): void {
    hasStarted = true;
    if (signal.aborted) {
      channel.fail(signal.reason);
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    startTimer = setTimeout(() => {
      hasTimedOut = true;
      controller.abort();
    }, call.startMs);
    open().catch(fail);
  }

  async function open(): Promise<void> {
    const response = await call.open(controller.signal);
    clearTimeout(startTimer);
    body = bodyOf(response);
    reader = call.createReader(response, emit);
    if (isSettled) {
      body.destroy();
      return;
    }
    const feed = createFeed(reader);
    body.start({
      onData: (chunk) => read(() => feed(chunk)),
      onEnd() {
        bodyEnded();
        read(endOfStream);
      },
      onError(error) {
        bodyEnded();
        fail(error);
      },
    });
  }

  function bodyEnded(): void {
    hasBodyEnded = true;
    clearTimeout(drainTimer);
  }

  function read(take: () => void): void {
    if (isSettled) return;
    try {
      take();
    } catch (error) {
      fail(error);
      return;
    }
    if (reader?.isFinished) finish();
    else if (channel.size >= MAX_WAITING_EVENTS) body?.pause();
  }

  function endOfStream(): void {
    reader?.close();
    if (!reader?.isFinished) throw new MalformedStream('the stream ended before the message did');
  }

  function emit(event: ModelEvent): void {
    if (event.type !== 'usage') hasContent = true;
    channel.push(event);
  }

  function finish(): void {
    settle();
    channel.end();
    if (hasBodyEnded) return;
    // What little follows the last event is read, so that the connection can be used again.
    drainTimer = setTimeout(() => body?.destroy(), DRAIN_MS).unref();
    body?.resume();
  }

  function fail(error: unknown): void {
    if (isSettled) return;
    closeSocket();
    channel.fail(toModelError(error));
  }

  function onAbort(): void {
    if (!isSettled) closeSocket();
    channel.abort(signal.reason);
  }

  function closeSocket(): void {
    settle();
    // Aborting the SDK after its response came would leak the call: its finalization registry
    // holds its controller, whose abort reason holds this stack and so the body it waits for.
    if (body === undefined) controller.abort();
    else body.destroy();
  }

  /** From here on the provider is not listened to. */
  function settle(): void {
    isSettled = true;
    clearTimeout(startTimer);
  }

  function toModelError(error: unknown): ModelError {
    const unknownCode = reader === undefined ? 'invalid_request' : 'malformed_stream';
    const code = hasTimedOut ? 'timeout' : (call.codeOf(error) ?? unknownCode);
    return new ModelError(code, {
      message: `${call.provider} call failed: ${code}${describeRequest(error)}`,
      afterContent: hasContent,
      cause: error,
    });
  }
}

class MalformedStream extends Error {
  override readonly name = 'MalformedStream';
}

function createFeed(reader: StreamReader): (chunk: Buffer) => void {
  const decoder = new StringDecoder('utf8');
  let receivedBytes = 0;
  const parser = createParser({
    maxBufferSize: MAX_EVENT_CHARACTERS,
    onEvent: ({ data }) => {
      if (!reader.isFinished) reader.accept(data);
    },
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') throw new MalformedStream('oversized event');
    },
  });
  return (chunk) => {
    receivedBytes += chunk.length;
    if (receivedBytes > MAX_STREAM_BYTES) throw new MalformedStream('oversized stream');
    parser.feed(decoder.write(chunk));
  };
}

/** Status and request id where the SDK's error has them: what a provider's support asks for. */
function describeRequest(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const status = 'status' in error ? error.status : undefined;
  const requestId = 'requestID' in error ? error.requestID : undefined;
  const parts = [
    typeof status === 'number' ? `status ${status}` : '',
    typeof requestId === 'string' ? `request ${requestId}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
