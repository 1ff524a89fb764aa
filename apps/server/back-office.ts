import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Desk } from './chat/desk.ts';
import { createSessionStore } from './chat/session-store.ts';
import type { TurnReader } from './chat/turn-reader.ts';
import type { TurnRunner } from './chat/turn-runner.ts';
import type { Config } from './config.ts';
import { chatSocketRoutes } from './desks/backoffice/chat-socket/chat-socket-routes.ts';
import { createOperationalContext } from './desks/backoffice/context/create-operational-context.ts';
import type { OperationalContext } from './desks/backoffice/context/operational-context.ts';
import { createQuotas } from './desks/backoffice/create-quotas.ts';
import { createBackOfficeDesk } from './desks/backoffice/desk.ts';
import { backOfficeRoutes } from './desks/backoffice/routes/back-office-routes.ts';
import { createSendMessage } from './desks/backoffice/send-message.ts';
import type { GroundingObserver } from './desks/grounding/grounding-observer.ts';
import type { ReadHealth } from './health/health.ts';
import type { LanguageModels } from './language-models.ts';
import { createLive, type Live } from './live/live.ts';
import { liveRoutes } from './live/live-routes.ts';
import { intakeRoutes } from './operations/intake/routes.ts';
import type { Operations } from './operations/operations.ts';
import { operationsRoutes } from './operations/routes/operations-routes.ts';
import { createCache } from './platform/cache/create-cache.ts';
import type { Database } from './platform/database.ts';
import type { Listener } from './platform/listener.ts';
import type { Redis } from './platform/redis.ts';
import type { StaffGate } from './platform/sign-in/admit-staff.ts';
import type { StaffMember } from './platform/sign-in/staff-access.ts';

/** What the back office is made of; `context` and `live` are closed by the caller. */
export interface BackOffice {
  desk: Desk<StaffMember>;
  context: OperationalContext;
  live: Live;
}

export function createBackOffice(options: {
  config: Pick<Config, 'leadership' | 'groundingCheck'>;
  database: Database;
  listener: Listener;
  languageModels: LanguageModels;
  operations: Operations;
  redis: Redis | undefined;
  health: ReadHealth;
  metrics?: GroundingObserver | undefined;
  clock: () => Date;
  log: Logger;
}): BackOffice {
  const { config, database, languageModels, operations, redis, health, clock, log } = options;
  const { timezone, ownDomains } = operations.settings;
  const context = createOperationalContext({
    database,
    listener: options.listener,
    cache: createCache({ redis, clock, log }),
    timezone,
    health,
    clock,
    log,
  });
  const desk = createBackOfficeDesk({
    database,
    languageModels: languageModels.forDesk?.('backoffice') ?? languageModels.models,
    timezone,
    context,
    health,
    leadership: config.leadership,
    isGrounded: config.groundingCheck === 'both',
    observer: options.metrics,
    ownDomains,
    clock,
    log,
  });
  const live = createLive({ database, listener: options.listener, clock, log });
  return { desk, context, live };
}

export interface BackOfficeAppOptions extends StaffGate, BackOffice {
  config: Pick<Config, 'backOfficeMessagesPerMinute' | 'backOfficeDailyTokens'>;
  database: Database;
  operations: Operations;
  redis: Redis | undefined;
  runner: TurnRunner;
  reader: TurnReader;
  /** Of this server; signs the calendar's address. */
  secret: string;
  clock: () => Date;
  log: Logger;
}

/** All routes for staff: mail coming in, its records, and the chat over HTTP and WebSocket. */
export async function backOfficeApp(
  app: FastifyInstance,
  options: BackOfficeAppOptions,
): Promise<void> {
  const { config, desk, context, live, database, operations, redis, runner, reader } = options;
  const { staff, checkSameOrigin, secret, clock, log } = options;
  const quotas = createQuotas({
    database,
    redis,
    messagesPerMinute: config.backOfficeMessagesPerMinute,
    dailyTokens: config.backOfficeDailyTokens,
    timezone: operations.settings.timezone,
    clock,
  });
  const sendMessage = createSendMessage({ desk, runner, reader, quotas });
  const chat = { runner, reader, staff, checkSameOrigin, sendMessage, clock };
  await app.register(intakeRoutes, { accept: operations.accept, staff, checkSameOrigin });
  await app.register(operationsRoutes, {
    database,
    pipeline: operations.pipeline,
    workers: operations.workers,
    settings: operations.settings,
    wakeOutbox: () => operations.wakeOutbox(),
    staff,
    checkSameOrigin,
    secret,
    clock,
  });
  await app.register(liveRoutes, { live, staff, checkSameOrigin });
  await app.register(backOfficeRoutes, { ...chat, desk, database, context });
  await app.register(chatSocketRoutes, { ...chat, sessions: createSessionStore(database), log });
}
