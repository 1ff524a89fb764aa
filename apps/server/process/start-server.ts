import { buildPages } from '../../web/build.ts';
import { createApp } from '../app.ts';
import { DEMO_PASSWORD, demoCustomers } from '../bookings/demo-customers.ts';
import { ensureCustomer } from '../bookings/ensure-customer.ts';
import { loadCatalogue } from '../bookings/load-catalogue.ts';
import { seedDemo } from '../bookings/seed-demo.ts';
import { keepAuthSecret } from '../platform/auth-secret.ts';
import type { Database } from '../platform/database.ts';
import { repeatJob } from '../platform/repeat-job.ts';
import { seedDemoAccounts } from '../platform/sign-in/seed-demo-accounts.ts';
import { createSignIn, type SignIn } from '../platform/sign-in/sign-in.ts';
import { describeServer } from './announcement.ts';
import { isOpenToThisMachine, refuseWithoutCredentials } from './open-mode.ts';
import { openServices } from './open-services.ts';
import { checkAddress, describeListenFailure, smtpAddressOf, smtpNames } from './port.ts';
import { prepareStaffCredentials } from './staff-credentials.ts';
import { startDemoMail } from './start-demo-mail.ts';
import { createClosers, type RunningProcess, type StartOptions } from './start-options.ts';

/**
 * Starts everything a server process consists of, in order, and resolves when it serves. What was
 * started is closed again before it throws: `StartError`, `EmbeddedPostgresError` and
 * `MigrationError` are for the operator.
 */
export async function startServer(options: StartOptions): Promise<RunningProcess> {
  const { config, log, clock, signal } = options;
  const closers = createClosers();
  try {
    await checkAddress(config);
    const smtpAddress = smtpAddressOf(config);
    if (smtpAddress !== undefined) await checkAddress(smtpAddress, smtpNames);
    const pages = buildPages({ log: (line) => log.info(line) });
    // Awaited below or, when the start fails before that, here: its threads are not left to an exit.
    closers.add(() => pages.catch(() => {}));
    const concurrency = config.processMail ? config.mailConcurrency : 0;
    const services = await openServices({ ...options, concurrency }, closers);
    const { database, listener, languageModels, operations } = services;
    const { redis, budget, modelFailures, metrics } = services;

    const secret = config.authSecret ?? (await keepAuthSecret(config.dataDir));
    const signIn = createSignIn({
      database,
      secret,
      publicUrl: config.publicUrl,
      trustedOrigins: [],
      log,
      onSignUp: (user) => ensureCustomer(database, user),
    });
    await prepareData({ ...options, database, signIn });
    const credentials = await prepareStaffCredentials({ config, database, signIn });
    refuseWithoutCredentials(config, credentials);
    signal.throwIfAborted();

    if (config.seedDemo) {
      const job = repeatJob({
        name: 'Moving the demonstration to today',
        everyMs: 600_000,
        work: () => seedDemo({ database, clock, timezone: config.businessTimeZone }),
        log,
      });
      closers.add(() => job.stop());
    }
    const { outDir: pagesDirectory } = await pages;
    const app = await createApp({
      config,
      database,
      listener,
      signIn,
      languageModels,
      operations,
      redis,
      budget,
      modelFailures,
      metrics,
      secret,
      isOpenToThisMachine: isOpenToThisMachine(config),
      pagesDirectory,
      clock,
      log,
    });
    // Side by side: turns and mails each get their time to finish.
    closers.add(() => Promise.all([app.close(), operations.close()]));
    signal.throwIfAborted();
    await listener.ready();
    await operations.start();
    await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
      throw describeListenFailure(error, config);
    });
    if (config.seedDemo) {
      const demo = startDemoMail({ database, listener, operations, clock, log });
      closers.add(() => demo.stop());
    }
    return {
      announcement: describeServer(config, languageModels, credentials),
      close: () => closers.closeAll(),
    };
  } catch (error) {
    await closers.closeAll();
    throw error;
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
