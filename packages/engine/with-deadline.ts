export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/**
 * Runs something that takes a signal and settles at the latest when `timeoutMs` is over or
 * `signal` aborts, whether or not it listens to its signal. Rejects with `DeadlineError` or the
 * signal's reason. Leaves no timer and no listener behind.
 */
export async function withDeadline<Result>(options: {
  timeoutMs: number;
  signal: AbortSignal;
  run: (signal: AbortSignal) => Promise<Result>;
}): Promise<Result> {
  const { timeoutMs, signal, run } = options;
  signal.throwIfAborted();
  const controller = new AbortController();
  const cut = Promise.withResolvers<never>();
  const abort = (reason: unknown): void => {
    cut.reject(reason);
    controller.abort(reason);
  };
  const onAbort = (): void => abort(signal.reason);
  const timer = setTimeout(
    () => abort(new DeadlineError(`not done after ${timeoutMs} ms`)),
    timeoutMs,
  );
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([run(controller.signal), cut.promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
