import type { Order } from '../../order/order.ts';

/** A place that was named, as far as it is known. */
export interface NamedPlace {
  zip: string | undefined;
  /** The name of a town or area. */
  place: string | undefined;
  line?: string;
  city?: string | undefined;
  state?: string | undefined;
}

/** A named place, with where it stands. */
export interface Mention extends NamedPlace {
  index: number;
  end: number;
  isThere?: true;
}

/** Sets an end of the order to what was named. */
export function put(found: Partial<Order>, role: 'pickup' | 'delivery', mention: Mention): void {
  const { zip, place, line, city, state } = mention;
  if (zip !== undefined) found[`${role}Zip`] = zip;
  if (place !== undefined) found[`${role}Place`] = place;
  if (line !== undefined) found[`${role}Line`] = line;
  if (city !== undefined) found[`${role}City`] = city;
  if (state !== undefined) found[`${role}State`] = state;
}
