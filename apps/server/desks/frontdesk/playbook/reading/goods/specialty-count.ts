import { readNumber } from '@deskbell/clerk';
import type { Business } from '../../../../../bookings/business.ts';
import { findSpecialtyItems } from '../../../../../bookings/specialty-items.ts';
import type { Order } from '../../order/order.ts';

/** What comes on top of the pieces that were told before. */
export const ALSO =
  /\b(?:i|we|she|he|they)(?:'ve| have)? (?:also|forgot|forgotten)\b|\balso (?:have|has|bring|bringing|need|got|want|send|sending|take|taking|there|an?\b|my|our|\d|one|two|three|four|five)\b|^(?:oh,? |and |ok,? |actually,? )*(?:plus|also|add|and add)\b|\b(?:throw|toss|chuck)(?:ing)? in\b|\b(?:can|could|please|let'?s|let me|i'll|we'll|want to|like to) (?:you )?add\b/;

/** "Only one wardrobe box", beside a crib: the number of one kind leaves the others. */
export function withOthers(
  said: string,
  { text, known, business }: { text: string; known: Order; business: Business },
): string {
  if (known.specialty === undefined || /\b(?:just|only) (?:the|my|our)\b|\binstead\b/.test(text)) {
    return said;
  }
  const { items } = business.specialty_item;
  const kindsOf = (part: string): string[] =>
    findSpecialtyItems(part, items).map(({ item }) => item.item);
  const kinds = kindsOf(said);
  const parts = known.specialty.split(' and ');
  const isSameKind = parts.some((part) => kindsOf(part).some((kind) => kinds.includes(kind)));
  if (!isSameKind && !ALSO.test(text)) return said;
  const others = parts.filter((part) => !kindsOf(part).some((kind) => kinds.includes(kind)));
  return [...others, said].join(' and ');
}

/** How many of the one kind of specialty item that is wanted alone; undefined when there is more. */
export function quantityOf({ count, specialty }: Order): number | undefined {
  if (count !== undefined || specialty === undefined || / and /.test(specialty)) return undefined;
  return Number(/^\d+/.exec(specialty)?.[0] ?? readNumber(specialty.split(' ')[0] ?? '') ?? 1);
}

/** "Make that four" of four surfboards is said as it is of four bags. */
export function countedAs(known: Order): Order {
  const quantity = quantityOf(known);
  return quantity === undefined ? known : { ...known, count: quantity };
}

export function withQuantity(specialty: string, quantity: number): string {
  const [first = '', ...rest] = specialty.split(' ');
  const name = readNumber(first) === undefined ? specialty : rest.join(' ');
  if (quantity === 1) return name.replace(/(?<=x)es$|(?<=[^s])s$/, '');
  const plural = name.endsWith('s') ? name : `${name}${/(?:x|ch)$/.test(name) ? 'es' : 's'}`;
  return `${quantity} ${plural}`;
}
