import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Model } from '@deskbell/engine';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { createApp } from '../apps/server/app.ts';
import { ensureCustomer } from '../apps/server/bookings/ensure-customer.ts';
import { loadCatalogue } from '../apps/server/bookings/load-catalogue.ts';
import { createMetrics } from '../apps/server/metrics/create-metrics.ts';
import { createOperations, type Operations } from '../apps/server/operations/operations.ts';
import type { OperationsSettings } from '../apps/server/operations/settings.ts';
import { type Database, openDatabase } from '../apps/server/platform/database.ts';
import { createListener } from '../apps/server/platform/listener.ts';
import { createSignIn, type SignIn } from '../apps/server/platform/sign-in/sign-in.ts';
import { createTestDatabase, type Owner } from './postgres.ts';
import { findFreePort } from './server-process.ts';

export interface TestServer {
  url: string;
  database: Database;
  databaseUrl: string;
  /** The listening server itself, to count its connections. */
  server: Server;
  signIn: SignIn;
  operations: Operations | undefined;
  /** Everything that was logged, one JSON line each. */
  logLines: readonly string[];
  close(): Promise<void>;
}

export interface TestServerOptions {
  languageModels?: readonly Model[];
  /** Another server's database, to be a second process of the same service. */
  databaseUrl?: string;
  clock?: () => Date;
  messagesPerHour?: number;
  bookingsPerHour?: number;
  /** Other websites that may embed the chat. */
  corsOrigins?: readonly string[];
  /** Of staff; without a limit unless given, and likewise their tokens. */
  messagesPerMinute?: number;
  dailyTokens?: number;
  /** Whose language models are held to tools and facts; those of the front desk unless given. */
  groundingCheck?: 'front-desk' | 'both' | 'off';
  /** Whether it counts for Prometheus, at /metrics. */
  hasMetrics?: boolean;
  trustedProxies?: string[];
  pagesDirectory?: string;
  /** Whether PUBLIC_URL is its real address, as for browsers that follow it; else a fixed one. */
  isPublicHere?: boolean;
  drainMs?: number;
  /** The back office, as whatever these settings change of the usual ones; without it there is none. */
  backOffice?: Partial<OperationsSettings>;
  /** Mails read at the same time; 2 unless given. With 1 they are read in their order. */
  mailConcurrency?: number;
  /** Models for the agents; the rules alone unless given. */
  agentModels?: readonly Model[];
  /** Whether staff need no sign-in from this machine; with a back office they do not. */
  isOpenToThisMachine?: boolean;
}

const usualSettings: Omit<OperationsSettings, 'publicUrl'> = {
  timezone: 'America/New_York',
  ownDomains: ['totetaxi.example'],
  ownAddresses: [],
  staffNames: [],
  allowedSenders: [],
  blockedSenders: [],
  reviewBelowConfidence: 0.9,
  notifications: { email: undefined, webhook: undefined },
};

/** The whole server over real HTTP and PostgreSQL on a port of its own; closed with its owner. */
export async function startTestServer(
  owner: Owner,
  options: TestServerOptions = {},
): Promise<TestServer> {
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase(owner)).url;
  const logLines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => logLines.push(line) });
  const database = openDatabase({ url: databaseUrl, log });
  await loadCatalogue(database);
  const listener = createListener({ url: databaseUrl, log });
  const ownPort = options.isPublicHere === true ? await findFreePort() : '0';
  const publicUrl = ownPort === '0' ? 'http://localhost:8000' : `http://127.0.0.1:${ownPort}`;
  const secret = 'a secret for tests, thirty-two characters or more';
  const clock = options.clock ?? (() => new Date());
  const operations =
    options.backOffice &&
    createOperations({
      database,
      listener,
      languageModels: options.agentModels ?? [],
      settings: { ...usualSettings, publicUrl, ...options.backOffice },
      concurrency: options.mailConcurrency ?? 2,
      ownsDatabase: options.databaseUrl === undefined,
      clock,
      log,
    });
  const signIn = createSignIn({
    database,
    secret,
    publicUrl,
    trustedOrigins: [],
    log,
    onSignUp: (user) => ensureCustomer(database, user),
  });
  let app: FastifyInstance | undefined;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      await app?.close();
      await operations?.close();
      await listener.close();
      await database.close();
    })();
    return closing;
  };
  owner.after(close);
  app = await createApp({
    config: {
      publicUrl,
      businessTimeZone: 'America/New_York',
      trustedProxies: options.trustedProxies ?? [],
      frontDeskMessagesPerHour: options.messagesPerHour ?? 1_000_000,
      bookingsPerHour: options.bookingsPerHour ?? 1_000_000,
      corsOrigins: options.corsOrigins ?? [],
      backOfficeMessagesPerMinute: options.messagesPerMinute ?? 1_000_000,
      backOfficeDailyTokens: options.dailyTokens ?? 1_000_000_000,
      leadership: [],
      groundingCheck: options.groundingCheck ?? 'front-desk',
    },
    database,
    listener,
    signIn,
    languageModels: { models: options.languageModels ?? [], warnings: [] },
    ...(operations === undefined ? {} : { operations }),
    metrics: options.hasMetrics === true ? createMetrics() : undefined,
    secret,
    isOpenToThisMachine: options.isOpenToThisMachine ?? operations !== undefined,
    ...(options.pagesDirectory === undefined ? {} : { pagesDirectory: options.pagesDirectory }),
    ...(options.drainMs === undefined ? {} : { drainMs: options.drainMs }),
    clock,
    log,
  });
  await operations?.start();
  await app.listen({ port: Number(ownPort), host: '127.0.0.1' });
  await listener.ready();
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return { url, database, operations, databaseUrl, server: app.server, signIn, logLines, close };
}
