import type { FastifyInstance } from 'fastify';
import type { Desk } from '../../../chat/desk.ts';
import { createSessionStore } from '../../../chat/session-store.ts';
import type { TurnReader } from '../../../chat/turn-reader.ts';
import type { TurnRunner } from '../../../chat/turn-runner.ts';
import type { Database } from '../../../platform/database.ts';
import { admitStaff, type StaffGate } from '../../../platform/sign-in/admit-staff.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import type { OperationalContext } from '../context/operational-context.ts';
import type { SendMessage } from '../send-message.ts';
import { messageRoutes } from './message-routes.ts';
import { sessionRoutes } from './session-routes.ts';

export interface BackOfficeRouteOptions extends StaffGate {
  desk: Pick<Desk<StaffMember>, 'toolLabel'>;
  runner: Pick<TurnRunner, 'requestStop'>;
  reader: Pick<TurnReader, 'find'>;
  database: Pick<Database, 'pool'>;
  sendMessage: SendMessage;
  context: Pick<OperationalContext, 'read'>;
  clock: () => Date;
}

/**
 * The chat of staff over HTTP, as docs/api.md describes it. The app needs Zod's validator and
 * serializer, and problem handling.
 */
export async function backOfficeRoutes(
  app: FastifyInstance,
  options: BackOfficeRouteOptions,
): Promise<void> {
  const sessions = createSessionStore(options.database);
  const context = { ...options, sessions, memberOf: admitStaff(app, options) };
  sessionRoutes(app, context);
  messageRoutes(app, context);
}
