import { parsePhoneNumberWithError } from 'libphonenumber-js';
import { bookingOptionsOf } from '../bookings/booking-options.ts';
import type { Business } from '../bookings/business.ts';
import type { ServiceArea } from '../bookings/catalogue.ts';
import { localDay } from '../platform/business-day.ts';
import { describeSurchargeDay } from './describe-surcharge-day.ts';
import { groupPolicies } from './policy-groups.ts';

/** Everything that templates may name, besides `page` and `site`. Money is in cents. */
export function pageDataOf(business: Business, now: Date) {
  const { profile, mini_move, standard_delivery, specialty_item, blade_transfer, areas } = business;
  const policyText = (id: string) =>
    business.policies.find((policy) => policy.id === id)?.text ?? null;
  return {
    profile: { ...profile, phoneHref: phoneHref(profile.phone) },
    year: localDay(now, profile.timezone).slice(0, 4),
    miniMove: {
      ...mini_move,
      taxPercent: Number((mini_move.organizingTaxRate * 100).toFixed(4)),
      tiers: mini_move.tiers.map((tier) => ({ ...tier, pieces: tier.pieces.replace('-', '–') })),
      leastPriceCents: Math.min(...mini_move.tiers.map(({ basePriceCents }) => basePriceCents)),
    },
    standardDelivery: standard_delivery,
    specialtyItems: specialty_item,
    specialtyWords: specialty_item.items.map(({ aliases, name }) => aliases[0] ?? name),
    airportTransfer: blade_transfer,
    booking: business.booking,
    bookingOptions: bookingOptionsOf(business),
    areas: areas.map((area) => ({ ...area, id: slug(area.area) })),
    coreAreas: areas.filter(({ zone }) => zone === 'core'),
    surchargeAreas: areas.filter(({ zone }) => zone === 'surcharge'),
    areaSurcharge: areaSurcharge(areas),
    zipCodes: areas.map(({ area, state, surchargeCents, zipCodes }) => ({
      area,
      state,
      surchargeCents,
      zipCodes,
    })),
    daySurcharges: daySurchargesOf(business),
    quoted: {
      areas: policyText('areas'),
      meet: policyText('meet'),
    },
    policyGroups: groupPolicies(business.policies),
    structuredData: {
      '@context': 'https://schema.org',
      '@type': 'MovingCompany',
      name: profile.name,
      description: profile.tagline,
      telephone: profile.phone,
      email: profile.email,
      address: profile.office,
      areaServed: areas.map(({ area, state }) => `${area}, ${state}`),
    },
  };
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

function phoneHref(phone: string): string {
  try {
    return parsePhoneNumberWithError(phone, 'US').getURI();
  } catch {
    return `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
  }
}

/** Surcharges of days, those of the same days together. */
function daySurchargesOf(business: Business) {
  const byDays = Map.groupBy(business.surchargeRules, ({ kind, days }) =>
    JSON.stringify([kind, days]),
  );
  return [...byDays.values()].map((rules) => ({
    title: rules[0]?.kind === 'peak' ? 'Peak days' : 'Weekends',
    days: capitalized((rules[0]?.days ?? []).map(describeSurchargeDay).join(', ')),
    amounts: rules.map(({ serviceType, amountCents }) => ({
      service: business[serviceType].label,
      cents: amountCents,
    })),
  }));
}

/** What an address outside the core costs more, from the least to the most. */
function areaSurcharge(areas: readonly ServiceArea[]) {
  const amounts = areas.map(({ surchargeCents }) => surchargeCents).filter((cents) => cents > 0);
  if (amounts.length === 0) return null;
  return { leastCents: Math.min(...amounts), mostCents: Math.max(...amounts) };
}
