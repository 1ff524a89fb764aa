import type { Catalogue, Policy, ServiceArea, SurchargeRule } from './catalogue.ts';
import { renderPolicyText } from './policy-text.ts';

/**
 * What the business sells, where and on which terms, as loaded from the database. Nothing in it
 * changes after loading; load again to see changed data.
 */
export interface Business extends Readonly<Catalogue> {
  readonly areas: readonly ServiceArea[];
  readonly areaByZipCode: ReadonlyMap<string, ServiceArea>;
  readonly surchargeRules: readonly SurchargeRule[];
  readonly policies: readonly Policy[];
}

/**
 * Puts loaded parts together, writes the catalogue's prices into the policies and freezes the whole.
 * Throws when a policy names something that the catalogue does not have.
 */
export function createBusiness(parts: {
  catalogue: Catalogue;
  areas: readonly ServiceArea[];
  surchargeRules: readonly SurchargeRule[];
  policies: readonly Policy[];
}): Business {
  const { catalogue, areas, surchargeRules, policies } = parts;
  const areaByZipCode = new Map(
    areas.flatMap((area) => area.zipCodes.map((zipCode) => [zipCode, area] as const)),
  );
  return deepFreeze({
    ...catalogue,
    areas,
    areaByZipCode,
    surchargeRules,
    policies: policies.map((policy) => ({
      ...policy,
      text: renderPolicyText(policy.text, { catalogue, areas }),
    })),
  });
}

/** A short way to reach a person, for the end of a sentence. */
export function contactOf({ profile }: Business): string {
  return `call ${profile.phone} or e-mail ${profile.email}`;
}

function deepFreeze<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) deepFreeze(part);
  }
  return Object.freeze(value);
}
