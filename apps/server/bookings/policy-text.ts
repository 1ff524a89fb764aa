import type { Catalogue, ServiceArea } from './catalogue.ts';
import { formatDollars } from './dollars.ts';

/**
 * A policy's text with what stands in the catalogue filled in: '{coi_fee}' becomes '$50'. So a
 * price that changes there cannot stay behind here. Throws for a name that is not known.
 */
export function renderPolicyText(
  text: string,
  { catalogue, areas }: { catalogue: Catalogue; areas: readonly ServiceArea[] },
): string {
  const { profile, standard_delivery, blade_transfer } = catalogue;
  const facts: Record<string, string> = {
    email: profile.email,
    orders_email: profile.ordersEmail,
    phone: profile.phone,
    office: profile.office,
    area_surcharge: areaSurcharge(areas),
    coi_fee: formatDollars(standard_delivery.coiFeeCents),
    price_per_bag: formatDollars(blade_transfer.pricePerBagCents),
    minimum_bags: String(blade_transfer.minimumBags),
    airport_minimum: formatDollars(blade_transfer.minimumChargeCents),
  };
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`A policy names {${name}}, which is not known.`);
    return fact;
  });
}

/** '$175', or '$100 to $175' when areas differ. */
function areaSurcharge(areas: readonly ServiceArea[]): string {
  const amounts = areas.map(({ surchargeCents }) => surchargeCents).filter((cents) => cents > 0);
  if (amounts.length === 0) return formatDollars(0);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  return least === most ? formatDollars(most) : `${formatDollars(least)} to ${formatDollars(most)}`;
}
