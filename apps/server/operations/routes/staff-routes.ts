import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HttpProblem } from '../../platform/http/problem.ts';

export const withSchemas = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();

export const idParams = z.object({ id: z.string() });

/** The id in lower case. Throws a 404 problem for what is no UUID: there can be no such record. */
export function readId({ id }: { id: string }, what: string): string {
  if (!z.uuid().safeParse(id).success) throw notFound(what);
  return id.toLowerCase();
}

export const notFound = (what: string): HttpProblem =>
  new HttpProblem({ code: 'not_found', detail: `there is no such ${what}` });
