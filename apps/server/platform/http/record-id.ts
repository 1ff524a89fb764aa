import { z } from 'zod';
import { isUuid } from '../is-uuid.ts';
import { HttpProblem } from './problem.ts';

/** The path's `{id}`; read it with `readId`. */
export const idParams = z.object({ id: z.string().describe('A UUID.') });

/** The id in lower case. Throws a 404 problem for what is no UUID: there can be no such record. */
export function readId({ id }: { id: string }, what: string): string {
  if (!isUuid(id)) throw notFound(what);
  return id.toLowerCase();
}

export const notFound = (what: string): HttpProblem =>
  new HttpProblem({ code: 'not_found', detail: `there is no such ${what}` });
