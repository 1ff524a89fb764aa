import type { PickupTime, ServiceType } from './booking.ts';
import type { BusinessTime } from './booking-dates.ts';
import { type Business, contactOf } from './business.ts';
import { formatDollars, shareOf } from './dollars.ts';
import { refuseMoveSize } from './move-size.ts';
import { type Outcome, refuse } from './outcome.ts';
import { isPieceCount, MAX_PIECES } from './piece-count.ts';
import { priceAddresses, priceDate, pricePickupTime } from './price-place-and-time.ts';
import { findSpecialtyItems, type SpecialtyOrder } from './specialty-items.ts';

/**
 * What a customer wants priced. In a Standard Delivery `itemCount` counts the ordinary items only;
 * for a specialty item it is how many of it, where `itemDescription` does not say. In a Mini Move
 * it adds nothing, and a tier that does not take so many pieces is refused.
 */
export interface PriceRequest {
  serviceType: ServiceType | 'specialty_item';
  pickupZip?: string | undefined;
  deliveryZip?: string | undefined;
  miniMoveTier?: 'petite' | 'standard' | 'full' | undefined;
  itemCount?: number | undefined;
  /** The customer's own words for the items; specialty items are found in it. */
  itemDescription?: string | undefined;
  bagCount?: number | undefined;
  includePacking?: boolean | undefined;
  includeUnpacking?: boolean | undefined;
  coiRequired?: boolean | undefined;
  isSameDay?: boolean | undefined;
  pickupTime?: PickupTime | undefined;
  pickupDate?: string | undefined;
}

export interface PriceLine {
  label: string;
  amountCents: number;
}

export interface PriceEstimate {
  serviceType: PriceRequest['serviceType'];
  lines: PriceLine[];
  /** The sum of the lines; null when the price depends on what is not known (see `note`). */
  totalCents: number | null;
  disclaimer: string;
  /** Sentences of the disclaimer that are about this request. */
  remarks: string[];
  note?: string;
}

/** What one service contributes: its lines, and sentences about what they do not contain. */
export interface ServicePrice {
  lines: PriceLine[];
  remarks: string[];
}

/**
 * Prices a request from the loaded catalogue. Each line is rounded to the cent, halves up. A
 * request that cannot be priced is refused with what is missing or wrong.
 */
export function estimatePrice(
  business: Business,
  request: PriceRequest,
  time: BusinessTime,
): Outcome<PriceEstimate> {
  const addresses = priceAddresses(business, request);
  if (!addresses.ok) return addresses;
  const date = priceDate(business, request, time);
  if (!date.ok) return date;

  const { serviceType } = request;
  if (serviceType === 'specialty_item' && findItems(business, request).length === 0) {
    return { ok: true, value: unknownSpecialtyItem(business) };
  }
  const service = priceService(business, request);
  if (!service.ok) return service;
  const pickupTime = pricePickupTime(business, request);
  if (!pickupTime.ok) return pickupTime;

  const lines = [
    ...service.value.lines,
    ...pickupTime.value,
    ...date.value.lines,
    ...addresses.value,
  ];
  const totalCents = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const remarks = [...service.value.remarks, ...date.value.remarks];
  const disclaimer = [
    'This is an estimate; the booking form shows the final price.',
    ...remarks,
  ].join(' ');
  return { ok: true, value: { serviceType, lines, totalCents, disclaimer, remarks } };
}

function priceService(business: Business, request: PriceRequest): Outcome<ServicePrice> {
  switch (request.serviceType) {
    case 'mini_move':
      return priceMiniMove(business, request);
    case 'standard_delivery':
    case 'specialty_item':
      return priceDelivery(business, request);
    case 'blade_transfer':
      return priceAirportTransfer(business, request);
  }
}

function priceMiniMove(business: Business, request: PriceRequest): Outcome<ServicePrice> {
  const { tiers, organizingTaxRate } = business.mini_move;
  const tier = tiers.find(({ tier }) => tier === request.miniMoveTier);
  if (tier === undefined) {
    const choices = tiers.map(({ tier, pieces }) => `${tier} (${pieces} pieces)`).join(', ');
    return refuse(`A Mini Move needs a tier: ${choices}.`);
  }
  const sizeRefusal = refuseMoveSize(business, { tier, pieces: request.itemCount ?? 0 });
  if (sizeRefusal !== undefined) return refuse(sizeRefusal);
  const lines = [{ label: tier.name, amountCents: tier.basePriceCents }];
  const remarks: string[] = [];

  let organizingCents = 0;
  for (const kind of ['packing', 'unpacking'] as const) {
    if (kind === 'packing' ? !request.includePacking : !request.includeUnpacking) continue;
    const amountCents = tier.organizing[kind].priceCents;
    const label = kind === 'packing' ? 'Professional packing' : 'Professional unpacking';
    lines.push({ label, amountCents });
    organizingCents += amountCents;
  }
  if (organizingCents > 0) {
    lines.push({
      label: `Tax on packing and unpacking (${formatPercent(organizingTaxRate)})`,
      amountCents: shareOf(organizingCents, organizingTaxRate),
    });
  }
  if (request.coiRequired) {
    if (tier.coi.included) remarks.push('A Certificate of Insurance is included.');
    else lines.push({ label: 'Certificate of Insurance', amountCents: tier.coi.feeCents });
  }
  if (request.isSameDay) remarks.push(`For a same-day Mini Move, ${contactOf(business)}.`);
  return { ok: true, value: { lines, remarks } };
}

