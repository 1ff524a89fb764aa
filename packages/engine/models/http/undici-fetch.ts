import { StringDecoder } from 'node:string_decoder';
import type { Dispatcher } from 'undici';
import { Exchange, type ResponseBody } from './exchange.ts';
import { retryAfterMs } from './retry-after.ts';

/** An attempt that did not lead to an answer; the SDK may still try again. */
export interface FailedAttempt {
  /** The HTTP status, or null when there was no response. */
  status: number | null;
  requestId: string | null;
}

export interface UndiciFetchOptions {
  dispatcher: Dispatcher;
  /** See `ModelTimeouts.stallMs`. */
  stallMs: number;
  onFailedAttempt?: ((attempt: FailedAttempt) => void) | undefined;
}

/** What an error body may be at most; the rest is cut off. */
const MAX_ERROR_CHARACTERS = 64 * 1024;
/** A provider that asks for more patience than this is not asked again: the customer is waiting. */
const MAX_RETRY_AFTER_MS = 2_000;

/**
 * The `fetch` of the official SDKs on undici's dispatcher, which costs far less per chunk than
 * global fetch. A successful response has a body of its own kind (see `bodyOf`); the body of an error
 * is read whole, so that its connection is free again.
 */
export function createUndiciFetch({ dispatcher, stallMs, onFailedAttempt }: UndiciFetchOptions) {
  return async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const { origin, pathname, search } = new URL(input instanceof Request ? input.url : input);
    const exchange = new Exchange(init.signal ?? undefined);
    dispatcher.dispatch(
      {
        origin,
        path: pathname + search,
        method: (init.method ?? 'GET') as Dispatcher.HttpMethod,
        headers: init.headers instanceof Headers ? init.headers : new Headers(init.headers),
        body: typeof init.body === 'string' ? init.body : null,
        // The SDK's own timeout covers the wait for the headers, to the millisecond.
        headersTimeout: 0,
        bodyTimeout: stallMs,
      },
      exchange,
    );
    const { status, headers, body } = await exchange.head.catch((error: unknown) => {
      onFailedAttempt?.({ status: null, requestId: null });
      throw error;
    });
    const responseHeaders = new Headers();
    for (const [name, value] of Object.entries(headers)) {
      for (const entry of [value ?? []].flat()) responseHeaders.append(name, entry);
    }
    if (status >= 200 && status < 300) {
      const response = new Response(null, { status, headers: responseHeaders });
      return Object.defineProperty(response, 'body', { value: body });
    }
    onFailedAttempt?.({ status, requestId: responseHeaders.get('request-id') });
    if ((retryAfterMs(responseHeaders) ?? 0) > MAX_RETRY_AFTER_MS) {
      responseHeaders.set('x-should-retry', 'false');
    }
    return new Response(await readStart(body), { status, headers: responseHeaders });
  };
}

/** The body of a successful response of `createUndiciFetch`. */
export function bodyOf(response: Response): ResponseBody {
  return response.body as unknown as ResponseBody;
}

function readStart(body: ResponseBody): Promise<string> {
  const decoder = new StringDecoder('utf8');
  let text = '';
  return new Promise((resolve, reject) => {
    body.start({
      onData(chunk) {
        text += decoder.write(chunk);
        if (text.length < MAX_ERROR_CHARACTERS) return;
        body.destroy();
        resolve(text.slice(0, MAX_ERROR_CHARACTERS));
      },
      onEnd: () => resolve(text),
      onError: reject,
    });
  });
}
