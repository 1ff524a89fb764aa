import type { CalendarDate } from '../platform/calendar-date.ts';
import type { Business } from './business.ts';
import type { Catalogue } from './catalogue.ts';

type Airport = Catalogue['blade_transfer']['airports'][number];
type State = Catalogue['booking']['states'][number];

/** By its code, in any case. */
export function findAirport(business: Business, text: string): Airport | undefined {
  const wanted = text.trim().toUpperCase();
  return business.blade_transfer.airports.find(({ code }) => code === wanted);
}

export function airportsOnly({ blade_transfer }: Business): string {
  const codes = blade_transfer.airports.map(({ code }) => code).join(' and ');
  return `Airport Transfers can be booked online for ${codes} only.`;
}

/** 'Terminal 4', 'T4' and '4' as '4'. */
export function terminalName(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replace(/^(TERMINAL\s*|T(?=\d))/, '');
}

export function noSuchTerminal({ code, terminals }: Airport): string {
  return `${code} has no such terminal; its terminals are ${terminals.join(', ')}.`;
}

/** By its code or its name, in any case. */
export function findState(business: Business, text: string): State | undefined {
  const wanted = text.trim().toUpperCase();
  return business.booking.states.find(
    ({ code, name }) => code === wanted || name.toUpperCase() === wanted,
  );
}

/** Why a flight and a pickup on these days cannot belong together; undefined when they can. */
export function flightConflict({
  direction,
  pickupDate,
  flightDate,
}: {
  direction: 'to_airport' | 'from_airport' | undefined;
  pickupDate: CalendarDate | undefined;
  flightDate: CalendarDate | undefined;
}): string | undefined {
  if (pickupDate === undefined || flightDate === undefined) return undefined;
  if (direction === 'to_airport' && flightDate < pickupDate) {
    return 'The flight leaves before the pickup; one of the two dates must change.';
  }
  if (direction === 'from_airport' && pickupDate < flightDate) {
    return 'The pickup is before the flight lands; one of the two dates must change.';
  }
  return undefined;
}
