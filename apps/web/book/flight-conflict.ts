import type { Draft } from './draft.ts';
import { dateInWords } from './in-words.ts';

/** Why a transfer's bags cannot be collected on this day, as a sentence; undefined when they can. */
export const flightConflict = ({ order }: Draft, date: string): string | undefined => {
  const { service_type, transfer_direction: direction, blade_flight_date: flightDate } = order;
  if (service_type !== 'blade_transfer' || !flightDate) return undefined;
  if (direction === 'to_airport' && date > flightDate) {
    return `Your flight leaves on ${dateInWords(flightDate)}: choose that day or one before it.`;
  }
  if (direction === 'from_airport' && date < flightDate) {
    return `Your flight lands on ${dateInWords(flightDate)}: choose that day or one after it.`;
  }
  return undefined;
};
