import { ToolError } from '@deskbell/engine';
import { type MailIds, resolveMail } from '../../../operations/references.ts';
import type { Database } from '../../../platform/database.ts';

/** The mail that a ref is about. Throws `ToolError` when there is none, or more than one. */
export async function findMail(database: Pick<Database, 'pool'>, ref: string): Promise<MailIds> {
  const found = await resolveMail(database, ref);
  if (found !== undefined) return found;
  throw new ToolError(
    'There is no such e-mail, execution or task. Use a ref exactly as another result gave it, or find it with search_emails.',
  );
}
