import { localDay } from '../platform/business-day.ts';
import { type CalendarDate, formatLongDate } from '../platform/calendar-date.ts';
import { type BusinessTime, readDate } from './booking-dates.ts';
import { type Business, contactOf } from './business.ts';
import { areaOf, readZipCode } from './check-coverage.ts';
import type { PriceLine, PriceRequest, ServicePrice } from './estimate-price.ts';
import { type Outcome, refuse } from './outcome.ts';
import { NOT_OFFERED, offeredPickupTimes } from './pickup-times.ts';
import { surchargeOf } from './surcharges.ts';

/** What the areas of both addresses add, as far as they are known. */
export function priceAddresses(business: Business, request: PriceRequest): Outcome<PriceLine[]> {
  const lines: PriceLine[] = [];
  for (const [role, text] of [
    ['pickup', request.pickupZip],
    ['delivery', request.deliveryZip],
  ] as const) {
    if (text === undefined) continue;
    const area = areaOf(business, text);
    if (area === undefined) {
      const digits = readZipCode(text);
      if (digits === undefined) {
        return refuse(`The ${role} ZIP code must be a ZIP code with five digits.`);
      }
      const airport =
        request.serviceType === 'blade_transfer' ? " Leave out the airport's own ZIP code." : '';
      return refuse(
        `The ${role} ZIP code ${digits} is outside the service area; for a custom quote, ${contactOf(business)}.${airport}`,
      );
    }
    if (area.surchargeCents > 0) {
      const label = `Service-area surcharge, ${role} in ${readZipCode(text)}`;
      lines.push({ label, amountCents: area.surchargeCents });
    }
  }
  return { ok: true, value: lines };
}

/** What the time of day adds. */
export function pricePickupTime(business: Business, request: PriceRequest): Outcome<PriceLine[]> {
  const { pickupTime, miniMoveTier: tier } = request;
  if (pickupTime === undefined) return { ok: true, value: [] };
  const serviceType =
    request.serviceType === 'specialty_item' ? 'standard_delivery' : request.serviceType;
  const offered = offeredPickupTimes(business, { serviceType, tier });
  const chosen = offered.find((one) => one.pickupTime === pickupTime);
  if (chosen === undefined) return refuse(NOT_OFFERED);
  if (chosen.priceCents === 0) return { ok: true, value: [] };
  return { ok: true, value: [{ label: 'One-hour pickup window', amountCents: chosen.priceCents }] };
}

/** What a weekend or a peak date adds; without a day, that something may be added. */
export function priceDate(
  business: Business,
  request: PriceRequest,
  time: BusinessTime,
): Outcome<ServicePrice> {
  const serviceType =
    request.serviceType === 'specialty_item' ? 'standard_delivery' : request.serviceType;
  const rules = business.surchargeRules.filter((rule) => rule.serviceType === serviceType);
  if (request.pickupDate === undefined) {
    const remark = 'Weekend and peak-date surcharges may apply, depending on the pickup date.';
    return { ok: true, value: { lines: [], remarks: rules.length > 0 ? [remark] : [] } };
  }
  const read = readDate('The pickup date', request.pickupDate);
  if (!read.ok) return read;
  const date: CalendarDate = read.value;
  const today = localDay(time.now, time.timezone);
  if (date < today) {
    return refuse(`The pickup date ${date} is in the past; today is ${today}.`);
  }
  const rule = surchargeOf(rules, { serviceType, date });
  if (rule === undefined) return { ok: true, value: { lines: [], remarks: [] } };
  const kind = rule.kind === 'peak' ? 'Peak-date' : 'Weekend';
  const label = `${kind} surcharge, ${formatLongDate(date)}`;
  return { ok: true, value: { lines: [{ label, amountCents: rule.amountCents }], remarks: [] } };
}
