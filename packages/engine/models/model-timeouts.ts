/** How long a model call may take to get going, and how long it may fall silent. */
export interface ModelTimeouts {
  /** TCP and TLS. */
  connectMs: number;
  /** One attempt, from sending the request to the response's headers. */
  firstByteMs: number;
  /** All attempts and the waits between them, up to the response's headers. */
  startMs: number;
  /** No byte arrived for this long while we were reading. Above 1 s it may take half a second more. */
  stallMs: number;
}

export const DEFAULT_MODEL_TIMEOUTS: ModelTimeouts = {
  connectMs: 5_000,
  firstByteMs: 15_000,
  startMs: 25_000,
  stallMs: 20_000,
};
