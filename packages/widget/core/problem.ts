import { isFields } from './fields.ts';

/** A refusal as the page shows it. `message` is null when the answer held no sentence. */
export type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly message: string | null;
  /** Whole seconds from `Retry-After`, or null. */
  readonly retryAfterSeconds: number | null;
};

const maxSentenceLength = 400;
const maxRetryAfterSeconds = 24 * 60 * 60;

/** `Retry-After` in its two forms, as seconds from now. */
export const parseRetryAfter = (header: string | null, now: Date): number | null => {
  if (header === null || header.trim() === '') return null;
  const seconds = /^\d+$/.test(header.trim())
    ? Number(header)
    : Math.ceil((Date.parse(header) - now.getTime()) / 1000);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), maxRetryAfterSeconds) : null;
};

/** Reads a refused response; a body that is no problem document gives no sentence. */
export const readRefusal = async (response: Response, now: Date): Promise<Refusal> => {
  // A proxy's HTML page: there is nothing to quote from it.
  const body: unknown = await response.json().catch(() => null);
  const { code, detail } = isFields(body) ? body : {};
  return {
    status: response.status,
    code: typeof code === 'string' ? code : '',
    message: typeof detail === 'string' && detail ? detail.slice(0, maxSentenceLength) : null,
    retryAfterSeconds: parseRetryAfter(response.headers.get('retry-after'), now),
  };
};
