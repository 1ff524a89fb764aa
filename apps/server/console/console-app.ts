import type { FastifyInstance } from 'fastify';
import type { DailyBudget } from '../budget/daily-budget.ts';
import type { ModelFailures } from '../budget/model-failures.ts';
import type { Desk } from '../chat/desk.ts';
import type { FrontDeskPrincipal } from '../desks/frontdesk/principal.ts';
import { createToolName } from '../desks/frontdesk/tool-names.ts';
import type { ReadHealth } from '../health/health.ts';
import type { LanguageModels } from '../language-models.ts';
import type { Operations } from '../operations/operations.ts';
import type { Database } from '../platform/database.ts';
import type { StaffGate } from '../platform/sign-in/admit-staff.ts';
import { consoleRoutes } from './console-routes.ts';
import { conversationRoutes } from './conversations/conversation-routes.ts';
import type { StaffPages } from './staff-pages.ts';
import { createReadSystemReport } from './system/create-read-system-report.ts';
import { watchEventLoop } from './system/event-loop-watch.ts';
import { systemRoutes } from './system/system-routes.ts';

export interface ConsoleAppOptions extends StaffGate {
  database: Pick<Database, 'pool'>;
  frontDesk: Pick<Desk<FrontDeskPrincipal>, 'tools' | 'toolLabel'>;
  readHealth: ReadHealth;
  languageModels: Pick<LanguageModels, 'models'>;
  operations: Pick<Operations, 'doors' | 'settings'>;
  budget: DailyBudget | undefined;
  modelFailures: ModelFailures | undefined;
  /** Of this server; at least 32 characters. */
  secret: string;
  /** Undefined: only the API. */
  pages: StaffPages | undefined;
  /** Of the business; an IANA name. */
  timezone: string;
  version: string;
  clock: () => Date;
}

/** The console's own page, and what it alone reads: conversations and the system report. */
export async function consoleApp(app: FastifyInstance, options: ConsoleAppOptions): Promise<void> {
  const { staff, checkSameOrigin, database, frontDesk, secret, pages } = options;
  const gate = { staff, checkSameOrigin };
  const eventLoop = watchEventLoop();
  app.addHook('onClose', async () => eventLoop.close());
  const readSystemReport = createReadSystemReport({ ...options, eventLoop });

  await app.register(systemRoutes, { ...gate, readSystemReport });
  await app.register(conversationRoutes, {
    ...gate,
    database,
    secret,
    toolName: createToolName(frontDesk),
    toolLabel: (tool) => frontDesk.toolLabel(tool),
  });
  if (pages !== undefined) await app.register(consoleRoutes, { staff, pages });
}