function priceDelivery(business: Business, request: PriceRequest): Outcome<ServicePrice> {
  const terms = business.standard_delivery;
  const specialty = findItems(business, request);
  const isSpecialtyOnly = request.serviceType === 'specialty_item';
  const itemCount = isSpecialtyOnly ? 0 : (request.itemCount ?? (specialty[0] ? 0 : undefined));
  if (itemCount === undefined) return refuse('Standard Delivery needs the number of items.');
  if (!isPieceCount(itemCount)) {
    return refuse(`The number of items must be a whole number up to ${MAX_PIECES}.`);
  }
  if (itemCount === 0 && specialty.length === 0) {
    return refuse('Standard Delivery needs at least 1 item, or a specialty item.');
  }

  const lines: PriceLine[] = [];
  if (itemCount > 0) {
    const perItem = `${count(itemCount, 'item')} at ${formatDollars(terms.pricePerItemCents)} each`;
    const amountCents = itemCount * terms.pricePerItemCents;
    const isMinimum = amountCents < terms.minimumChargeCents;
    lines.push({
      label: isMinimum
        ? `${count(itemCount, 'item')} (minimum charge ${formatDollars(terms.minimumChargeCents)})`
        : perItem,
      amountCents: Math.max(amountCents, terms.minimumChargeCents),
    });
  }
  for (const { item, quantity } of specialty) {
    const label = quantity === 1 ? item.name : `${item.name} x ${quantity}`;
    lines.push({ label, amountCents: quantity * item.priceCents });
  }
  const fees = itemCount > 0 ? terms : business.specialty_item;
  if (request.isSameDay) {
    lines.push({ label: 'Same-day delivery', amountCents: fees.sameDayCents });
  }
  if (request.coiRequired) {
    lines.push({ label: 'Certificate of Insurance', amountCents: fees.coiFeeCents });
  }
  const remarks = organizingRemarks(request);
  if (isSpecialtyOnly && namesOrdinaryItems(business, request)) {
    remarks.push('Ordinary items are not in it; those go by Standard Delivery.');
  }
  return { ok: true, value: { lines, remarks } };
}

function priceAirportTransfer(business: Business, request: PriceRequest): Outcome<ServicePrice> {
  const terms = business.blade_transfer;
  const { bagCount } = request;
  if (bagCount === undefined) return refuse('An Airport Transfer needs the number of bags.');
  if (!isPieceCount(bagCount)) {
    return refuse(`The number of bags must be a whole number up to ${MAX_PIECES}.`);
  }
  if (bagCount < terms.minimumBags) {
    return refuse(`An Airport Transfer takes ${terms.minimumBags} bags at least.`);
  }
  const amountCents = Math.max(bagCount * terms.pricePerBagCents, terms.minimumChargeCents);
  const label = `${count(bagCount, 'bag')} at ${formatDollars(terms.pricePerBagCents)} each`;
  const remarks = organizingRemarks(request);
  if (request.coiRequired) {
    remarks.push(`For a Certificate of Insurance at an airport, ${contactOf(business)}.`);
  }
  if (request.isSameDay) remarks.push(`For a same-day transfer, ${contactOf(business)}.`);
  return { ok: true, value: { lines: [{ label, amountCents }], remarks } };
}

function unknownSpecialtyItem(business: Business): PriceEstimate {
  const { items } = business.specialty_item;
  const known = items.map(({ name, priceCents }) => `${name} ${formatDollars(priceCents)}`);
  return {
    serviceType: 'specialty_item',
    lines: [],
    totalCents: null,
    note: `The price depends on the item. Known prices: ${known.join(', ')}. For any other item, ${contactOf(business)}.`,
    disclaimer: 'This is not a quote.',
    remarks: [],
  };
}

function findItems(business: Business, request: PriceRequest): SpecialtyOrder[] {
  const found = findSpecialtyItems(request.itemDescription ?? '', business.specialty_item.items);
  const [only] = found;
  if (request.serviceType !== 'specialty_item' || found.length !== 1 || only?.quantity !== 1) {
    return found;
  }
  const { itemCount = 1 } = request;
  return [{ ...only, quantity: isPieceCount(itemCount) ? Math.max(1, itemCount) : 1 }];
}

/** Whether the customer's words name something beside the specialty items. */
function namesOrdinaryItems(business: Business, { itemDescription = '' }: PriceRequest): boolean {
  return itemDescription
    .split(/[,;+&/\n]|\band\b|\bplus\b|\bwith\b/i)
    .some(
      (part) =>
        /\p{L}/u.test(part) && findSpecialtyItems(part, business.specialty_item.items).length === 0,
    );
}

function organizingRemarks({ includePacking, includeUnpacking }: PriceRequest): string[] {
  if (!includePacking && !includeUnpacking) return [];
  return ['Packing and unpacking come with Mini Moves only and are not in this price.'];
}

function formatPercent(rate: number): string {
  return `${Number((rate * 100).toFixed(4))}%`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
