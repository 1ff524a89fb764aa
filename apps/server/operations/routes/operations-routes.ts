import type { FastifyInstance } from 'fastify';
import { type AgentRouteOptions, agentRoutes } from './agent-routes.ts';
import { type AttachmentRouteOptions, attachmentRoutes } from './attachment-routes.ts';
import { type CalendarRouteOptions, calendarRoutes } from './calendar-routes.ts';
import { type DeadlineRouteOptions, deadlineRoutes } from './deadline-routes.ts';
import { type EmailRouteOptions, emailRoutes } from './email-routes.ts';
import { type ExecutionRouteOptions, executionRoutes } from './execution-routes.ts';
import { type NotificationRouteOptions, notificationRoutes } from './notification-routes.ts';
import { type ReviewRouteOptions, reviewRoutes } from './review-routes.ts';
import { type TaskRouteOptions, taskRoutes } from './task-routes.ts';
import { type VendorRouteOptions, vendorRoutes } from './vendor-routes.ts';

/**
 * `staff` and `checkSameOrigin` guard every route; `database` is migrated; `pipeline` retries and
 * cancels; `workers` read files out of mail; `settings` are the whole server's; `secret` signs the
 * calendar's address; `wakeOutbox` is called when a decision may have made notifications.
 */
export type OperationsRouteOptions = EmailRouteOptions &
  AttachmentRouteOptions &
  ExecutionRouteOptions &
  TaskRouteOptions &
  DeadlineRouteOptions &
  ReviewRouteOptions &
  NotificationRouteOptions &
  AgentRouteOptions &
  VendorRouteOptions &
  CalendarRouteOptions;

/**
 * What staff read of the mail and what they decide, as docs/api.md describes it. Taking mail in is
 * intake/routes.ts. The app needs Zod's validator and serializer, and problem handling.
 */
export async function operationsRoutes(
  app: FastifyInstance,
  options: OperationsRouteOptions,
): Promise<void> {
  await app.register(emailRoutes, options);
  await app.register(attachmentRoutes, options);
  await app.register(executionRoutes, options);
  await app.register(taskRoutes, options);
  await app.register(deadlineRoutes, options);
  await app.register(reviewRoutes, options);
  await app.register(notificationRoutes, options);
  await app.register(calendarRoutes, options);
  await app.register(agentRoutes, options);
  await app.register(vendorRoutes, options);
}
