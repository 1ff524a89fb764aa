import type { FastifySchema, FastifySchemaCompiler } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';

/**
 * For routes that read their body themselves, so that they can name everything that is wrong with
 * it: its schema is only what the API's document says of it.
 */
export const keepRawBody: FastifySchemaCompiler<FastifySchema> = ({ schema, ...route }) =>
  route.httpPart === 'body'
    ? (body) => ({ value: body })
    : validatorCompiler({ ...route, schema: schema as z.ZodType });
