import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { type Business, createBusiness } from './business.ts';
import {
  catalogueSchema,
  policySchema,
  serviceAreaSchema,
  surchargeRuleSchema,
} from './catalogue.ts';
import type { BookingTables } from './tables.ts';

/**
 * Reads the whole catalogue from the database. Throws when a section is missing or does not have
 * the shape that catalogue.ts describes: nothing may be sold by half a catalogue.
 */
export async function loadBusiness(database: Database): Promise<Business> {
  const tables = database.for<BookingTables>();
  const [sections, areas, zipCodes, rules, policies] = await Promise.all([
    tables.selectFrom('catalogue_sections').select(['section', 'content']).execute(),
    tables.selectFrom('service_areas').selectAll().orderBy('position').execute(),
    tables.selectFrom('service_area_zip_codes').selectAll().orderBy('zip_code').execute(),
    tables.selectFrom('surcharge_rules').selectAll().orderBy('position').execute(),
    tables.selectFrom('policies').selectAll().orderBy('position').execute(),
  ]);
  const zipCodesByArea = Map.groupBy(zipCodes, ({ area }) => area);

  return createBusiness({
    catalogue: catalogueSchema.parse(
      Object.fromEntries(sections.map(({ section, content }) => [section, content])),
    ),
    areas: z.array(serviceAreaSchema).parse(
      areas.map(({ area, surcharge_cents, ...rest }) => ({
        ...rest,
        area,
        surchargeCents: surcharge_cents,
        zipCodes: (zipCodesByArea.get(area) ?? []).map(({ zip_code }) => zip_code),
      })),
    ),
    surchargeRules: z.array(surchargeRuleSchema).parse(
      rules.map(({ service_type, amount_cents, ...rest }) => ({
        ...rest,
        serviceType: service_type,
        amountCents: amount_cents,
      })),
    ),
    policies: z.array(policySchema).parse(policies),
  });
}
