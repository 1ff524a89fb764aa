const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Ctrl-C under npm arrives twice: from the terminal and from npm. The second means nothing. */
const ECHO_MS = 2_000;
const LONGEST_CLOSE_MS = 15_000;

export interface ShutdownOptions {
  /** Closes everything in order. Called once. */
  close: () => Promise<void>;
  /** Does the least there is to do when closing hangs or is cut short. Called at most once. */
  abandon: () => Promise<void>;
  exit: (code: number) => void;
  /** In milliseconds; only differences count. */
  now?: () => number;
}

/**
 * Ends the process in order when it is told to, and by force when it is told again (a third time,
 * or after two seconds) or takes longer than 15 s. `end` does the same for reasons of our own.
 */
export function createShutdown(options: ShutdownOptions): {
  end(code: number): void;
  handleSignal(): void;
} {
  const { close, abandon, exit, now = () => performance.now() } = options;
  let endedAtMs: number | undefined;
  let signalCount = 0;
  let hasForced = false;

  function force(): void {
    if (hasForced) return;
    hasForced = true;
    abandon().then(
      () => exit(1),
      () => exit(1),
    );
  }

  function end(code: number): void {
    if (endedAtMs !== undefined) return;
    endedAtMs = now();
    setTimeout(force, LONGEST_CLOSE_MS).unref();
    close().then(
      () => !hasForced && exit(code),
      () => !hasForced && exit(1),
    );
  }

  function handleSignal(): void {
    signalCount += 1;
    if (endedAtMs === undefined) end(0);
    else if (signalCount > 2 || now() - endedAtMs > ECHO_MS) force();
  }

  return { end, handleSignal };
}

/** SIGHUP is a closed terminal. */
export function onEndingSignals(handler: () => void): void {
  for (const name of SIGNALS) process.on(name, handler);
}
