import type { Claim } from './claim.ts';
import type { Known } from './create-grounds.ts';
import type { KnownPlace } from './places.ts';

type Coverage = Extract<Claim, { kind: 'coverage' }>;

const EVERYWHERE =
  /\b(?:everywhere|anywhere|nationwide|worldwide|international\w*|entire|(?:the )?whole|all (?:of )?(?:the )?(?:us|u\.s|usa|states?|country|zip codes|new york|new jersey|connecticut|long island)|any (?:zip|address|state|city))\b/i;
const ZIP = /\b\d{5}\b/g;
/** Capitalised names behind what serves them. */
const NAMES =
  /\b(?:to|in|at|from|serves?|cover(?:s|ing)?|of|and|or|,) ((?:[A-Z][\p{L}.'-]+ ?){1,4})/gu;

export function checkCoverage(claim: Coverage, known: Known): boolean {
  const places = placesOf(claim, known);
  if (claim.what === 'may_be_served') {
    const named = known.places?.placesIn(claim.text) ?? [];
    return named.every(({ isServed }) => isServed === true);
  }
  if (claim.what === 'served') {
    if (EVERYWHERE.test(claim.text)) return false;
    if (claim.zipCodes.length === 0 && hasUnknownName(claim, known)) return false;
    if (places.length > 0) return places.every(({ isServed }) => isServed === true);
    const isAnyServed = someLookup(known, ({ isServed }) => isServed);
    return isAnyServed || (known.results.zipCodes.size === 0 && !speaksOfPlace(claim.text));
  }
  if (claim.what === 'not_served') {
    if (places.length > 0) return places.every(({ isServed }) => isServed !== true);
    return (
      hasUnknownName(claim, known) ||
      !speaksOfPlace(claim.text) ||
      someLookup(known, ({ isServed }) => !isServed)
    );
  }
  const isWanted = claim.what === 'surcharge';
  if (places.length > 0) {
    return isWanted
      ? places.some(({ hasSurcharge }) => hasSurcharge !== false)
      : places.every(({ hasSurcharge }) => hasSurcharge !== true);
  }
  const { hasAreaSurcharge } = known.results;
  if (isWanted)
    return (
      !speaksOfPlace(claim.text) ||
      hasAreaSurcharge === true ||
      someLookup(known, (zip) => zip.hasSurcharge)
    );
  return (
    hasAreaSurcharge === false ||
    (known.results.zipCodes.size > 0 &&
      ![...known.results.zipCodes.values()].some((zip) => zip.hasSurcharge))
  );
}

function placesOf({ text, zipCodes, before, isOfAll }: Coverage, known: Known): KnownPlace[] {
  const own = placesIn(text, zipCodes, known);
  if (own.length > 0) return own;
  const named = before
    .map((clause) => placesIn(clause, clause.match(ZIP) ?? [], known))
    .filter(({ length }) => length > 0);
  return isOfAll ? named.flat() : (named.at(-1) ?? []);
}

function placesIn(
  text: string,
  zipCodes: readonly string[],
  { results, places }: Known,
): KnownPlace[] {
  const found = zipCodes.map((zip): KnownPlace => {
    const looked = results.zipCodes.get(zip);
    return looked ?? places?.zipCode(zip) ?? { isServed: null, hasSurcharge: null };
  });
  return [...found, ...(places?.placesIn(text) ?? [])];
}

const speaksOfPlace = (text: string): boolean =>
  /\b(?:your?|that|this|the|there|it)(?: \w+)? (?:area|address|zip(?: code)?|location|place|town|neighbou?rhood|city)\b|\bthere\b|\b(?:that|it)\b/i.test(
    text,
  );

/** A name that the facts do not have. */
function hasUnknownName({ text }: Coverage, { facts, places }: Known): boolean {
  for (const [, name = ''] of text.matchAll(NAMES)) {
    const words = name.toLowerCase().match(/\p{L}+/gu) ?? [];
    if (
      words.some((word) => word.length > 2 && !facts.words.has(word)) &&
      (places?.placesIn(name) ?? []).length === 0
    )
      return true;
  }
  return false;
}

const someLookup = (
  { results }: Known,
  is: (zip: { isServed: boolean; hasSurcharge: boolean }) => boolean,
): boolean => [...results.zipCodes.values()].some(is);
