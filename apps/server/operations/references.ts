import type { Database } from '../platform/database.ts';

/** What answers may cite. */
export const referenceKinds = ['email', 'execution', 'task'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

const tables = { email: 'emails', execution: 'executions', task: 'tasks' } as const;
const SHORT_ID = /^[\da-f]{12}$/;
const WHOLE_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A record as people read it and answers cite it: '[execution:8f14e45fceea]'. */
export function referenceOf(kind: ReferenceKind, id: string): string {
  return `[${kind}:${shortId(id)}]`;
}

/** The last group of an id: random in every id, so in practice one of a kind. */
export function shortId(id: string): string {
  return id.slice(-12).toLowerCase();
}

/** What somebody wrote for a record; `kind` only when it says so, `id` short or whole. */
export interface WrittenReference {
  kind: ReferenceKind | undefined;
  id: string;
}

/** Reads '[kind:…]', 'kind:…', a bare last group or a whole id; undefined for anything else. */
export function readReference(text: string): WrittenReference | undefined {
  const written = text.trim().toLowerCase();
  const inner = written.startsWith('[') && written.endsWith(']') ? written.slice(1, -1) : written;
  const colon = inner.indexOf(':');
  const kind = referenceKinds.find((known) => known === inner.slice(0, Math.max(0, colon)).trim());
  if (colon !== -1 && kind === undefined) return undefined;
  const id = inner.slice(colon + 1).trim();
  return SHORT_ID.test(id) || WHOLE_ID.test(id) ? { kind, id } : undefined;
}

/**
 * The whole id of the record that is meant, by index; `id` may be written in any way `readReference`
 * knows. Undefined when there is none, when it is of another kind, or when two could be meant.
 */
export async function resolveReference({
  database,
  kind,
  id,
}: {
  database: Pick<Database, 'pool'>;
  kind: ReferenceKind;
  id: string;
}): Promise<string | undefined> {
  const reference = readReference(id);
  if (reference === undefined || (reference.kind ?? kind) !== kind) return undefined;
  const column = WHOLE_ID.test(reference.id) ? 'id' : 'right(id::text, 12)';
  const { rows } = await database.pool.query<{ id: string }>(
    `select id from ${tables[kind]} where ${column} = $1 limit 2`,
    [reference.id],
  );
  return rows.length === 1 ? rows[0]?.id : undefined;
}

/** A mail and its execution. */
export interface MailIds {
  emailId: string;
  executionId: string;
}

/** The mail that a reference to it, to its execution or to a task of it is about. */
export async function resolveMail(
  database: Pick<Database, 'pool'>,
  id: string,
): Promise<MailIds | undefined> {
  const said = readReference(id);
  if (said === undefined) return undefined;
  for (const kind of said.kind === undefined ? referenceKinds : [said.kind]) {
    const found = await resolveReference({ database, kind, id });
    if (found === undefined) continue;
    const { rows } = await database.pool.query<MailIds>(MAIL_OF[kind], [found]);
    return rows[0];
  }
  return undefined;
}

const ids = 'x.email_id as "emailId", x.id as "executionId" from executions x';
const MAIL_OF: Record<ReferenceKind, string> = {
  email: `select ${ids} where x.email_id = $1`,
  execution: `select ${ids} where x.id = $1`,
  task: `select ${ids} join tasks t on t.execution_id = x.id where t.id = $1`,
};
