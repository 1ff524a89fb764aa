import { flushCompileCache } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { type Config, ConfigError, readConfig } from '../config.ts';
import type { EmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { EmbeddedPostgresError } from '../platform/embedded-postgres/embedded-postgres-error.ts';
import { createLogger } from '../platform/logger.ts';
import { MigrationError } from '../platform/migrate.ts';
import { WebsiteError } from '../website/website-error.ts';
import { createShutdown, onEndingSignals } from './shutdown.ts';
import { StartError } from './start-error.ts';
import type { RunningProcess, StartOptions } from './start-options.ts';

const LONGEST_ABANDON_MS = 3_000;

function readConfigOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) process.stderr.write(`${problem}\n`);
    process.exit(1);
  }
}

const isForOperator = (error: unknown): error is Error =>
  error instanceof StartError ||
  error instanceof WebsiteError ||
  error instanceof EmbeddedPostgresError ||
  error instanceof MigrationError;

/** Runs one kind of process from its first line to its exit. */
export async function runProcess(
  start: (options: StartOptions) => Promise<RunningProcess>,
): Promise<void> {
  const config = readConfigOrExit();
  const { isProduction } = config;
  const log = createLogger({ level: config.logLevel, isPretty: !isProduction });
  const starting = new AbortController();
  let postgres: EmbeddedPostgres | undefined;

  const running = start({
    config,
    log,
    clock: () => new Date(),
    signal: starting.signal,
    onPostgres: (started) => {
      postgres = started;
    },
  });

  const shutdown = createShutdown({
    close: async () => {
      starting.abort();
      // A start that failed has closed what it had opened.
      const started = await running.catch(() => undefined);
      await started?.close();
      log.info('Stopped');
    },
    abandon: async () => {
      log.warn('Ending now, without waiting for what is still running');
      await Promise.race([postgres?.stop(), delay(LONGEST_ABANDON_MS)]);
    },
    exit: (code) => process.exit(code),
  });
  onEndingSignals(shutdown.handleSignal);
  // A reader of our output that is gone is no reason to leave the database running.
  process.stdout.on('error', () => {});
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'Something unforeseen happened; the process ends');
    shutdown.end(1);
  });

  try {
    announce((await running).announcement);
    // Not left to the exit, which may be a kill.
    flushCompileCache();
  } catch (error) {
    if (!starting.signal.aborted) {
      if (isForOperator(error)) process.stderr.write(`${error.message}\n`);
      else log.fatal({ err: error }, 'The process could not start');
      shutdown.end(1);
    }
  }

  function announce(lines: readonly string[]): void {
    if (isProduction) for (const line of lines) log.info(line);
    else process.stdout.write(`\n${lines.join('\n')}\n\n`);
  }
}
