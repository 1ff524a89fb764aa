import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

/** The same app, whose handlers get the types of their routes' Zod schemas. */
export const withSchemas = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();
