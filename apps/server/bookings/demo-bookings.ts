import type { Insertable } from 'kysely';
import { addDays, type CalendarDate } from '../platform/calendar-date.ts';
import type { Address, BookingStatus } from './booking.ts';
import type { Business } from './business.ts';
import { type DemoCustomer, demoCustomers } from './demo-customers.ts';
import { estimatePrice, type PriceRequest } from './estimate-price.ts';
import type { BookingTables } from './tables.ts';

/** The day, counted from today, on which the demonstration has more bookings than usual. */
export const DEMO_BUSY_DAY = 9;
const BUSY_DAY_BOOKINGS = 9;

type DemoBooking = Insertable<BookingTables['bookings']> & { id: string };

/** One booking to make: when it is picked up (counted from today), whose it is, how it stands. */
interface Plan {
  day: number;
  customer: DemoCustomer;
  status: BookingStatus;
}

/** Customers without an account, so that the two with one are not the only ones booking. */
export const demoGuests: readonly DemoCustomer[] = [
  'Priya Shah',
  'Tom Becker',
  'Grace Lin',
  'Omar Haddad',
  'Ellen Novak',
  'Lucas Meyer',
  'Rosa Delgado',
  'Henry Osei',
  'Nina Petrova',
  'Sam Whitaker',
  'Claire Dubois',
  'Ben Adler',
].map((name, index) => ({
  id: uuid('9c53', index + 1),
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@example.com`,
  phone: `(646) 555-01${String(index + 10)}`,
}));

const [maya, daniel] = demoCustomers;

const ownPlans: readonly Plan[] = [
  { day: -62, customer: maya, status: 'completed' },
  { day: -41, customer: maya, status: 'completed' },
  { day: -33, customer: maya, status: 'cancelled' },
  { day: -19, customer: maya, status: 'completed' },
  { day: -6, customer: maya, status: 'completed' },
  { day: 4, customer: maya, status: 'paid' },
  { day: 11, customer: maya, status: 'confirmed' },
  { day: 25, customer: maya, status: 'pending' },
  { day: -28, customer: daniel, status: 'completed' },
  { day: -12, customer: daniel, status: 'cancelled' },
  { day: -3, customer: daniel, status: 'completed' },
  { day: 6, customer: daniel, status: 'paid' },
  { day: 17, customer: daniel, status: 'pending' },
];

const home = (address_line_1: string, city: string, state: string, zip_code: string): Address => ({
  address_line_1,
  city,
  state,
  zip_code,
});
const cityHomes = [
  home('140 West 22nd Street', 'New York', 'NY', '10011'),
  home('305 East 86th Street', 'New York', 'NY', '10028'),
  home('77 Hudson Street', 'New York', 'NY', '10013'),
  home('210 Court Street', 'Brooklyn', 'NY', '11201'),
  home('18 Garden Street', 'Hoboken', 'NJ', '07030'),
] as const;
const beachHomes = [
  home('12 Meadow Lane', 'Southampton', 'NY', '11968'),
  home('45 Newtown Lane', 'East Hampton', 'NY', '11937'),
  home('9 Ocean Road', 'Bridgehampton', 'NY', '11932'),
  home('63 Second House Road', 'Montauk', 'NY', '11954'),
] as const;

const requests: readonly PriceRequest[] = [
  { serviceType: 'standard_delivery', itemCount: 3, itemDescription: '3 suitcases' },
  { serviceType: 'mini_move', miniMoveTier: 'petite', coiRequired: true },
  { serviceType: 'standard_delivery', itemCount: 5, itemDescription: '4 boxes and a lamp' },
  { serviceType: 'blade_transfer', bagCount: 4 },
  { serviceType: 'mini_move', miniMoveTier: 'standard', includePacking: true },
  { serviceType: 'standard_delivery', itemCount: 0, itemDescription: '2 surfboards' },
  { serviceType: 'blade_transfer', bagCount: 2 },
  { serviceType: 'standard_delivery', itemCount: 2, itemDescription: '2 bags and a Peloton' },
  { serviceType: 'mini_move', miniMoveTier: 'full', includePacking: true, includeUnpacking: true },
];

/**
 * Some 60 bookings around `today`, the same ones for the same day: what was picked up is
 * completed or cancelled, what comes is pending, confirmed, paid or cancelled, and one day of the
 * next two weeks is busy. Prices are the catalogue's; what it no longer sells, or where it no longer
 * goes, is left out.
 */
export function createDemoBookings({
  business,
  today,
}: {
  business: Business;
  today: CalendarDate;
}): DemoBooking[] {
  return [...ownPlans, ...guestPlans()].flatMap((plan, index) =>
    createBooking({ business, today, plan, index }),
  );
}

function guestPlans(): Plan[] {
  const past = Array.from({ length: 18 }, (_, index) => -1 - Math.floor(index * 2.6));
  const future = Array.from({ length: 20 }, (_, index) => 1 + Math.floor(index * 1.5));
  const busy = Array.from({ length: BUSY_DAY_BOOKINGS }, () => DEMO_BUSY_DAY);
  const customerOf = (index: number) => demoGuests[index % demoGuests.length] ?? maya;
  return [
    ...past.map((day, index) => ({
      day,
      customer: customerOf(index),
      status: index % 6 === 5 ? ('cancelled' as const) : ('completed' as const),
    })),
    ...future.map((day, index) => ({
      day,
      customer: customerOf(index + 5),
      status: (['paid', 'confirmed', 'pending', 'paid', 'cancelled'] as const)[index % 5] ?? 'paid',
    })),
    ...busy.map((day, index) => ({
      day,
      customer: customerOf(index + 2),
      status: (['paid', 'confirmed'] as const)[index % 2] ?? 'paid',
    })),
  ];
}

function createBooking(options: {
  business: Business;
  today: CalendarDate;
  plan: Plan;
  index: number;
}): DemoBooking[] {
  const { business, today, plan, index } = options;
  const request = requests[index % requests.length] ?? { serviceType: 'specialty_item' };
  const pickupDate = addDays(today, plan.day);
  const bookedOn = addDays(today, Math.min(plan.day - 3 - (index % 11), -2 - (index % 5)));
  const createdAt = new Date(`${bookedOn}T15:${String(index % 60).padStart(2, '0')}:00Z`);

  const city = cityHomes[index % cityHomes.length] ?? cityHomes[0];
  const beach = beachHomes[index % beachHomes.length] ?? beachHomes[0];
  const isTransfer = request.serviceType === 'blade_transfer';
  const [pickup, delivery] = isTransfer
    ? [city, null]
    : index % 3 === 0
      ? [beach, city]
      : [city, beach];
  // Priced as of the day it was booked: a pickup that is over has no price today.
  const priced = estimatePrice(
    business,
    { ...request, pickupZip: pickup.zip_code, deliveryZip: delivery?.zip_code, pickupDate },
    { now: createdAt, timezone: 'UTC' },
  );
  if (!priced.ok) return [];

  const booking: DemoBooking = {
    id: uuid('8b00', index + 1),
    customer_id: plan.customer.id,
    status: plan.status,
    service_type:
      request.serviceType === 'specialty_item' ? 'standard_delivery' : request.serviceType,
    details: JSON.stringify(detailsOf(request, pickupDate)),
    pickup_date: pickupDate,
    pickup_time: 'morning',
    pickup_address: JSON.stringify(pickup),
    delivery_address: delivery === null ? null : JSON.stringify(delivery),
    total_cents: priced.value.totalCents ?? 0,
    price_lines: JSON.stringify(priced.value.lines),
    contact_name: plan.customer.name,
    contact_email: plan.customer.email,
    contact_phone: plan.customer.phone,
    is_demo: true,
    created_at: createdAt,
    updated_at: createdAt,
  };
  return [booking];
}

function detailsOf(request: PriceRequest, pickupDate: CalendarDate): Record<string, unknown> {
  switch (request.serviceType) {
    case 'mini_move':
      return {
        package_type: request.miniMoveTier,
        include_packing: request.includePacking ?? false,
        include_unpacking: request.includeUnpacking ?? false,
        coi_required: request.coiRequired ?? false,
      };
    case 'blade_transfer':
      return {
        blade_bag_count: request.bagCount,
        transfer_direction: 'to_airport',
        blade_airport: 'JFK',
        blade_terminal: '4',
        blade_flight_date: pickupDate,
        blade_flight_time: '17:30',
      };
    default:
      return {
        standard_delivery_item_count: request.itemCount ?? 0,
        item_description: request.itemDescription,
        coi_required: request.coiRequired ?? false,
      };
  }
}

/** Fixed ids, so that laying the demonstration out again moves its bookings and makes no new ones. */
function uuid(group: string, index: number): string {
  return `5d0c7a3e-1f64-4b0a-${group}-${index.toString(16).padStart(12, '0')}`;
}
