import type { Database } from '../platform/database.ts';
import type { BookingTables } from './tables.ts';

/**
 * Makes the customer of a sign-in account; does nothing when there is one. The ids are the same.
 * Earlier bookings made as a guest under the same e-mail address are not given to the account:
 * nobody has shown that the address is theirs.
 */
export async function ensureCustomer(
  database: Database,
  { id, name, email }: { id: string; name: string; email: string },
): Promise<void> {
  await database
    .for<BookingTables>()
    .insertInto('customers')
    .values({ id, name, email })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
