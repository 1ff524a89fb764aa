import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

/** Where a body goes. Called in order; nothing follows `onEnd` or `onError`. */
export interface BodyReader {
  onData(chunk: Buffer): void;
  onEnd(): void;
  onError(error: unknown): void;
}

/** The body of a response, straight from its connection, which is not read before `start`. */
export interface ResponseBody {
  /** Called once. What is there already arrives before it returns. */
  start(reader: BodyReader): void;
  pause(): void;
  /** As with `start`, what waits arrives before it returns. */
  resume(): void;
  /** Closes the connection; the reader hears nothing more. Does nothing after the end. */
  destroy(): void;
}

export interface ResponseHead {
  status: number;
  headers: IncomingHttpHeaders;
  body: ResponseBody;
}

/** Made once: nobody reads it, and its stack would cost every stopped call. */
const GIVEN_UP = new Error('the response was given up');

/**
 * One request and its response, as the handler of `dispatcher.dispatch`. A stream in between
 * (`undici.request`) costs more than what is done with most chunks, and keeps whatever a call has
 * used until the next full garbage collection. `signal` closes the connection at any time.
 */
export class Exchange implements Dispatcher.DispatchHandler, ResponseBody {
  readonly #head = Promise.withResolvers<ResponseHead>();
  readonly #onAbort = (): void => this.#abort();
  #signal: AbortSignal | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #reader: BodyReader | undefined;
  #failure: { error: unknown } | undefined;
  #isOver = false;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
    if (signal?.aborted) this.#abort();
    else signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Rejects when there is no response. */
  get head(): Promise<ResponseHead> {
    return this.#head.promise;
  }

  start(reader: BodyReader): void {
    if (this.#failure !== undefined) {
      reader.onError(this.#failure.error);
      return;
    }
    this.#reader = reader;
    this.resume();
  }

  pause(): void {
    this.#controller?.pause();
  }

  resume(): void {
    this.#controller?.resume();
  }

  destroy(): void {
    const controller = this.#controller;
    this.#end();
    controller?.abort(GIVEN_UP);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#failure === undefined) this.#controller = controller;
    else controller.abort(this.#failure.error as Error);
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    if (status < 200) return;
    controller.pause();
    this.#head.resolve({ status, headers, body: this });
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#reader?.onData(chunk);
  }

  onResponseEnd(): void {
    this.#end()?.onEnd();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  #abort(): void {
    const error: unknown = this.#signal?.reason;
    const controller = this.#controller;
    this.#fail(error);
    controller?.abort(error as Error);
  }

  #fail(error: unknown): void {
    if (this.#isOver) return;
    this.#failure = { error };
    this.#head.reject(error);
    this.#end()?.onError(error);
  }

  /** Lets go of everything: whoever still holds this holds nothing else. */
  #end(): BodyReader | undefined {
    const reader = this.#reader;
    this.#isOver = true;
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#signal = undefined;
    this.#controller = undefined;
    this.#reader = undefined;
    return reader;
  }
}
