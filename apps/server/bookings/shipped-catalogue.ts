import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type Catalogue,
  catalogueSchema,
  type Policy,
  policySchema,
  type ServiceArea,
  type SurchargeRule,
  serviceAreaSchema,
  surchargeRuleSchema,
} from './catalogue.ts';

export interface ShippedCatalogue {
  catalogue: Catalogue;
  areas: ServiceArea[];
  surchargeRules: SurchargeRule[];
  policies: Policy[];
}

/** Reads the files in data/, which a new database starts from. Throws when one is not valid. */
export function readShippedCatalogue(): ShippedCatalogue {
  const { surchargeRules, ...catalogue } = read('catalogue.json') as Record<string, unknown>;
  return {
    catalogue: catalogueSchema.parse(catalogue),
    surchargeRules: z.array(surchargeRuleSchema).parse(surchargeRules),
    areas: z.array(serviceAreaSchema).parse(read('service-area.json')),
    policies: z.array(policySchema).parse(read('policies.json')),
  };
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8'));
}
