/** Where the business goes, as the page's data block lists it. */
export interface ServiceAreaOption {
  area: string;
  state: string;
  surchargeCents: number;
  zipCodes: readonly string[];
}

/** The page's data block `service-areas`; empty when the page has none. */
export const readServiceAreas = (page: Document): ServiceAreaOption[] => {
  const text = page.getElementById('service-areas')?.textContent;
  return text === undefined || text === null ? [] : (JSON.parse(text) as ServiceAreaOption[]);
};

/** The area of a ZIP code with or without its last four digits. */
export const areaOfZip = (
  areas: readonly ServiceAreaOption[],
  zipCode: string | undefined,
): ServiceAreaOption | undefined => {
  const digits = /^\s*(\d{5})(?:-\d{4})?\s*$/.exec(zipCode ?? '')?.[1];
  return digits === undefined ? undefined : areas.find(({ zipCodes }) => zipCodes.includes(digits));
};
