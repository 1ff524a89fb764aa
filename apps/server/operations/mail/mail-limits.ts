/** A message over one of these is not read: `WorkerError` with the code of the limit. */
export const MAIL_LIMITS = {
  rawBytes: 25 * 1024 * 1024,
  parts: 1_000,
  nesting: 10,
  /** Of all parts together. */
  headerBytes: 2 * 1024 * 1024,
  lines: 1_500_000,
} as const;

/** What is kept of a mail's visible text; the rest is told in a last segment. */
export const MAX_TEXT = 500_000;
