import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { EmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';

export interface StartOptions {
  config: Config;
  log: Logger;
  clock: () => Date;
  /** Aborted: the start ends at its next step, with everything closed again. */
  signal: AbortSignal;
  /** Told once there is one, so that even a process that hangs can be ended without it. */
  onPostgres: (postgres: EmbeddedPostgres) => void;
}

/** What a process of Deskbell is once it runs. */
export interface RunningProcess {
  /** For the operator: whole sentences. */
  announcement: readonly string[];
  /** Ends running work, then connections, then the database. May be called twice. */
  close(): Promise<void>;
}

/** Closes what was opened, last first. What is opened registers itself here at once. */
export interface Closers {
  add(close: () => Promise<unknown>): void;
  /** May be called twice. */
  closeAll(): Promise<void>;
}

export function createClosers(): Closers {
  const closers: (() => Promise<unknown>)[] = [];
  let closing: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    for (const close of closers.reverse()) await close();
  };
  return {
    add: (close) => void closers.push(close),
    closeAll: () => (closing ??= closeAll()),
  };
}
