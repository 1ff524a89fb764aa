/** As the page has it from the server. */
export interface AreaOfZipCodes {
  area: string;
  state: string;
  surchargeCents: number;
  zipCodes: string[];
}

const dollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  trailingZeroDisplay: 'stripIfInteger',
});

/**
 * What to say about an address with this ZIP code (or ZIP+4, with space around it). `farther` names
 * where the business goes on request, `contact` how it is reached for that.
 */
export function zipCodeAnswer(
  areas: readonly AreaOfZipCodes[],
  { text, farther, contact }: { text: string; farther: string; contact: string },
): { sentence: string; zipCode?: string; isServed: boolean } {
  const zipCode = /^\s*(\d{5})(?:-\d{4})?\s*$/.exec(text)?.[1];
  if (zipCode === undefined) {
    const sentence = 'Please type a ZIP code: five digits, such as 10001.';
    return { sentence, isServed: false };
  }
  const area = areas.find(({ zipCodes }) => zipCodes.includes(zipCode));
  if (area === undefined) {
    const sentence = `${zipCode} is outside our regular area. For a custom quote, in ${farther} too, ${contact}.`;
    return { sentence, zipCode, isServed: false };
  }
  const price =
    area.surchargeCents > 0
      ? `An address there adds ${dollars.format(area.surchargeCents / 100)}.`
      : 'No surcharge.';
  return {
    sentence: `Yes, we come to ${zipCode} (${area.area}, ${area.state}). ${price}`,
    zipCode,
    isServed: true,
  };
}
