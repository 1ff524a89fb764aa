import type { Connectivity } from './connectivity.ts';

/** Resolves when `begin` calls its argument, or at once when `signal` is aborted; then ends what `begin` began. */
const until = (signal: AbortSignal, begin: (resolve: () => void) => () => void): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const finish = () => {
      end();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const end = begin(finish);
    signal.addEventListener('abort', finish);
  });

/** Resolves after `delayMs`, or at once when `signal` is aborted. Leaves no timer and no listener behind. */
export const wait = (delayMs: number, signal: AbortSignal): Promise<void> =>
  until(signal, (resolve) => {
    const timer = setTimeout(resolve, delayMs);
    return () => clearTimeout(timer);
  });

/** Resolves once online, or at once when `signal` is aborted. Leaves no listener behind. */
export const untilOnline = async (
  connectivity: Connectivity,
  signal: AbortSignal,
): Promise<void> => {
  if (connectivity.isOnline()) return;
  await until(signal, (resolve) =>
    connectivity.subscribe(() => {
      if (connectivity.isOnline()) resolve();
    }),
  );
};
