import type { BookingOptions, BookingPrice } from '@deskbell/protocol';

type Items = BookingOptions['specialty_items'];

/**
 * `item_description` of a booking: the customer's own words, and the counted items as the server
 * reads them (`2 surfboard, 1 crib`).
 */
export const describeItems = (
  words: string | undefined,
  counts: Readonly<Record<string, number>>,
  items: Items,
): string | undefined => {
  const counted = items
    .filter(({ item }) => (counts[item] ?? 0) > 0)
    .map(({ item, word }) => `${counts[item]} ${word}`);
  const parts = [words?.trim() ?? '', ...counted].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
};

export const countSpecialtyItems = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/**
 * How many of a specialty item a price is for: those counted, and those that the server read in the
 * customer's own words. A price says it in the line that begins with the item's name.
 */
export const countInPrice = (price: BookingPrice, { name, price_cents }: Items[number]): number => {
  const line = price.line_items.find(
    ({ label }) => label === name || label.startsWith(`${name} x `),
  );
  return line === undefined || price_cents === 0 ? 0 : Math.round(line.amount_cents / price_cents);
};
