import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { registerApiDocs } from './api-docs/register-api-docs.ts';
import { backOfficeApp, createBackOffice } from './back-office.ts';
import { createTellOfBooking } from './booking-notices/tell-of-booking.ts';
import { deleteExpiredHandoffs } from './bookings/handoff-store.ts';
import { loadBusiness } from './bookings/load-business.ts';
import { bookingRoutes } from './bookings/routes/booking-routes.ts';
import type { DailyBudget } from './budget/daily-budget.ts';
import { deleteOldUsage } from './budget/delete-old-usage.ts';
import type { ModelFailures } from './budget/model-failures.ts';
import { deleteExpired } from './chat/chat-cleanup.ts';
import { createTurnReader } from './chat/turn-reader.ts';
import { createTurnRunner } from './chat/turn-runner.ts';
import type { Config } from './config.ts';
import { consoleApp } from './console/console-app.ts';
import { meRoute } from './console/me/me-route.ts';
import { overviewRoute } from './console/overview/overview-route.ts';
import { createStaffPages } from './console/staff-pages.ts';
import { isChatSocketRequest } from './desks/backoffice/chat-socket/chat-socket-routes.ts';
import { createFrontDesk } from './desks/frontdesk/desk.ts';
import { frontDeskRoutes } from './desks/frontdesk/routes/front-desk-routes.ts';
import { createReadHealth } from './health/create-read-health.ts';
import { healthRoutes } from './health/health-routes.ts';
import type { LanguageModels } from './language-models.ts';
import type { Metrics } from './metrics/create-metrics.ts';
import { metricsRoutes } from './metrics/metrics-routes.ts';
import { watchServices } from './metrics/watch-services.ts';
import type { Operations } from './operations/operations.ts';
import packageJson from './package.json' with { type: 'json' };
import type { Database } from './platform/database.ts';
import { registerBodyParsing } from './platform/http/body-parsing.ts';
import { createClientAddress } from './platform/http/client-address.ts';
import { closeConnectionsOnShutdown } from './platform/http/close-connections.ts';
import { frameworkErrors, registerProblemHandling } from './platform/http/problem-handling.ts';
import { createSameOriginCheck } from './platform/http/same-origin.ts';
import { registerSecurityHeaders } from './platform/http/security-headers.ts';
import type { Listener } from './platform/listener.ts';
import type { Redis } from './platform/redis.ts';
import { repeatJob } from './platform/repeat-job.ts';
import { createApiKeys } from './platform/sign-in/api-keys.ts';
import { signInRoutes } from './platform/sign-in/routes.ts';
import type { SignIn } from './platform/sign-in/sign-in.ts';
import { createStaffAccess } from './platform/sign-in/staff-access.ts';
import { createStaffAccounts } from './platform/sign-in/staff-accounts.ts';
import { staffAdminRoutes } from './platform/sign-in/staff-admin-routes.ts';
import { sendPage } from './website/send-page.ts';
import { createWebsite } from './website/website.ts';
import { websiteRoutes } from './website/website-routes.ts';

/**
 * A request has to have arrived in this time, its header sooner; what it is answered may take longer.
 * A mail of 25 MB takes that long at 2 Mbit/s. Node keeps to the two only while the header's is the
 * shorter one, and both may be over by the interval at which it looks.
 */
const REQUEST_TIMEOUT_MS = 120_000;
const HEADER_TIMEOUT_MS = 15_000;
const LOOK_FOR_LATE_MS = 5_000;
const DRAIN_MS = 8_000;

export interface AppOptions {
  config: Pick<
    Config,
    | 'publicUrl'
    | 'businessTimeZone'
    | 'trustedProxies'
    | 'frontDeskMessagesPerHour'
    | 'bookingsPerHour'
    | 'corsOrigins'
    | 'backOfficeMessagesPerMinute'
    | 'backOfficeDailyTokens'
    | 'leadership'
    | 'groundingCheck'
  >;
  /** Migrated, with a catalogue. */
  database: Database;
  listener: Listener;
  signIn: SignIn;
  languageModels: LanguageModels;
  /** The back office, started; undefined: only the front desk. Closed by the caller. */
  operations?: Operations;
  /** Shared limits and caches; undefined: this process has its own. Closed by the caller. */
  redis?: Redis | undefined;
  /** What `languageModels` cost; undefined: not counted. Closed by the caller. */
  budget?: DailyBudget | undefined;
  /** How calls to `languageModels` failed; undefined: not known. */
  modelFailures?: ModelFailures | undefined;
  /** Counted into, and served at /metrics; undefined: neither. */
  metrics?: Metrics | undefined;
  /** Of this server; at least 32 characters. */
  secret: string;
  /** Whether requests from this very machine count as staff's, for a first look in development. */
  isOpenToThisMachine: boolean;
  /** The built website; undefined: only the API. */
  pagesDirectory?: string;
  /** Running turns may go on for this long after `close()` was called; 8 s by default. */
  drainMs?: number;
  clock: () => Date;
  log: Logger;
}

