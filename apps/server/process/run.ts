import { flushCompileCache } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { type Config, ConfigError, readConfig } from '../config.ts';
import type { EmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { EmbeddedPostgresError } from '../platform/embedded-postgres/embedded-postgres-error.ts';
import { createLogger } from '../platform/logger.ts';
import { MigrationError } from '../platform/migrate.ts';
import { describeServer } from './announcement.ts';
import { createShutdown, onEndingSignals } from './shutdown.ts';
import { StartError } from './start-error.ts';
import { type RunningServer, startServer } from './start-server.ts';

const LONGEST_ABANDON_MS = 3_000;

const isProduction = process.env.NODE_ENV === 'production';

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
  error instanceof EmbeddedPostgresError ||
  error instanceof MigrationError;

const config = readConfigOrExit();
const log = createLogger({ level: config.logLevel, isPretty: !isProduction });
const starting = new AbortController();
let postgres: EmbeddedPostgres | undefined;

const server = startServer({
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
    const running = await server.catch(() => undefined);
    await running?.close();
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
  log.fatal({ err: error }, 'Something unforeseen happened; the server ends');
  shutdown.end(1);
});

try {
  announce(await server);
  // Not left to the exit, which may be a kill.
  flushCompileCache();
} catch (error) {
  if (!starting.signal.aborted) {
    if (isForOperator(error)) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, 'The server could not start');
    shutdown.end(1);
  }
}

function announce({ languageModels }: RunningServer): void {
  const lines = describeServer(config, languageModels);
  if (isProduction) for (const line of lines) log.info(line);
  else process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
