import type { FastifyInstance } from 'fastify';
import { type ApiKeyRouteOptions, apiKeyRoutes } from './api-key-routes.ts';
import { type StaffAccountRouteOptions, staffAccountRoutes } from './staff-account-routes.ts';

export type StaffAdminRouteOptions = ApiKeyRouteOptions & StaffAccountRouteOptions;

/**
 * Who may use the back office: API keys and accounts of staff. Every route is for administrators.
 * The app needs Zod's validator and serializer, and problem handling.
 */
export async function staffAdminRoutes(
  app: FastifyInstance,
  options: StaffAdminRouteOptions,
): Promise<void> {
  await app.register(apiKeyRoutes, options);
  await app.register(staffAccountRoutes, options);
}
