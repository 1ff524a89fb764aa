/** Work that was given up because its time was over. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/**
 * Runs `work` with a signal that aborts with `signal`, or with a `TimeLimitError` after `limitMs`.
 * Rejects with the signal's reason then, whether or not the work heeds it.
 */
export async function withTimeLimit<Result>({
  limitMs,
  signal,
  work,
}: {
  limitMs: number;
  signal: AbortSignal;
  work: (signal: AbortSignal) => Promise<Result>;
}): Promise<Result> {
  signal.throwIfAborted();
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(new TimeLimitError('The time was over')), limitMs);
  const stop = () => own.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<Result>((resolve, reject) => {
      own.signal.addEventListener('abort', () => reject(own.signal.reason), { once: true });
      work(own.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
