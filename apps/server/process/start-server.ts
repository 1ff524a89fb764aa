import type { Logger } from 'pino';
import { buildPages } from '../../web/build.ts';
import { createApp } from '../app.ts';
import { DEMO_PASSWORD, demoCustomers } from '../bookings/demo-customers.ts';
import { ensureCustomer } from '../bookings/ensure-customer.ts';
import { loadCatalogue } from '../bookings/load-catalogue.ts';
import { seedDemo } from '../bookings/seed-demo.ts';
import type { Config } from '../config.ts';
import { createLanguageModels, type LanguageModels } from '../language-models.ts';
import { keepAuthSecret } from '../platform/auth-secret.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../platform/embedded-postgres/embedded-postgres.ts';
import { createListener } from '../platform/listener.ts';
import { migrate } from '../platform/migrate.ts';
import { repeatJob } from '../platform/repeat-job.ts';
import { seedDemoAccounts } from '../platform/sign-in/seed-demo-accounts.ts';
import { createSignIn, type SignIn } from '../platform/sign-in/sign-in.ts';
import { checkDatabase } from './check-database.ts';
import { prepareDataFolder } from './data-folder.ts';
import { checkAddress, describeListenFailure } from './port.ts';

const MIGRATION_TIMEOUT_MS = 3_600_000;

export interface RunningServer {
  languageModels: LanguageModels;
  /** Ends running turns, then connections, then the database. May be called twice. */
  close(): Promise<void>;
}

export interface StartOptions {
  config: Config;
  log: Logger;
  clock: () => Date;
  /** Aborted: the start ends at its next step, with everything closed again. */
  signal: AbortSignal;
  /** Told once there is one, so that even a server that hangs can be ended without it. */
  onPostgres: (postgres: EmbeddedPostgres) => void;
}

/**
 * Starts everything a server process consists of, in order, and resolves when it serves. What was
 * started is closed again before it throws: `StartError`, `EmbeddedPostgresError` and
 * `MigrationError` are for the operator.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { config, log, clock, signal } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.reverse()) await close();
  };
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll());

  try {
    await checkAddress(config);
    await prepareDataFolder(config.dataDir);
    const pages = buildPages({ log: (line) => log.info(line) });
    // Awaited below; without this a failure before that would count as nobody's.
    pages.catch(() => {});
    const url = config.databaseUrl ?? (await embeddedUrl(options, closers));
    signal.throwIfAborted();

    const database = openDatabase({ url, log });
    closers.push(() => database.close());
    await checkDatabase(database);
    const secret = config.authSecret ?? (await keepAuthSecret(config.dataDir));
    const signIn = createSignIn({
      database,
      secret,
      publicUrl: config.publicUrl,
      trustedOrigins: [],
      log,
      onSignUp: (user) => ensureCustomer(database, user),
    });
    await migrateOn({ ...options, url });
    await prepareData({ ...options, database, signIn });
    signal.throwIfAborted();

    if (config.seedDemo) {
      const job = repeatJob({
        name: 'Moving the demonstration to today',
        everyMs: 600_000,
        work: () => seedDemo({ database, clock, timezone: config.businessTimeZone }),
        log,
      });
      closers.push(() => job.stop());
    }
    const listener = createListener({ url, log });
    closers.push(() => listener.close());
    const languageModels = createLanguageModels({ config, now: clock(), log });
    const { outDir: pagesDirectory } = await pages;
    const app = await createApp({
      config,
      database,
      listener,
      signIn,
      languageModels,
      pagesDirectory,
      clock,
      log,
    });
    closers.push(() => app.close());
    signal.throwIfAborted();
    await listener.ready();
    await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
      throw describeListenFailure(error, config);
    });
    return { languageModels, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function embeddedUrl(
  { config, log, onPostgres }: StartOptions,
  closers: (() => Promise<unknown>)[],
): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  closers.push(() => postgres.stop());
  onPostgres(postgres);
  return postgres.url;
}

/** On a connection of its own: a migration of large tables may take its time. */
async function migrateOn({ url, log }: StartOptions & { url: string }): Promise<void> {
  const database = openDatabase({ url, poolSize: 1, queryTimeoutMs: MIGRATION_TIMEOUT_MS, log });
  try {
    await migrate({ database, log });
  } finally {
    await database.close();
  }
}

/** The business's catalogue, and the demonstration where it is wanted. */
async function prepareData(
  options: StartOptions & { database: Database; signIn: SignIn },
): Promise<void> {
  const { config, database, signIn, clock } = options;
  await loadCatalogue(database);
  if (!config.seedDemo) return;
  await seedDemo({ database, clock, timezone: config.businessTimeZone });
  await seedDemoAccounts({ signIn, customers: demoCustomers, password: DEMO_PASSWORD });
}
