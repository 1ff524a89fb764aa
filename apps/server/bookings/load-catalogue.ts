import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';
import type { BookingTables } from './tables.ts';

/**
 * Writes the shipped catalogue into a database that has none; otherwise changes nothing, so that
 * prices edited in the database stay. Servers may do it at the same time.
 */
export async function loadCatalogue(database: Database): Promise<void> {
  await database
    .for<BookingTables>()
    .transaction()
    .execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(hashtext('deskbell.catalogue'))`.execute(transaction);
      const existing = await transaction
        .selectFrom('catalogue_sections')
        .select('section')
        .limit(1)
        .executeTakeFirst();
      if (existing !== undefined) return;

      const { catalogue, areas, surchargeRules, policies } = readShippedCatalogue();
      const sections = Object.entries(catalogue).map(([section, content]) => ({
        section,
        content: JSON.stringify(content),
      }));
      await transaction.insertInto('catalogue_sections').values(sections).execute();
      await transaction
        .insertInto('service_areas')
        .values(
          areas.map(({ area, state, zone, surchargeCents }, position) => ({
            area,
            state,
            zone,
            surcharge_cents: surchargeCents,
            position,
          })),
        )
        .execute();
      await transaction
        .insertInto('service_area_zip_codes')
        .values(
          areas.flatMap(({ area, zipCodes }) => zipCodes.map((zip_code) => ({ zip_code, area }))),
        )
        .execute();
      await transaction
        .insertInto('surcharge_rules')
        .values(
          surchargeRules.map(({ name, kind, serviceType, amountCents, days }, position) => ({
            name,
            kind,
            service_type: serviceType,
            amount_cents: amountCents,
            days: JSON.stringify(days),
            position,
          })),
        )
        .execute();
      await transaction
        .insertInto('policies')
        .values(policies.map((policy, position) => ({ ...policy, position })))
        .execute();
    });
}
