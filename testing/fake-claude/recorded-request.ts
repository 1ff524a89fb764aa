import type { IncomingHttpHeaders } from 'node:http';
import type { Refusal } from './refusal.ts';

/** One request as the fake received it. `body` is deeply frozen. */
export interface RecordedRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<IncomingHttpHeaders>;
  /** The parsed JSON; undefined when it was none or too large. */
  readonly body: unknown;
  /** It was valid and a step answered it. */
  readonly accepted: boolean;
  /** It was valid, but the script was used up. */
  readonly unexpected: boolean;
  /** Why it was turned away. */
  readonly refusal: Refusal | undefined;
  /** The client closed its connection before the answer was complete. */
  readonly aborted: boolean;
  /** Resolves when the answer is complete or its socket closed, whichever is first. */
  readonly closed: Promise<void>;
  /** On the clock of `performance.now()`. */
  readonly receivedAtMs: number;
  readonly closedAtMs: number | undefined;
}

/** What only the server may change. */
export type OpenRequest = { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] };

/** A sentence about a request for a test's failure message. */
export function describeRequest(request: RecordedRequest): string {
  const { method, path, refusal } = request;
  if (refusal) return `${method} ${path} refused: ${refusal.status} ${refusal.message}`;
  return `${method} ${path} ${request.unexpected ? 'unexpected' : 'accepted'}`;
}

/** Freezes parsed JSON all the way down. */
export function freezeDeep<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) freezeDeep(inner);
  return Object.freeze(value);
}
