import type { Business } from '../../bookings/business.ts';
import type { PriceFact } from '../grounding/check-price-of.ts';

/** What an amount beside the name of something that is sold must be. */
export function createPriceFacts(business: Business): PriceFact[] {
  const { mini_move, standard_delivery, specialty_item, blade_transfer } = business;
  const coiCents = mini_move.tiers.flatMap(({ coi }) => (coi.included ? [] : [coi.feeCents]));
  const surchargeCents = [...business.surchargeRules.map(({ amountCents }) => amountCents)];
  surchargeCents.push(...business.areas.map((area) => area.surchargeCents));
  return [
    ...mini_move.tiers.map(({ name, basePriceCents }) =>
      named(name.replace(/ move$/i, '(?: move)?'), basePriceCents),
    ),
    named(
      standard_delivery.label,
      standard_delivery.pricePerItemCents,
      standard_delivery.minimumChargeCents,
    ),
    named(
      `${blade_transfer.label}s?`,
      blade_transfer.pricePerBagCents,
      blade_transfer.minimumChargeCents,
    ),
    ...specialty_item.items.map(({ name, priceCents }) =>
      named(`(?:${name.split(/ \/ | \(/, 1)[0]})s?`, priceCents),
    ),
    named(
      'COI(?: fee)?|certificate of insurance(?: \\(COI\\))?',
      standard_delivery.coiFeeCents,
      specialty_item.coiFeeCents,
      ...coiCents,
    ),
    named('same-day(?: delivery)?', standard_delivery.sameDayCents, specialty_item.sameDayCents),
    behind('(?:a|per|/|each|for each) ?bag', blade_transfer.pricePerBagCents),
    behind('(?:an|per|/) ?hour'),
    behind('(?:off|discount|cheaper)'),
    behind('(?:(?!and|or|plus)[a-z-]+ ){0,2}surcharge', ...surchargeCents),
  ];
}

const named = (names: string, ...cents: number[]): PriceFact => ({
  names: new RegExp(`\\b(?:${names})(?![\\w-])`, 'i'),
  stands: 'before',
  cents,
});

const behind = (names: string, ...cents: number[]): PriceFact => ({
  names: new RegExp(`^ ?${names}\\b`, 'i'),
  stands: 'behind',
  cents,
});
