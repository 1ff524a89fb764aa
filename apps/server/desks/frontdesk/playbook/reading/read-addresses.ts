import type { Question } from '../memory.ts';
import type { Order } from '../order.ts';
import type { Place } from '../places.ts';
import type { ZipMention } from './read-zips.ts';

const PICKUP_BEFORE =
  /\b(?:from|pick(?:ed|ing)?[- ]?up (?:in|at|from|is|near)|pick ?up:?|starting (?:in|at)|origin|out of|leaving)(?: (?:zip|code|is|in|the|my|place|address|apartment|home|house|office))*:? ?$/;

const DELIVERY_BEFORE =
  /\b(?:to|into|deliver(?:ed|y|ing)?(?: (?:to|in|at|is))?|drop(?:ped)?[- ]?off(?: (?:at|in|is))?|destination|going to|->)(?: (?:zip|code|is|in|the|my|place|address|apartment|home|house|office))*:? ?$/;

const STREET_LINE =
  "\\b\\d{1,5} (?:[a-z0-9.']+ ){0,3}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|place|pl|court|ct|boulevard|blvd|broadway|highway|hwy|way|terrace|path|trail)\\b\\.?";

const STREET = new RegExp(`(${STREET_LINE})`, 'g');

const STREET_AND_TOWN = new RegExp(`${STREET_LINE}(?:,[a-z .]{0,30})*,? ?$`);

/** The words before a ZIP code or place, without the street and town that may stand between. */
function leadOf(text: string, index: number): string {
  return text
    .slice(Math.max(0, index - 90), index)
    .replace(/->/g, ' to ')
    .replace(STREET_AND_TOWN, '');
}

/** Which of the named ZIP codes, places and streets is the pickup and which the delivery. */
export function readAddresses(
  text: string,
  zips: readonly ZipMention[],
  places: readonly Place[],
  asked: Question | undefined,
): Partial<Order> {
  const found: Partial<Order> = {};
  const mentions = [
    ...zips.filter(({ zip }) => /^\d{5}(?:-\d{4})?$/.test(zip)),
    ...places.map((place) => ({ zip: place.zip, index: place.index, place: place.name })),
  ].sort((a, b) => a.index - b.index);
  for (const mention of mentions) {
    const before = leadOf(text, mention.index);
    const isPickup = PICKUP_BEFORE.test(before);
    const isDelivery =
      !isPickup &&
      (DELIVERY_BEFORE.test(before) || (found.pickupZip ?? found.pickupPlace) !== undefined);
    const place = 'place' in mention ? mention.place : undefined;
    if (isPickup || (!isDelivery && asked === 'pickup_zip')) {
      if (mention.zip !== undefined) found.pickupZip = mention.zip;
      if (place !== undefined) found.pickupPlace = place;
    } else if (isDelivery || asked === 'delivery_zip') {
      if (mention.zip !== undefined) found.deliveryZip = mention.zip;
      if (place !== undefined) found.deliveryPlace = place;
    } else if (
      mentions.length > 1 &&
      found.pickupZip === undefined &&
      /^\s*\d/.test(text.slice(mention.index)) &&
      /^\W*\d{5}(?:-\d{4})? ?(?:to|->|-)/.test(text.slice(mention.index))
    ) {
      if (mention.zip !== undefined) found.pickupZip = mention.zip;
    } else if (
      place !== undefined &&
      /^[a-z ]+ (?:to|->) /.test(text.slice(mention.index)) &&
      mentions.length > 1
    ) {
      found.pickupPlace = place;
      if (mention.zip !== undefined) found.pickupZip = mention.zip;
    }
  }
  for (const hit of text.matchAll(STREET)) {
    const line = (hit[1] ?? '').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
    if (DELIVERY_BEFORE.test(text.slice(0, hit.index))) found.deliveryLine = line;
    else if (PICKUP_BEFORE.test(text.slice(0, hit.index))) found.pickupLine = line;
  }
  return found;
}
