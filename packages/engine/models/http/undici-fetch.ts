import type { Readable } from 'node:stream';
import { type Dispatcher, request } from 'undici';
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
 * The `fetch` of the official SDKs on `undici.request`, which costs far less per chunk than
 * global fetch. The body of a successful response is a Node Readable (see `bodyOf`), which stops
 * reading from the socket while nobody reads it; an error response is read whole, so that its
 * connection is free again.
 */
export function createUndiciFetch({ dispatcher, stallMs, onFailedAttempt }: UndiciFetchOptions) {
  return async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = input instanceof Request ? input.url : input;
    const { statusCode, headers, body } = await request(url, {
      dispatcher,
      method: (init.method ?? 'GET') as Dispatcher.HttpMethod,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? init.body : null,
      signal: init.signal ?? null,
      // The SDK's own timeout covers the wait for the headers, to the millisecond.
      headersTimeout: 0,
      bodyTimeout: stallMs,
    }).catch((error: unknown) => {
      onFailedAttempt?.({ status: null, requestId: null });
      throw error;
    });
    const responseHeaders = new Headers();
    for (const [name, value] of Object.entries(headers)) {
      for (const entry of [value ?? []].flat()) responseHeaders.append(name, entry);
    }
    if (statusCode >= 200 && statusCode < 300) {
      const response = new Response(null, { status: statusCode, headers: responseHeaders });
      return Object.defineProperty(response, 'body', { value: body });
    }
    onFailedAttempt?.({ status: statusCode, requestId: responseHeaders.get('request-id') });
    if ((retryAfterMs(responseHeaders) ?? 0) > MAX_RETRY_AFTER_MS) {
      responseHeaders.set('x-should-retry', 'false');
    }
    const text = await readStart(body);
    return new Response(text, { status: statusCode, headers: responseHeaders });
  };
}

/** The body of a response made by `createUndiciFetch`. */
export function bodyOf(response: Response): Readable {
  return response.body as unknown as Readable;
}

async function readStart(body: Readable): Promise<string> {
  body.setEncoding('utf8');
  let text = '';
  for await (const chunk of body) {
    text += chunk;
    if (text.length > MAX_ERROR_CHARACTERS) break;
  }
  return text.slice(0, MAX_ERROR_CHARACTERS);
}
