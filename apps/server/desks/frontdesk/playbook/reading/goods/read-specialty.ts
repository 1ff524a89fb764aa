import type { Business } from '../../../../../bookings/business.ts';
import { findSpecialtyItems } from '../../../../../bookings/specialty-items.ts';

/** "No surfboard", "leave out the crib", "leave the crib at home": of the item named at `index`. */
export const isTakenBack = (text: string, index: number): boolean =>
  /\b(?:no|without|forget|drop|remove|skip|not|leave out|take out|take off|minus|except|cancel|leave|lose) (?:the |a |my |our )?(?:\w+ )?$/.test(
    text.slice(0, index),
  ) ||
  /^(?:\w+ ){1,3}?(?:stays?\b|(?:is|are) (?:not|staying|no longer)\b|isn't|aren't|won't|doesn't (?:go|come|need)|can stay\b|no longer\b)/.test(
    text.slice(index),
  );

const patterns = new WeakMap<Business, RegExp>();

/** Every specialty item by any of its names, with its number. Made once per business. */
export function specialtyPattern(business: Business): RegExp {
  const made = patterns.get(business);
  if (made !== undefined) return made;
  const aliases = business.specialty_item.items
    .flatMap(({ aliases }) => aliases)
    .map((alias) => alias.replace(/[^a-z0-9 ]/g, ''));
  const pattern = new RegExp(
    `(?:\\b(\\d{1,2}|a|an|one|two|three|four|five|six)\\s+(?:\\w+ )?)?\\b(${aliases.join('|')})(?:e?s)?\\b(?:(?<=peloton) (?:exercise )?(?:bike|bicycle|machine|tread(?:mill)?)\\b)?`,
    'g',
  );
  patterns.set(business, pattern);
  return pattern;
}

/** The specialty items with their number, and the text without them. */
export function readSpecialty(
  text: string,
  business: Business,
): { description: string; rest: string; index: number } {
  const found: string[] = [];
  let rest = text;
  let index = 0;
  const pattern = specialtyPattern(business);
  for (const hit of text.matchAll(pattern)) {
    const [, number, alias] = hit;
    const count = number === undefined || /^(?:a|an)$/.test(number) ? '' : `${number} `;
    found.push(
      `${count}${alias}${count === '' || /^(?:1|one) $/.test(count) ? '' : 's'}`.replace(
        /boxs$/,
        'boxes',
      ),
    );
    if (found.length === 1) index = hit.index;
    rest = rest.replace(hit[0], ' , ');
  }
  const description = found.join(' and ');
  if (
    description !== '' &&
    findSpecialtyItems(description, business.specialty_item.items).length === 0
  ) {
    return { description: '', rest: text, index: 0 };
  }
  return { description, rest, index };
}
