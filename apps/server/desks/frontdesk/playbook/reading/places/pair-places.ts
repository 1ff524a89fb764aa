import type { Business } from '../../../../../bookings/business.ts';
import { areaOf } from '../../../../../bookings/check-coverage.ts';
import type { Place } from './places.ts';
import type { ZipMention } from './read-zips.ts';

const STATE = /^(?:ct|nj|ny|connecticut|new jersey|new york)$/i;
const BESIDE =
  /^,? ?(?:(?:ct|nj|ny|fl|pa|ma|ca|tx|dc|il|ga|va|md|ri|vt|connecticut|new jersey|new york|florida|pennsylvania|massachusetts)\b[.,]? ?)?(?:\(|(?:is |'s )?(?:zip(?: code)?:? ?)?(?:is )?)?$/;

/**
 * Puts ZIP codes to the places they stand beside, as in "Greenwich CT 06830": one address each.
 * `loose` are the ZIP codes that stand alone. A ZIP code before a name must lie there.
 */
export function pairPlaces(options: {
  text: string;
  places: readonly Place[];
  zips: readonly ZipMention[];
  business: Business;
}): { places: Place[]; loose: ZipMention[] } {
  const { text, business } = options;
  const loose = [...options.zips];
  const paired: Place[] = [];
  for (const place of options.places) {
    const before = paired.at(-1);
    // The state after a town is part of its name, and no second place.
    if (
      before !== undefined &&
      STATE.test(place.name) &&
      /^,? ?$/.test(text.slice(endOf(before), place.index))
    ) {
      before.end = endOf(place);
      continue;
    }
    paired.push({ ...place });
  }
  return {
    places: paired.map((place) => {
      const index = loose.findIndex(({ zip, index }) =>
        index >= place.index
          ? BESIDE.test(text.slice(endOf(place), index))
          : /^ ?$/.test(text.slice(index + zip.length, place.index)) &&
            liesIn(zip, place, business),
      );
      const [zip] = index < 0 ? [] : loose.splice(index, 1);
      if (zip === undefined) return place;
      return {
        name: place.name,
        zip: zip.zip,
        areas: place.areas,
        index: Math.min(place.index, zip.index),
        end: Math.max(endOf(place), zip.index + zip.zip.length),
      };
    }),
    loose,
  };
}

export const endOf = ({ index, name, end }: Place): number => end ?? index + name.length;

/** Whether a ZIP code is one of a place's; of a town only its own is known. */
function liesIn(zip: string, place: Place, business: Business): boolean {
  if (place.zip !== undefined) return place.zip === zip.slice(0, 5);
  const area = areaOf(business, zip);
  return place.areas.some((one) => one.area === area?.area);
}
