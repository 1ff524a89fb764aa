import { type Business, contactOf } from './business.ts';
import type { ServiceArea } from './catalogue.ts';
import { formatDollars } from './dollars.ts';

export type Coverage =
  | { serviceable: true; zone: 'core' | 'surcharge'; surcharge: boolean; message: string }
  | { serviceable: false; message: string; suggestion: string };

/** '10001', '10001-1234' or either with space around it as its five digits; else undefined. */
export function readZipCode(text: string): string | undefined {
  return /^\s*(\d{5})(?:-\d{4})?\s*$/.exec(text)?.[1];
}

/** The area that a ZIP code lies in; undefined for one outside, or for what is no ZIP code. */
export function areaOf(business: Business, zipCode: string): ServiceArea | undefined {
  const digits = readZipCode(zipCode);
  return digits === undefined ? undefined : business.areaByZipCode.get(digits);
}

/** Whether the business serves an address with this ZIP code, and at which surcharge. */
export function checkCoverage(business: Business, zipCode: string): Coverage {
  const digits = readZipCode(zipCode);
  const suggestion = `For a custom quote, ${contactOf(business)}.`;
  if (digits === undefined) {
    const message = 'That is not a ZIP code; a ZIP code has five digits, such as 10001.';
    return { serviceable: false, message, suggestion };
  }
  const area = business.areaByZipCode.get(digits);
  if (area === undefined) {
    const message = `ZIP code ${digits} is outside our regular service area.`;
    return { serviceable: false, message, suggestion };
  }
  const surcharge = area.surchargeCents > 0;
  const price = surcharge
    ? `with a surcharge of ${formatDollars(area.surchargeCents)} for each address there`
    : 'without a surcharge';
  const message = `We serve ZIP code ${digits} (${area.area}, ${area.state}) ${price}.`;
  return { serviceable: true, zone: area.zone, surcharge, message };
}
