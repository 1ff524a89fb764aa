import type { Booking } from '@deskbell/protocol';

/** What the dashboard says of the business; the server writes it into the page. */
export interface BusinessWords {
  phone: string;
  /** `tel:…` */
  phoneHref: string;
  email: string;
  timeZone: string;
  /** The usual hours of pickups, such as 'between 8 and 11 AM'. */
  morning: string;
  services: Record<Booking['service_type'], string>;
  /** The sizes of a move by their names in the catalogue. */
  tiers: Record<string, string>;
}

/** Throws when the page has no such data: it was not rendered by this server. */
export const readBusinessWords = (): BusinessWords =>
  JSON.parse(document.getElementById('dashboard-words')?.textContent ?? '') as BusinessWords;
