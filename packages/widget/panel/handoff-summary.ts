import type { PrefillData } from '@deskbell/protocol';

export type SummaryLine = { readonly label: string; readonly value: string };

const services: Record<NonNullable<PrefillData['service_type']>, string> = {
  mini_move: 'Mini move',
  standard_delivery: 'Standard delivery',
  blade_transfer: 'Airport transfer',
};
const packages: Record<NonNullable<PrefillData['package_type']>, string> = {
  petite: 'Petite',
  standard: 'Standard',
  full: 'Full',
};
const directions: Record<NonNullable<PrefillData['transfer_direction']>, string> = {
  to_airport: 'To the airport',
  from_airport: 'From the airport',
};

const named = <Key extends string>(names: Record<Key, string>, key: Key | undefined) =>
  key === undefined ? undefined : (names[key] ?? key);

/** `2026-12-24` as "Thursday, December 24, 2026", without a time zone's day shift. */
const readableDate = (date: string | undefined): string | undefined => {
  if (date === undefined) return undefined;
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(day);
};

const readableAddress = (address: PrefillData['pickup_address']): string | undefined => {
  if (address === undefined) return undefined;
  const region = [address.state, address.zip_code].filter(Boolean).join(' ');
  return [address.address_line_1, address.city, region].filter(Boolean).join(', ') || undefined;
};

const yesOrNo = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : value ? 'Yes' : 'No';

/** A handoff's values as a person reads them, in the order the booking asks for them. Unknown values are left out. */
export const summarizeHandoff = (prefill: PrefillData): SummaryLine[] => {
  const airport = [
    prefill.blade_airport,
    prefill.blade_terminal && `Terminal ${prefill.blade_terminal}`,
  ];
  const lines: [string, string | undefined][] = [
    ['Service', named(services, prefill.service_type)],
    ['Size', named(packages, prefill.package_type)],
    ['Items', prefill.standard_delivery_item_count?.toString()],
    ['What', prefill.item_description],
    ['Bags', prefill.blade_bag_count?.toString()],
    ['Direction', named(directions, prefill.transfer_direction)],
    ['Airport', airport.filter(Boolean).join(', ') || undefined],
    ['Flight date', readableDate(prefill.blade_flight_date)],
    ['Flight time', prefill.blade_flight_time],
    ['Pickup date', readableDate(prefill.pickup_date)],
    ['Pickup address', readableAddress(prefill.pickup_address)],
    ['Delivery address', readableAddress(prefill.delivery_address)],
    ['Packing', yesOrNo(prefill.include_packing)],
    ['Unpacking', yesOrNo(prefill.include_unpacking)],
    ['Certificate of insurance', yesOrNo(prefill.coi_required)],
    ['Instructions', prefill.special_instructions],
  ];
  return lines.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
};
