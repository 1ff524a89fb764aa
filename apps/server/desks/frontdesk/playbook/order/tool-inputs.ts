import type { Business } from '../../../../bookings/business.ts';
import { areaOf } from '../../../../bookings/check-coverage.ts';
import { type Order, serviceOf, tierOf, withoutAirportEnd } from './order.ts';

type Input = Record<string, unknown>;

/** Leaves out what is not known. */
function compact(input: Input): Input {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

const onlyTrue = (flag: boolean | undefined): true | undefined => (flag ? true : undefined);
const fiveDigits = (zip: string | undefined): string | undefined => zip?.slice(0, 5);

/** The arguments of `get_pricing_estimate` for an order whose service and quantity are known. */
export function priceInput(told: Order, business: Business, day: string | undefined): Input {
  const order = withoutAirportEnd(told);
  const service = serviceOf(order);
  const isOnlySpecialty =
    service === 'standard_delivery' && order.specialty !== undefined && order.count === undefined;
  return compact({
    service_type: isOnlySpecialty ? 'specialty_item' : service,
    mini_move_tier: service === 'mini_move' ? tierOf(order, business) : undefined,
    item_count: service === 'standard_delivery' ? order.count : undefined,
    item_description: service === 'standard_delivery' ? order.specialty : undefined,
    bag_count: service === 'blade_transfer' ? order.count : undefined,
    include_packing: service === 'mini_move' ? onlyTrue(order.packing) : undefined,
    include_unpacking: service === 'mini_move' ? onlyTrue(order.unpacking) : undefined,
    coi_required: service === 'blade_transfer' ? undefined : onlyTrue(order.coi),
    is_same_day: service === 'standard_delivery' ? onlyTrue(order.sameDay) : undefined,
    pickup_zip: fiveDigits(order.pickupZip),
    delivery_zip: fiveDigits(order.deliveryZip),
    pickup_date: day,
  });
}

/** The state that was named, or else the one the ZIP code of a postal address lies in. */
function stateOf(
  order: Order,
  role: 'pickup' | 'delivery',
  business: Business,
): string | undefined {
  if (order[`${role}State`] !== undefined) return order[`${role}State`];
  const zip = order[`${role}Zip`];
  const isPostal = (order[`${role}Line`] ?? order[`${role}City`]) !== undefined;
  return isPostal && zip !== undefined ? areaOf(business, zip)?.state : undefined;
}

const SAME_DAY_WISH = 'Same-day delivery requested.';

function specialInstructions(order: Order, isDelivery: boolean): string | undefined {
  const said = order.instructions === undefined ? [] : [`${order.instructions}.`];
  if (isDelivery && order.sameDay) said.unshift(SAME_DAY_WISH);
  return said.length === 0 ? undefined : said.join(' ');
}

/** The arguments of `build_booking_handoff`: everything known that belongs to the service. */
export function handoffInput(told: Order, business: Business): Input {
  const order = withoutAirportEnd(told);
  const service = serviceOf(order);
  const isMove = service === 'mini_move';
  const isDelivery = service === 'standard_delivery';
  const isTransfer = service === 'blade_transfer';
  const isArrival = isTransfer && order.direction === 'from_airport';
  const flightDay = order.flightDay ?? (isArrival ? order.day : undefined);
  const day = order.day ?? (isArrival ? order.flightDay : undefined);
  const description = [order.pieces, order.specialty]
    .filter((part) => part !== undefined)
    .join(' and ');
  return compact({
    service_type: service,
    mini_move_tier: isMove ? tierOf(order, business) : undefined,
    item_count: isDelivery
      ? (order.count ?? (order.specialty === undefined ? undefined : 0))
      : undefined,
    item_description: isTransfer || description === '' ? undefined : description,
    bag_count: isTransfer ? order.count : undefined,
    transfer_direction: isTransfer ? order.direction : undefined,
    airport: isTransfer ? order.airport : undefined,
    terminal: isTransfer && order.airport !== undefined ? order.terminal : undefined,
    flight_date: isTransfer ? flightDay : undefined,
    flight_time: isTransfer ? order.flightTime : undefined,
    pickup_address_line_1: order.pickupLine,
    pickup_city: order.pickupCity,
    pickup_state: stateOf(order, 'pickup', business),
    pickup_zip: fiveDigits(order.pickupZip),
    delivery_address_line_1: order.deliveryLine,
    delivery_city: order.deliveryCity,
    delivery_state: stateOf(order, 'delivery', business),
    delivery_zip: fiveDigits(order.deliveryZip),
    pickup_date: day,
    include_packing: isMove ? order.packing : undefined,
    include_unpacking: isMove ? order.unpacking : undefined,
    coi_required: isTransfer ? undefined : order.coi,
    special_instructions: specialInstructions(order, isDelivery),
  });
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const number = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;
const flag = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

/** What a past call says about the order, whoever made it. Both tools use the same names. */
export function orderOfCall(input: Input): Partial<Order> {
  const service = text(input.service_type);
  const isSpecialty = service === 'specialty_item';
  const count = number(service === 'blade_transfer' ? input.bag_count : input.item_count);
  return compact({
    service: isSpecialty ? 'standard_delivery' : service,
    tier: text(input.mini_move_tier),
    count: count === 0 ? undefined : count,
    packing: flag(input.include_packing),
    unpacking: flag(input.include_unpacking),
    coi: flag(input.coi_required),
    sameDay: flag(input.is_same_day),
    pickupZip: text(input.pickup_zip),
    deliveryZip: text(input.delivery_zip),
    pickupLine: text(input.pickup_address_line_1),
    pickupCity: text(input.pickup_city),
    pickupState: text(input.pickup_state),
    deliveryLine: text(input.delivery_address_line_1),
    deliveryCity: text(input.delivery_city),
    deliveryState: text(input.delivery_state),
    day: text(input.pickup_date),
    direction: text(input.transfer_direction),
    airport: text(input.airport),
    terminal: text(input.terminal),
    flightDay: text(input.flight_date),
    flightTime: text(input.flight_time),
    instructions: text(
      text(input.special_instructions)?.replace(SAME_DAY_WISH, '').trim().replace(/\.$/, ''),
    ),
  }) as Partial<Order>;
}
