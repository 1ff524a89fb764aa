import type { MessagesRequest } from './validation/request-shape.ts';

export type StopReason =
  | 'end_turn'
  | 'tool_use'
  | 'max_tokens'
  | 'stop_sequence'
  | 'pause_turn'
  | 'refusal'
  | 'model_context_window_exceeded';

/** One content block of an answer. The arrays are the deltas it is streamed in; joined they are the block. */
export type ScriptBlock =
  | { type: 'text'; deltas: readonly string[] }
  | { type: 'thinking'; deltas: readonly string[]; signature?: string }
  | { type: 'redacted_thinking'; data: string }
  | { type: 'tool_use'; name: string; id?: string; deltas: readonly string[] };

/** A place in a stream: after so many events, or after so many bytes of the body. */
export type Position = { events: number } | { bytes: number };

/** How a stream ends. `end` closes it properly but early, `cut` destroys the socket, `stall` goes silent. */
export type Ending =
  | { kind: 'complete' }
  | { kind: 'end' | 'cut' | 'stall'; after: Position }
  | { kind: 'error'; after: Position; type: string; message: string };

export interface Delivery {
  ending: Ending;
  /** Raw bytes between two events, such as a ping. They are not counted as events. */
  inserts: readonly { afterEvents: number; raw: string }[];
  /** The stream waits there until the promise resolves or the client leaves. It never rejects. */
  holds: readonly { afterEvents: number; until: Promise<unknown> }[];
  /** Sends these slices in separate writes, one event-loop turn apart. */
  split?: { everyBytes: number } | { atBytes: readonly number[] };
  /** Sends `events` events in one write every `everyMs`; the first one after `startAfterMs`. */
  pace?: { everyMs: number; events: number; startAfterMs: number };
}

/** A 200 with a message in it. */
export interface Reply {
  kind: 'reply';
  content: readonly ScriptBlock[];
  stop: StopReason;
  stopSequence?: string;
  refusal?: { category: string | null; explanation: string | null };
  delivery: Delivery;
}

/** An answer with an error status and the API's error document. */
export interface HttpError {
  kind: 'http_error';
  status: number;
  type: string;
  message: string;
  headers: Readonly<Record<string, string>>;
}

/** Any bytes at all under a 200 or another status: what a broken proxy would send. */
export interface RawAnswer {
  kind: 'raw';
  status: number;
  contentType: string;
  body: string | Uint8Array;
  ending: 'end' | 'cut' | 'stall';
}

/** No answer: `silence` leaves the request open, `hangup` destroys the socket before any header. */
export interface NoAnswer {
  kind: 'silence' | 'hangup';
}

export type Step = Reply | HttpError | RawAnswer | NoAnswer;

/** A step, or a function that reads the accepted request and decides on one. */
export type StepSource = Step | ((request: MessagesRequest) => Step | Promise<Step>);