/**
 * The whole server as a function: everything but the process. It owns what it starts; `close()`
 * drains running turns first. Database and listener belong to the caller and outlive it.
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, database, listener, signIn, languageModels, operations, clock, log } = options;
  const { redis, budget, metrics } = options;
  const { publicUrl, businessTimeZone: timezone } = config;
  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    frameworkErrors,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: {
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: HEADER_TIMEOUT_MS,
      connectionsCheckingInterval: LOOK_FOR_LATE_MS,
      shouldUpgradeCallback: isChatSocketRequest,
    },
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const business = await loadBusiness(database);
  const { pagesDirectory: directory } = options;
  const website = directory && (await createWebsite({ directory, business, publicUrl, log }));
  registerProblemHandling(app, {
    ...(website && {
      sendNotFoundPage: (request, reply) =>
        sendPage(request, reply, { page: website.notFound, statusCode: 404 }),
    }),
  });
  registerBodyParsing(app);
  await registerSecurityHeaders(app, { publicUrl });
  await registerApiDocs(app, { version: packageJson.version, publicUrl });

  const desk = createFrontDesk({
    business,
    database,
    languageModels: languageModels.forDesk?.('frontdesk') ?? languageModels.models,
    isGrounded: config.groundingCheck !== 'off',
    observer: metrics,
    timezone,
    clock,
    log,
  });
  const readHealth = createReadHealth({ database, languageModels, operations, redis, budget });
  const backOffice =
    operations && createBackOffice({ ...options, operations, redis, health: readHealth });
  const desks = backOffice === undefined ? [desk] : [desk, backOffice.desk];
  const runner = createTurnRunner({ database, listener, observer: metrics, clock, log });
  const reader = createTurnReader({ database, runner, desks, log });
  const jobs = [
    repeatJob({
      name: 'Deleting expired chats',
      everyMs: 60_000,
      work: () => deleteExpired(database),
      log,
    }),
    repeatJob({
      name: 'Deleting expired handoffs',
      everyMs: 60_000,
      work: () => deleteExpiredHandoffs({ database, now: clock() }),
      log,
    }),
    repeatJob({
      name: 'Deleting ended sessions',
      everyMs: 3_600_000,
      work: () => signIn.deleteExpiredSessions(clock()),
      log,
    }),
    repeatJob({
      name: 'Deleting old usage',
      everyMs: 3_600_000,
      work: () => deleteOldUsage({ database, now: clock() }),
      log,
    }),
  ];
  app.addHook('preClose', async () => {
    // Streams of changes end at once: whoever has one open goes to another process.
    const liveClosed = backOffice?.live.close();
    await runner.drain(options.drainMs ?? DRAIN_MS);
    await Promise.all([
      reader.close(),
      backOffice?.context.close(),
      liveClosed,
      ...jobs.map((job) => job.stop()),
    ]);
  });
  closeConnectionsOnShutdown(app);

  const clientAddress = createClientAddress(config.trustedProxies);
  const checkSameOrigin = createSameOriginCheck([new URL(publicUrl).origin]);
  const { version } = packageJson;
  await app.register(signInRoutes, {
    signIn,
    publicUrl,
    secret: options.secret,
    clientAddress,
    checkSameOrigin,
    redis,
  });
  await app.register(healthRoutes, { readHealth, database, version, clock });
  await app.register(frontDeskRoutes, {
    config,
    desk,
    business,
    runner,
    reader,
    database,
    redis,
    signIn,
    clientAddress,
    clock,
  });
  const apiKeys = createApiKeys({ database, clock });
  const { isOpenToThisMachine, secret } = options;
  const staff = backOffice && createStaffAccess({ signIn, apiKeys, isOpenToThisMachine });
  await app.register(bookingRoutes, {
    business,
    database,
    signIn,
    staff,
    clientAddress,
    checkSameOrigin,
    bookingsPerHour: config.bookingsPerHour,
    withNewBooking: operations && createTellOfBooking({ business, operations, publicUrl, clock }),
    observer: metrics,
    redis,
    timezone,
    clock,
  });
  if (operations !== undefined && backOffice !== undefined && staff !== undefined) {
    const gate = { staff, checkSameOrigin };
    const staffAccounts = createStaffAccounts({ database, signIn });
    await app.register(staffAdminRoutes, { ...gate, apiKeys, staffAccounts });
    const businessName = business.profile.name;
    await app.register(meRoute, { ...gate, database, businessName, timezone, version });
    const { leadership } = config;
    const { ownDomains } = operations.settings;
    await app.register(overviewRoute, {
      ...gate,
      database,
      timezone,
      leadership,
      ownDomains,
      clock,
    });
    await app.register(backOfficeApp, {
      ...gate,
      ...backOffice,
      config,
      database,
      operations,
      redis,
      runner,
      reader,
      secret,
      clock,
      log,
    });
    await app.register(consoleApp, {
      ...gate,
      database,
      frontDesk: desk,
      readHealth,
      languageModels,
      operations,
      budget,
      modelFailures: options.modelFailures,
      secret,
      pages: directory ? await createStaffPages({ directory, business, publicUrl }) : undefined,
      timezone,
      version,
      clock,
    });
    if (metrics !== undefined) {
      const { registry } = metrics;
      const { server } = app;
      watchServices({ registry, database, operations, redis, budget, server, version, clock });
      await app.register(metricsRoutes, { ...gate, registry });
    }
  }
  if (website) await app.register(websiteRoutes, { website });
  return app;
}
