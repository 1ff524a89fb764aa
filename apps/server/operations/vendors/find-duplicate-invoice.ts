import { type Kysely, sql } from 'kysely';
import type { Invoice } from '../agents/findings.ts';
import type { Email } from '../mail/email.ts';
import type { OperationsTables } from '../tables.ts';
import { foldName, namedVendor, senderVendor } from './vendor-key.ts';

/**
 * The execution of the first recorded invoice of the same vendor with the same number, however the
 * number is written; null when there is none or the invoice has no number. The vendor is known by
 * the sender's domain or by its name, so that a forwarded copy is found too. Of two copies read at
 * the same time neither finds the other: `observeMail` does.
 */
export async function findDuplicateInvoice({
  database,
  executionId,
  email,
  invoice,
}: {
  /** Or a transaction. */
  database: Kysely<OperationsTables>;
  executionId: string;
  email: Pick<Email, 'envelope'>;
  invoice: Pick<Invoice, 'vendor' | 'number'>;
}): Promise<string | null> {
  const number = invoiceNumber(invoice);
  if (number === null) return null;
  const identities = [senderVendor(email, null), namedVendor(invoice)];
  const keys = identities.flatMap((identity) => (identity === null ? [] : [identity.key]));
  const { rows } = await sql<{ execution_id: string; vendor_key: string; name: string }>`
    select same_number.execution_id, vendors.vendor_key, vendors.name
    from (
      select execution_id, vendor_id, created_at from invoices
      where folded_number(number) = folded_number(${number}::text)
        and execution_id <> ${executionId}::uuid
      order by created_at limit 1000
    ) as same_number
    join vendors on vendors.id = same_number.vendor_id
    order by vendors.vendor_key = any (${keys}::text[]) desc, same_number.created_at,
      same_number.execution_id
    limit 100
  `.execute(database);
  const foldedName = foldName(invoice.vendor ?? '');
  const same = rows.find(
    ({ vendor_key, name }) =>
      keys.includes(vendor_key) || (foldedName !== '' && foldName(name) === foldedName),
  );
  return same?.execution_id ?? null;
}

/** As PostgreSQL can store it; null when nothing of it could be compared. */
export function invoiceNumber({ number }: Pick<Invoice, 'number'>): string | null {
  const text = (number ?? '')
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(text) ? text.slice(0, 100) : null;
}
