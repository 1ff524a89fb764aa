import { lowerFirst, sayCount, sayDay, sayList, sayMoney, upperFirst } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { type Order, serviceOf, tierOf } from '../order/order.ts';
import { readPlaces } from '../reading/places/places.ts';
import { cents, contact, saySpecialty, sentencesOf } from '../wording.ts';
import type { Turn } from './flow.ts';

interface Line {
  label: string;
  amount: number;
}

/**
 * An estimate in words. Every amount is the tool's. Sentences of the disclaimer that the customer
 * has read before are not said again, and an estimate that stays what it was is said as that.
 */
export function sayEstimate(
  turn: Turn,
  value: Record<string, unknown>,
  order: Order,
  business: Business,
): string {
  const { estimated_total: total, disclaimer, note } = value;
  if (typeof total !== 'number') {
    return typeof note === 'string' ? note : `For a price, ${contact(business)}.`;
  }
  const { heard, estimate, told } = turn.memory;
  const said: string[] = [];
  const isSame = estimate === total && heard.changed.size > 0 && !heard.explicit.includes('price');
  const noted = isSame
    ? sayChanged(order, turn.now.today, { changed: heard.changed, business })
    : '';
  if (noted !== '') {
    said.push(
      `${turn.vary('Noted', 'Got it')}: ${noted}. The estimate stays at ${sayMoney(total)}.`,
    );
  } else {
    said.push(
      sayTotal(
        turn,
        total,
        linesOf(value),
        sayWhat(order, business, value) + sayWhen(order, value, turn),
      ),
    );
  }
  if (order.service === undefined && serviceOf(order) === 'mini_move' && order.tier === undefined) {
    if (heard.changed.has('count')) said.push('For that many pieces I suggest a Mini Move.');
  }
  if (serviceOf(order) === 'mini_move' && order.specialty !== undefined && noted === '') {
    said.push(
      `Your ${order.specialty} is not in this price; specialty items go by Standard Delivery.`,
    );
  }
  if (typeof disclaimer === 'string') {
    said.push(...sentencesOf(disclaimer).filter((sentence) => !told.has(sentence)));
  }
  if (noted === '') said.push(...unpricedAreas(order, business));
  return said.join(' ');
}

function linesOf(value: Record<string, unknown>): Line[] {
  const lines: unknown[] = Array.isArray(value.line_items) ? value.line_items : [];
  return lines.flatMap((line) => {
    const { label, amount } = (line ?? {}) as { label?: unknown; amount?: unknown };
    return typeof label === 'string' && typeof amount === 'number' ? [{ label, amount }] : [];
  });
}

function sayTotal(turn: Turn, total: number, lines: readonly Line[], what: string): string {
  const amount = sayMoney(total);
  const labels = lines.map(({ label }) => label);
  const opening = turn.vary(
    `The estimate for ${what} is ${amount}`,
    `For ${what}, I estimate ${amount}`,
    `${upperFirst(what)} comes to an estimated ${amount}`,
  );
  const [only] = lines;
  if (lines.length < 2) {
    return `${opening}${only?.label.includes('(minimum charge') ? ', our minimum charge' : ''}.`;
  }
  const parts = lines.map((line) => sayLine(line, labels, turn.now.today));
  return `${opening}: ${sayList(parts)}.`;
}

