import { sayCount, sayList } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { cents, contact } from '../wording.ts';
import type { Part, Turn } from './flow.ts';

/** What a booking of an airport transfer still needs. */
export function askForTransfer(turn: Turn, business: Business): Part | undefined {
  const { order, heard } = turn.memory;
  const { minimumBags, minimumChargeCents, airports } = business.blade_transfer;
  if (order.count === undefined) return { text: '', question: 'How many bags will it be?' };
  if (order.count < minimumBags) {
    return {
      text: `An Airport Transfer has a minimum of ${sayCount(minimumBags, 'bag')} (${cents(minimumChargeCents)}).`,
      question: `How many bags shall I put down, ${minimumBags} or more?`,
    };
  }
  if (order.direction === undefined) {
    return { text: '', question: 'Is it to or from the airport?' };
  }
  const codes = sayList(
    airports.map(({ code, name }) => `${code} (${name})`),
    'or',
  );
  if (order.airport === undefined) {
    const isOther =
      /\b(?:lga|la ?guardia|westchester|teterboro|islip|philadelphia|macarthur)\b/.test(heard.text);
    const text = isOther
      ? `Online I can book ${sayList(airports.map(({ code }) => code))} only; for another airport, ${contact(business)}.`
      : '';
    return { text, question: `Which airport is it: ${codes}?` };
  }
  return askForTerminal(turn, business);
}

/** Says that an airport has no such terminal, once; a booking goes on without it. */
export function askForTerminal(turn: Turn, business: Business): Part | undefined {
  const { order, heard } = turn.memory;
  const airport = business.blade_transfer.airports.find(({ code }) => code === order.airport);
  const { terminal } = order;
  if (airport === undefined || terminal === undefined || airport.terminals.includes(terminal)) {
    return undefined;
  }
  delete order.terminal;
  if (!heard.changed.has('terminal') && !heard.changed.has('airport')) return undefined;
  return {
    text: `${airport.code} has no Terminal ${terminal} for our transfers; its terminals are ${sayList(airport.terminals)}.`,
    question: 'Which terminal is it?',
  };
}
