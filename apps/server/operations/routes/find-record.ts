import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { notFound } from '../../platform/http/record-id.ts';
import { isUuid } from '../../platform/is-uuid.ts';
import { type ReferenceKind, resolveReference } from '../references.ts';

/** The path's `{id}`; read it with `findRecord`. */
export const recordParams = z.object({
  id: z.string().describe('A UUID, or its last group as answers cite it.'),
});

const names: Record<ReferenceKind, string> = {
  email: 'e-mail',
  execution: 'execution',
  task: 'task',
};

/**
 * The whole id a path means: given whole, or short as answers cite it ('8f14e45fceea'). Throws a 404
 * problem for what is neither, for an unknown short one, and for one that could mean two records.
 */
export async function findRecord({
  database,
  kind,
  id,
}: {
  database: Pick<Database, 'pool'>;
  kind: ReferenceKind;
  id: string;
}): Promise<string> {
  if (isUuid(id)) return id.toLowerCase();
  const found = await resolveReference({ database, kind, id });
  if (found === undefined) throw notFound(names[kind]);
  return found;
}
