import type { Business } from '../../../../../bookings/business.ts';
import { readPlaces } from './places.ts';

/** A postal address in a text; `index` to `end` is what was read of it. */
export interface StreetAddress {
  line: string;
  city?: string;
  /** Two letters. */
  state?: string;
  zip?: string;
  index: number;
  end: number;
}

// "06830 Stamford CT" is no court.
const STREET =
  /\b(?!\d{5} (?:[a-z]+ ){1,2}ct\b)\d{1,5}(?:-\d{1,4})? (?:(?!(?:to|from|at|in|on|and|bags?|items?|boxes|pieces|suitcases)\b)[a-z0-9.']+ ){0,3}?(?:street|st|avenue|ave|av|road|rd|lane|ln|drive|dr|place|pl|court|ct|boulevard|blvd|broadway|bowery|central park (?:west|south|north)|riverside|highway|hwy|way|terrace|path|trail|square|sq|parkway|pkwy|plaza|circle|turnpike|row|mews|alley|crescent)\b(?: (?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|terrace|place|of the americas|[a-d](?= |,|$)|north|south|east|west)\b)?\.?(?:,? (?:apt|apartment|unit|suite|ste|floor)\.? ?#?[a-z0-9-]{1,6}\b|,? #[a-z0-9-]{1,6}\b)?/g;
/** A number and a name before a town and its state: a street without a word for one. */
const NAMED_STREET =
  /\b\d{1,5} (?:(?!(?:to|from|at|in|on|and|bags?|items?|boxes|pieces|suitcases|am|pm)\b)[a-z][a-z.']{2,}(?: |(?=,))){1,4}(?=, ?(?:[a-z][a-z .'-]{2,24},? )(?:ny|nj|ct|new york|new jersey|connecticut),? \d{5}\b)/g;
const NOT_A_CITY =
  /\b(?:to|from|on|at|and|then|deliver\w*|drop\w*|pick\w*|for|by|with|zip|code|is|bags?|items?)\b/;
const CITIES = new Set(['new york', 'new york city', 'nyc', 'manhattan', 'brooklyn', 'newark']);

const title = (text: string): string =>
  text
    .replace(/(?<![a-z0-9'])[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/\b\d+[a-z]\b/g, (unit) => unit.toUpperCase());

/** The addresses with a street and number in a normalised text, in the order written. */
export function readStreetAddresses(text: string, business: Business): StreetAddress[] {
  if (!/\d/.test(text)) return [];
  const plain = [...text.matchAll(STREET)];
  const named = [...text.matchAll(NAMED_STREET)].filter(
    ({ index, 0: { length } }) =>
      !plain.some((hit) => index < hit.index + hit[0].length && hit.index < index + length),
  );
  const hits = [...plain, ...named].sort((a, b) => a.index - b.index);
  return hits.map((hit) => {
    const end = hit.index + hit[0].length;
    const line = title(hit[0].replace(/\.$/, ''));
    const town = readTown(text.slice(end), business);
    return { line, index: hit.index, ...town, end: end + town.length };
  });
}

function readTown(
  rest: string,
  business: Business,
): Pick<StreetAddress, 'city' | 'state' | 'zip'> & { length: number } {
  const { states } = business.booking;
  const state = states
    .flatMap(({ code, name }) => [code, name])
    .join('|')
    .toLowerCase();
  const withZip = new RegExp(
    `^(?:,? ([a-z][a-z .'-]{1,28}?))?(?:,? (${state})\\.?)?,? (?:zip )?(\\d{5})(?:-\\d{4})?\\b`,
  ).exec(rest);
  const withoutZip = new RegExp(`^,? ([a-z][a-z .'-]{1,28}?)(?:,? (${state}))?(?=$|[,.;?!])`).exec(
    rest,
  );
  const found =
    withZip !== null && !NOT_A_CITY.test(withZip[1] ?? '')
      ? withZip
      : withoutZip !== null && (withoutZip[2] !== undefined || isTown(withoutZip[1], business))
        ? withoutZip
        : undefined;
  if (found === undefined || NOT_A_CITY.test(found[1] ?? '')) {
    const [place] = readPlaces(rest.slice(0, 30), business);
    const isNext = place !== undefined && /^,?(?: (?:in|at))? ?$/.test(rest.slice(0, place.index));
    return isNext && place.zip !== undefined
      ? { city: place.name, zip: place.zip, length: place.index + place.name.length }
      : { length: 0 };
  }
  const city = found[1]?.trim();
  const named = states.find(({ code, name }) =>
    [code, name].some((word) => word.toLowerCase() === found[2]),
  );
  const zip = found[3] ?? (city === undefined ? undefined : readPlaces(city, business)[0]?.zip);
  return {
    ...(city === undefined ? {} : { city: city === 'nyc' ? 'New York' : title(city) }),
    ...(named === undefined ? {} : { state: named.code }),
    ...(zip === undefined ? {} : { zip }),
    length: found[0].length,
  };
}

function isTown(text: string | undefined, business: Business): boolean {
  if (text === undefined) return false;
  const [place] = readPlaces(text, business);
  return CITIES.has(text) || (place?.index === 0 && place.name.length === text.length);
}