/** "Weekend surcharge, Saturday, December 12, 2026" as "$50 weekend surcharge for Saturday, December 12". */
function sayLine({ label, amount }: Line, labels: readonly string[], today: string): string {
  const money = sayMoney(amount);
  const dated = /^(.+ surcharge), (\w+day, \w+ \d{1,2}, \d{4})$/.exec(label);
  if (dated !== null) {
    const day = new Date(`${dated[2]} UTC`);
    const name = Number.isNaN(day.getTime())
      ? dated[2]
      : sayDay(day.toISOString().slice(0, 10), today);
    return `${money} ${lowerFirst(dated[1] ?? '')} for ${name}`;
  }
  const area = /^Service-area surcharge, (pickup|delivery) in (\d{5})$/.exec(label);
  if (area !== null) return `${money} surcharge for the ${area[1]} in ${area[2]}`;
  if (label.startsWith('Professional ')) return `${money} for ${lowerFirst(label)}`;
  if (label.startsWith('Tax on ')) {
    const taxed = ['packing', 'unpacking'].filter((kind) =>
      labels.includes(`Professional ${kind}`),
    );
    return `${money} tax on the ${sayList(taxed.length > 0 ? taxed : ['packing'])}`;
  }
  if (/ Move$|^Certificate/.test(label)) return `${money} for the ${label}`;
  const pieces = /^(\d+ (?:items?|bags?)) (?:at .* each|(\(minimum charge) .*)$/.exec(label);
  if (pieces !== null)
    return `${money} for ${pieces[1]}${pieces[2] ? ' (the minimum charge)' : ''}`;
  const special = /^(.+?)(?: \(.*\)| \/ .*?)?(?: x (\d+))?$/.exec(label);
  const name = lowerFirst(special?.[1] ?? label);
  if (special?.[2] === undefined)
    return `${money} for ${label === 'Same-day delivery' ? '' : 'the '}${name}`;
  return `${money} for ${special[2]} ${name}${/(?:x|s|ch)$/.test(name) ? 'es' : 's'}`;
}

/** What the newest message changed, of the things that may change without changing a price. */
function sayChanged(
  order: Order,
  today: string,
  { changed, business }: { changed: ReadonlySet<keyof Order>; business: Business },
): string {
  const { airport, terminal } = order;
  const { airports } = business.blade_transfer;
  // One that the airport does not have is told so, and not noted.
  const isThere = airports.some(
    ({ code, terminals }) => code === airport && terminals.includes(terminal ?? ''),
  );
  const parts = [
    changed.has('airport') ? order.airport : undefined,
    changed.has('terminal') && (isThere || airport === undefined) && terminal !== undefined
      ? `Terminal ${terminal}`
      : undefined,
    changed.has('count') && order.count !== undefined
      ? sayCount(order.count, serviceOf(order) === 'blade_transfer' ? 'bag' : 'item')
      : undefined,
    changed.has('day') && order.day !== undefined ? sayDay(order.day, today) : undefined,
    changed.has('pickupZip') && order.pickupZip !== undefined
      ? `from ${order.pickupZip}`
      : undefined,
    changed.has('deliveryZip') && order.deliveryZip !== undefined
      ? `to ${order.deliveryZip}`
      : undefined,
  ];
  if (changed.has('instructions')) parts.push('your note for the driver');
  return parts.filter((part) => part !== undefined).join(', ');
}

/** What an estimate is for, such as "a Standard Delivery of 3 items". */
export function sayWhat(order: Order, business: Business, value: Record<string, unknown>): string {
  const service = serviceOf(order);
  if (service === 'mini_move') {
    const name = business.mini_move.tiers.find(
      ({ tier }) => tier === tierOf(order, business),
    )?.name;
    return `a ${name ?? 'Mini Move'}`;
  }
  if (service === 'blade_transfer')
    return `an Airport Transfer of ${sayCount(order.count ?? 0, 'bag')}`;
  if (value.service_type === 'specialty_item' || order.count === undefined) {
    return `your ${order.specialty ?? 'item'}`;
  }
  const extra = order.specialty === undefined ? '' : ` plus ${saySpecialty(order.specialty)}`;
  return `a Standard Delivery of ${sayCount(order.count, 'item')}${extra}`;
}

/** " on Tuesday, November 24", when no line of the estimate says the day. */
function sayWhen({ day }: Order, value: Record<string, unknown>, { now }: Turn): string {
  const isSaid = linesOf(value).some(({ label }) => / surcharge, \w+day, /.test(label));
  return day === undefined || isSaid || day < now.today ? '' : ` on ${sayDay(day, now.today)}`;
}

/** A surcharge that the estimate could not contain, because only the area was named. */
function unpricedAreas(order: Order, business: Business): string[] {
  return namedWithoutZip(order).flatMap((place) => {
    const charged = readPlaces(place.toLowerCase(), business)
      .flatMap(({ areas }) => areas)
      .filter(({ surchargeCents }) => surchargeCents > 0);
    const [first] = charged;
    if (first === undefined) return [];
    return [
      `An address in ${sayList([...new Set(charged.map(({ area }) => area))], 'or')} adds ${cents(first.surchargeCents)}; with its ZIP code I can include that.`,
    ];
  });
}

/** Named places outside the areas the business lists, whose ZIP code is not known. */
export const unlistedPlaces = (order: Order, business: Business): string[] =>
  namedWithoutZip(order).filter((place) =>
    readPlaces(place.toLowerCase(), business).some(({ isUnlisted }) => isUnlisted),
  );

const namedWithoutZip = (order: Order): string[] =>
  (['pickup', 'delivery'] as const).flatMap((role) =>
    order[`${role}Zip`] === undefined ? (order[`${role}Place`] ?? []) : [],
  );
