import type { BookingOrder, BookingPrice } from '@deskbell/protocol';
import type { BusinessTime } from './booking-dates.ts';
import type { Business } from './business.ts';
import { estimatePrice, type PriceRequest } from './estimate-price.ts';
import { type Outcome, refuse } from './outcome.ts';

const FINAL = 'This is the price you book at.';

/** What an order costs, as far as it is known. The description of the items counts in a delivery. */
export function priceOrder(
  business: Business,
  order: BookingOrder,
  time: BusinessTime,
): Outcome<BookingPrice> {
  const { service_type: serviceType } = order;
  if (serviceType === undefined) return refuse('Please choose a service.');
  const request: PriceRequest = {
    serviceType,
    pickupZip: order.pickup_address?.zip_code,
    deliveryZip: order.delivery_address?.zip_code,
    miniMoveTier: order.package_type,
    itemCount: order.standard_delivery_item_count,
    itemDescription: serviceType === 'standard_delivery' ? order.item_description : undefined,
    bagCount: order.blade_bag_count,
    includePacking: order.include_packing,
    includeUnpacking: order.include_unpacking,
    coiRequired: order.coi_required,
    pickupTime: order.pickup_time,
    pickupDate: order.pickup_date,
  };
  const priced = estimatePrice(business, request, time);
  if (!priced.ok) return priced;
  const { lines, totalCents, disclaimer, remarks } = priced.value;
  if (totalCents === null) return refuse('This has no price yet.');
  return {
    ok: true,
    value: {
      line_items: lines.map(({ label, amountCents }) => ({ label, amount_cents: amountCents })),
      total_cents: totalCents,
      disclaimer: isWhollyPriced(order) ? [FINAL, ...remarks].join(' ') : disclaimer,
    },
  };
}

/** Whether nothing that is still to be said can change the price. */
function isWhollyPriced({ service_type, ...order }: BookingOrder): boolean {
  const zipCodes = [order.pickup_address?.zip_code, order.delivery_address?.zip_code];
  const addresses = zipCodes.filter((zipCode) => zipCode !== undefined).length;
  return (
    order.pickup_date !== undefined && addresses === (service_type === 'blade_transfer' ? 1 : 2)
  );
}
