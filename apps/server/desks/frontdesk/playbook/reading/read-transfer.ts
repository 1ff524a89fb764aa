import type { Business } from '../../../../bookings/business.ts';
import type { Question } from '../memory.ts';
import { type Order, serviceOf } from '../order.ts';

/** Airport, terminal and direction of an airport transfer. */
export function readTransfer(
  text: string,
  known: Order,
  asked: Question | undefined,
  business: Business,
): Partial<Order> {
  const found: Partial<Order> = {};
  const isTransfer =
    serviceOf(known) === 'blade_transfer' ||
    /\b(?:airport|flight|terminal|blade|fly|flying)\b/.test(text);
  if (/\b(?:jfk|kennedy)\b/.test(text)) found.airport = 'JFK';
  else if (/\bewr\b|\bnewark (?:airport|liberty|international)\b/.test(text)) found.airport = 'EWR';
  else if (/\bnewark\b/.test(text) && (isTransfer || asked === 'airport')) found.airport = 'EWR';
  const airport = '(?:the )?(?:airport|jfk|kennedy|newark|ewr|terminal)';
  if (
    new RegExp(
      `\\bfrom ${airport}\\b|\\bland(?:s|ing)?\\b|\\bflying (?:in|into)\\b|\\bpick(?:ed|ing)?[- ]?(?:me |us |them |it )?up\\b[^.?!]{0,25}? (?:at|from) ${airport}\\b`,
    ).test(text) ||
    ((isTransfer || found.airport !== undefined) && /\barriv(?:e|es|ing|al)\b/.test(text))
  ) {
    found.direction = 'from_airport';
  } else if (
    new RegExp(
      `\\b(?:to|for|into) ${airport}\\b|\\bdepart(?:s|ing|ure)?\\b|\\bflying out\\b|\\bcatch(?:ing)? (?:a|my) flight\\b|\\bdrop(?:ped)?[- ]?(?:me |us |them |it )?off (?:at|in) ${airport}\\b`,
    ).test(text)
  ) {
    found.direction = 'to_airport';
  } else if (asked === 'direction') {
    if (/\bto\b|\bgoing\b|\bleaving\b|\boutbound\b|\bfirst\b/.test(text) && !/\bfrom\b/.test(text))
      found.direction = 'to_airport';
    else if (/\bfrom\b|\bback\b|\binbound\b|\bsecond\b/.test(text))
      found.direction = 'from_airport';
  }
  const terminal = /\bterminal ?#?([0-9]{1,2}|[a-f])\b|\bt(\d)\b/.exec(text);
  const bare =
    asked === 'terminal'
      ? /^(?:it'?s |it is |sorry,? |i meant |no,? )*(?:number )?([0-9]|[a-f])\b/.exec(text)?.[1]
      : undefined;
  const value = terminal?.[1] ?? terminal?.[2] ?? bare;
  if (value !== undefined) found.terminal = value.toUpperCase();
  if (found.airport !== undefined && found.airport !== known.airport && value === undefined) {
    const terminals = business.blade_transfer.airports.find(
      ({ code }) => code === found.airport,
    )?.terminals;
    if (known.terminal !== undefined && !terminals?.includes(known.terminal)) delete known.terminal;
  }
  return found;
}
