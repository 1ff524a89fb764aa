import { z } from 'zod';
import { HttpProblem } from './problem.ts';

/** The path's `{id}`; read it with `readId`. */
export const idParams = z.object({ id: z.string() });

/** The id in lower case. Throws a 404 problem for what is no UUID: there can be no such record. */
export function readId({ id }: { id: string }, what: string): string {
  if (!z.uuid().safeParse(id).success) throw notFound(what);
  return id.toLowerCase();
}

export const notFound = (what: string): HttpProblem =>
  new HttpProblem({ code: 'not_found', detail: `there is no such ${what}` });
